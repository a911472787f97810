import type { Instant } from '@courant/base';
import type { Block, Body, Dateline, Origin } from '@courant/story';
import type { BodyLine } from './page-text-body.ts';
import { pageDateline } from './page-text-dateline.ts';
import { type LeftOut, leftOut } from './page-text-furniture.ts';
import { type PageHead, readHead } from './page-text-head.ts';
import { lineKey, type PageLine, pageLines } from './page-text-lines.ts';
import { textMark } from './page-text-mark.ts';
import { readStoryLines, type StoryLines } from './page-text-story.ts';
import type { ReadFailure, Reading, WireItem, WireWarning } from './wire-item.ts';

/** What a reader of pages is told beside the text: when the page came, and from whom. */
export interface PageTextOptions {
  readonly received: Instant;
  readonly supplier?: string;
  /** IANA zone in which times without one are read; UTC where absent. */
  readonly timeZone?: string;
}

/** Largest text read, in UTF-16 units, and the most lines; the largest page of a paper we met has a tenth of it. */
const MOST_TEXT = 2_000_000;
const MOST_LINES = 20_000;
/** A page has at least so many lines and, in its story, so many characters of prose. */
const LEAST_LINES = 3;
const LEAST_PROSE = 120;
/** How markup, JSON and PDF begin. */
const OTHER_FORMAT = /^[\s\ufeff]*(?:<[?!a-z]|\{|\[\s*[{["]|%PDF)/i;

/**
 * Reads the visible text of a whole article page, one block a line, menus and all, in any language, as one item of
 * format `page-text`. What is not the story is left out and listed in `unmapped.leftOut`. Times without a zone are
 * read in that of the options. `unknown` where the text is no such page, `too-large` beyond 2,000,000 characters or 20,000 lines.
 */
export function readPageText(text: string, options: PageTextOptions): Reading {
  if (text.length > MOST_TEXT) return failure('too-large', 'The text has more than 2,000,000 characters.');
  if (OTHER_FORMAT.test(text.slice(0, 200)) || text.includes('\u0000')) {
    return failure('unknown', 'The text is markup or data, not the text of a page.');
  }
  const lines = pageLines(text);
  if (lines.length > MOST_LINES) return failure('too-large', 'The text has more than 20,000 lines.');
  const story = lines.length < LEAST_LINES ? undefined : readStoryLines(lines);
  const prose = story?.body.reduce((sum, { line }) => sum + line.width, 0) ?? 0;
  if (!story?.headline || prose < LEAST_PROSE) {
    return failure('unknown', 'No headline with a story under it was found in the text.');
  }
  return { ok: true, items: [assemble(lines, { ...story, headline: story.headline }, options)] };
}

type Headed = StoryLines & { readonly headline: NonNullable<StoryLines['headline']> };

function failure(why: ReadFailure, say: string): Reading {
  return { ok: false, why, say };
}

function assemble(lines: readonly PageLine[], story: Headed, options: PageTextOptions): WireItem {
  const head = readHead(lines, story, options);
  const left = leftOut(lines, story, keptLines(story, head));
  const origin = originOf(story, head);
  const { standfirst } = story;
  const dateline = datelineOf(lines, story.body[0]?.line);
  return {
    format: 'page-text',
    id: origin.item,
    version: origin.version,
    ...(head.updated && { versionCreated: head.updated }),
    ...(head.published && { firstCreated: head.published }),
    ...(options.supplier && { supplier: options.supplier }),
    headline: story.headline.text,
    ...(standfirst && { standfirst: standfirst.text }),
    ...(head.byline && { byline: head.byline }),
    ...(dateline && { dateline }),
    ...(head.source && { source: head.source }),
    ...(head.sectionPath.length > 0 && { sectionPath: head.sectionPath }),
    body: bodyOf(story.body, origin),
    warnings: warningsOf(head, left),
    unmapped: left.length > 0 ? { leftOut: left } : {},
  };
}

/** The dateline that opens the first paragraph, or that stands on the line before it, as `AUBURN, Wash. —`. */
function datelineOf(lines: readonly PageLine[], first: PageLine | undefined): Dateline | undefined {
  if (!first) return undefined;
  return pageDateline(first.text) ?? pageDateline(`${lines[first.at - 1]?.text ?? ''} `);
}

/** The page's id holds while its headline and day do; its version is the date it prints, the update before all. */
function originOf(story: Headed, head: PageHead): Omit<Origin, 'block'> {
  const day = (head.published ?? head.updated ?? '').slice(0, 10);
  return {
    item: `page:${textMark(`${lineKey(story.headline.text)}\n${day}`)}`,
    version: head.updated ?? head.published ?? '1',
  };
}

function keptLines(story: Headed, head: PageHead): ReadonlySet<number> {
  const body = story.body.map(({ line }) => line.at);
  return new Set([story.headline.at, story.standfirst?.at ?? -1, ...body, ...head.used]);
}

function bodyOf(body: readonly BodyLine[], origin: Omit<Origin, 'block'>): Body {
  const content = body.map(({ line, as }, block): Block => {
    const attrs = { id: `b${block + 1}`, from: { ...origin, block } };
    const text = [{ type: 'text' as const, text: line.text }];
    return as === 'subhead'
      ? { type: 'subhead', attrs: { ...attrs, level: 2 }, content: text }
      : { type: 'paragraph', attrs, content: text };
  });
  return { type: 'doc', content };
}

function warningsOf(head: PageHead, left: readonly LeftOut[]): readonly WireWarning[] {
  const warnings: WireWarning[] = [];
  if (left.length > 0) {
    const count = left.reduce((sum, piece) => sum + piece.lines.length, 0);
    const kinds = [...new Set(left.map((piece) => piece.kind))].join(', ');
    warnings.push({
      code: 'furniture-left-out',
      say: `${count} lines around the story were left out: ${kinds}.`,
    });
  }
  if (!head.updated && !head.published) {
    warnings.push({ code: 'no-date', say: 'The page prints no date that could be read.' });
  }
  return warnings;
}
