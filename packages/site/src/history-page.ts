import type { Html, Instant } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import { logPath } from '@courant/edition';
import type { BlockDifference, Copy, CopyDifference, Run } from '@courant/story';
import { blockText, differences } from '@courant/story';
import { momentTag, momentText } from './dates.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { directionOf, wordsOf } from './messages.ts';

/** A state in which a story was public; without copy where the law demanded that its text be erased. */
export interface StoryVersion {
  readonly number: number;
  /** The entry of the publication log that made it public. */
  readonly seq: number;
  readonly at: Instant;
  readonly copy?: Copy;
  /** The public note of a correction. */
  readonly note?: string;
}

/** What the page of a story's versions is made of. */
export interface HistoryPage extends FrameData {
  /** Path of the story as this edition links it. */
  readonly storyPath: string;
  readonly headline: string;
  readonly language: string;
  /** The first one first. */
  readonly versions: readonly StoryVersion[];
}

/** Every version of a story that was public, newest first, each with what it changed word by word. */
export function historyPage(page: HistoryPage): Html {
  const { versions, headline, language, edition } = page;
  const words = wordsOf(edition);
  const drawn = versions.map((version, i) => versionHtml(page, version, versions[i - 1]));
  const text = versions.length > 1 ? words('historyText') : words('historyNone');
  return frame(page, {
    head: { kind: 'website', title: words('historyOf', { headline }), description: text },
    main: html`<header class="wrap page-head"><p class="kicker">${words('versions')}</p>
<h1 lang="${language}" dir="${directionOf(language)}"><a href="${href(page.storyPath)}">${headline}</a></h1><p class="stand">${text}</p></header>
<div class="block wrap column-page"><ol class="versions">${drawn.toReversed()}</ol></div>`,
  });
}

function versionHtml(page: HistoryPage, version: StoryVersion, before: StoryVersion | undefined): Html {
  const { edition, language } = page;
  const words = wordsOf(edition);
  const { number, at, note, seq } = version;
  const title = words('versionAt', { number, time: momentText(at, edition) });
  return html`<li id="${`version-${number}`}"><h2>${title}</h2>
${note && html`<p class="correction" lang="${language}" dir="${directionOf(language)}">${note}</p>`}
${changesHtml(page, version, before)}
<p class="meta">${momentTag(at, edition)} · <a href="${href(logPath(edition, seq))}">${words('logProof')}</a></p></li>`;
}

function changesHtml(page: HistoryPage, version: StoryVersion, before: StoryVersion | undefined): Html {
  const words = wordsOf(page.edition);
  if (!version.copy) return html`<p class="empty">${words('erased')}</p>`;
  if (!before) return html`<p class="meta">${words('firstVersion')}</p>`;
  if (!before.copy) return NOTHING;
  const changes = differenceHtml(differences(before.copy, version.copy));
  if (!changes) return html`<p class="meta">${words('wordsStayed')}</p>`;
  return html`<div class="changes" lang="${version.copy.language}" dir="${directionOf(version.copy.language)}">${changes}</div>`;
}

/** Texts beside the body that readers see. */
const SHOWN: ReadonlySet<string> = new Set([
  ...['kicker', 'headline', 'standfirst', 'byline', 'source', 'pictureCaption'],
]);

/** What changed of what readers see; undefined where nothing did. */
function differenceHtml({ texts, blocks }: CopyDifference): Html | undefined {
  const fields = texts.filter(({ field }) => SHOWN.has(field));
  if (fields.length === 0 && blocks.every((block) => block.kind === 'kept')) return undefined;
  const parts: Html[] = [];
  let isGap = false;
  for (const block of blocks) {
    if (block.kind === 'kept') {
      // What stayed is told by a mark, so that what changed is found at once.
      if (!isGap) parts.push(html`<p class="gap" aria-hidden="true">…</p>`);
      isGap = true;
    } else {
      parts.push(blockHtml(block));
      isGap = false;
    }
  }
  return html`${fields.map(({ runs }) => html`<p class="field">${runsHtml(runs)}</p>`)}${parts}`;
}

function blockHtml(block: Exclude<BlockDifference, { kind: 'kept' }>): Html {
  switch (block.kind) {
    case 'added':
      return html`<p><ins>${blockText(block.after)}</ins></p>`;
    case 'removed':
      return html`<p><del>${blockText(block.before)}</del></p>`;
    case 'changed':
      return html`<p>${runsHtml(block.runs)}</p>`;
  }
}

/** Longest run of unchanged words that is shown whole. */
const MOST_KEPT = 160;

function runsHtml(runs: readonly Run[]): readonly Html[] {
  return runs.map(({ kind, text }) => {
    if (kind === 'added') return html`<ins>${text}</ins>`;
    if (kind === 'removed') return html`<del>${text}</del>`;
    return html`${shortened(text)}`;
  });
}

/** The beginning and the end of a long unchanged run, cut between characters that people see as one. */
function shortened(text: string): string {
  if (text.length <= MOST_KEPT) return text;
  const characters = [...text];
  const half = MOST_KEPT / 2;
  return `${characters.slice(0, half).join('')} … ${characters.slice(-half).join('')}`;
}
