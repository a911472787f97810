import type { Copyfit } from './copyfit.ts';
import { NEVER } from './copyfit.ts';
import type { Design, Role } from './design.ts';
import type { Direction } from './face.ts';
import type { HeadShape } from './head-shape.ts';
import { headShapes } from './head-shape.ts';
import { setRagged } from './heading.ts';
import type { PictureShape } from './picture-shape.ts';
import { pictureShapes, withoutPicture } from './picture-shape.ts';

/** A rectangle a story can fill to the last line, and how it does. */
export interface Shape {
  readonly columns: number;
  /** Rows it fills, without the gap below it. */
  readonly rows: number;
  readonly head: HeadShape;
  readonly picture: PictureShape | undefined;
  /** Rows of a pull quote within the text; 0 for none. */
  readonly pullRows: number;
  /** Rows given to what stands in the text's first leg before it: the byline, or where a turn comes from. */
  readonly leadRows: number;
  /** Lines of text. */
  readonly lines: number;
  /** Whether the story goes on elsewhere. */
  readonly isJumped: boolean;
}

/** For every width in columns and height in rows, gap included: what it costs to fill it, and the shape that does. */
export interface ShapeTable {
  readonly cost: readonly Float64Array[];
  readonly shapes: readonly (readonly (Shape | undefined)[])[];
  /** The shapes of one rectangle, cheapest first: one for each size of headline and way to show a picture. */
  readonly choices: (columns: number, rows: number) => readonly PricedShape[];
}

/** A shape and what it costs. */
export interface PricedShape {
  readonly shape: Shape;
  readonly cost: number;
}

/** What shapes are made by. */
export interface ShapeSetting {
  readonly design: Design;
  readonly direction: Direction;
  readonly role: Role;
  /** Rows of the page's part that stories fill. */
  readonly pageRows: number;
  /** Whether the story may go on elsewhere. */
  readonly mayJump?: boolean;
}

/** What a story loses by more than this is not tried. */
const WORST = 26;
const LONG_LEG = 0.25;
const SHORT_LEG = 0.7;
/** A long story without a picture wants a pull quote; beside a picture it is one thing too many. */
const PULL_BESIDE_PICTURE = 1.6;
const PULL = 0.2;
const GREY = 1.5;
const GREY_FROM = 110;
const FEWEST_LINES = 4;

/** Finds every rectangle that a story can fill exactly. */
export function shapeTable(fit: Copyfit, setting: ShapeSetting): ShapeTable {
  const { sheet } = setting.design;
  const heights = setting.pageRows + sheet.gap + 1;
  const dresses = Array.from({ length: sheet.columns + 1 }, (_, columns) =>
    columns === 0 ? [] : dressesOf(fit, columns, setting),
  );
  const table = {
    cost: Array.from({ length: sheet.columns + 1 }, () => new Float64Array(heights).fill(NEVER)),
    shapes: Array.from({ length: sheet.columns + 1 }, (): (Shape | undefined)[] => new Array(heights)),
  };
  for (const [columns, own] of dresses.entries())
    for (const dress of own) addHeights(table, dress, { fit, setting, columns });
  const known = new Map<number, readonly PricedShape[]>();
  const choices = (columns: number, rows: number) => {
    const key = columns * heights + rows;
    const found =
      known.get(key) ?? choicesOf(dresses[columns] ?? [], rows - sheet.gap, { fit, setting, columns });
    known.set(key, found);
    return found;
  };
  return { ...table, choices };
}

/** Points more than the cheapest that another shape of the same rectangle may cost. */
const DEARER = 9;

function choicesOf(dresses: readonly Dress[], rows: number, filling: Filling): readonly PricedShape[] {
  const best = new Map<string, PricedShape>();
  for (const dress of dresses) {
    const priced = shapeAt(dress, rows, filling);
    if (!priced) continue;
    const { picture, head } = priced.shape;
    const kind = `${head.size} ${picture?.place} ${picture?.columns}`;
    if (priced.cost < (best.get(kind)?.cost ?? NEVER)) best.set(kind, priced);
  }
  const all = [...best.values()].toSorted((a, b) => a.cost - b.cost);
  return all.filter(({ cost }) => cost <= (all[0]?.cost ?? 0) + DEARER);
}

