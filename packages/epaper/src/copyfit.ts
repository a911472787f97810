import type { Design } from './design.ts';
import type { Direction } from './face.ts';
import type { Galley } from './galley.ts';
import { setParagraph } from './galley.ts';
import { setRagged } from './heading.ts';
import type { Hyphenate } from './hyphenation.ts';
import type { IssueBlock, IssueStory } from './issue-story.ts';
import type { SetLine } from './line.ts';
import type { Run, Type } from './piece.ts';
import type { TableColumn } from './set-row.ts';
import { setRow, tableColumns } from './set-row.ts';

/** More than any way to fill a space costs. */
export const NEVER = 1e9;

/** A paragraph of a story set on a column, with the ways to set it. */
export interface SetBlock {
  readonly block: IssueBlock;
  readonly galley: Galley;
  /** Lines of its best way. */
  readonly lines: number;
}

/** A way to end a story early: how many blocks run whole, the last one's shortened form, and the lines lost by it. */
export interface Cut {
  readonly blocks: readonly SetBlock[];
  readonly lines: number;
  readonly lost: number;
  readonly cost: number;
}

/** What it costs to set a story's text in so many lines of a column, for every number that can be had. */
export interface Copyfit {
  readonly story: IssueStory;
  readonly blocks: readonly SetBlock[];
  /** Lines of the whole text as it is best set. */
  readonly whole: number;
  /** By number of lines; `NEVER` where it cannot be done. */
  readonly cost: Float64Array;
  readonly cuts: readonly Cut[];
}

/** What a story's text is set by. */
export interface TextSetting {
  readonly design: Design;
  readonly direction: Direction;
  readonly hyphenate: Hyphenate;
}

/** Paragraphs set a line longer or shorter than is best at the most, and what each costs beside its own demerits. */
const MOST_LOOSE = 10;
const LOOSENING = 0.35;
/** Demerits for which one point is asked; and the points at the most. */
const DEMERITS_A_POINT = 60_000;
const MOST_POINTS = 6;
/** Points for a cut at all, and for each line of it; an empty line at the end of a story. */
const CUTTING = 1;
const LOST_LINE = 0.55;
const EMPTY_LINE = 9;

/** Sets a story's text on a column and finds what every number of lines costs. */
export function copyfit(story: IssueStory, setting: TextSetting): Copyfit {
  const type = columnType(setting);
  const tables = tablesOf(story.body, setting);
  const blocks = story.body.map((block, i) => setBlock(block, { setting, type, tables, isFirst: i === 0 }));
  const whole = blocks.reduce((sum, { lines }) => sum + lines, 0);
  const cuts = cutsOf(story, blocks, { setting, type, whole });
  const cost = new Float64Array(whole + MOST_LOOSE + 4).fill(NEVER);
  for (const cut of cuts) addWays(cost, cut);
  for (let lines = 1; lines < cost.length; lines++)
    cost[lines] = Math.min(cost[lines] ?? NEVER, (cost[lines - 1] ?? NEVER) + EMPTY_LINE);
  return { story, blocks, whole, cost, cuts };
}

/** The type of a story's text on one column. */
export function columnType({ design, direction, hyphenate }: TextSetting): Type {
  return { faces: design.text, size: design.textSize, measure: design.sheet.column, direction, hyphenate };
}

interface BlockPlace {
  readonly setting: TextSetting;
  readonly type: Type;
  readonly tables: Tables;
  readonly isFirst: boolean;
}

/** The columns of tables by the ids of their blocks. */
type Tables = ReadonlyMap<string, readonly TableColumn[]>;

/** Points between the edge of a box of facts and its text. */
const BOX_INSET = 6;

function tablesOf(body: readonly IssueBlock[], { design, direction }: TextSetting): Tables {
  const rows = Map.groupBy(
    body.filter(({ row }) => row !== undefined),
    ({ row }) => row?.table ?? '',
  );
  const tables = [...rows].flatMap(([id, own]) => {
    const measure = design.sheet.column;
    const columns = tableColumns(
      own.flatMap(({ row }) => row ?? []),
      { design, direction, measure },
    );
    return columns ? [[id, columns] as const] : [];
  });
  return new Map(tables);
}

