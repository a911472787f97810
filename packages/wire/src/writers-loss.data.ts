import type { WireItem, WireMedia } from './wire-item.ts';

/** The formats that are written. */
export type WrittenFormat = 'ninjs-3' | 'ninjs-1' | 'newsml-g2' | 'nitf';

/** A field of an item that a format has no word for, or only half a word: what is read again of what was written. */
export interface Loss {
  readonly formats: readonly WrittenFormat[];
  readonly field: keyof WireItem;
  readonly say: string;
  /** What stays; nothing where absent. */
  readonly stays?: (item: WireItem) => unknown;
}

const ALL: readonly WrittenFormat[] = ['ninjs-3', 'ninjs-1', 'newsml-g2', 'nitf'];
const NINJS: readonly WrittenFormat[] = ['ninjs-3', 'ninjs-1'];

/** Everything that does not come back. A test writes and reads arbitrary items and allows nothing beside this list. */
export const LOSSES: readonly Loss[] = [
  { formats: ALL, field: 'take', say: 'Words of the slug or headline tell it.' },
  { formats: ALL, field: 'matchBy', say: 'Only formats without ids need it.' },
  { formats: ALL, field: 'address', say: 'No format has a word for where a story stands on the web.' },
  { formats: ALL, field: 'formerAddresses', say: 'No format has a word for it.' },
  { formats: ALL, field: 'sender', say: 'It is of the mail an item came by, not of the item.' },
  {
    formats: ['ninjs-1', 'newsml-g2', 'nitf'],
    field: 'event',
    say: 'Events and plans are written as such in ninjs 3 alone.',
  },
  {
    formats: ['ninjs-3'],
    field: 'event',
    say: 'Only an event or a plan has it; where it names no place, the first of its places is taken.',
    stays: eventOf,
  },
  {
    formats: ['ninjs-3', 'ninjs-1', 'newsml-g2'],
    field: 'replaces',
    say: 'An item takes the place of earlier versions of itself alone.',
  },
  {
    formats: ['nitf'],
    field: 'replaces',
    say: 'One other document can be named; the reader does not take it for replaced.',
  },
  { formats: ['ninjs-3', 'ninjs-1', 'newsml-g2'], field: 'sectionPath', say: 'There is no word for it.' },
  {
    formats: ALL,
    field: 'status',
    say: 'A kill is cancelled, whatever else it says.',
    stays: statusOf,
  },
  {
    formats: ['nitf'],
    field: 'status',
    say: 'One word says both status and embargo: what is held is usable, once it is released.',
    stays: (item) => statusOf(item) ?? (item.embargo === undefined ? undefined : 'usable'),
  },
  {
    formats: ['newsml-g2'],
    field: 'signal',
    say: 'The vocabulary has update and correction; a kill is a version that is cancelled.',
    stays: (item) => (isKill(item) ? 'kill' : item.signal === 'advisory' ? undefined : item.signal),
  },
  {
    formats: ['ninjs-3', 'ninjs-1', 'nitf'],
    field: 'signal',
    say: 'There are no signals; a kill is a version that is cancelled.',
    stays: (item) => (isKill(item) ? 'kill' : undefined),
  },
  {
    formats: ['nitf'],
    field: 'embargo',
    say: 'An embargo without end needs the one word that a status of withheld or canceled has taken; both hold it too.',
    stays: ({ embargo, ...item }) =>
      embargo === 'indefinite' && (isKill({ ...item }) || item.status === 'withheld')
        ? undefined
        : toSecond(embargo),
  },
  {
    formats: ['nitf'],
    field: 'versionCreated',
    say: 'Dates are to the second.',
    stays: (item) => toSecond(item.versionCreated),
  },
  {
    formats: ['nitf'],
    field: 'firstCreated',
    say: 'Dates are to the second.',
    stays: (item) => toSecond(item.firstCreated),
  },
  {
    formats: ['nitf'],
    field: 'expires',
    say: 'Dates are to the second.',
    stays: (item) => toSecond(item.expires),
  },
  {
    formats: ['newsml-g2'],
    field: 'version',
    say: 'A version is a whole number from 1.',
    stays: ({ version }) => (/^\d+$/.test(version ?? '') ? version : undefined),
  },
  {
    formats: ['newsml-g2'],
    field: 'versionCreated',
    say: 'It must be said: where an item does not, the message’s own time stands there.',
    stays: (item) => item.versionCreated ?? '2026-11-01T00:00:00.000Z',
  },
  {
    formats: ['newsml-g2'],
    field: 'source',
    say: 'Where no source is named, readers take the supplier.',
    stays: (item) => item.source ?? ownOf(item)?.credit ?? item.supplier,
  },
  {
    formats: ['nitf'],
    field: 'urgency',
    say: 'It counts to 8.',
    stays: ({ urgency }) => urgency && Math.min(urgency, 8),
  },
  {
    formats: ['ninjs-3', 'newsml-g2'],
    field: 'headline',
    say: 'The only headline is the headline, whatever its role.',
    stays: ({ headline, kicker }) => headline ?? kicker,
  },
  {
    formats: ['newsml-g2'],
    field: 'kicker',
    say: 'The only headline is the headline, whatever its role.',
    stays: ({ headline, kicker }) => (headline === undefined ? undefined : kicker),
  },
  { formats: ['nitf'], field: 'kicker', say: 'There is no line above the headline.' },
  {
    formats: ['nitf'],
    field: 'slug',
    say: 'Where there is none, readers take the only keyword or the title.',
    stays: ({ slug, keywords, headline }) => slug ?? (keywords?.length === 1 ? keywords[0] : headline),
  },
  {
    formats: ['nitf'],
    field: 'headline',
    say: 'A document without one has its slug as its title.',
    stays: ({ headline, slug }) => headline ?? slug,
  },
  {
    formats: ['nitf'],
    field: 'byline',
    say: 'Where there is none, it names the authors.',
    stays: ({ byline, authors }) => byline ?? authors?.map(({ name }) => name).join(', '),
  },
  { formats: ['nitf'], field: 'authors', say: 'The byline names them.' },
  {
    formats: NINJS,
    field: 'authors',
    say: 'People have no role beside that of an author.',
    stays: ({ authors }) => authors?.map(({ role, ...author }) => author),
  },
  { formats: ['nitf'], field: 'links', say: 'There are links in the text alone.' },
  {
    formats: ['ninjs-1'],
    field: 'links',
    say: 'What an associated item is to this one has no word.',
    stays: ({ links }) => links?.map(({ rel, ...link }) => link),
  },
  {
    formats: ['newsml-g2'],
    field: 'links',
    say: 'Media that are neither a picture of the web nor what the item is are links.',
    stays: (item) => [...(item.links ?? []), ...linkedMedia(item)],
  },
  {
    formats: ['ninjs-1', 'newsml-g2'],
    field: 'kind',
    say: 'Events and plans are written as such in ninjs 3 alone.',
    stays: (item) => (isPlan(item) ? undefined : item.kind),
  },
  {
    formats: ['newsml-g2'],
    field: 'body',
    say: 'A package has no text of its own.',
    stays: ({ kind, body }) => (kind === 'package' ? undefined : body),
  },
  { formats: ['nitf'], field: 'kind', say: 'A document of NITF is a text.' },
  { formats: ['nitf'], field: 'members', say: 'NITF has no packages.' },
  {
    formats: ['newsml-g2'],
    field: 'members',
    say: 'Only a package has them; those of one role stand together, before those of none.',
    stays: ({ kind, members = [] }) =>
      kind === 'package'
        ? [
            ...members.filter(({ role }) => role !== undefined),
            ...members.filter(({ role }) => role === undefined),
          ]
        : undefined,
  },
  {
    formats: NINJS,
    field: 'members',
    say: 'Only a package has them; in 1.x without their role.',
    stays: ({ kind, members }) => (kind === 'package' ? members : undefined),
  },
  {
    formats: ['ninjs-1'],
    field: 'members',
    say: 'What an associated item is to this one has no word.',
    stays: ({ kind, members }) =>
      kind === 'package' ? members?.map(({ role, ...member }) => member) : undefined,
  },
  {
    formats: ['newsml-g2'],
    field: 'media',
    say: 'The medium that an item is has the item’s words; pictures in a text have address, caption and credit.',
    stays: g2Media,
  },
  {
    formats: ['nitf'],
    field: 'subjects',
    say: 'Subject codes come first, Media Topics and others after them.',
    stays: ({ subjects = [] }) => [
      ...subjects.filter(({ code }) => code?.startsWith('subj:')),
      ...subjects.filter(({ code }) => !code?.startsWith('subj:')),
    ],
  },
  {
    formats: ['nitf'],
    field: 'media',
    say: 'Media have no headline.',
    stays: ({ media }) => media?.map(({ headline, ...medium }) => medium),
  },
];

