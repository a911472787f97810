import { readFile } from 'node:fs/promises';
import type { Id, Instant } from '@courant/base';
import { Fault } from '@courant/base';
import type { Darkroom } from '@courant/darkroom';
import type { Actor, Desk } from '@courant/desk';
import { correct, EDITOR_IN_CHIEF, fileStory, publish, rankMostRead, writeStory } from '@courant/desk';
import type { Picture } from '@courant/picture';
import type { Tx } from '@courant/store';
import { addPicture, archiveIn, emptyPaper, hasPaper, recordIn } from '@courant/store';
import type { Copy } from '@courant/story';
import type { Command } from './command.ts';
import { ROOT } from './config.ts';
import { darkroomOf } from './darkroom.ts';
import type { Founding } from './demo-founding.ts';
import { foundDemo, readDemoPages, tellPackages, tellReads } from './demo-founding.ts';
import type { DemoPictures } from './demo-paper.ts';
import { readDemoAuthors, readDemoPaper, readDemoPictures } from './demo-paper.ts';
import type { DemoStory } from './demo-story.ts';
import { namesOf, readDemoStories, withNames } from './demo-story.ts';
import { asGuest } from './guest.ts';
import type { House } from './house.ts';
import { deskOf, WALL_CLOCK } from './house.ts';

const FOLDER = `${ROOT}demo/`;
/** Who the demo’s acts are done by, as the audit trail names them. */
export const DEMO_ACTOR = 'demo';

const DESK: Actor = { name: DEMO_ACTOR, may: EDITOR_IN_CHIEF };

/** `courant demo load`: founds the demo paper in an empty database. */
export const demoLoadCommand: Command = {
  name: 'demo load',
  usage: '',
  summary: 'Load the demo paper into an empty database (the first start does so)',
  options: {},
  async run(_words, given) {
    return asGuest(given, async (house) => {
      const stories = await loadDemo(house, darkroomOf(given.config));
      if (stories === undefined) {
        given.output.error(
          'There is a paper in this database already: “courant demo reset” takes it out and loads the demo anew.',
        );
        return 1;
      }
      given.output.result(`The demo paper is in, with ${stories} stories.`, { ok: true, stories });
      return 0;
    });
  },
};

/** `courant demo reset`: empties the database and loads the demo paper anew. */
export const demoResetCommand: Command = {
  name: 'demo reset',
  usage: '--yes',
  summary: 'Take EVERYTHING out of the database and load the demo paper anew',
  options: { yes: { type: 'boolean' } },
  async run(words, given) {
    if (words.values.yes !== true) {
      given.output.error(
        'This takes every story, wire item and log entry out of the database. Say --yes to do it; “courant export FILE” first keeps a copy.',
      );
      return 1;
    }
    return asGuest(given, async (house) => {
      const stories = await printDemo(house, darkroomOf(given.config), emptyPaper);
      given.output.result(`The demo paper is in, with ${stories} stories.`, { ok: true, stories });
      return 0;
    });
  },
};

/** Founds the demo paper; gives how many stories, or undefined where there is a paper already. */
export async function loadDemo(house: House, darkroom: Darkroom): Promise<number | undefined> {
  if (await house.database.transaction(hasPaper)) return undefined;
  return printDemo(house, darkroom, async () => {});
}

/** Prints the whole demo in one transaction, after what must come before: half a paper is never seen. */
async function printDemo(
  house: House,
  darkroom: Darkroom,
  before: (tx: Tx) => Promise<void>,
): Promise<number> {
  const now = WALL_CLOCK.now();
  const paper = await readDemoPaper(FOLDER);
  const authors = await readDemoAuthors(FOLDER);
  const pages = await readDemoPages(FOLDER);
  const stories = await readDemoStories(FOLDER, now);
  const developed = await developPictures(darkroom);
  await house.database.transaction(async (tx) => {
    await before(tx);
    const pictures = new Map<string, Id>();
    for (const [key, words] of developed)
      pictures.set(key, await addPicture(tx, { id: house.newId(), ...words }, now));
    const founding = { house, now, paper, authors, pages, pictures };
    await foundDemo(tx, founding);
    const entry = { at: WALL_CLOCK.now(), actor: DESK.name, payload: {} };
    await recordIn(tx).append({ ...entry, kind: 'settings-changed', editions: [] });
    const { ids, paths } = await printStories(tx, founding, stories);
    const editions = await tellPackages(tx, founding, ids);
    await tellReads(tx, founding, paths);
    await recordIn(tx).append({ ...entry, kind: 'package-changed', editions });
    const clock = { now: () => now };
    await rankMostRead(deskOf({ archive: archiveIn(tx), clock, timeZone: 'UTC' }, house.newId));
  });
  return stories.length;
}

