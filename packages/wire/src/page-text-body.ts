import { hasHeadFact, isCredited, type PageLine } from './page-text-lines.ts';
import { pageTitle, saysTitle } from './page-text-title.ts';

/** The run of lines, first and last included, that holds a page's story, and how much prose it scored. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

/** How a line of the story is set. */
export interface BodyLine {
  readonly line: PageLine;
  readonly as: 'paragraph' | 'subhead';
}

/** The weights of the search, tuned on article pages of 75 papers in 20 languages. 1 is a short paragraph. */
const WEIGHTS = {
  /** Width at which a line that ends as a sentence speaks neither for nor against the story. */
  evenWidth: 40,
  /** Width that is worth 1 more. */
  perPoint: 80,
  /** What a very long line can speak at most. */
  most: 5,
  /** A paragraph of less than this width between two lines that are none may be a teaser … */
  teaserWidth: 300,
  /** … and counts for this part. */
  teaser: 0.5,
  /** … and for this one where it breaks off. */
  cutTeaser: 0.2,
  /** … and for this one where a date stands by it, as it does by the teasers of other stories. */
  datedTeaser: 0.1,
  /** What the first short line behind prose costs, and how much more each further one. */
  plain: -0.2,
  plainMore: -0.04,
  plainMost: -0.6,
  /** What a date or byline costs: teasers have them, the story has them in its head. */
  meta: -0.6,
  /** … and when it stands in a gap of so many lines, as in the head of a second story. */
  metaInGap: -2,
  gap: 5,
  /** What a label such as "Share" costs, and one that opens what follows the story. */
  label: -0.8,
  endLabel: -1.3,
  /** What "Read also" costs, which papers set between paragraphs. */
  readAlso: -0.4,
  /** What prose that stands twice or more on the page costs. */
  repeated: -0.6,
  /** … and of what width it may yet be a paragraph. */
  longEnough: 120,
  /** What a line costs that stands often: an insertion between paragraphs, not what follows the story. */
  inserted: -0.15,
  insertedFrom: 3,
  /** The story ends where the score has fallen by so much and not yet recovered. */
  drop: 6,
  /** How much more a run counts that stands shortly behind the page's title. */
  underTitle: 2,
  underTitleMore: 8,
  titleReach: 60,
  /** Where a date or byline stands so few lines behind the title, the story begins anew. */
  headReach: 3,
  /** The score from which a run is the story its title announced. */
  substantial: 2,
  /** Lines that may stand between two runs of one story, and how dense the second must be beside the first. */
  joinGap: 16,
  joinDensity: 0.5,
  /** Width from which a line without a full stop may yet be a paragraph. */
  openParagraph: 220,
} as const;

/**
 * Finds where the story stands: the run of lines whose prose outweighs the furniture between it by most, with the
 * runs close by that are as dense.
 */
export function findRun(lines: readonly PageLine[]): Run | undefined {
  const runs = proseRuns(lines);
  const best = runs.reduce<WeighedRun | undefined>((a, b) => (a && a.weight >= b.weight ? a : b), undefined);
  return best && runs.slice(runs.indexOf(best) + 1).reduce(join, best);
}

/** A run and how much it counts: more where it is the first to stand under the page's title. */
interface WeighedRun extends Run {
  readonly weight: number;
}

/**
 * All runs of a page, in order. One pass, as for a maximum subarray, with a run closed where its score has dropped
 * for good, as local alignment does.
 */
function proseRuns(lines: readonly PageLine[]): readonly WeighedRun[] {
  const title = pageTitle(lines);
  const runs: WeighedRun[] = [];
  let titleAt: number | undefined;
  let run: Open = CLOSED;
  const isUnder = ({ first }: Open): boolean =>
    titleAt !== undefined && first - titleAt <= WEIGHTS.titleReach;
  const close = (): void => {
    if (run.top <= 0) return;
    runs.push({
      first: run.first,
      last: run.last,
      score: run.top,
      weight: isUnder(run) ? run.top * WEIGHTS.underTitle + WEIGHTS.underTitleMore : run.top,
    });
    if (run.top >= WEIGHTS.substantial) titleAt = undefined;
  };
  for (const line of lines) {
    const isHead = !isUnder(run) && saysTitle(line, title) && hasHeadFact(lines, line, WEIGHTS.headReach);
    if (run.score <= 0 || run.score < run.top - WEIGHTS.drop || isHead) {
      close();
      run = { ...CLOSED, first: line.at };
    }
    if (isHead || (saysTitle(line, title) && run.top < WEIGHTS.substantial)) titleAt = line.at;
    run = extend(lines, line, run);
  }
  close();
  return runs;
}

/** Joins a run to the story before it where few lines stand between and both are equally dense with prose. */
function join(story: Run, next: Run): Run {
  const isNear = next.first - story.last <= WEIGHTS.joinGap;
  const isDense = density(next) >= density(story) * WEIGHTS.joinDensity && density(next) >= 1;
  return isNear && isDense ? { first: story.first, last: next.last, score: story.score + next.score } : story;
}

function density(run: Run): number {
  return run.score / (run.last - run.first + 1);
}