function isPlan({ kind }: Pick<WireItem, 'kind'>): boolean {
  return kind === 'event' || kind === 'planning';
}

function eventOf(item: WireItem) {
  if (!isPlan(item)) return undefined;
  const { starts, ends, status, place = item.places?.[0]?.name } = item.event ?? {};
  const event = { starts, ends: starts === undefined ? undefined : ends, place, status };
  return Object.values(event).every((value) => value === undefined) ? undefined : event;
}

function isKill({ signal, status }: Pick<WireItem, 'signal' | 'status'>): boolean {
  return signal === 'kill' || status === 'canceled';
}

function statusOf(item: WireItem): WireItem['status'] {
  return isKill(item) ? 'canceled' : item.status;
}

function toSecond(moment: string | undefined): string | undefined {
  return moment?.replace(/\.\d+Z$/, '.000Z');
}

function ownOf({ kind, media }: WireItem): WireMedia | undefined {
  return media?.find((medium) => medium.kind === kind);
}

function isShown(medium: WireMedia, item: WireItem): boolean {
  return medium.kind === 'picture' && medium !== ownOf(item);
}

function linkedMedia(item: WireItem) {
  const linked = (item.media ?? []).filter((medium) => medium !== ownOf(item) && !isShown(medium, item));
  return linked.map(({ href, headline, caption }) => {
    const title = headline ?? caption;
    return { href, rel: 'irel:seeAlso', ...(title === undefined ? {} : { title }) };
  });
}

function g2Media(item: WireItem) {
  const own = ownOf(item);
  const shown = (item.media ?? []).filter((medium) => isShown(medium, item) && item.kind !== 'package');
  return [
    ...(own ? [ownMedia(own, item)] : []),
    ...shown.map(({ kind, href, caption, credit }) => ({ kind, href, caption, credit })),
  ];
}

function ownMedia(
  { href, id, caption, mediaType, width, height, credit, ...medium }: WireMedia,
  item: WireItem,
) {
  // A graphic is an image by its media type.
  const kind = mediaType?.startsWith('image/') ? 'picture' : medium.kind;
  return {
    kind,
    href,
    id,
    caption,
    mediaType,
    width,
    height,
    headline: item.headline ?? item.kicker,
    credit: item.source ?? credit,
  };
}
