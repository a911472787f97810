import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program of Debian's that reads PDFs; what a test says when it skips for want of one. */
export function lacking(...programs: readonly ('qpdf' | 'pdfinfo')[]): string | false {
  const absent = programs.filter((program) => {
    try {
      execFileSync(program, [program === 'qpdf' ? '--version' : '-v'], { stdio: 'ignore' });
      return false;
    } catch {
      // Not installed: the test says so.
      return true;
    }
  });
  return absent.length === 0 ? false : `no ${absent.join(', ')}: sudo apt-get install -y qpdf poppler-utils`;
}

/** What a program says of a PDF, its errors too. */
export async function said(program: string, args: readonly string[], pdf: Uint8Array): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'epaper-'));
  const file = join(folder, 'issue.pdf');
  writeFileSync(file, pdf);
  try {
    return await new Promise((resolve) => {
      const words = args.map((word) => (word === 'PDF' ? file : word));
      execFile(program, words, { maxBuffer: 1e9, encoding: 'utf8' }, (error, out, err) => {
        resolve(error ? `${out}${err}\n${error.message}` : `${out}${err}`);
      });
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A value of a PDF as qpdf writes it in JSON. */
export type Value = null | boolean | number | string | readonly Value[] | Dictionary;

/** A dictionary; names of entries begin with a slash. */
export interface Dictionary {
  readonly [name: string]: Value;
}

interface QpdfObject {
  readonly value?: Value;
  readonly stream?: { readonly dict: Dictionary; readonly data: string };
}

/** An element of the tree as a reader meets it. */
export interface ReadElement {
  readonly type: string;
  readonly reference: string;
  readonly dictionary: Dictionary;
  readonly elements: readonly ReadElement[];
  /** What is read in it, its elements' texts among them, in order. */
  readonly text: string;
  readonly marks: readonly { readonly page: string; readonly mark: number }[];
  readonly annotations: readonly string[];
}

/** An operator of a page, and what holds around it. */
export interface Shown {
  readonly operator: string;
  /** The mark it belongs to; 'artifact' where it says nothing; undefined where it belongs to nobody. */
  readonly mark: number | 'artifact' | undefined;
  readonly text: string;
  /** Glyphs that are shown, each with where it begins, as numbers of the font say. */
  readonly glyphs: readonly { readonly id: number; readonly x: number; readonly font: string }[];
}

/** A PDF taken apart, by qpdf and by what follows, which shares nothing with the writer. */
export class ReadPdf {
  readonly #objects: Readonly<Record<string, QpdfObject>>;
  readonly #fonts = new Map<string, ReadFont>();
  readonly catalogue: Dictionary;
  readonly pages: readonly string[];
  readonly #shown = new Map<string, readonly Shown[]>();

  constructor(json: string) {
    // qpdf's second form of JSON: a header, then objects by their numbers.
    const { qpdf } = JSON.parse(json) as { readonly qpdf: readonly [unknown, Record<string, QpdfObject>] };
    this.#objects = qpdf[1];
    const trailer = this.#objects.trailer?.value as Dictionary;
    this.catalogue = this.dictionary(trailer['/Root']);
    this.pages = (this.dictionary(this.catalogue['/Pages'])['/Kids'] as readonly string[]).slice();
  }

  /** What a reference leads to, or the value itself. */
  at(value: Value | undefined): Value {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value ?? null;
    const found = this.#objects[`obj:${value}`];
    return found?.value ?? found?.stream?.dict ?? null;
  }

  /** A dictionary, or one of no entries. */
  dictionary(value: Value | undefined): Dictionary {
    const found = this.at(value);
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Dictionary) : {};
  }

  /** The bytes of a stream, unpacked. */
  stream(reference: Value | undefined): Buffer {
    return Buffer.from(this.#objects[`obj:${String(reference)}`]?.stream?.data ?? '', 'base64');
  }

  /** Every object that is a dictionary. */
  all(): readonly Dictionary[] {
    return Object.keys(this.#objects).map((key) => this.dictionary(key.replace(/^obj:/, '')));
  }

  /** The tree's one root. */
  tree(): ReadElement {
    return this.#element(this.dictionary(this.catalogue['/StructTreeRoot'])['/K']);
  }

  /** What is shown on a page. */
  shown(page: string): readonly Shown[] {
    const known = this.#shown.get(page);
    if (known) return known;
    const { '/Contents': contents, '/Resources': resources } = this.dictionary(page);
    const fonts = this.dictionary(this.dictionary(resources)['/Font']);
    const shown = new ContentReader((name) => this.#font(fonts[name])).read(
      this.stream(contents).toString('latin1'),
    );
    this.#shown.set(page, shown);
    return shown;
  }

  #font(reference: Value | undefined): ReadFont {
    const key = String(reference);
    const known = this.#fonts.get(key);
    if (known) return known;
    const {
      '/ToUnicode': map,
      '/DescendantFonts': descendants,
      '/BaseFont': base,
    } = this.dictionary(reference);
    const descendant = this.dictionary((this.at(descendants) as readonly Value[])[0]);
    const widths = new Map<number, number>();
    const list = this.at(descendant['/W']) as readonly Value[];
    for (let i = 0; i < list.length; i += 2) {
      (this.at(list[i + 1]) as readonly number[]).forEach((width, k) => {
        widths.set((list[i] as number) + k, width);
      });
    }
    const texts = new Map<number, string>();
    for (const [, glyph = '', text = ''] of this.stream(map)
      .toString('latin1')
      .matchAll(/^<(....)><(.*)>$/gm))
      texts.set(Number.parseInt(glyph, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'));
    const font = { name: String(base), widths, texts };
    this.#fonts.set(key, font);
    return font;
  }

  #element(value: Value | undefined): ReadElement {
    const dictionary = this.dictionary(value);
    const kids = this.at(dictionary['/K']);
    const elements: ReadElement[] = [];
    const marks: { page: string; mark: number }[] = [];
    const annotations: string[] = [];
    let text = '';
    for (const kid of Array.isArray(kids) ? (kids as readonly Value[]) : [kids]) {
      const own = this.dictionary(kid);
      const page = String(own['/Pg'] ?? dictionary['/Pg']);
      if (typeof kid === 'number' || own['/MCID'] !== undefined) {
        const mark = typeof kid === 'number' ? kid : (own['/MCID'] as number);
        marks.push({ page, mark });
        text += this.#marked(page, mark);
      } else if (own['/Obj'] !== undefined) annotations.push(String(own['/Obj']));
      else if (kid !== null) {
        const element = this.#element(kid);
        elements.push(element);
        text += element.text;
      }
    }
    const actual = dictionary['/ActualText'];
    return {
      type: String(dictionary['/S']).slice(1),
      ...{ reference: String(value), dictionary, elements, marks, annotations },
      text: typeof actual === 'string' ? actual.slice(2) : text,
    };
  }

  #marked(page: string, mark: number): string {
    return this.shown(page)
      .filter((one) => one.mark === mark)
      .map(({ text }) => text)
      .join('');
  }
}

interface ReadFont {
  readonly name: string;
  readonly widths: ReadonlyMap<number, number>;
  readonly texts: ReadonlyMap<number, string>;
}

const PAINTING = new Set(['Tj', 'TJ', 'Do', 'S', 's', 'f', 'f*', 'F', 'B', 'b', 'sh']);
const TOKEN = /<<(?:<[^<>]*>|\((?:\\.|[^\\)])*\)|[^<>])*>>|<[^<>]*>|\[|\]|\/[^\s/<>[\]()]+|[^\s/<>[\]()]+/g;

/** Reads operators as a program that shows pages does (ISO 32000-1, 9.4). */
class ContentReader {
  readonly #fontOf: (name: string) => ReadFont;
  readonly #shown: Shown[] = [];
  readonly #owners: (number | 'artifact')[] = [];
  #operands: string[] = [];
  #font: ReadFont | undefined;
  #size = 0;
  #scale = 1;
  #spread = 0;
  #x = 0;

  constructor(fontOf: (name: string) => ReadFont) {
    this.#fontOf = fontOf;
  }

  read(content: string): readonly Shown[] {
    for (const [token] of content.matchAll(TOKEN)) {
      if (/^[A-Za-z*]+$/.test(token)) {
        this.#operate(token);
        this.#operands = [];
      } else this.#operands.push(token);
    }
    if (this.#owners.length > 0) throw new Error('A mark is not closed.');
    return this.#shown;
  }

  #operate(operator: string): void {
    const numbers = this.#operands.map(Number);
    if (operator === 'BDC') {
      const mark = /\/MCID (\d+)/.exec(this.#operands[1] ?? '')?.[1];
      this.#owners.push(mark === undefined ? 'artifact' : Number(mark));
    } else if (operator === 'EMC') {
      if (this.#owners.pop() === undefined) throw new Error('A mark is closed that was not opened.');
    } else if (operator === 'Tf') {
      this.#font = this.#fontOf(this.#operands[0] ?? '');
      this.#size = numbers[1] ?? 0;
    } else if (operator === 'Tz') this.#scale = (numbers[0] ?? 100) / 100;
    else if (operator === 'Tc') this.#spread = numbers[0] ?? 0;
    else if (operator === 'Tm') this.#x = numbers[4] ?? 0;
    else if (PAINTING.has(operator)) this.#paint(operator);
  }

  #paint(operator: string): void {
    const glyphs: { id: number; x: number; font: string }[] = [];
    let text = '';
    for (const operand of operator === 'TJ' ? this.#operands : []) {
      if (!operand.startsWith('<')) {
        this.#x -= (Number(operand.replace(/[[\]]/g, '')) / 1000) * this.#size * this.#scale || 0;
        continue;
      }
      for (const [code] of operand.matchAll(/[0-9A-F]{4}/g)) {
        const id = Number.parseInt(code, 16);
        glyphs.push({ id, x: this.#x, font: this.#font?.name ?? '' });
        const width = this.#font?.widths.get(id);
        if (width === undefined) throw new Error(`Glyph ${id} has no width.`);
        text += this.#font?.texts.get(id) ?? '';
        this.#x += ((width / 1000) * this.#size + this.#spread) * this.#scale;
      }
    }
    this.#shown.push({ operator, mark: this.#owners.at(-1), text, glyphs });
  }
}

/** Takes a PDF apart; `damage` may change it first, so that a test sees that a fault is found. */
export async function readPdf(
  pdf: Uint8Array,
  damage: (json: string) => string = (json) => json,
): Promise<ReadPdf> {
  const words = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', 'PDF'];
  return new ReadPdf(damage(await said('qpdf', words, pdf)));
}

/** An element and all below it, in the order of reading. */
export function everyElement(element: ReadElement): readonly ReadElement[] {
  return [element, ...element.elements.flatMap(everyElement)];
}
