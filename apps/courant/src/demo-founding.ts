import { readdir, readFile } from 'node:fs/promises';
import type { Id, Instant } from '@courant/base';
import { Fault, later } from '@courant/base';
import { DEFAULT_POLICY } from '@courant/edition';
import type { Tx } from '@courant/store';
import { addAuthor, addStandingPage, countReads, foundPaper, openPackage, paperIn } from '@courant/store';
import { bodyFromHtml } from '@courant/wire';
import type { DemoAuthors, DemoPaper } from './demo-paper.ts';
import type { House } from './house.ts';

/** What the demo's founding needs beside the database. */
export interface Founding {
  readonly house: House;
  readonly now: Instant;
  readonly paper: DemoPaper;
  readonly authors: DemoAuthors;
  readonly pages: readonly DemoPage[];
  /** Ids of the pictures by their keys. */
  readonly pictures: ReadonlyMap<string, Id>;
}

/** Founds the demo paper: publication, editions, sections, authors and the pages about it. */
export async function foundDemo(tx: Tx, founding: Founding): Promise<void> {
  const { house, now, paper, authors, pages } = founding;
  const sections = paper.sections.map((section, position) => ({ id: house.newId(), position, ...section }));
  const editions = paper.editions.map((edition) => ({ id: house.newId(), ...edition }));
  const { policy, ...said } = paper.publication;
  const publication = { id: house.newId(), ...said, policy: { ...DEFAULT_POLICY, ...policy } };
  await foundPaper(tx, { publication, editions, sections });
  for (const [position, { portrait, ...author }] of authors.entries()) {
    const drawn = portrait === undefined ? {} : { portrait: pictureOf(founding, portrait) };
    await addAuthor(tx, { id: house.newId(), position, ...author, ...drawn });
  }
  for (const [position, { front, html }] of pages.entries()) {
    const { body } = bodyFromHtml(html, { isHouse: true });
    await addStandingPage(tx, { id: house.newId(), ...front, body, updated: now, position });
  }
}

function pictureOf({ pictures }: Founding, key: string): Id {
  const id = pictures.get(key);
  if (id === undefined)
    throw new Fault('bad-demo', `The demo names the picture “${key}”, which is not there.`);
  return id;
}

/** Opens the demo's specials, hot topics and series, and counts its readers; gives the editions they stand in. */
export async function tellPackages(
  tx: Tx,
  founding: Founding,
  bySlug: ReadonlyMap<string, Id>,
): Promise<readonly string[]> {
  const { paper, house, now } = founding;
  const { editions } = await paperIn(tx);
  const packages = [
    ...paper.specials.map((pack) => ({ ...pack, kind: 'special' as const })),
    ...paper.hotTopics.map((pack) => ({ ...pack, kind: 'hot-topic' as const })),
    ...paper.series.map((pack) => ({ ...pack, kind: 'series' as const })),
  ];
  for (const [position, { picture, closes, ...pack }] of packages.entries()) {
    const stories = pack.stories.flatMap((slug) => bySlug.get(slug) ?? []);
    if (stories.length < pack.stories.length)
      throw new Fault('bad-demo', `“${pack.title}” tells a story that is not there.`);
    const told = editions.filter((edition) => pack.editions.includes(edition.key));
    await openPackage(tx, {
      ...pack,
      ...(picture === undefined ? {} : { picture: pictureOf(founding, picture) }),
      ...(closes === undefined ? {} : { closes: after(now, closes) }),
      id: house.newId(),
      position,
      editions: told.map((edition) => edition.id),
      stories,
    });
  }
  return editions.map((edition) => edition.key);
}

/** The moment so many days (`P30D`) after now. */
function after(now: Instant, duration: string): Instant {
  const days = /^P(\d+)D$/.exec(duration)?.[1];
  if (days === undefined)
    throw new Fault('bad-demo', `demo/paper.json: “${duration}” is no time after now, as P30D.`);
  return later(now, Number(days) * 24 * 60 * 60 * 1000);
}

/** Counts the demo's invented readers, so that its list of what is read most says something. */
export async function tellReads(
  tx: Tx,
  founding: Founding,
  bySlug: ReadonlyMap<string, string>,
): Promise<void> {
  const reads = Object.entries(founding.paper.reads).map(([slug, count]) => {
    const path = bySlug.get(slug);
    if (path === undefined)
      throw new Fault('bad-demo', `demo/paper.json counts readers of “${slug}”, no story of the demo.`);
    return { path, count };
  });
  await countReads(tx, founding.now, reads);
}

/** A page about the paper as a file of the demo holds it. */
export interface DemoPage {
  readonly front: {
    readonly urlSlug: string;
    readonly language: string;
    readonly title: string;
    readonly summary: string;
  };
  readonly html: string;
}

/** Reads the pages about the paper, in the order of their file names: four lines `key: value`, then the body. */
export async function readDemoPages(folder: string): Promise<readonly DemoPage[]> {
  const names = (await readdir(`${folder}pages`)).filter((name) => name.endsWith('.html')).toSorted();
  return Promise.all(
    names.map(async (name) => pageOf(name, await readFile(`${folder}pages/${name}`, 'utf8'))),
  );
}

function pageOf(name: string, text: string): DemoPage {
  const [, front = '', html = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const said = new Map(
    front.split('\n').map((line) => {
      const [, key = '', value = ''] = /^([a-z-]+):\s*(.*)$/.exec(line) ?? [];
      return [key, value] as const;
    }),
  );
  const of = (key: string): string => {
    const value = said.get(key);
    if (value) return value;
    throw new Fault('bad-demo', `demo/pages/${name} has no ${key}.`);
  };
  const summary = of('summary');
  return { front: { urlSlug: of('url-slug'), language: of('language'), title: of('title'), summary }, html };
}
