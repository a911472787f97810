import type { Id } from '@courant/base';
import type { Card, Edition } from '@courant/edition';
import { pictureIn } from '@courant/picture';
import { gonePage, historyPage, notFoundPage, storyPage } from '@courant/site';
import { drawn, moved } from './drawn-page.ts';
import type { Page } from './page-cache.ts';
import type { AtAddress, LiveStory } from './ports.ts';
import { Reading, storyPath } from './reading.ts';
import { addressTag, storyTag, subjectTag } from './tags.ts';

const RELATED = 4;
const INSTEAD = 6;

/** What stands at an address of a story: the story, the way to it, or that it is gone. */
export async function storyAt(reading: Reading, path: string): Promise<Page | undefined> {
  const found = await reading.snapshot.atAddress(path);
  if (!found) return undefined;
  reading.tags.add(addressTag(path));
  switch (found.at) {
    case 'moved': {
      reading.tags.add(storyTag(found.story));
      const to = storyPath(reading.edition, found.path);
      return moved(reading.snapshot, { to, status: 301, tags: reading.tags });
    }
    case 'gone':
      return gone(reading, found);
    case 'story':
      return storyIn(reading, path, found.story);
  }
}

/** The edition a story is shown in: the one asked for where it stands there, else the first it stands in. */
function editionFor(asked: Reading, live: LiveStory): Edition {
  const stands = (edition: Edition) => live.places.some((place) => place.edition === edition.key);
  return stands(asked.edition) ? asked.edition : (asked.paper.editions.find(stands) ?? asked.edition);
}

async function storyIn(asked: Reading, path: string, live: LiveStory): Promise<Page> {
  const edition = editionFor(asked, live);
  if (edition !== asked.edition && !asked.edition.isDefault) {
    return moved(asked.snapshot, { to: path, status: 301, tags: [...asked.tags, storyTag(live.story)] });
  }
  const reading = new Reading({ ...asked, edition });
  reading.tags.add(addressTag(path)).add(storyTag(live.story));
  const place = live.places.find((one) => one.edition === edition.key);
  const section = reading.paper.sections.find((one) => one.path === place?.section);
  if (!section) return nothing(reading);
  const packages = (await reading.packages()).filter((pack) => pack.stories.includes(live.story));
  const stands = (other: Edition) => live.places.some((one) => one.edition === other.key);
  const frame = await reading.frame((other) => (stands(other) ? storyPath(other, path) : undefined));
  const { copy, published, updated, corrections } = live;
  const told = [...live.pictures].map(([id, picture]) => [id, pictureIn(picture, copy.language)] as const);
  const pictures = new Map(told);
  const ties = await tiesOf(reading, live);
  // Each paper that is printed makes the rail anew, and with it this page.
  const printed = await reading.snapshot.printedStory(edition, live.story);
  const story = {
    ...{ id: live.story, path, copy, published, updated, corrections, pictures, packages, ...ties },
    ...(printed ? { printed } : {}),
  };
  const related = await relatedTo(reading, live.story, packages[0]);
  return drawn(reading, storyPage({ ...frame, story, section, related, rail: await reading.rail() }));
}

/** Authors, topics and translations of a story, each recorded. */
async function tiesOf({ snapshot, tags }: Reading, { story, copy }: LiveStory) {
  const slugs = copy.authors ?? [];
  const known = await snapshot.authorsNamed(slugs);
  const authors = slugs.flatMap((slug) => known.get(slug) ?? []);
  const topics = await snapshot.topicsOf(story);
  for (const { id } of [...authors, ...topics]) tags.add(subjectTag(id));
  const all = await snapshot.translations(story);
  const translations = all.filter((one) => one.story !== story);
  for (const one of translations) tags.add(storyTag(one.story));
  return { authors, topics, translations };
}

/** The other stories of its package. Those of its section would tie every page of a section to all the others. */
async function relatedTo(
  reading: Reading,
  story: Id,
  pack: Parameters<Reading['packageCards']>[0] | undefined,
): Promise<readonly Card[]> {
  if (!pack) return [];
  return (await reading.packageCards(pack)).filter((card) => card.story !== story).slice(0, RELATED);
}

/** Every version of a live story that was public; the story's own page answers for one that moved or is gone. */
export async function historyAt(asked: Reading, path: string): Promise<Page | undefined> {
  const found = await asked.snapshot.atAddress(path);
  if (!found) return undefined;
  if (found.at !== 'story') return storyAt(asked, path);
  const live = found.story;
  const reading = new Reading({ ...asked, edition: editionFor(asked, live) });
  reading.tags.add(addressTag(path)).add(storyTag(live.story));
  const { headline, language } = live.copy;
  const versions = await reading.snapshot.history(live.story);
  const shown = { storyPath: storyPath(reading.edition, path), headline, language, versions };
  return drawn(reading, historyPage({ ...(await reading.frame()), ...shown }));
}

async function gone(reading: Reading, found: AtAddress & { readonly at: 'gone' }): Promise<Page> {
  reading.tags.add(storyTag(found.story));
  const frame = await reading.frame();
  const at = found.ended;
  const departure =
    found.notice === undefined
      ? ({ why: 'withdrawn', at } as const)
      : ({ why: 'killed', at, notice: found.notice } as const);
  const latest = await reading.newest(INSTEAD);
  return { ...drawn(reading, gonePage({ ...frame, departure, latest })), status: 410 };
}

/** That there is no page at an address; never kept, for there are more addresses than memory. */
export async function nothing(reading: Reading): Promise<Page> {
  const frame = await reading.frame();
  const latest = await reading.newest(INSTEAD);
  return { ...drawn(reading, notFoundPage({ ...frame, latest })), status: 404, keep: false };
}
