import type { Html, Instant } from '@courant/base';
import { html } from '@courant/base';
import type { Card } from '@courant/edition';
import { momentText } from './dates.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { noticeHtml } from './notice.ts';

/** How a story left: killed, with the notice everyone receives, or withdrawn without one. */
export type Departure =
  | { readonly why: 'killed'; readonly at: Instant; readonly notice: string }
  | { readonly why: 'withdrawn'; readonly at: Instant };

/** What the page of a story that is no longer public is made of: nothing of the story itself. */
export interface GonePage extends FrameData {
  readonly departure: Departure;
  /** Something to read instead. */
  readonly latest: readonly Card[];
}

/** The page of a story that is no longer public (status 410). */
export function gonePage(page: GonePage): Html {
  const { departure, edition } = page;
  const words = wordsOf(edition);
  const isKilled = departure.why === 'killed';
  const title = words(isKilled ? 'goneKilled' : 'goneQuiet');
  const text = words(isKilled ? 'goneKilledText' : 'goneQuietText');
  const more =
    departure.why === 'killed'
      ? html`<div class="correction"><h2>${words('goneNotice', { time: momentText(departure.at, edition) })}</h2><p>${departure.notice}</p></div>`
      : html`<p class="meta">${momentText(departure.at, edition)}</p>`;
  return frame(page, {
    head: { kind: 'website', title },
    main: noticeHtml(page, { title, text, more }, page.latest),
  });
}
