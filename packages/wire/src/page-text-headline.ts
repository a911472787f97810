import { isParagraph, type Run } from './page-text-body.ts';
import { hasHeadFact, isCredited, type PageLine } from './page-text-lines.ts';
import { likeness, mayStandAlone, type PageTitle, pageTitle, saysTitle } from './page-text-title.ts';

/** The headline of a page and the line it stands on; -1 where only the page's title gives it. */
export interface Headline {
  readonly text: string;
  readonly at: number;
}

/** The weights of the choice, tuned as those of the body are. */
const WEIGHTS = {
  /** For a line that is the title without the site's name. */
  isTitle: 3.5,
  /** For the share of the title that a line gives which begins or ends it. */
  partOfTitle: 2.5,
  /** For the share of its words that the title has too. */
  likeTitle: 1.8,
  /** For a date, byline or share bar shortly behind. */
  metaBehind: 0.9,
  /** For every line between it and the story. */
  distance: -0.05,
  /** What distance can cost at most. */
  farthest: -1.5,
  /** For the width of an ordinary headline. */
  goodWidth: 0.8,
  /** For ending as a sentence does. */
  fullStop: -2,
  /** What a line must have in common with the title to be preferred to it where nothing else speaks for the line. */
  enoughLikeness: 0.9,
} as const;

/** Lines behind a headline in which its date or byline stands. */
const META_REACH = 5;

interface Candidate {
  readonly line: PageLine;
  readonly score: number;
  /** Whether the title or a date, byline or share bar speaks for it. */
  readonly isBacked: boolean;
}

/** Finds the headline of the story that stands in `run`. */
export function findHeadline(lines: readonly PageLine[], run: Run): Headline | undefined {
  const title = pageTitle(lines);
  let best: Candidate | undefined;
  for (const line of lines.slice(0, headEnd(lines, run))) {
    if (!mayHead(lines, line)) continue;
    const candidate = weigh(lines, line, { title, first: run.first });
    if (!best || candidate.score > best.score) best = candidate;
  }
  if (title && mayStandAlone(title) && !best?.isBacked) return { text: title.text, at: -1 };
  return best && asPrinted(lines, best.line, title);
}

/** The search may run a little into the prose, where the run began with a standfirst or a menu's sentence. */
function headEnd(lines: readonly PageLine[], run: Run): number {
  const wide = lines.findIndex((line) => line.at > run.first && isParagraph(line) && line.width > 200);
  return wide < 0 ? run.first + 1 : Math.min(wide, run.first + 40);
}

function mayHead(lines: readonly PageLine[], line: PageLine): boolean {
  if (line.at === 0 && lines.length > 1 && line.width < 20) return false;
  if (line.width < 8 || line.width > 260 || line.furniture || isCredited(lines, line)) return false;
  return line.kind === 'plain' || line.kind === 'prose';
}

interface HeadContext {
  readonly title: PageTitle | undefined;
  readonly first: number;
}

function weigh(lines: readonly PageLine[], line: PageLine, { title, first }: HeadContext): Candidate {
  const distance = Math.max(0, first - line.at);
  const fromTitle = title && line.at > 0 ? titleScore(line, title) : 0;
  const hasMeta = hasHeadFact(lines, line, META_REACH);
  const isSentence = /[.。]$/.test(line.text);
  let score = fromTitle + Math.max(WEIGHTS.farthest, distance * WEIGHTS.distance);
  if (line.width >= 22 && line.width <= 170) score += WEIGHTS.goodWidth;
  if (isSentence) score += WEIGHTS.fullStop;
  if (hasMeta) score += WEIGHTS.metaBehind;
  const isBacked = line.at > 0 && !isSentence && (hasMeta || fromTitle >= WEIGHTS.enoughLikeness);
  return { line, score, isBacked };
}

function titleScore(line: PageLine, title: PageTitle): number {
  if (saysTitle(line, title)) return WEIGHTS.isTitle;
  const isPart = line.key.length >= 6 && (title.key.startsWith(line.key) || title.key.endsWith(line.key));
  if (isPart) return (WEIGHTS.partOfTitle * line.key.length) / title.key.length;
  return likeness(line.text, title.text) * WEIGHTS.likeTitle;
}

/** The headline as the page prints it: in other words than the title, or on two lines. */
function asPrinted(lines: readonly PageLine[], line: PageLine, title: PageTitle | undefined): Headline {
  const before = lines[line.at - 1];
  if (title && before && before.key + line.key === title.key) return { text: title.text, at: line.at };
  const printed = (saysTitle(line, title) && reworded(lines, line)) || line;
  return { text: printed.text, at: printed.at };
}

/**
 * Many pages print the title at the end of their breadcrumbs and shortly behind it the headline in other words:
 * that is the one the paper wrote to be read.
 */
function reworded(lines: readonly PageLine[], title: PageLine): PageLine | undefined {
  return lines
    .slice(title.at + 1, title.at + 4)
    .find(
      (line) =>
        line.kind === 'plain' &&
        mayHead(lines, line) &&
        line.width >= 22 &&
        line.width <= title.width * 1.6 &&
        !title.key.includes(line.key) &&
        likeness(line.text, title.text) >= 0.35,
    );
}