/** A story so dressed in one rectangle; nothing where it does not fill it. */
function shapeAt(dress: Dress, rows: number, { fit, setting, columns }: Filling): PricedShape | undefined {
  const { picture, head, pullRows } = dress;
  const leadRows = leadRowsOf(fit, setting);
  const lines = linesOf(dress, { rows, columns, leadRows });
  if (lines < FEWEST_LINES || lines >= fit.cost.length) return undefined;
  const text = textCost(fit, lines, setting);
  const legs = { columns, rows: rows - topRows(dress) };
  const penalty = text.cost < NEVER ? legsCost(legs, dress, setting.design) : undefined;
  if (penalty === undefined) return undefined;
  const shape = { columns, rows, head, picture, pullRows, leadRows, lines, isJumped: text.isJumped };
  return { shape, cost: dress.cost + penalty + text.cost };
}

/** Lines of text in a rectangle beside all else that stands in it. */
function linesOf(
  { picture, pullRows, ...dress }: Dress,
  { rows, columns, leadRows }: { readonly rows: number; readonly columns: number; readonly leadRows: number },
): number {
  const under = picture ? picture.columns * (picture.rows + picture.captionRows) : 0;
  return columns * (rows - topRows(dress)) - under - leadRows - pullRows;
}

function leadRowsOf({ story }: Copyfit, { role }: ShapeSetting): number {
  return role === 'turn' || (story.byline && role !== 'briefs') ? 1 : 0;
}

/** A story's head, picture and pull quote together. */
interface Dress {
  readonly head: HeadShape;
  readonly picture: PictureShape | undefined;
  readonly pullRows: number;
  readonly cost: number;
}

function dressesOf(fit: Copyfit, columns: number, setting: ShapeSetting): readonly Dress[] {
  const { story } = fit;
  const heads = headShapes(story, { ...setting, columns });
  const pictures: readonly (PictureShape | undefined)[] = [
    undefined,
    ...pictureShapes(story, { ...setting, columns }),
  ];
  const pulls = pullsOf(fit, columns, setting);
  const dresses = heads.flatMap((head) =>
    pictures.flatMap((picture) =>
      pulls.map((pullRows): Dress => {
        const bare = picture ? picture.cost : withoutPicture(story, setting.role);
        return { head, picture, pullRows, cost: head.cost + bare + pullCost(fit, picture, pullRows) };
      }),
    ),
  );
  return dresses.filter(({ cost }) => cost <= WORST);
}

function pullsOf(
  { story, whole }: Copyfit,
  columns: number,
  { design, direction, role }: ShapeSetting,
): readonly number[] {
  const { sheet, founts, limits } = design;
  const [quote] = story.pullQuotes;
  if (quote === undefined || whole <= limits.pullFrom || columns < 2 || role === 'turn') return [0];
  const fount = founts.pull;
  const { lines, isTooWide } = setRagged(quote, { fount, measure: sheet.column, direction });
  const isFitting = !isTooWide && lines.length * fount.leading <= (limits.pullRows - 3) * sheet.row;
  return isFitting ? [0, limits.pullRows] : [0];
}

function pullCost({ whole }: Copyfit, picture: PictureShape | undefined, pullRows: number): number {
  if (pullRows > 0) return picture ? PULL_BESIDE_PICTURE : PULL;
  return whole > GREY_FROM && !picture ? GREY : 0;
}

interface Filling {
  readonly fit: Copyfit;
  readonly setting: ShapeSetting;
  readonly columns: number;
}

interface Growing {
  readonly cost: readonly Float64Array[];
  readonly shapes: readonly (Shape | undefined)[][];
}

