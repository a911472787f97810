import type { Copyfit } from './copyfit.ts';
import type { Design, Fount, Role } from './design.ts';
import { span } from './design.ts';
import type { Direction } from './face.ts';
import type { Ragged } from './heading.ts';
import { setRagged } from './heading.ts';
import type { Box, Colour, Line, TextBlock, TextRole } from './page-model.ts';
import type { Placed } from './page-solver.ts';
import type { Shape } from './shape.ts';

/** What a story is set by once its place is known. */
export interface Setting {
  readonly design: Design;
  readonly direction: Direction;
  /** Where on the sheet the part of the page begins that stories fill, in points. */
  readonly top: number;
  readonly words: SetWords;
}

/** Words of the paper's own that stand with stories, in the language of the edition. */
export interface SetWords {
  /** Before a jump: "Continued on Page 7"; the page is filled in when it is known. */
  readonly continuedOn: (page: number) => string;
  readonly continuedFrom: (page: number) => string;
}

/** A story in its place. */
export interface Standing {
  readonly placed: Placed;
  readonly shape: Shape;
  readonly fit: Copyfit;
  readonly role: Role;
  readonly pictureFirst: boolean;
  /** The page it is continued on, where its shape has a jump; the page it comes from, where it is a turn. */
  readonly onPage?: number;
  readonly fromPage?: number;
}

/** Part of a row above the baseline of the text in it. */
export const BASELINE = 0.79;

/** Measures on the sheet from a story's own rows and columns. */
export class Ruler {
  readonly setting: Setting;
  readonly box: Box;
  readonly #row: number;
  readonly #pitch: number;

  constructor({ placed, shape }: Standing, setting: Setting) {
    const { sheet } = setting.design;
    this.setting = setting;
    this.#row = sheet.row;
    this.#pitch = sheet.column + sheet.gutter;
    const columnsBefore = setting.direction === 'rtl' ? sheet.columns - placed.x - placed.columns : placed.x;
    this.box = {
      x: round(sheet.margin.side + columnsBefore * this.#pitch),
      y: round(setting.top + placed.y * sheet.row),
      width: round(span(sheet, placed.columns)),
      height: round(shape.rows * sheet.row),
    };
  }

  /** The top of a row. */
  row(row: number): number {
    return this.box.y + row * this.#row;
  }

  /** Where a line that begins so many columns from the story's beginning begins: its right edge where read from there. */
  start(column: number, inset = 0): number {
    const { x, width } = this.box;
    const across = column * this.#pitch + inset;
    return round(this.setting.direction === 'rtl' ? x + width - across : x + across);
  }

  /** The left edge of a box that begins so many columns from the story's beginning. */
  left(column: number, width: number): number {
    const start = this.start(column);
    return round(this.setting.direction === 'rtl' ? start - width : start);
  }

  /** A box of whole columns and rows. */
  place(column: number, columns: number, rows: readonly [number, number]): Box {
    const width = round(span(this.setting.design.sheet, columns));
    const [from, to] = rows;
    return {
      x: this.left(column, width),
      y: round(this.row(from)),
      width,
      height: round((to - from) * this.#row),
    };
  }
}

/** Ragged words, and how they are set. */
export interface Words {
  readonly role: TextRole;
  readonly fount: Fount;
  readonly ragged: Ragged;
  readonly colour?: Colour;
}

/** Ragged words, one line below the other, from a first baseline on. */
export function raggedBlock(
  words: Words,
  page: Ruler,
  { column, y }: { readonly column: number; readonly y: number },
): TextBlock {
  const { role, fount, ragged, colour } = words;
  const { direction } = page.setting;
  const lines = ragged.lines.map(
    ({ text, width }, i): Line => ({
      ...{ x: page.start(column), y: round(y + i * fount.leading), direction, width: round(width) },
      spans: [{ text, face: fount.face.id, size: fount.size, ...(colour ? { colour } : {}) }],
      ...{ space: round(fount.face.width(' ') * fount.size), scale: 1, tracking: 0 },
    }),
  );
  return { kind: 'text', role, lines };
}

/** Words on one line, however long. */
export function oneLine(text: string, fount: Fount, page: Ruler): Ragged {
  const { direction } = page.setting;
  return setRagged(text, { fount, measure: Number.POSITIVE_INFINITY, direction });
}

/** Points to the hundredth. */
export function round(points: number): number {
  return Math.round(points * 100) / 100;
}
