import type { Id } from '@courant/base';
import type { LogEntry } from '@courant/edition';

/**
 * Tags tie pages to what they were made of. A page records those of everything it read; an entry of the log touches
 * those of everything it changed; a page that has one of them is made again. Nothing else is.
 */
export type Tag = string;

/** Every page: the paper's name, editions, sections and settings. */
export const SETTINGS_TAG: Tag = 'settings';

/** Any page that shows a story, whole or as a card. */
export function storyTag(story: Id | string): Tag {
  return `story:${story}`;
}

/** Any page that lists the newest of an edition, or of one section and those below it. */
export function listTag(edition: string, section = ''): Tag {
  return `list:${edition}/${section}`;
}

/** Any page that lists the newest of one kind, such as galleries. */
export function kindTag(edition: string, kind: string): Tag {
  return `kind:${edition}/${kind}`;
}

/** The page of an address, or the redirect that stands there. */
export function addressTag(path: string): Tag {
  return `address:${path}`;
}

/** Any page that shows the stories of one special or hot topic. */
export function packageTag(id: Id | string): Tag {
  return `package:${id}`;
}

/** Any page that lists the specials and hot topics of an edition. */
export function packagesTag(edition: string): Tag {
  return `packages:${edition}`;
}

/** The list of what an edition published on one day of UTC, `2026-11-23`. */
export function dayTag(edition: string, day: string): Tag {
  return `day:${edition}/${day}`;
}

/** Any page that names the day of an edition's latest paper. */
export function paperTag(edition: string): Tag {
  return `paper:${edition}`;
}

/** The tags an entry of the log touches. */
export function touched(entry: LogEntry): ReadonlySet<Tag> {
  if (entry.kind === 'settings-changed') return new Set([SETTINGS_TAG]);
  const { paths = [], places = [], packages = [], kind, published, opens = [] } = entry.payload;
  const tags = new Set<Tag>([...paths.map(addressTag), ...packages.map(packageTag), ...opens.map(paperTag)]);
  const isComingOrGoing = entry.kind !== 'update' && entry.kind !== 'correct';
  if (entry.story !== undefined) tags.add(storyTag(entry.story));
  for (const { edition, section } of places) {
    tags.add(listTag(edition));
    for (const path of withAncestors(section)) tags.add(listTag(edition, path));
    if (kind !== undefined) tags.add(kindTag(edition, kind));
    if (published !== undefined) tags.add(dayTag(edition, published.slice(0, 10)));
    if (packages.length > 0 && isComingOrGoing) tags.add(packagesTag(edition));
    // What leaves may have been all there was of a day.
    if (entry.kind === 'kill' || entry.kind === 'unpublish') tags.add(paperTag(edition));
  }
  if (entry.kind === 'package-changed') for (const edition of entry.editions) tags.add(packagesTag(edition));
  return tags;
}

/** `world/politics` as `world`, `world/politics`. */
function withAncestors(section: string): readonly string[] {
  const words = section.split('/');
  return words.map((_, i) => words.slice(0, i + 1).join('/'));
}