async function developPictures(darkroom: Darkroom): Promise<ReadonlyMap<string, Omit<Picture, 'id'>>> {
  const pictures: DemoPictures = await readDemoPictures(FOLDER);
  const developed = Object.entries(pictures).map(async ([key, { file, ...words }]) => {
    return [
      key,
      { ...(await darkroom.develop(await readFile(`${FOLDER}pictures/${file}`))), ...words },
    ] as const;
  });
  return new Map(await Promise.all(developed));
}

/** Files every story, then publishes each under the time it tells of, as if the paper had run then. */
async function printStories(
  tx: Tx,
  { house, paper, pictures }: Founding,
  stories: readonly DemoStory[],
): Promise<{ readonly ids: ReadonlyMap<string, Id>; readonly paths: ReadonlyMap<string, string> }> {
  const timeZone = paper.editions.find((edition) => edition.isDefault)?.timeZone ?? 'UTC';
  const deskAt = (at: Instant) =>
    deskOf({ archive: archiveIn(tx), clock: { now: () => at }, timeZone }, house.newId);
  const names = namesOf(stories, pictures, timeZone);
  const ids = new Map<string, Id>();
  const copies = new Map<string, Copy>();
  // A translation names its original by its id, so originals come first.
  const isTranslation = ({ copy }: DemoStory) => Number(copy.translates !== undefined);
  for (const story of stories.toSorted((a, b) => isTranslation(a) - isTranslation(b))) {
    const copy = translating(withNames(story.copy, names), ids);
    const { id } = held(
      await fileStory(deskAt(story.published), { actor: DESK, copy: firstOf(story, copy) }),
      copy,
    );
    ids.set(copy.slug, id);
    copies.set(copy.slug, copy);
  }
  const paths = new Map<string, string>();
  for (const story of stories) {
    const id = ids.get(story.copy.slug);
    if (id === undefined) continue;
    const copy = copies.get(story.copy.slug) ?? story.copy;
    const path = await printStory(deskAt, { ...story, copy }, id);
    if (path !== undefined) paths.set(story.copy.slug, path);
  }
  return { ids, paths };
}

function translating(copy: Copy, ids: ReadonlyMap<string, Id>): Copy {
  if (copy.translates === undefined) return copy;
  const translates = ids.get(copy.translates);
  if (translates !== undefined) return { ...copy, translates };
  throw new Fault(
    'bad-demo',
    `Demo story “${copy.slug}” translates “${copy.translates}”, which is not there.`,
  );
}

/** The copy a story began with: one that was updated later gained its last paragraph then, a live blog its entries. */
function firstOf({ updated, correction }: DemoStory, copy: Copy): Copy {
  if (updated === undefined || correction !== undefined) return copy;
  const { content } = copy.body;
  const end =
    copy.kind === 'live'
      ? content.findIndex((block) => block.type === 'entry')
      : content.findLastIndex((block) => block.type === 'paragraph');
  return end <= 0 ? copy : { ...copy, body: { ...copy.body, content: content.slice(0, end) } };
}

async function printStory(
  deskAt: (at: Instant) => Desk,
  { copy, places, published, updated, correction }: DemoStory,
  story: Id,
): Promise<string | undefined> {
  const { path } = held(await publish(deskAt(published), { actor: DESK, story, places }), copy);
  if (correction !== undefined) {
    const order = { actor: DESK, story, note: correction };
    held(await correct(deskAt(updated ?? published), order), copy);
  } else if (updated !== undefined) {
    held(await writeStory(deskAt(updated), { actor: DESK, story, copy }), copy);
    held(await publish(deskAt(updated), { actor: DESK, story, places: [] }), copy);
  }
  return path;
}

function held<T>(outcome: { ok: true; value: T } | { ok: false; say: string }, copy: Copy): T {
  if (outcome.ok) return outcome.value;
  throw new Fault('bad-demo', `Demo story “${copy.slug}”: ${outcome.say}`);
}
