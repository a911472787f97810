import type { Design, Fount } from './design.ts';
import { sized } from './design.ts';
import type { Direction } from './face.ts';
import { setRagged } from './heading.ts';
import type { Block, Box, Colour, Line, RuleBlock, TextBlock, TextRole } from './page-model.ts';
import { round } from './ruler.ts';

/** Where words of furniture stand, and how. `start` and `end` are those of reading. */
export interface WordsPlace {
  readonly fount: Fount;
  readonly box: Pick<Box, 'x' | 'width'>;
  /** The first baseline. */
  readonly y: number;
  readonly direction: Direction;
  readonly align?: 'start' | 'middle' | 'end';
  readonly role?: TextRole;
  readonly colour?: Colour;
  /** Page to which they lead. */
  readonly page?: number;
  /** Lines at the most. */
  readonly lines?: number;
}

/** Words of the paper's own, in as many lines as they need. */
export function furnitureWords(text: string, place: WordsPlace): TextBlock {
  const { fount, box, y, direction, role = 'furniture', colour, page, lines: most = 9 } = place;
  const set = setRagged(text, { fount, measure: box.width, direction }).lines.slice(0, most);
  const lines = set.map(
    ({ text: own, width }, i): Line => ({
      ...{ x: startOf(width, place), y: round(y + i * fount.leading), direction, width: round(width) },
      spans: [{ text: own, face: fount.face.id, size: fount.size, ...(colour ? { colour } : {}) }],
      ...{ space: round(fount.face.width(' ') * fount.size), scale: 1, tracking: 0 },
    }),
  );
  return { kind: 'text', role, lines, ...(page === undefined ? {} : { page }) };
}

function startOf(width: number, { box, direction, align = 'start' }: WordsPlace): number {
  const part = { start: 0, middle: 0.5, end: 1 }[align];
  const free = (box.width - width) * part;
  return round(direction === 'rtl' ? box.x + box.width - free : box.x + free);
}

/** The largest size, down from the fount's own, at which words stand on one line. */
export function fountWithin(
  text: string,
  fount: Fount,
  { width, direction }: { readonly width: number; readonly direction: Direction },
): Fount {
  const natural = fount.face.width(text, direction) * fount.size;
  const size = natural > width ? Math.floor((fount.size * width) / natural) : fount.size;
  return sized(fount, size);
}

/** A rule across a box. */
export function across({ x, width }: Pick<Box, 'x' | 'width'>, y: number, thick = 0.5): RuleBlock {
  return ruleBetween([x, y], [x + width, y], thick);
}

/** A rule between two points. */
export function ruleBetween(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  width: number,
): RuleBlock {
  return {
    ...{ kind: 'rule', x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2), width },
    colour: 'ink',
  };
}

/** The part of the sheet between its margins, from side to side. */
export function between({ sheet }: Design): Pick<Box, 'x' | 'width'> {
  return { x: sheet.margin.side, width: round(sheet.width - 2 * sheet.margin.side) };
}

/** Where on the sheet the part of a page begins that stories fill. */
export function topOf({ sheet }: Design, isFront: boolean): number {
  const rows = Math.floor((sheet.height - sheet.margin.top - sheet.margin.bottom) / sheet.row);
  return round(sheet.margin.top + (rows - (isFront ? sheet.frontRows : sheet.rows)) * sheet.row);
}

/** A box with a rule all around it. */
export function framed({ x, y, width, height }: Box): readonly Block[] {
  return [
    across({ x, width }, y),
    across({ x, width }, y + height),
    ruleBetween([x, y], [x, y + height], 0.5),
    ruleBetween([x + width, y], [x + width, y + height], 0.5),
  ];
}
