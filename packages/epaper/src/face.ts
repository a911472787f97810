import * as harfbuzz from 'harfbuzzjs';

/** A glyph of a text that was shaped: its number in the face, and lengths in units of the face. */
export interface Glyph {
  readonly id: number;
  readonly advance: number;
  /** How far it is drawn from where the pen stands: marks of Arabic and their like. */
  readonly x: number;
  readonly y: number;
  /** Where in the text what it stands for begins, in UTF-16 units. */
  readonly at: number;
}

/** A text as glyphs of one face, in the order in which they are drawn, from left to right. */
export interface Shaped {
  /** In ems. */
  readonly width: number;
  readonly glyphs: readonly Glyph[];
}

/** A step of an outline: the letter by which an SVG path knows it, and its points, x and y in turn. */
export interface OutlineStep {
  readonly letter: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly points: readonly number[];
}

/** What a glyph is drawn by. */
export type Outline = readonly OutlineStep[];

/** Which way a text is set. */
export type Direction = 'ltr' | 'rtl';

/**
 * A face of type, opened from the bytes of a TrueType file. It keeps what it has shaped, so that a word is shaped once
 * however often it stands in an issue. Shaping is HarfBuzz's.
 */
export class Face {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Units of the face in an em. */
  readonly unitsPerEm: number;
  readonly #font: harfbuzz.Font;
  readonly #buffer = new harfbuzz.Buffer();
  readonly #pen = pen();
  readonly #outlines = new Map<number, Outline>();
  readonly #shaped = { ltr: new Map<string, Shaped>(), rtl: new Map<string, Shaped>() };

  constructor(id: string, bytes: Uint8Array) {
    this.id = id;
    this.bytes = bytes;
    const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
    this.unitsPerEm = face.upem;
    this.#font = new harfbuzz.Font(face);
  }

  /** Shapes a text of one direction, without a break. */
  shape(text: string, direction: Direction = 'ltr'): Shaped {
    const known = this.#shaped[direction].get(text);
    if (known) return known;
    const shaped = this.#shapeNow(text, direction);
    this.#shaped[direction].set(text, shaped);
    return shaped;
  }

  /** Width of a text without a break, in ems. */
  width(text: string, direction: Direction = 'ltr'): number {
    return this.shape(text, direction).width;
  }

  /** Whether it has a glyph for every character of a text. */
  covers(text: string): boolean {
    return this.shape(text).glyphs.every(({ id }) => id !== 0);
  }

  /** The outline of a glyph, in units of the face, upward; empty for a space. */
  outline(glyph: number): Outline {
    const known = this.#outlines.get(glyph);
    if (known !== undefined) return known;
    const outline: OutlineStep[] = [];
    this.#font.drawGlyph(glyph, this.#pen, outline);
    this.#outlines.set(glyph, outline);
    return outline;
  }

  #shapeNow(text: string, direction: Direction): Shaped {
    const buffer = this.#buffer;
    buffer.clearContents();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(direction === 'rtl' ? harfbuzz.Direction.RTL : harfbuzz.Direction.LTR);
    harfbuzz.shape(this.#font, buffer);
    const placed = buffer.getGlyphPositions();
    const glyphs = buffer.getGlyphInfos().map(({ codepoint: id, cluster: at }, i) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = placed[i] ?? {};
      return { id, at, advance: xAdvance, x: xOffset, y: yOffset };
    });
    const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
    return { glyphs, width: advance / this.unitsPerEm };
  }
}

/** Writes what is drawn down in the list that it is drawn on. */
function pen(): harfbuzz.DrawFuncs {
  const funcs = new harfbuzz.DrawFuncs();
  funcs.setMoveToFunc((...drawn) => write('M', 2, drawn));
  funcs.setLineToFunc((...drawn) => write('L', 2, drawn));
  funcs.setQuadraticToFunc((...drawn) => write('Q', 4, drawn));
  funcs.setCubicToFunc((...drawn) => write('C', 6, drawn));
  funcs.setClosePathFunc((...drawn) => write('Z', 0, drawn));
  return funcs;
}

/** HarfBuzz gives the coordinates of a step, then the list that was handed to it. */
function write(letter: OutlineStep['letter'], coordinates: number, drawn: readonly unknown[]): void {
  const list = drawn[coordinates];
  if (Array.isArray(list)) list.push({ letter, points: drawn.slice(0, coordinates) });
}