/** A run while it grows: the best score it had and where, and the lines without prose since. */
interface Open {
  readonly first: number;
  readonly last: number;
  readonly score: number;
  readonly top: number;
  readonly gap: number;
}

const CLOSED: Open = { first: 0, last: 0, score: 0, top: 0, gap: 0 };

function extend(lines: readonly PageLine[], line: PageLine, run: Open): Open {
  const isProse = isParagraph(line);
  const score = run.score + (isProse ? proseScore(lines, line) : furnitureScore(line, run.gap));
  const isTop = score > run.top;
  return {
    first: run.first,
    last: isTop ? line.at : run.last,
    score,
    top: isTop ? score : run.top,
    gap: isProse ? 0 : run.gap + 1,
  };
}

function proseScore(lines: readonly PageLine[], line: PageLine): number {
  if (line.repeats > 1) return WEIGHTS.repeated;
  const score = Math.min(WEIGHTS.most, (line.width - WEIGHTS.evenWidth) / WEIGHTS.perPoint);
  const isAlone = !isParagraphAt(lines, line.at - 1) && !isParagraphAt(lines, line.at + 1);
  if (!isAlone) return score;
  if (isDated(lines, line)) return score * WEIGHTS.datedTeaser;
  if (ELLIPSIS.test(line.text)) return score * WEIGHTS.cutTeaser;
  // Teasers seldom quote.
  if (QUOTE.test(line.text)) return score;
  return line.width < WEIGHTS.teaserWidth ? score * WEIGHTS.teaser : score;
}

function isDated(lines: readonly PageLine[], line: PageLine): boolean {
  const near = [line.at - 2, line.at - 1, line.at + 1];
  return near.some((at) => lines[at]?.kind === 'date');
}

function furnitureScore(line: PageLine, gap: number): number {
  if (line.kind === 'date' || line.kind === 'byline') {
    return gap >= WEIGHTS.gap ? WEIGHTS.metaInGap : WEIGHTS.meta;
  }
  if (line.repeats >= WEIGHTS.insertedFrom) return WEIGHTS.inserted;
  if (line.furniture === 'read also') return WEIGHTS.readAlso;
  if (line.furniture) return END_LABELS.has(line.furniture) ? WEIGHTS.endLabel : WEIGHTS.label;
  return Math.max(WEIGHTS.plainMost, WEIGHTS.plain + WEIGHTS.plainMore * gap);
}

const END_LABELS: ReadonlySet<string> = new Set([
  'related',
  'comments',
  'subscription',
  'footer',
  'e-paper',
  'specials',
]);

const QUOTE = /["“”„»«]/;
const ELLIPSIS = /(?:…|\.\.\.)[\])]?$/;

function isParagraphAt(lines: readonly PageLine[], at: number): boolean {
  const line = lines[at];
  return line !== undefined && isParagraph(line);
}

/** Whether a line reads as a paragraph: sentences, or so long that it can be nothing else. */
export function isParagraph(line: PageLine): boolean {
  if (line.furniture) return false;
  if (line.kind === 'prose') return true;
  if (line.kind !== 'plain' && line.kind !== 'byline') return false;
  return line.width >= WEIGHTS.openParagraph || (line.width >= 60 && /[:：,;]["”»]?$/.test(line.text));
}

/** The paragraphs and subheads of a run; what is left over is furniture that stood between them. */
export function bodyLines(lines: readonly PageLine[], run: Run): readonly BodyLine[] {
  const inside = lines.slice(run.first, run.last + 1);
  const lastOf = new Map(inside.map((line) => [line.key, line.at]));
  // A lead that is also the standfirst stands twice: the second is the story's.
  const story = inside.filter((line) => isStory(lines, line, run) && lastOf.get(line.key) === line.at);
  const paragraphs = new Set(story.map((line) => line.at));
  return inside.flatMap((line): readonly BodyLine[] => {
    if (paragraphs.has(line.at)) return [{ line, as: 'paragraph' }];
    const stands = paragraphs.has(line.at - 1) && paragraphs.has(line.at + 1);
    return stands && maySubhead(line) ? [{ line, as: 'subhead' }] : [];
  });
}

function maySubhead(line: PageLine): boolean {
  if (line.furniture || line.repeats > 1 || line.width < 4 || line.width > 120) return false;
  return line.kind === 'plain' && /\p{L}{2}/u.test(line.text) && !/[/|]/.test(line.text);
}

function isStory(lines: readonly PageLine[], line: PageLine, run: Run): boolean {
  if (!isParagraph(line)) return false;
  // Below the last paragraph a © is the paper's own.
  if (line.at < run.last && isCredited(lines, line)) return false;
  if (line.repeats > 1 && line.width < WEIGHTS.longEnough) return false;
  // A question that nobody answers is the headline of another story.
  if (line.width < 110 && /[?!？！]$/.test(line.text) && !isParagraphAt(lines, line.at + 1)) return false;
  // Behind a label such as "Read more" stand the headlines of other stories.
  const label = lines[line.at - 1]?.furniture;
  return !((label === 'read also' || label === 'related') && line.width < 130);
}
