import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { StandingPage } from '@courant/edition';
import { standingPath } from '@courant/edition';
import type { PictureAttrs } from '@courant/story';
import { bodyHtml } from '@courant/story';
import { momentTag } from './dates.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { directionOf, wordsOf } from './messages.ts';
import { breadcrumbs, graph } from './page-data.ts';

/** What a page about the paper is made of. */
export interface AboutPage extends FrameData {
  readonly standing: StandingPage;
}

/** A page about the paper: its text, and the way to the others. */
export function aboutPage(page: AboutPage): Html {
  const { standing, edition } = page;
  const words = wordsOf(edition);
  const path = standingPath(edition, standing);
  return frame(page, {
    head: {
      kind: 'website',
      title: standing.title,
      path,
      ...(standing.summary === undefined ? {} : { description: standing.summary }),
    },
    data: graph(breadcrumbs(page, [{ name: standing.title, path }])),
    main: html`<div class="wrap about-page"><article class="story" lang="${standing.language}" dir="${directionOf(standing.language)}">
<header><p class="kicker">${words('aboutPaper')}</p><h1>${standing.title}</h1>
${standing.summary && html`<p class="intro">${standing.summary}</p>`}</header>
<div class="prose">${bodyHtml(standing.body, { picture: noPicture })}</div>
<p class="meta">${words('updated')} ${momentTag(standing.updated, edition)}</p></article>
${othersHtml(page)}</div>`,
  });
}

/** Pages about the paper show no pictures of the library. */
function noPicture(_: PictureAttrs): Html {
  return NOTHING;
}

function othersHtml({ aboutPages: links, standing, edition }: AboutPage): Html {
  if (links.length < 2) return NOTHING;
  const items = links.map((link) =>
    link.urlSlug === standing.urlSlug
      ? html`<li><a href="${href(standingPath(edition, link))}" aria-current="page">${link.title}</a></li>`
      : html`<li><a href="${href(standingPath(edition, link))}">${link.title}</a></li>`,
  );
  return html`<nav class="others" aria-label="${wordsOf(edition)('aboutPaper')}"><ul>${items}</ul></nav>`;
}
