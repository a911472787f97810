import { htmlOfChorus } from './chorus-body.ts';
import { mediaAt } from './export-media.ts';
import { itemOfPost } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { unique } from './fields.ts';
import { momentOf } from './moment.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';

/** Entries of one file at the most. */
const MOST = 5_000;

/** Reads an entry of an export of Chorus, or a list of them; undefined where a value is none. */
export function readChorus(value: unknown, options: ReadOptions): Reading | undefined {
  const entries = list(Array.isArray(value) ? value : [value]).filter(isEntry);
  if (entries.length === 0) return undefined;
  if (entries.length > MOST)
    return { ok: false, why: 'too-large', say: `more than ${MOST} entries in one file` };
  return { ok: true, items: entries.map((entry) => itemOf(entry, options)) };
}

/** Its number says what it is, and its body has components. */
function isEntry({ uid, body }: NinjsObject): boolean {
  return (
    typeof uid === 'string' && uid.startsWith('Entry:') && isObject(body) && Array.isArray(body.components)
  );
}

function itemOf(entry: NinjsObject, options: ReadOptions): WireItem {
  const address = text(entry.url);
  const body = htmlOfChorus(isObject(entry.body) ? entry.body.components : []);
  const groups = unique(list(entry.communityGroups).flatMap(({ name }) => plainWords(text(name)) ?? []));
  const published = momentOf(text(entry.publishDate) ?? text(entry.createdAt), { timeZone: 'UTC' });
  const say = `Parts we do not know were left out: ${body.unknown.slice(0, 20).join(', ')}.`;
  return itemOfPost(
    {
      format: 'chorus',
      id: `chorus:${text(entry.uid) ?? ''}`,
      // What has an address of its own was public; the export says no other state.
      state: address === undefined ? 'draft' : 'published',
      supplier: address !== undefined && URL.canParse(address) ? new URL(address).host : undefined,
      headline: plainWords(text(entry.title)),
      standfirst: htmlWords(entry.dek),
      slug: /([^/?#]+)\/?(?:[?#].*)?$/.exec(address ?? '')?.[1],
      html: body.html,
      authors: authorsOf(entry),
      published,
      updated: momentOf(text(entry.updatedAt), { timeZone: 'UTC' }),
      sectionPath: groups.slice(0, 1),
      subjects: groups.map((name) => ({ name })),
      media: leadPicture(entry),
      address,
      warnings: body.unknown.length === 0 ? [] : [{ code: 'card', say }],
    },
    options,
  );
}

function htmlWords(value: unknown): string | undefined {
  return plainWords(isObject(value) ? text(value.html) : text(value));
}

/** The name it was signed with, then those who helped; the account alone where no name is given. */
function authorsOf({ authorProfile, author, contributors }: NinjsObject) {
  const nameOf = (value: unknown) =>
    isObject(value) ? plainWords(text(value.name) ?? text(value.fullOrUserName)) : undefined;
  const names = [nameOf(authorProfile) ?? nameOf(author), ...list(contributors).map(nameOf)];
  return unique(names.flatMap((name) => name ?? [])).map((name) => ({ name }));
}

function leadPicture({ leadImage }: NinjsObject) {
  const image = isObject(leadImage) ? leadImage : {};
  const asset = isObject(image.asset) ? image.asset : image;
  const picture = mediaAt(text(asset.url), {
    kind: 'picture',
    caption: htmlWords(image.caption),
    alt: plainWords(text(image.alt)),
    credit: plainWords(text(asset.usageRightsNotes) ?? text(image.credit)),
  });
  return picture ? [picture] : [];
}
