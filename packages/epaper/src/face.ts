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
