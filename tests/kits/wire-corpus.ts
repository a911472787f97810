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
 * withdrawn, some withheld, some sent twice under other names, some broken on the way.
 */
export function inventedCopy(chance: Chance, chains: number): readonly Buffer[] {
  const files = Array.from({ length: chains }, (_, n) => chainFiles(chance, n)).flat();
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
