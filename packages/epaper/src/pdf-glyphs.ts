import type { Glyph, Shaped } from './face.ts';
import { clustersOf } from './glyph-texts.ts';
import type { Line } from './page-model.ts';
import type { PageContent } from './pdf-content.ts';
import type { PdfFont } from './pdf-font.ts';
import { hex4, number } from './pdf-value.ts';
import type { PlacedWord } from './placed-line.ts';

/** A word to be drawn with its font. */
export interface FontWord extends PlacedWord {
  readonly font: PdfFont;
  /** A space is drawn behind it, which has no width of its own here: the next word has its place. */
  readonly isSpaced: boolean;
  /** Its last sign is a hyphen that is not in the copy. */
  readonly isSoft: boolean;
}

/** Where words are drawn. Letters of Arabic hold together, so that tracking stands behind their words alone. */
export interface RunSetting {
  readonly content: PageContent;
  readonly line: Line;
  readonly isCursive: boolean;
}

/** Half a thousandth of an em is not seen: less is not written, and what is owed is not lost. */
const SEEN = 0.5;

/**
 * Draws words of a line, from left to right, in one text object. Each glyph stands where it was shaped: what the font's
 * own widths do not bring is written between the glyphs, and as `Tz` draws these distances wider too, they are divided
 * by the scale.
 */
export function drawGlyphs(setting: RunSetting, words: readonly FontWord[]): void {
  const run = new GlyphRun(setting, words[0]?.x ?? setting.line.x);
  for (const word of words) run.word(word);
  run.end();
}

class GlyphRun {
  readonly #content: PageContent;
  readonly #line: Line;
  readonly #tracking: number;
  /** Tracking as it is written, and how far it moves the pen. */
  readonly #spread: number;
  /** Where the pen is, as a reader's program reckons it. */
  #pen: number;
  #string = '';
  #array = '';
  #font = '';
  #rise = 0;
  readonly #lacking: string[] = [];

  constructor({ content, line, isCursive }: RunSetting, x: number) {
    this.#content = content;
    this.#line = line;
    this.#tracking = isCursive ? 0 : line.tracking;
    const written = round3(this.#tracking / line.scale);
    this.#spread = written * line.scale;
    this.#pen = Math.round(x * 100) / 100;
    content.draw(
      `BT ${number(line.scale * 100)} Tz ${written} Tc ` +
        `1 0 0 1 ${number(x)} ${number(content.height - line.y)} Tm`,
    );
  }

  end(): void {
    this.#show();
    this.#content.draw(this.#rise === 0 ? 'ET' : '0 Ts ET');
    if (this.#lacking.length > 0) this.#content.colour('ink', 'RG');
    for (const box of this.#lacking) this.#content.draw(box);
  }

  word(word: FontWord): void {
    const { font, span, face } = word;
    this.#use(font, word, false);
    const unit = (span.size * this.#line.scale) / face.unitsPerEm;
    const signs = this.#tracking === 0 ? [] : signsBefore(word);
    let advance = 0;
    const { glyphs } = word.shaped;
    glyphs.forEach((glyph, i) => {
      const x = word.x + (advance + glyph.x) * unit + (signs[i] ?? 0) * this.#tracking;
      advance += glyph.advance;
      if (glyph.id === 0) this.#lack(word, x, glyph.advance * unit);
      else {
        if (word.isSoft && i === glyphs.length - 1) this.#use(font, word, true);
        this.#raise((glyph.y * span.size) / face.unitsPerEm);
        this.#glyph(glyph.id, x, word);
      }
    });
    if (word.isSpaced && font.space !== undefined) this.#glyph(font.space, word.x + word.width, word);
  }

  #glyph(id: number, x: number, { font, span }: FontWord): void {
    const thousandth = (span.size * this.#line.scale) / 1000;
    const owed = (x - this.#pen) / thousandth;
    if (Math.abs(owed) >= SEEN) {
      this.#endString();
      this.#array += String(-Math.round(owed));
      this.#pen += Math.round(owed) * thousandth;
    }
    this.#string += hex4(id);
    this.#pen += font.advance(id) * thousandth + this.#spread;
  }

  /** Chooses font, size and colour. */
  #use(font: PdfFont, { span }: FontWord, isSoft: boolean): void {
    const chosen = `/${this.#content.font(font, isSoft)} ${number(span.size)} Tf`;
    const colour = span.colour ?? 'ink';
    if (chosen !== this.#font) {
      this.#show();
      this.#content.draw(chosen);
      this.#font = chosen;
    }
    if (this.#content.isFilledIn(colour)) return;
    this.#show();
    this.#content.colour(colour, 'rg');
  }

  #raise(rise: number): void {
    const rounded = Math.round(rise * 100) / 100;
    if (rounded === this.#rise) return;
    this.#show();
    this.#content.draw(`${number(rounded)} Ts`);
    this.#rise = rounded;
  }

  /** What no face has is drawn as an empty box: a font's own is no text and may not be named (ISO 14289-1, 7.21.8). */
  #lack({ span }: FontWord, x: number, width: number): void {
    // A mark that is lacking has no room of its own, and leaves its letter.
    if (width <= 0) return;
    const [side, high] = [Math.max(width * 0.1, 0.3), span.size * 0.7];
    const place = `${number(x + side)} ${number(this.#content.height - this.#line.y)}`;
    const size = `${number(Math.max(width - 2 * side, 0.5))} ${number(high)}`;
    this.#lacking.push(`${number(span.size * 0.05)} w ${place} ${size} re S`);
  }

  #endString(): void {
    if (this.#string !== '') this.#array += `<${this.#string}>`;
    this.#string = '';
  }

  #show(): void {
    this.#endString();
    if (this.#array !== '') this.#content.draw(`[${this.#array}]TJ`);
    this.#array = '';
  }
}

const signsByWord = new WeakMap<Shaped, readonly number[]>();

/** For each glyph, how many signs of the word stand before it as it is drawn: tracking follows every sign. */
function signsBefore(word: FontWord): readonly number[] {
  const known = signsByWord.get(word.shaped);
  if (known) return known;
  const lengths = new Map<Glyph, number>();
  for (const { text, glyphs } of clustersOf(word)) {
    const [first] = glyphs;
    if (first) lengths.set(first, text.length);
  }
  let signs = 0;
  const found = word.shaped.glyphs.map((glyph) => {
    const before = signs;
    signs += lengths.get(glyph) ?? 0;
    return before;
  });
  signsByWord.set(word.shaped, found);
  return found;
}

function round3(value: number): number {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? 0 : rounded;
}