/** Every height at which a story so dressed fills its columns. */
function addHeights(table: Growing, dress: Dress, { fit, setting, columns }: Filling): void {
  const { design, pageRows } = setting;
  const costs = table.cost[columns];
  const shapes = table.shapes[columns];
  if (!costs || !shapes) return;
  const leadRows = leadRowsOf(fit, setting);
  const top = topRows(dress);
  const { picture, head, pullRows } = dress;
  const pictureRows = picture ? picture.rows + picture.captionRows : 0;
  const under = picture ? picture.columns : 0;
  // Millions of heights are looked at: what most of them fail by comes first, and no leg is listed for it.
  for (let rows = top + pictureRows; rows <= pageRows; rows++) {
    const lines = columns * (rows - top) - under * pictureRows - leadRows - pullRows;
    if (lines < FEWEST_LINES) continue;
    if (lines >= fit.cost.length) break;
    const at = rows + design.sheet.gap;
    const text = textCost(fit, lines, setting);
    if (text.cost >= NEVER || dress.cost + text.cost >= (costs[at] ?? 0)) continue;
    const legPenalty = legsCost({ columns, rows: rows - top }, dress, design);
    const cost = dress.cost + (legPenalty ?? NEVER) + text.cost;
    if (legPenalty === undefined || cost >= (costs[at] ?? 0)) continue;
    costs[at] = cost;
    shapes[at] = { columns, rows, head, picture, pullRows, leadRows, lines, isJumped: text.isJumped };
  }
}

/** Rows of what stands above a story's text. */
export function topRows({ head }: Pick<Shape, 'head'>): number {
  return head.kickerRows + head.headlineRows + head.standfirstRows;
}

/** Rows of each leg of text below the head, from the side where reading begins. */
export function legsOf(columns: number, rows: number, picture: PictureShape | undefined): readonly number[] {
  const taken = picture ? picture.rows + picture.captionRows : 0;
  return Array.from({ length: columns }, (_, i) => {
    const isUnder = picture && (picture.place === 'across' || i >= columns - picture.columns);
    return isUnder ? rows - taken : rows;
  });
}

/** What legs cost by their length, as `legsOf` gives them: millions are looked at, so none are listed. */
function legsCost(
  { columns, rows }: { readonly columns: number; readonly rows: number },
  { pullRows, picture }: Dress,
  { limits }: Design,
): number | undefined {
  const underColumns = picture ? (picture.place === 'across' ? columns : picture.columns) : 0;
  const under = picture ? rows - picture.rows - picture.captionRows : rows;
  const isBeside = underColumns < columns;
  if (rows < 0 || under < 0) return undefined;
  const isUnder = underColumns > 0 && under > 0;
  const longest = isBeside ? rows : under;
  const shortest = isUnder ? under : rows;
  if (!(isBeside || isUnder) || shortest < SHORTEST) return undefined;
  if (pullRows > 0 && longest < pullRows + 2 * limits.shortestLeg) return undefined;
  const long = Math.max(0, longest - limits.longestLeg) * LONG_LEG;
  return long + Math.max(0, limits.shortestLeg - shortest) * SHORT_LEG;
}

/** A leg shorter than this is no leg. */
const SHORTEST = 4;

interface TextCost {
  readonly cost: number;
  readonly isJumped: boolean;
}

/** What it costs to set so many lines: the story whole or cut, or its beginning where it goes on elsewhere. */
function textCost(fit: Copyfit, lines: number, { design, mayJump }: ShapeSetting): TextCost {
  const whole = fit.cost[lines] ?? NEVER;
  const { beforeJump, afterJump } = design.limits;
  const first = Math.min(beforeJump, fit.whole - afterJump);
  if (!mayJump || lines < first || lines > fit.whole - afterJump) return { cost: whole, isJumped: false };
  const wanted = JUMP_PART * fit.whole;
  const jump = JUMP + (Math.abs(lines - wanted) / wanted) * JUMP;
  return jump < whole ? { cost: jump, isJumped: true } : { cost: whole, isJumped: false };
}

/** The part of a story that stands before its jump, and the points that a jump costs. */
const JUMP_PART = 0.55;
const JUMP = 2;
