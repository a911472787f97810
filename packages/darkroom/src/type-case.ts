import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as hb from 'harfbuzzjs';
import { decompress } from 'wawoff2';

/** A face that lines are set in; several files make one face where each holds other letters. */
export type FaceName = 'serif' | 'sans';

/** A word as outlines: an SVG path with its baseline at 0 and y downwards, and how far it moves the pen, in pixels. */
export interface SetWord {
  readonly path: string;
  readonly width: number;
}

interface Sort {
  readonly font: hb.Font;
  readonly upem: number;
  readonly letters: ReadonlySet<number>;
}

const FILES: Readonly<Record<FaceName, readonly string[]>> = {
  serif: [
    import.meta.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2'),
    import.meta.resolve(
      '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-opsz-normal.woff2',
    ),
    import.meta.resolve(
      '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
    ),
  ],
  sans: [
    import.meta.resolve('@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2'),
    import.meta.resolve(
      '@fontsource-variable/libre-franklin/files/libre-franklin-latin-ext-wght-normal.woff2',
    ),
    import.meta.resolve(
      '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
    ),
  ],
};

const WEIGHT = 600;

/** The paper's own type as outlines, so that pictures with words need no font of the machine. */
export class TypeCase {
  readonly #faces = new Map<FaceName, Promise<readonly Sort[]>>();

  /** A word set in a size of pixels; undefined where the case lacks a letter of it. */
  async word(text: string, face: FaceName, size: number): Promise<SetWord | undefined> {
    const runs = runsOf(text, await this.#face(face));
    if (!runs) return undefined;
    let [path, width] = ['', 0];
    for (const run of runs) {
      path += shaped(run, size, width);
      width += advance(run, size);
    }
    return { path, width };
  }

  #face(name: FaceName): Promise<readonly Sort[]> {
    const known = this.#faces.get(name);
    if (known) return known;
    const read = Promise.all(FILES[name].map(sortOf));
    this.#faces.set(name, read);
    return read;
  }
}

async function sortOf(file: string): Promise<Sort> {
  const bytes = await decompress(await readFile(fileURLToPath(file)));
  const face = new hb.Face(new hb.Blob(Uint8Array.from(bytes).buffer));
  const font = new hb.Font(face);
  // An axis that a font has not is passed over; 60 is the cut for headlines.
  font.setVariations([new hb.Variation('wght', WEIGHT), new hb.Variation('opsz', 60)]);
  return { font, upem: face.upem, letters: new Set(face.collectUnicodes()) };
}

interface Run {
  readonly sort: Sort;
  readonly text: string;
}

/** A word as the parts that each file has the letters for; undefined where none has one of them. */
function runsOf(text: string, sorts: readonly Sort[]): readonly Run[] | undefined {
  const runs: { sort: Sort; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const has = (sort: Sort) => sort.letters.has(letter.codePointAt(0) ?? 0);
    const last = runs.at(-1);
    const sort = last && has(last.sort) ? last.sort : sorts.find(has);
    if (!sort) return undefined;
    if (last?.sort === sort) last.text += letter;
    else runs.push({ sort, text: letter });
  }
  return runs;
}

interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly x: number;
  readonly y: number;
}

function glyphsOf({ sort, text }: Run): readonly Glyph[] {
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  hb.shape(sort.font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint: id }, i) => {
    const { xAdvance: advance = 0, xOffset: x = 0, yOffset: y = 0 } = positions[i] ?? {};
    return { id, advance, x, y };
  });
}

function advance(run: Run, size: number): number {
  return glyphsOf(run).reduce((sum, glyph) => sum + glyph.advance, 0) * (size / run.sort.upem);
}

/** The outlines of a run that begins so many pixels from the start of its word. */
function shaped(run: Run, size: number, start: number): string {
  const { font, upem } = run.sort;
  const scale = size / upem;
  let pen = start / scale;
  return glyphsOf(run)
    .map((glyph) => {
      const path = moved(font.glyphToPath(glyph.id), { x: pen + glyph.x, y: glyph.y, scale });
      pen += glyph.advance;
      return path;
    })
    .join('');
}

/** A glyph's path, whose y points up and whose numbers are units of the font, at its place on the line in pixels. */
function moved(path: string, { x, y, scale }: { x: number; y: number; scale: number }): string {
  let isX = true;
  return path.replace(/[A-Z]|-?\d+(?:\.\d+)?/g, (part) => {
    if (/[A-Z]/.test(part)) {
      isX = true;
      return part;
    }
    const value = isX ? (Number(part) + x) * scale : -(Number(part) + y) * scale;
    isX = !isX;
    return `${value.toFixed(2)} `;
  });
}
