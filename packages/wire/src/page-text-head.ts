import { fold, type Instant, later } from '@courant/base';
import { inZone } from './moment.ts';
import { hasUpdateWord, printedDates } from './page-text-date.ts';
import { BYLINE_WORDS, HOME_WORDS, SOURCE_WORDS } from './page-text-furniture.data.ts';
import { lineKey, type PageLine } from './page-text-lines.ts';
import type { StoryLines } from './page-text-story.ts';

/** When a page came, and the zone (IANA) whose clocks it prints. */
export interface HeadReading {
  readonly received: Instant;
  readonly timeZone?: string;
}

/** What the lines around a headline say of the story, and the lines that said it. */
export interface PageHead {
  readonly sectionPath: readonly string[];
  readonly updated?: Instant;
  readonly published?: Instant;
  readonly byline?: string;
  readonly source?: string;
  readonly used: ReadonlySet<number>;
}

/** Lines before the headline, and behind the story, in which facts of the head may stand. */
const BEFORE = 4;
const BEHIND = 2;
const DAY = 86_400_000;

/**
 * Reads date, byline, source and section around the headline. Dates more than a day after `received` are none; times
 * without a zone are of `timeZone`, else of UTC.
 */
export function readHead(lines: readonly PageLine[], story: StoryLines, reading: HeadReading): PageHead {
  const top =
    story.headline && story.headline.at >= 0 ? story.headline.at : Math.max(0, story.run.first - 10);
  const head = lines.slice(Math.max(0, top - BEFORE), story.run.first);
  const near = [...head, ...lines.slice(story.run.last + 1, story.run.last + 1 + BEHIND)];
  // A date above the headline is the page's own where one stands below it.
  const datesOf = (some: readonly PageLine[]) => headDates(lines, some, reading);
  const below = datesOf(head.filter((line) => line.at > top));
  const dates = below.used.length > 0 ? below : datesOf(head);
  const byline = head.find((line) => line.kind === 'byline' && line.at > top);
  const source = near.find((line) => line.kind === 'source' && line.at > top);
  const section = sectionLines(lines, top);
  const used = [...dates.used, byline, source, ...section.used].flatMap((line) => (line ? [line.at] : []));
  return {
    sectionPath: section.path,
    ...(dates.updated && { updated: dates.updated }),
    ...(dates.published && { published: dates.published }),
    ...(byline && { byline: withoutOpening(byline.text, BYLINE_WORDS).replace(/\s*[|,]?\s*\d.*$/, '') }),
    ...(source && { source: sourceName(source.text) }),
    used: new Set(used),
  };
}

interface HeadDates {
  readonly updated?: Instant | undefined;
  readonly published?: Instant | undefined;
  readonly used: readonly PageLine[];
}

function headDates(
  lines: readonly PageLine[],
  head: readonly PageLine[],
  { received, timeZone }: HeadReading,
): HeadDates {
  const latest = later(received, DAY);
  const found = head
    .filter((line) => line.kind === 'date')
    .flatMap((line) => {
      // The label may stand on the line before: "Sist oppdatert".
      const label = lines[line.at - 1];
      const isLabelled = label !== undefined && label.width <= 30 && hasUpdateWord(label.text);
      return printedDates(line.text).map((date) => ({
        at: date.isZoned || timeZone === undefined ? date.at : inZone(date.at, timeZone),
        isUpdate: date.isUpdate || isLabelled,
        line,
      }));
    })
    .filter((date) => date.at <= latest);
  const updated = found.filter((date) => date.isUpdate).map((date) => date.at);
  return {
    updated: updated.sort().at(-1),
    published: found.find((date) => !date.isUpdate)?.at,
    used: found.map((date) => date.line),
  };
}

function withoutOpening(text: string, words: readonly string[]): string {
  const opening = words.find((word) => fold(text).startsWith(word));
  return opening ? text.slice(opening.length).trim() : text;
}

function sourceName(text: string): string {
  return withoutOpening(text.replace(/^\((.*)\)$/, '$1'), SOURCE_WORDS);
}

interface Section {
  readonly path: readonly string[];
  readonly used: readonly PageLine[];
}

/**
 * The section of a page: a breadcrumb on one line, or one to three short lines right above the headline that begin
 * the page or stand in its menu too. Four and more are the menu itself.
 */
function sectionLines(lines: readonly PageLine[], top: number): Section {
  const above = lines.slice(Math.max(0, top - BEFORE), top).reverse();
  for (const line of above) {
    const path = breadcrumb(line, lines[top]);
    if (path.length > 0) return { path, used: [line] };
  }
  const end = above.findIndex((line) => !maySection(line));
  const short = (end < 0 ? above : above.slice(0, end)).reverse();
  const isNamed = short.length === top || short.every((line) => line.repeats > 1);
  if (!isNamed || short.length >= BEFORE) return { path: [], used: [] };
  return { path: short.map((line) => line.text).filter((text) => !HOME_WORDS.has(fold(text))), used: short };
}

function maySection(line: PageLine): boolean {
  if (line.kind !== 'plain' || line.furniture || line.width < 2 || line.width > 32) return false;
  return /\p{L}{2}/u.test(line.text) && line.text.split(' ').length <= 4 && !/[|:]/.test(line.text);
}

function breadcrumb(line: PageLine, headline: PageLine | undefined): readonly string[] {
  if (line.width > 200 || !/\s[»›>/]\s/.test(line.text)) return [];
  const parts = line.text.replace(/^[^:»›>/]{0,40}: /, '').split(/\s+[»›>/]\s+/);
  const names = parts.filter(
    (part) => part && lineKey(part) !== headline?.key && !HOME_WORDS.has(fold(part)),
  );
  return names.every((name) => name.length <= 40) ? names : [];
}
