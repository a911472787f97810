import type { Face, Shaped } from './face.ts';
import type { FontTables } from './font-tables.ts';
import { fontTables } from './font-tables.ts';
import { clustersOf, GlyphTexts } from './glyph-texts.ts';
import type { PdfObjects, PdfTools } from './pdf-objects.ts';
import type { Ref } from './pdf-value.ts';
import { hex4, name, number, ref, utf16 } from './pdf-value.ts';
import type { PlacedWord } from './placed-line.ts';

/** Bits of a font's flags (ISO 32000-1, table 123). */
const SYMBOLIC = 4;
const ITALIC = 64;
/** Pairs in one block of a character map at the most. */
const PAIRS = 100;

/**
 * A face as a PDF has it: a Type 0 font of the glyphs that are drawn, under their numbers. Hyphens at the ends of lines
 * are drawn by a second font of the same outlines that reads them as soft ones, so that words which were parted are
 * found and read whole.
 */
export class PdfFont {
  readonly #face: Face;
  readonly #tables: FontTables;
  readonly #texts = new GlyphTexts();
  /** Words taken in, and whether their glyphs say them, once somebody asked. */
  readonly #said = new Map<Shaped, boolean | undefined>();
  readonly #advances: number[] = [];
  /** The space between words, where the face has one, and the hyphen. */
  readonly space: number | undefined;
  readonly hyphen: number | undefined;
  /** Names and numbers of the font and of the one for soft hyphens. */
  readonly name: string;
  readonly softName: string;
  readonly object: Ref;
  readonly softObject: Ref;
  #hasSoft = false;

  constructor(face: Face, index: number, objects: PdfObjects) {
    this.#face = face;
    this.#tables = fontTables(face);
    this.space = this.#single(' ');
    this.hyphen = this.#single('-');
    this.name = `F${index}`;
    this.softName = `S${index}`;
    this.object = objects.reserve();
    this.softObject = objects.reserve();
  }

  /** How far a glyph moves the pen, in thousandths of an em, as the PDF says. */
  advance(glyph: number): number {
    const advance = this.#advances[glyph] ?? Math.round(this.#tables.advance(glyph) * 100) / 100;
    this.#advances[glyph] = advance;
    return advance;
  }

  /** Takes in a word that will be drawn. */
  learn(word: PlacedWord, isHyphenated: boolean): void {
    if (isHyphenated) this.#hasSoft = true;
    if (this.#said.has(word.shaped)) return;
    this.#said.set(word.shaped, undefined);
    this.#texts.learn(clustersOf(word));
  }

  /** Whether a word's glyphs are read as its text; asked only when all words were taken in. */
  says(word: PlacedWord): boolean {
    const known = this.#said.get(word.shaped);
    if (known !== undefined) return known;
    const says = this.#texts.says(clustersOf(word));
    this.#said.set(word.shaped, says);
    return says;
  }

  /** Writes the font: outlines, widths, and what its glyphs are read as. */
  write(objects: PdfObjects, tools: PdfTools): void {
    const glyphs = this.#texts.all();
    const tag = tagOf(tools.digest(new TextEncoder().encode(`${this.#face.id} ${glyphs.map(([id]) => id)}`)));
    const base = name(`${tag}+${this.#tables.name}`);
    const descendant = this.#writeDescendant(objects, { base, tools, glyphs });
    const say = (texts: readonly (readonly [number, string])[]) =>
      `<</Type/Font/Subtype/Type0/BaseFont${base}/Encoding/Identity-H/DescendantFonts[${ref(descendant)}]` +
      `/ToUnicode ${ref(objects.addPacked('', characterMap(texts)))}>>`;
    objects.set(this.object, say(glyphs));
    if (this.#hasSoft && this.hyphen !== undefined)
      objects.set(this.softObject, say([[this.hyphen, '\u00ad']]));
  }

  #writeDescendant(objects: PdfObjects, { base, tools, glyphs }: Cut): Ref {
    const { box, ascent, descent, capitals, weight, slant } = this.#tables;
    const outlines = tools.subset(
      this.#face.bytes,
      glyphs.map(([id]) => id),
    );
    const file = objects.addPacked(`/Length1 ${outlines.length}`, outlines);
    const descriptor = objects.add(
      `<</Type/FontDescriptor/FontName${base}/Flags ${slant === 0 ? SYMBOLIC : SYMBOLIC + ITALIC}` +
        `/FontBBox[${box.join(' ')}]/ItalicAngle ${number(slant)}/Ascent ${ascent}/Descent ${descent}` +
        `/CapHeight ${capitals}/StemV ${Math.round(weight / 5)}/FontFile2 ${ref(file)}>>`,
    );
    const widths = glyphs.map(([id]) => `${id}[${number(this.advance(id))}]`).join('');
    return objects.add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont${base}/CIDToGIDMap/Identity/FontDescriptor ${ref(descriptor)}` +
        `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[${widths}]>>`,
    );
  }

  #single(sign: string): number | undefined {
    const [glyph, ...others] = this.#face.shape(sign).glyphs;
    if (glyph === undefined || glyph.id === 0 || others.length > 0) return undefined;
    this.#texts.learn([{ text: sign, told: sign, glyphs: [glyph] }]);
    return glyph.id;
  }
}

interface Cut {
  readonly base: string;
  readonly tools: PdfTools;
  readonly glyphs: readonly (readonly [number, string])[];
}

/** Six capital letters that differ where the glyphs do (9.6.4). */
function tagOf(digest: Uint8Array): string {
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

/** Says what glyphs are read as (9.10.3). */
function characterMap(texts: readonly (readonly [number, string])[]): string {
  let blocks = '';
  for (let from = 0; from < texts.length; from += PAIRS) {
    const own = texts.slice(from, from + PAIRS);
    const pairs = own.map(([glyph, text]) => `<${hex4(glyph)}><${utf16(text)}>\n`).join('');
    blocks += `${own.length} beginbfchar\n${pairs}endbfchar\n`;
  }
  return (
    '/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n' +
    '/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n' +
    '1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n' +
    `${blocks}endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n`
  );
}
