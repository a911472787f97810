import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { buildFonts } from './build-fonts.ts';
import { namesOf, renamed } from './font-names.ts';

/** Bytes of the two files of a first paint, and of the italic that a story may add. */
const FIRST_PAINT = 70_000;
const ITALIC = 30_000;

const STORIES = fileURLToPath(new URL('../demo/stories/', import.meta.url));

/** Letters of the languages of Europe that are written in Latin. */
const EUROPEAN =
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĮįİıĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžƏəǦǧȘșȚțẀẁẂẃẄẅẞỲỳ';

/** What the makers left out: the T with a stroke of Northern Sami. It comes in the next face of the list. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = { 'Courant Serif': ['Ŧ', 'ŧ'] };

/** Letters that are drawn without a form of their own: the soft hyphen, the narrow space that does not break. */
const FORMLESS = new Set([0xad, 0x202f]);

/** A file as its rule declares it, and as it is. */
interface Made {
  readonly name: string;
  readonly family: string;
  readonly isItalic: boolean;
  readonly range: readonly number[];
  readonly bytes: number;
  /** Decompressed. */
  readonly font: Uint8Array;
}

async function cut() {
  const folder = await mkdtemp(join(tmpdir(), 'courant-fonts-'));
  try {
    await buildFonts(folder);
    const sheet = await readFile(join(folder, 'fonts.css'), 'utf8');
    const rules = [...sheet.matchAll(/@font-face\{[^}]+\}/g)].map(([rule]) => rule);
    const { early } = JSON.parse(await readFile(join(folder, 'fonts.json'), 'utf8'));
    const names = (await readdir(folder)).toSorted();
    return { made: await Promise.all(rules.map((rule) => madeOf(rule, folder))), names, sheet, early };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function madeOf(rule: string, folder: string): Promise<Made> {
  const [, family = ''] = /font-family:"([^"]+)"/.exec(rule) ?? [];
  const [, name = ''] = /assets\/([0-9a-f]{12}\.woff2)/.exec(rule) ?? [];
  const bytes = await readFile(join(folder, name));
  const range = [...rule.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].flatMap(
    ([, first = '', last = first]) => span(Number.parseInt(first, 16), Number.parseInt(last, 16)),
  );
  const font = await subsetFont(bytes, '', {
    targetFormat: 'sfnt',
    keepAllGlyphs: true,
    preserveNameIds: [13, 14],
  });
  return { name, family, isItalic: rule.includes('font-style:italic'), range, bytes: bytes.length, font };
}

function span(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The code points that a font has forms for (OpenType 1.9, "cmap" format 4). */
function lettersOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const records = span(0, view.getUint16(4) - 1).map((i) => 12 + i * 16);
  const cmap = view.getUint32((records.find((at) => view.getUint32(at) === 0x636d6170) ?? 0) + 8);
  const tables = span(0, view.getUint16(cmap + 2) - 1).map((i) => cmap + view.getUint32(cmap + 8 + i * 8));
  const table = tables.find((at) => view.getUint16(at) === 4) ?? assert.fail('no table of format 4');
  const twice = view.getUint16(table + 6);
  const runs = span(0, twice / 2 - 1).map((i) => {
    const last = view.getUint16(table + 14 + i * 2);
    return span(view.getUint16(table + 16 + twice + i * 2), last);
  });
  return new Set(runs.flat().filter((point) => point !== 0xffff));
}

/** One making for all tests that only look. */
const MADE = cut();

test('two files of type are enough for a first paint, and small', async () => {
  const { made, early } = await MADE;
  for (const [script, names] of Object.entries<readonly string[]>(early)) {
    const first = made.filter(({ name }) => names.includes(name));
    assert.equal(first.length, 2, script);
    const bytes = first.reduce((sum, one) => sum + one.bytes, 0);
    assert.ok(bytes <= FIRST_PAINT, `${script}: ${bytes} bytes`);
  }
  const italics = made.filter(({ isItalic }) => isItalic);
  assert.equal(italics.length, 1);
  for (const { bytes } of italics) assert.ok(bytes <= ITALIC, `${bytes} bytes`);
});

test('the same sources give the same files and the same sheet', async () => {
  const [one, other] = [await MADE, await cut()];
  assert.deepEqual([one.names, one.sheet, one.early], [other.names, other.sheet, other.early]);
});

test('each file has the letters that its rule sends to it', async () => {
  for (const { family, range, font } of (await MADE).made) {
    const has = lettersOf(font);
    const lacks = range.filter((point) => !has.has(point) && !FORMLESS.has(point));
    const letters = lacks.map((point) => String.fromCodePoint(point));
    assert.deepEqual(
      letters.filter((letter) => !LEFT_OUT[family]?.includes(letter)),
      [],
      family,
    );
  }
});

test('serif and sans have the letters of all European languages, and those of the demo’s stories', async () => {
  const { made, early } = await MADE;
  const lettersIn = (family: string, isEarly: boolean) => {
    const files = made.filter(
      (one) => one.family === family && !one.isItalic && (!isEarly || early.latin.includes(one.name)),
    );
    return new Set(
      files.flatMap(({ font }) => [...lettersOf(font)]).map((point) => String.fromCodePoint(point)),
    );
  };
  const names = (await readdir(STORIES)).filter((name) => !/^(ar|zh)-/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(STORIES + name, 'utf8')));
  const used = [...new Set(texts.join(''))].filter((letter) => letter > ' ');
  for (const family of ['Courant Serif', 'Libre Franklin']) {
    const all = lettersIn(family, false);
    const lacks = [...EUROPEAN, ...used].filter((letter) => !all.has(letter));
    assert.deepEqual(lacks, LEFT_OUT[family] ?? [], family);
  }
  const first = lettersIn('Courant Serif', true);
  // A name from further east may bring its letters after it; there are few.
  const late = used.filter((letter) => !first.has(letter));
  assert.ok(late.length <= 25, late.join(' '));
});

test('each file says whose it is and under which licence, and none takes a name that its maker keeps', async () => {
  for (const { family, font } of (await MADE).made) {
    const names = namesOf(font);
    const said = [...names].filter(([id]) => id !== 0).map(([, text]) => text);
    assert.match(names.get(0) ?? '', /^(?:©|Copyright) 20\d\d/, family);
    assert.match(names.get(14) ?? '', /OFL|openfontlicense/, family);
    assert.deepEqual(
      said.filter((text) => text.includes('Source')),
      [],
      family,
    );
  }
});

test('a name that does not fit into the place of the old one is refused', async () => {
  const [first] = (await MADE).made;
  assert.ok(first);
  assert.throws(() => renamed(first.font, [['Courant Serif', 'Courant Serif of Today']]), /too long/);
});
