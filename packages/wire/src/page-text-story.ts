import { type BodyLine, bodyLines, findRun, isParagraph, type Run } from './page-text-body.ts';
import { findHeadline, type Headline } from './page-text-headline.ts';
import { headFact, isCredited, type PageLine } from './page-text-lines.ts';

/** The lines of a page that are its story. */
export interface StoryLines {
  readonly headline: Headline | undefined;
  readonly standfirst: PageLine | undefined;
  readonly body: readonly BodyLine[];
  readonly run: Run;
}

/** Lines behind the headline in which the standfirst begins. */
const STANDFIRST_REACH = 4;

/** A sentence of a summary is no wider. */
const SUMMARY_WIDTH = 160;

/** Lines behind the headline in which its date, byline and standfirst stand. */
const HEAD_REACH = 40;

/** Finds the story of a page. Undefined where no line reads as prose. */
export function readStoryLines(lines: readonly PageLine[]): StoryLines | undefined {
  const found = findRun(lines);
  if (!found) return undefined;
  const headline = findHeadline(lines, found);
  const from = headline && headline.at >= 0 ? headline.at + 1 : found.first;
  const start = storyStart(lines, { ...found, first: from > found.last ? found.first : from });
  const run = { ...found, first: start };
  const under = lines.slice(from, Math.min(start, from + STANDFIRST_REACH));
  const standfirst =
    headline && headline.at >= 0 ? under.find((line) => mayStandfirst(lines, line)) : undefined;
  return { headline, standfirst, body: bodyLines(lines, run), run };
}

function mayStandfirst(lines: readonly PageLine[], line: PageLine): boolean {
  return isParagraph(line) && line.width >= 40 && line.width <= 500 && !isCredited(lines, line);
}

/**
 * Where the story proper begins: behind the last date, byline or share bar of the head. What stands between the
 * headline and there is the head. Once a paragraph came, a second date or byline belongs to a teaser in the story;
 * a page that has shown no date yet may first print a summary in short sentences.
 */
function storyStart(lines: readonly PageLine[], run: Run): number {
  const seen = new Set<string>();
  let start = run.first;
  let paragraphs = 0;
  for (const line of lines.slice(run.first, Math.min(run.last, run.first + HEAD_REACH) + 1)) {
    const fact = headFact(line);
    if (fact && (paragraphs === 0 || !seen.has(fact))) start = line.at + 1;
    if (fact) seen.add(fact);
    else if (isParagraph(line) && line.width >= 60) {
      paragraphs += seen.has('date') || line.width > SUMMARY_WIDTH ? 3 : 1;
    }
    if (paragraphs >= 6) break;
  }
  return start;
}
