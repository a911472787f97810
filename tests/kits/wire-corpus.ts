import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Chance } from '@courant/wire/testing';

/** The same things in another order. */
export function shuffled<T>(things: readonly T[], chance: Chance): readonly T[] {
  return things
    .map((thing) => ({ thing, place: chance() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}

const PLACES = ['HARWICK', 'SELDEN', 'PORT AVERY', 'LOW MOOR', 'STRAND'];
const NEWS = ['Ferry', 'Lighthouse', 'Council', 'Harvest', 'Regatta', 'Tram', 'Orchard', 'Bridge'];
const TURNS = ['opens again', 'closes for a week', 'waits for the tide', 'finds a buyer', 'loses its roof'];

/**
 * Copy of two invented agencies as they might send it: chains of up to five versions, in one file or in several, some
 * withdrawn, some withheld, some sent twice under other names, some broken on the way, some told by both in the same
 * words.
 */
export function inventedCopy(chance: Chance, chains: number): readonly Buffer[] {
  const told = Array.from({ length: chains }, (_, n) => chainFiles(chance, n)).flat();
  const retold = Array.from({ length: Math.ceil(chains / 15) }, (_, n) => retoldFiles(chance, n)).flat();
  const files = [...told, ...retold];
  const again = files.filter(() => chance() < 0.1).map((file) => `${file}\n`);
  const broken = files.filter(() => chance() < 0.05).map((file) => file.slice(0, file.length / 2));
  return [...files, ...again, ...broken].map((file) => Buffer.from(file));
}

function chainFiles(chance: Chance, n: number): readonly string[] {
  const one = <T>(of: readonly [T, ...T[]] | readonly T[]) => of[Math.floor(chance() * of.length)] ?? of[0];
  const versions = 1 + Math.floor(chance() * 5);
  const isWithdrawn = chance() < 0.15;
  return Array.from({ length: versions }, (_, at) => {
    const headline = `${one(NEWS)} ${n} ${one(TURNS)}`;
    const isLast = at === versions - 1;
    const status = isLast && isWithdrawn ? 'canceled' : chance() < 0.1 ? 'withheld' : 'usable';
    return JSON.stringify({
      uri: `urn:${n % 2 ? 'courier' : 'northern'}:${n}`,
      type: 'text',
      version: String(at + 1),
      versioncreated: `2026-03-14T${String(8 + at).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}:00Z`,
      ...{ pubstatus: status, language: 'en', headline },
      body_html: `<p>${one(PLACES)} - ${headline}, said the office of works.</p><p>It was change ${at}.</p>`,
    });
  });
}

const WORDS = [
  ...['harbour', 'council', 'lantern', 'orchard', 'signal', 'ferry', 'market', 'bridge', 'winter', 'garden'],
  ...[
    'opens',
    'measures',
    'carries',
    'repairs',
    'follows',
    'borrows',
    'paints',
    'counts',
    'gathers',
    'answers',
  ],
  ...['quiet', 'narrow', 'early', 'copper', 'distant', 'patient', 'crooked', 'northern', 'hollow', 'famous'],
];

/** A story that two agencies tell alike and a third tells both halves of; a later version of one may tell another. */
function retoldFiles(chance: Chance, n: number): readonly string[] {
  const sentence = () =>
    `${Array.from({ length: 11 }, () => WORDS[Math.floor(chance() * WORDS.length)]).join(' ')}.`;
  const story = () => Array.from({ length: 6 }, sentence);
  const [one, other] = [story(), story()];
  const isOther = chance() < 0.5;
  const versions = [
    ['courier', 1, one],
    ['courier', 2, isOther ? other : [...one.slice(0, 5), sentence()]],
    ['northern', 1, one.slice(0, 4)],
    ['northern', 2, chance() < 0.3 ? story() : one],
    ['harbour', 1, [...one.slice(0, 3), ...other.slice(0, 3)]],
    ['twin', 1, other],
  ] as const;
  return versions.map(([agency, version, lines]) =>
    JSON.stringify({
      ...{ uri: `urn:${agency}:retold-${n}`, type: 'text', version: String(version), language: 'en' },
      versioncreated: `2026-03-14T1${version}:${String(n % 60).padStart(2, '0')}:00Z`,
      pubstatus: agency === 'northern' && version === 2 && chance() < 0.2 ? 'canceled' : 'usable',
      headline: `${agency} ${n}`,
      body_html: lines.map((line, at) => `<p>${at === 0 ? 'STRAND - ' : ''}${line}</p>`).join(''),
    }),
  );
}

const SHARED = fileURLToPath(new URL('../../../shared/data', import.meta.url));
const FOLDERS = ['ninjs', 'newsml-g2', 'newsml-1', 'nitf', 'text-wire', 'agency-proprietary', 'email-wire'];
const LARGEST = 100_000;

/** Files as agencies really sent them; none where the shared data is not beside the project. */
export async function agencyFiles(): Promise<readonly Buffer[]> {
  const folders = FOLDERS.map((folder) => join(SHARED, folder)).filter((folder) => existsSync(folder));
  const names = await Promise.all(
    folders.map(async (folder) => {
      const inside = await readdir(folder, { recursive: true });
      return inside.map((name) => join(folder, name)).toSorted();
    }),
  );
  const files: Buffer[] = [];
  for (const name of names.flat()) {
    const { size, isFile } = await stat(name).then((found) => ({ size: found.size, isFile: found.isFile() }));
    const isAnswer = name.endsWith('.expected.json') || /(?:README\.md|SOURCE\.txt)$/.test(name);
    if (isFile && size <= LARGEST && !isAnswer) files.push(await readFile(name));
  }
  return files;
}
