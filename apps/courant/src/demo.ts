import { readdir, readFile } from 'node:fs/promises';
import type { Id, Instant } from '@courant/base';
import { Fault, later } from '@courant/base';
import type { Darkroom } from '@courant/darkroom';
import type { Actor, Desk, Place } from '@courant/desk';
import { correct, EDITOR_IN_CHIEF, fileStory, publish } from '@courant/desk';
import type { Picture } from '@courant/picture';
import type { Tx } from '@courant/store';
import {
  addPicture,
  archiveIn,
  emptyPaper,
  foundPaper,
  hasPaper,
  openPackage,
  paperIn,
  recordIn,
} from '@courant/store';
import type { Block, Copy } from '@courant/story';
import { addressOf } from '@courant/story';
import type { StoryFile } from '@courant/wire';
import { readStoryFile } from '@courant/wire';
import type { Command } from './command.ts';
import { ROOT } from './config.ts';
import { darkroomOf } from './darkroom.ts';
import type { DemoPaper, DemoPictures } from './demo-paper.ts';
import { readDemoPaper, readDemoPictures } from './demo-paper.ts';
import { asGuest } from './guest.ts';
import type { House } from './house.ts';
import { deskOf, WALL_CLOCK } from './house.ts';

const FOLDER = `${ROOT}demo/`;
const DESK: Actor = { name: 'demo', may: EDITOR_IN_CHIEF };

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
  const stories = await readStories(now);
  const developed = await developPictures(darkroom);
  await house.database.transaction(async (tx) => {
    await before(tx);
    const pictures = new Map<string, Id>();
    for (const [key, words] of developed)
      pictures.set(key, await addPicture(tx, { id: house.newId(), ...words }, now));
    await foundDemo(tx, house, paper);
    const timeZone = paper.editions.find((edition) => edition.isDefault)?.timeZone ?? 'UTC';
    const deskAt = (at: Instant) =>
      deskOf({ archive: archiveIn(tx), clock: { now: () => at }, timeZone }, house.newId);
    const names = namesOf(stories, pictures, timeZone);
    const bySlug = new Map<string, Id>();
    for (const story of stories) bySlug.set(story.copy.slug, await printStory(deskAt, story, names));
    await tellPackages(tx, house, { paper, bySlug });
  });
  return stories.length;
}

interface DemoStory {
  readonly copy: Copy;
  readonly places: readonly Place[];
  readonly published: Instant;
  readonly updated?: Instant;
  readonly correction?: string;
}

/** The demo's stories, the oldest first: the log is written in the order of time. */
async function readStories(now: Instant): Promise<readonly DemoStory[]> {
  const names = (await readdir(`${FOLDER}stories`)).filter((name) => name.endsWith('.html'));
  const stories = names.map(async (name) => {
    const read = readStoryFile(await readFile(`${FOLDER}stories/${name}`, 'utf8'));
    if (!read.ok) throw new Fault('bad-demo', `demo/stories/${name}: ${read.say}`);
    return demoStory(name, read.value, now);
  });
  return (await Promise.all(stories)).toSorted((a, b) => (a.published < b.published ? -1 : 1));
}

function demoStory(name: string, { copy, extra }: StoryFile, now: Instant): DemoStory {
  const { section, editions, published, updated, correction } = extra;
  if (section === undefined || editions === undefined || published === undefined) {
    throw new Fault('bad-demo', `demo/stories/${name} lacks section, editions or published.`);
  }
  return {
    copy,
    places: editions.split(',').map((edition) => ({ edition: edition.trim(), section })),
    published: ago(now, published, name),
    ...(updated === undefined ? {} : { updated: ago(now, updated, name) }),
    ...(correction === undefined ? {} : { correction }),
  };
}

