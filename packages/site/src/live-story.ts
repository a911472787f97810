import type { Html } from '@courant/base';
import { html } from '@courant/base';
import { isRunning } from '@courant/edition';
import { bylineHtml } from './byline.ts';
import { momentTag } from './dates.ts';
import { headlineHtml } from './headline.ts';
import { keyPointsHtml, liveBody } from './live-entries.ts';
import { directionOf, wordsOf } from './messages.ts';
import type { StoryPage } from './published-story.ts';
import { bodyView, mainPicture } from './story-body.ts';
import { sectionPath } from './story-head.ts';

/** The parts of a live blog's page that are those of any story. */
export interface LiveParts {
  readonly tools: Html;
  readonly tail: Html;
  readonly rail: Html;
}

/** A live blog: its head as a band, the key points, the entries, and the rail beside them. */
export function liveStory(page: StoryPage, parts: LiveParts): Html {
  const { copy } = page.story;
  return html`<article class="live-story" lang="${copy.language}" dir="${directionOf(copy.language)}">
${bandHtml(page)}
<div class="wrap live-grid"><div class="live-side">${keyPointsHtml(page)}${parts.tools}</div>
<div class="live-run">${mainPicture(page)}${liveBody(page, bodyView(page))}<footer class="tail">${parts.tail}</footer></div>
${parts.rail}</div></article>`;
}

function bandHtml(page: StoryPage): Html {
  const { story, edition } = page;
  const { copy, published, updated } = story;
  const words = wordsOf(edition);
  const label = isRunning(copy) ? html`<span class="live">${words('live')}</span>` : html`${words('ended')}`;
  return html`<header class="live-band"><div class="wrap">${sectionPath(page)}
<p class="kicker">${label}${copy.kicker && html` · ${copy.kicker}`}</p>
<h1>${headlineHtml(copy.headline, copy.language)}</h1>
${copy.standfirst && html`<p class="intro">${copy.standfirst}</p>`}
<p class="meta">${copy.byline && html`<span class="by">${bylineHtml(edition, copy.byline, story.authors)}</span>`}${copy.source && html`<span class="source">(${copy.source})</span>`}
<span>${words('published')} ${momentTag(published, edition)}</span> <span>${words('updated')} ${momentTag(updated, edition)}</span></p></div></header>`;
}
