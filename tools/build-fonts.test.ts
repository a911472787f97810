import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildFonts } from './build-fonts.ts';
import { FONT_CUTS } from './fonts.data.ts';

/** Bytes of the two files of a first paint, and of the italic that a story may add. */
const FIRST_PAINT = 70_000;
const ITALIC = 30_000;

const STORIES = fileURLToPath(new URL('../demo/stories/', import.meta.url));

/** Letters of the languages of Europe that are written in Latin. */
const EUROPEAN =
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĮįİıĴĵĶķĹĺĻļĽľŁłŃńŅņŇňŊŋŌōŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžȘșȚțẀẁẂẃẄẅẞỲỳ';

async function cut() {
  const folder = await mkdtemp(join(tmpdir(), 'courant-fonts-'));
  await buildFonts(folder);
  const sheet = await readFile(join(folder, 'fonts.css'), 'utf8');
  const rules = [...sheet.matchAll(/@font-face\{[^}]+\}/g)].map(([rule]) => rule);
  const sizes = await Promise.all(
    rules.map(async (rule) => {
      const [, name = ''] = /assets\/([0-9a-f]{12}\.woff2)/.exec(rule) ?? [];
      return { name, rule, bytes: (await stat(join(folder, name))).size };
    }),
  );
  const names = (await readdir(folder)).toSorted();
  const { early } = JSON.parse(await readFile(join(folder, 'fonts.json'), 'utf8'));
  await rm(folder, { recursive: true });
  return { sizes, names, early };
}

test('two files of type are enough for a first paint, and small', async () => {
  const { sizes, early } = await cut();
  const first = sizes.filter(({ name }) => early.latin.includes(name));
  assert.equal(first.length, 2);
  const bytes = first.reduce((sum, one) => sum + one.bytes, 0);
  assert.ok(bytes <= FIRST_PAINT, `${bytes} bytes`);
  const [italic] = sizes.filter(({ rule }) => rule.includes('font-style:italic'));
  assert.ok(italic && italic.bytes <= ITALIC, `${italic?.bytes} bytes`);
});

test('the same sources give the same files', async () => {
  assert.deepEqual((await cut()).names, (await cut()).names);
});

test('serif and sans have the letters of all European languages, and those of the demo’s English at first', async () => {
  const has = (family: string, isEarly: boolean) => {
    const cuts = FONT_CUTS.filter(
      (one) => one.family === family && one.style === 'normal' && (!isEarly || one.early !== undefined),
    );
    const runs = cuts.flatMap(({ letters }) => letters);
    return (letter: string) => {
      const point = letter.codePointAt(0) ?? 0;
      return runs.some(([first, last]) => point >= first && point <= last);
    };
  };
  for (const family of ['Source Serif 4', 'Libre Franklin']) {
    assert.deepEqual(
      [...EUROPEAN].filter((letter) => !has(family, false)(letter)),
      [],
      family,
    );
  }
  const names = (await readdir(STORIES)).filter((name) => !/^(ar|zh)-/.test(name));
  const late = new Set<string>();
  for (const name of names) {
    const text = await readFile(STORIES + name, 'utf8');
    for (const letter of text) if (letter > ' ' && !has('Source Serif 4', true)(letter)) late.add(letter);
  }
  // A name from further east may bring its letters after it; there are few.
  assert.ok(late.size <= 25, [...late].join(' '));
});
