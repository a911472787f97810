import { basename } from 'node:path';
import type { Result } from '@courant/base';
import type { Desk, Imported, Place } from '@courant/desk';
import { importItem } from '@courant/desk';
import { paperIn } from '@courant/store';
import type { WireItem } from '@courant/wire';
import { readWire } from '@courant/wire';
import { deliver } from './act.ts';
import type { Command, Words } from './command.ts';
import { option, several, WrongWords } from './command.ts';
import { asGuest, atTheKeyboard, refusedWith } from './guest.ts';
import type { House } from './house.ts';
import { WALL_CLOCK } from './house.ts';
import type { Output } from './output.ts';
import { filesUnder, readWireFile, whyUnreadable } from './wire-file.ts';

/** `courant import`: files wire copy and, where asked, publishes it. */
export const importCommand: Command = {
  name: 'import',
  usage: 'PATH… [--supplier S] [--publish --edition E --section S]',
  summary: 'File wire copy, files and folders, each version once; --publish puts it before readers',
  options: {
    supplier: { type: 'string' },
    publish: { type: 'boolean' },
    edition: { type: 'string', multiple: true },
    section: { type: 'string' },
  },
  async run(words, given) {
    if (words.positionals.length === 0) throw new WrongWords('PATH is missing');
    const places = placesAsked(words);
    return asGuest(given, async (house) => {
      const { output } = given;
      const target = places && (await targetOf(house, places));
      if (target && !target.ok) return refusedWith(output, target);
      const desk = await house.desk();
      const supplier = option(words, 'supplier');
      const work: Work = {
        house,
        desk,
        output,
        ...(supplier ? { supplier } : {}),
        ...(target ? { publish: target.value } : {}),
      };
      let isClean = true;
      for await (const file of filesUnder(words.positionals)) {
        if (!(await importFile(work, file))) isClean = false;
      }
      return isClean ? 0 : 1;
    });
  },
};

function placesAsked(words: Words): readonly Place[] | undefined {
  const editions = several(words, 'edition');
  const section = option(words, 'section');
  if (words.values.publish !== true) {
    if (editions.length > 0 || section !== undefined)
      throw new WrongWords('--edition and --section go with --publish');
    return undefined;
  }
  if (editions.length === 0 || section === undefined)
    throw new WrongWords('--publish needs --edition and --section');
  return editions.map((edition) => ({ edition, section }));
}

interface Target {
  readonly places: readonly Place[];
  readonly language: string;
  readonly timeZone: string;
}

/** Looks the places up before the first file is read: a word that is wrong costs nothing. */
async function targetOf(house: House, places: readonly Place[]): Promise<Result<Target>> {
  return house.database.transaction(async (tx) => {
    const { editions, sections } = await paperIn(tx);
    const edition = editions.find((one) => one.key === places[0]?.edition);
    const section = sections.find((one) => one.path === places[0]?.section);
    const lost = places.find((place) => !editions.some((one) => one.key === place.edition));
    if (!edition || lost) {
      const keys = editions.map((one) => one.key).join(', ');
      return {
        ok: false,
        why: 'unknown-place',
        say: `There is no edition “${lost?.edition}”; there are ${keys}.`,
      };
    }
    if (!section)
      return { ok: false, why: 'unknown-place', say: `There is no section “${places[0]?.section}”.` };
    const language = new Intl.Locale(edition.locale).language;
    return { ok: true, value: { places, language, timeZone: edition.timeZone } };
  });
}

interface Work {
  readonly house: House;
  readonly desk: Desk;
  readonly output: Output;
  readonly supplier?: string;
  readonly publish?: Target;
}

/** Imports one file; false where any of it was rejected. */
async function importFile(work: Work, file: string): Promise<boolean> {
  const { timeZone } = work.publish ?? {};
  const received = WALL_CLOCK.now();
  try {
    const payload = await readWireFile(file);
    const reading = await readWire(payload, {
      received,
      name: basename(file),
      ...(timeZone ? { timeZone } : {}),
      ...(work.supplier ? { supplier: work.supplier } : {}),
    });
    if (!reading.ok) return reject(work, file, reading.say);
    let isClean = true;
    for (const item of reading.items) {
      if (!(await importOne(work, { file, item, payload, received }))) isClean = false;
    }
    return isClean;
  } catch (thrown) {
    return reject(work, file, whyUnreadable(thrown));
  }
}

interface OneItem {
  readonly file: string;
  readonly item: WireItem;
  readonly payload: Uint8Array;
  readonly received: ReturnType<typeof WALL_CLOCK.now>;
}

async function importOne(work: Work, { file, ...one }: OneItem): Promise<boolean> {
  const { house, desk, supplier, publish } = work;
  const imported = await importItem(desk, {
    actor: atTheKeyboard(),
    ...one,
    ...(supplier ? { supplier } : {}),
    ...(publish ? { publish } : {}),
  });
  if (!imported.ok) return reject(work, file, imported.say);
  const { acted } = imported.value;
  const delivered = acted && (await deliver(house, { ok: true, value: acted } as const));
  const url = delivered?.ok ? delivered.value.url : undefined;
  report(work.output, file, { ...imported.value, ...(url ? { url } : {}) });
  return true;
}

function report(
  output: Output,
  file: string,
  { acted, ...imported }: Imported & { readonly url?: string },
): void {
  const did = acted ? ` ${acted.act}${imported.url ? ` ${imported.url}` : ''}` : '';
  const why = imported.why === undefined ? '' : ` (${imported.why})`;
  output.result(`${file}: ${imported.outcome}${did}${why}`, { file, ...imported });
}

function reject(work: Work, file: string, why: string): false {
  work.output.result(`${file}: rejected (${why})`, { file, outcome: 'rejected', why });
  return false;
}