/** The moment a duration such as `-P1DT3H20M` (ISO 8601) before now. */
function ago(now: Instant, duration: string, name: string): Instant {
  const found = /^-P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration.trim());
  if (!found)
    throw new Fault('bad-demo', `demo/stories/${name}: “${duration}” is no time before now, as -PT3H20M.`);
  const [days, hours, minutes] = found.slice(1).map((part) => Number(part ?? 0));
  return later(now, -(((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000);
}

async function developPictures(darkroom: Darkroom): Promise<ReadonlyMap<string, Omit<Picture, 'id'>>> {
  const pictures: DemoPictures = await readDemoPictures(FOLDER);
  const developed = Object.entries(pictures).map(async ([key, { file, focus, alt, caption, credit }]) => {
    const words = { alt, ...(caption ? { caption } : {}), ...(credit ? { credit } : {}) };
    return [
      key,
      { ...(await darkroom.develop(await readFile(`${FOLDER}pictures/${file}`))), ...words, focus },
    ] as const;
  });
  return new Map(await Promise.all(developed));
}

async function foundDemo(tx: Tx, house: House, paper: DemoPaper): Promise<void> {
  const sections = paper.sections.map((section, position) => ({ id: house.newId(), position, ...section }));
  const editions = paper.editions.map((edition) => ({ id: house.newId(), ...edition }));
  await foundPaper(tx, { publication: { id: house.newId(), ...paper.publication }, editions, sections });
  const at = WALL_CLOCK.now();
  await recordIn(tx).append({ at, kind: 'settings-changed', editions: [], actor: DESK.name, payload: {} });
}

/** Publishes one story under the time it tells of, as if the paper had run then. */
async function printStory(deskAt: (at: Instant) => Desk, story: DemoStory, names: Names): Promise<Id> {
  const desk = deskAt(story.published);
  const copy = withNames(story.copy, names);
  const { id } = held(await fileStory(desk, { actor: DESK, copy }), copy);
  held(await publish(desk, { actor: DESK, story: id, places: story.places }), copy);
  if (story.correction !== undefined) {
    const order = { actor: DESK, story: id, note: story.correction };
    held(await correct(deskAt(story.updated ?? story.published), order), copy);
  }
  return id;
}

function held<T>(outcome: { ok: true; value: T } | { ok: false; say: string }, copy: Copy): T {
  if (outcome.ok) return outcome.value;
  throw new Fault('bad-demo', `Demo story “${copy.slug}”: ${outcome.say}`);
}

/** What story files call by names of their own, as the paper knows it: ids of pictures, addresses of stories. */
interface Names {
  readonly picture: (key: string) => Id;
  readonly story: (href: string) => string;
}

function namesOf(stories: readonly DemoStory[], pictures: ReadonlyMap<string, Id>, timeZone: string): Names {
  const paths = new Map(
    stories.map(({ copy, published }) => [copy.slug, addressOf(copy, published, timeZone)]),
  );
  const known = <T>(names: ReadonlyMap<string, T>, name: string): T => {
    const value = names.get(name);
    if (value === undefined) throw new Fault('bad-demo', `A demo story names “${name}”, which is not there.`);
    return value;
  };
  return {
    picture: (key) => known(pictures, key),
    story: (href) => (href.startsWith('slug:') ? known(paths, href.slice('slug:'.length)) : href),
  };
}

function withNames(copy: Copy, names: Names): Copy {
  const content = copy.body.content.map((block): Block => {
    switch (block.type) {
      case 'picture':
        return { ...block, attrs: { ...block.attrs, picture: names.picture(block.attrs.picture) } };
      case 'gallery': {
        const pictures = block.attrs.pictures.map((one) => ({ ...one, picture: names.picture(one.picture) }));
        return { ...block, attrs: { ...block.attrs, pictures } };
      }
      case 'related': {
        const links = block.attrs.links.map((link) => ({ ...link, href: names.story(link.href) }));
        return { ...block, attrs: { ...block.attrs, links } };
      }
      default:
        return block;
    }
  });
  const main = copy.picture === undefined ? {} : { picture: names.picture(copy.picture) };
  return { ...copy, ...main, body: { ...copy.body, content } };
}

interface Telling {
  readonly paper: DemoPaper;
  readonly bySlug: ReadonlyMap<string, Id>;
}

async function tellPackages(tx: Tx, house: House, { paper, bySlug }: Telling): Promise<void> {
  const { editions } = await paperIn(tx);
  const packages = [
    ...paper.specials.map((pack) => ({ ...pack, kind: 'special' as const })),
    ...paper.topics.map((pack) => ({ ...pack, kind: 'topic' as const })),
  ];
  for (const [position, { teaser, ...pack }] of packages.entries()) {
    const stories = pack.stories.flatMap((slug) => bySlug.get(slug) ?? []);
    if (stories.length < pack.stories.length)
      throw new Fault('bad-demo', `“${pack.title}” tells a story that is not there.`);
    const told = editions
      .filter((edition) => pack.editions.includes(edition.key))
      .map((edition) => edition.id);
    await openPackage(tx, {
      ...pack,
      ...(teaser === undefined ? {} : { teaser }),
      id: house.newId(),
      position,
      editions: told,
      stories,
    });
  }
  const order = { kind: 'package-changed', editions: editions.map((edition) => edition.key) } as const;
  await recordIn(tx).append({ ...order, at: WALL_CLOCK.now(), actor: DESK.name, payload: {} });
}