function setBlock(block: IssueBlock, place: BlockPlace): SetBlock {
  const { setting, type, tables, isFirst } = place;
  const { design, direction } = setting;
  const inset = block.isBoxed ? BOX_INSET : 0;
  const measure = design.sheet.column - 2 * inset;
  const columns = block.row && tables.get(block.row.table);
  if (columns) return rigid(block, setRow(block, columns, { design, direction, measure }));
  if (block.kind !== 'crosshead') {
    const galley = setParagraph(block.runs, { ...type, measure }, isFirst ? 0 : design.indent);
    const lines = galley.counts[0]?.lines ?? 0;
    return { block, galley: inset > 0 ? setIn(galley, inset) : galley, lines };
  }
  const fount = design.founts.crosshead;
  const text = block.runs.map((run) => run.text).join('');
  const { lines } = setRagged(text, { fount, measure, direction });
  const set = lines.map((line) => ({
    spans: [{ text: line.text, face: fount.face.id, size: fount.size }],
    ...{ space: fount.face.width(' ') * fount.size, scale: 1, tracking: 0, width: line.width, direction },
    ...{ inset, from: line.from, to: line.to },
  }));
  return rigid(block, set);
}

/** A block that is set in one way alone. */
function rigid(block: IssueBlock, lines: readonly SetLine[]): SetBlock {
  const galley = { counts: [{ lines: lines.length, demerits: 0 }], lines: () => lines };
  return { block, galley, lines: lines.length };
}

function setIn({ counts, lines }: Galley, inset: number): Galley {
  return { counts, lines: (count) => lines(count).map((line) => ({ ...line, inset: line.inset + inset })) };
}

interface WholeText {
  readonly setting: TextSetting;
  readonly type: Type;
  readonly whole: number;
}

/** The whole story, and the story cut at the end of every sentence that may go. */
function cutsOf(story: IssueStory, blocks: readonly SetBlock[], text: WholeText): readonly Cut[] {
  const cuts: Cut[] = [{ blocks, lines: text.whole, lost: 0, cost: 0 }];
  const most = Math.floor(text.whole * story.mayLose);
  let below = 0;
  for (let i = blocks.length - 1; i >= 1 && below <= most; i--) {
    const block = blocks[i];
    if (!block) break;
    const before = blocks.slice(0, i);
    const above = text.whole - below - block.lines;
    for (const short of shortened(block, text)) {
      const lost = text.whole - above - short.lines;
      if (short.lines < block.lines && lost > 0 && lost <= most)
        cuts.push(cutOf([...before, short], above + short.lines, lost));
    }
    below += block.lines;
    const last = before.at(-1)?.block;
    if (below <= most && last && !isJoined(last)) cuts.push(cutOf(before, text.whole - below, below));
  }
  return cuts;
}

/** Whether a block belongs to the one behind it: a crosshead, or a row of a table that goes on. */
export function isJoined({ kind, row }: IssueBlock): boolean {
  return kind === 'crosshead' || row?.isLast === false;
}

function cutOf(blocks: readonly SetBlock[], lines: number, lost: number): Cut {
  return { blocks, lines, lost, cost: CUTTING + LOST_LINE * lost };
}

const NO_TABLES: Tables = new Map();

/** A paragraph ended after each of its sentences but the last. */
function shortened({ block }: SetBlock, { setting, type }: WholeText): readonly SetBlock[] {
  if (block.kind !== 'paragraph') return [];
  const text = block.runs.map((run) => run.text).join('');
  const ends = [
    ...text.matchAll(/[.!?\u061f\u3002\uff01\uff1f][\u201d\u2019")\u300d]?(?=\s|$|\p{Script=Han})/gu),
  ]
    .map((match) => match.index + match[0].length)
    .filter((end) => end < text.trimEnd().length);
  return ends.toReversed().map((end) => {
    const short = { ...block, runs: runsUpTo(block.runs, end) };
    return setBlock(short, { setting, type, tables: NO_TABLES, isFirst: false });
  });
}

function runsUpTo(runs: readonly Run[], end: number): readonly Run[] {
  let from = 0;
  return runs.flatMap((run) => {
    const text = run.text.slice(0, Math.max(0, end - from));
    from += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** What it costs to set a cut of the story so many lines longer or shorter than is best. */
function addWays(cost: Float64Array, { blocks, lines, cost: cutting }: Cut): void {
  for (const step of [1, -1]) {
    const prices = blocks.flatMap((block) => priceOf(block, step) ?? []).toSorted((a, b) => a - b);
    let price = cutting;
    for (let n = 0; n <= Math.min(prices.length, MOST_LOOSE); n++) {
      if (n > 0) price += prices[n - 1] ?? NEVER;
      const at = lines + n * step;
      if (at > 0 && at < cost.length && price < (cost[at] ?? NEVER)) cost[at] = price;
    }
  }
}

/** What it costs to set a paragraph in a line more or less than is best; nothing where it cannot be. */
export function priceOf({ galley, lines }: SetBlock, step: number): number | undefined {
  if (step === 0) return 0;
  const best = galley.counts[0];
  const other = galley.counts.find((count) => count.lines === lines + step);
  if (!best || !other) return undefined;
  return LOOSENING + Math.min(MOST_POINTS, (other.demerits - best.demerits) / DEMERITS_A_POINT);
}
