import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { ShareBar } from '@courant/edition';
import { shareLinks } from '@courant/edition';
import { absolute } from './head.ts';
import { wordsOf } from './messages.ts';
import type { StoryPage } from './published-story.ts';

function barOf(page: StoryPage): ShareBar {
  const { path, copy } = page.story;
  return shareLinks(page.edition, { url: absolute(page, path), title: copy.headline });
}

/** The share bar: plain links of the edition's services, no script and no counts. */
export function shareHtml(page: StoryPage, label: 'shareThis' | 'shareAgain'): Html {
  const { links } = barOf(page);
  if (links.length === 0) return NOTHING;
  const items = links.map(
    ({ name, address }) =>
      html`<li><a href="${href(address)}" rel="noopener noreferrer nofollow">${name}</a></li>`,
  );
  return html`<nav class="share" aria-label="${wordsOf(page.edition)(label)}"><ul>${items}</ul></nav>`;
}

/** What the share bar of 2011 held and what stands there now, where the edition lists it; no dead links. */
export function retiredHtml(page: StoryPage): Html {
  const { retired } = barOf(page);
  if (retired.length === 0) return NOTHING;
  const words = wordsOf(page.edition);
  const items = retired.map(
    ({ name, fate, successor }) => html`<li>${words('retiredService', { name, fate, successor })}</li>`,
  );
  return html`<details class="retired"><summary>${words('retiredServices')}</summary><ul>${items}</ul></details>`;
}
