import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import { isRunning } from '@courant/edition';
import type { BodyView, LiveEntry } from '@courant/story';
import { bodyHtml, entryTitle, liveBlog } from '@courant/story';
import { newEntries } from './arrivals.ts';
import { momentTag, shortMomentTag } from './dates.ts';
import { wordsOf } from './messages.ts';
import type { StoryPage } from './published-story.ts';

/** The body of a live blog: what opens it, the key points, the pinned entry, then the entries, newest first. */
export function liveBody(page: StoryPage, view: BodyView): Html {
  const blog = liveBlog(page.story.copy.body);
  const { opening: _, ...plain } = view;
  const words = wordsOf(page.edition);
  const ended = page.story.copy.coverageEnds;
  return html`<div class="prose">${bodyHtml(blog.opening, view)}</div>
${ended && html`<p class="ended">${words('ended')} ${momentTag(ended, page.edition)}</p>`}
${blog.pinned && html`<section class="pinned" aria-label="${words('pinned')}"><p class="kicker">${words('pinned')}</p>${entryHtml(page, blog.pinned, plain)}</section>`}
${isRunning(page.story.copy) && newEntries(page.edition)}
<section class="live-entries" id="entries" aria-label="${words('latest')}">${blog.entries.map((entry) => entryHtml(page, entry, plain))}</section>`;
}

/** The titles of a live blog's key entries, each leading to its entry; nothing where there is none. */
export function keyPointsHtml(page: StoryPage): Html {
  const { keyPoints: points } = liveBlog(page.story.copy.body);
  if (points.length === 0) return NOTHING;
  const items = points.map(
    (point) =>
      html`<li>${shortMomentTag(point.head.attrs.at, page.day, page.edition)} <a href="${href(`#${entryId(point)}`)}">${entryTitle(point)}</a></li>`,
  );
  return html`<section class="key-block"><h2>${wordsOf(page.edition)('keyPoints')}</h2><ul class="key-points">${items}</ul></section>`;
}

function entryHtml(page: StoryPage, entry: LiveEntry, view: BodyView): Html {
  const title = entryTitle(entry);
  const id = entryId(entry);
  const time = html`<a class="at" href="${href(`#${id}`)}">${shortMomentTag(entry.head.attrs.at, page.day, page.edition)}</a>`;
  return html`<article class="entry" id="${id}"><header>${time}${title !== '' && html`<h2>${title}</h2>`}</header>
<div class="prose">${bodyHtml(entry.body, view)}</div></article>`;
}

/** The id of an entry on its page; it stays for the entry's life. */
export function entryId({ head }: Pick<LiveEntry, 'head'>): string {
  return `b-${head.attrs.id}`;
}
