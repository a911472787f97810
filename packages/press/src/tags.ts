import type { Id } from '@courant/base';
import type { LogEntry, PlaceInLog } from '@courant/edition';

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

/** Any page that lists the stories of an author or topic, or names it. */
export function subjectTag(id: Id | string): Tag {
  return `subject:${id}`;
}

/** Any page that lists corrections. */
export function correctionsTag(edition: string): Tag {
  return `corrections:${edition}`;
}

/** Any page that shows what is read most. */
export function mostReadTag(edition: string): Tag {
  return `most-read:${edition}`;
}

/** Any page that lists the days of a month of UTC, `2026-11`, or its corrections. */
export function monthTag(edition: string, month: string): Tag {
  return `month:${edition}/${month}`;
}

/** Any page that lists the years of the archive, or the months of one. */
export function archiveTag(edition: string): Tag {
  return `archive:${edition}`;
}

/** The list of the entries of the log, which every entry makes longer. */
export const LOG_TAG: Tag = 'log';

/** Any page that shows the stories of one special, hot topic or series. */
export function packageTag(id: Id | string): Tag {
  return `package:${id}`;
}

/** Any page that lists the specials, hot topics and series of an edition. */
export function packagesTag(edition: string): Tag {
  return `packages:${edition}`;
}

/** The list of what an edition published on one day of UTC, `2026-11-23`. */
export function dayTag(edition: string, day: string): Tag {
  return `day:${edition}/${day}`;
}

/** Any page that shows the printed paper of a day of an edition. */
export function issueTag(edition: string, day: string): Tag {
  return `issue:${edition}/${day}`;
}

/** Any page that names the day of an edition's latest paper. */
export function paperTag(edition: string): Tag {
  return `paper:${edition}`;
}

/** The tags an entry of the log touches. */
export function touched(entry: LogEntry): ReadonlySet<Tag> {
  if (entry.kind === 'settings-changed') return new Set([SETTINGS_TAG, LOG_TAG]);
  const { paths = [], packages = [], subjects = [], translations = [], opens = [] } = entry.payload;
  const tags = new Set<Tag>([
    LOG_TAG,
    ...paths.map(addressTag),
    ...packages.map(packageTag),
    ...subjects.map(subjectTag),
    ...translations.map(storyTag),
    ...opens.map(paperTag),
  ]);
  if (entry.story !== undefined) tags.add(storyTag(entry.story));
  for (const place of entry.payload.places ?? []) for (const tag of touchedIn(entry, place)) tags.add(tag);
  if (entry.kind === 'package-changed') for (const edition of entry.editions) tags.add(packagesTag(edition));
  const { issue } = entry.payload;
  if (issue)
    for (const edition of entry.editions) tags.add(issueTag(edition, issue.day)).add(paperTag(edition));
  if (entry.kind === 'most-read-changed')
    for (const edition of entry.editions) tags.add(mostReadTag(edition));
  return tags;
}

/** What a story's entry touches in one edition it stands in. */
function touchedIn(entry: LogEntry, { edition, section }: PlaceInLog): readonly Tag[] {
  const { kind, published, packages = [] } = entry.payload;
  const isComingOrGoing = entry.kind !== 'update' && entry.kind !== 'correct';
  const isGoing = entry.kind === 'kill' || entry.kind === 'unpublish';
  return [
    listTag(edition),
    ...withAncestors(section).map((path) => listTag(edition, path)),
    ...(kind === undefined ? [] : [kindTag(edition, kind)]),
    ...(published === undefined ? [] : spanTags(edition, published)),
    ...(isComingOrGoing ? [archiveTag(edition)] : []),
    ...(packages.length > 0 && isComingOrGoing ? [packagesTag(edition)] : []),
    // What leaves may have been all there was of a day, read by many, or corrected.
    ...(isGoing ? [paperTag(edition), mostReadTag(edition)] : []),
    ...(isGoing || entry.kind === 'correct' ? [correctionsTag(edition)] : []),
  ];
}

function spanTags(edition: string, published: string): readonly Tag[] {
  return [dayTag(edition, published.slice(0, 10)), monthTag(edition, published.slice(0, 7))];
}

/** `world/politics` as `world`, `world/politics`. */
function withAncestors(section: string): readonly string[] {
  const words = section.split('/');
  return words.map((_, i) => words.slice(0, i + 1).join('/'));
}
