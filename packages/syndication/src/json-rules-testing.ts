import { htmlFaults } from './html-rules-testing.ts';
import { internetDate, language, mediaType, webUri } from './value-rules-testing.ts';

type Members = Readonly<Record<string, unknown>>;

const FEED = new Set(
  'version title home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs items'.split(
    ' ',
  ),
);
const ITEM = new Set(
  (
    'id url external_url title content_html content_text summary image banner_image date_published date_modified ' +
    'authors tags language attachments'
  ).split(' '),
);

/** What is wrong with JSON Feed 1.1, by its specification; the validator of the W3C does not know the format. */
export function jsonFaults(text: string, location?: string): readonly string[] {
  const feed = parsed(text);
  if (!feed) return ['NotJson'];
  const items = Array.isArray(feed.items) ? feed.items.filter(isMembers) : undefined;
  return [
    ...(feed.version === 'https://jsonfeed.org/version/1.1' ? [] : ['InvalidVersion']),
    ...texts(feed, ['title', 'description'], 'feed'),
    ...(typeof feed.title === 'string' && feed.title ? [] : ['MissingElement: title']),
    ...addresses(feed, ['home_page_url', 'feed_url', 'next_url', 'icon', 'favicon'], 'feed'),
    ...(location === undefined || feed.feed_url === location ? [] : ['SelfDoesntMatchLocation']),
    ...strange(feed, FEED, 'feed'),
    ...authorFaults(feed),
    ...languageFaults(feed),
    ...(items ? items.flatMap(itemFaults) : ['MissingElement: items']),
    ...repeated(items ?? []),
  ];
}

function parsed(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isMembers(value) ? value : undefined;
  } catch {
    // Text that is no JSON is the answer, not an error.
    return undefined;
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemFaults(item: Members): readonly string[] {
  const markup = item.content_html;
  const dates = ['date_published', 'date_modified'].flatMap((name) => {
    const value = item[name];
    if (value === undefined) return [];
    const fault = typeof value === 'string' ? internetDate(value) : 'InvalidRFC3339Date';
    return fault ? [`${fault}: ${name} ${String(value)}`] : [];
  });
  return [
    ...(typeof item.id === 'string' && item.id ? [] : ['MissingElement: id']),
    ...(markup === undefined && item.content_text === undefined ? ['MissingTextualContent'] : []),
    ...(typeof markup === 'string' ? htmlFaults(markup) : []),
    ...texts(item, ['title', 'summary', 'content_text'], 'item'),
    ...addresses(item, ['url', 'external_url', 'image', 'banner_image'], 'item'),
    ...dates,
    ...strange(item, ITEM, 'item'),
    ...authorFaults(item),
    ...languageFaults(item),
    ...attachments(item),
  ];
}

function texts(of: Members, names: readonly string[], where: string): readonly string[] {
  return names.flatMap((name) => {
    const value = of[name];
    if (value === undefined) return [];
    if (typeof value !== 'string') return [`InvalidValue: ${where} ${name}`];
    return /(?![\t\n\r])\p{Cc}|\ufffd|\p{Cs}/u.test(value) ? [`BadCharacters: ${where} ${name}`] : [];
  });
}

function addresses(of: Members, names: readonly string[], where: string): readonly string[] {
  return names.flatMap((name) => {
    const value = of[name];
    if (value === undefined) return [];
    const fault = typeof value === 'string' ? webUri(value) : 'InvalidFullLink';
    return fault ? [`${fault}: ${where} ${name} ${String(value)}`] : [];
  });
}

function strange(of: Members, known: ReadonlySet<string>, where: string): readonly string[] {
  return Object.keys(of)
    .filter((name) => !known.has(name) && !name.startsWith('_'))
    .map((name) => `UndefinedElement: ${where} ${name}`);
}

function authorFaults(of: Members): readonly string[] {
  const authors = of.authors;
  if (authors === undefined) return [];
  if (!Array.isArray(authors)) return ['InvalidValue: authors'];
  return authors.flatMap((one: unknown) => {
    if (!isMembers(one)) return ['InvalidValue: author'];
    const isNamed = ['name', 'url', 'avatar'].some(
      (name) => typeof one[name] === 'string' && one[name] !== '',
    );
    return [
      ...(isNamed ? [] : ['MissingElement: author name']),
      ...addresses(one, ['url', 'avatar'], 'author'),
    ];
  });
}

function languageFaults(of: Members): readonly string[] {
  const value = of.language;
  if (value === undefined) return [];
  return typeof value === 'string' && !language(value) ? [] : [`InvalidLanguage: ${String(value)}`];
}

function attachments(item: Members): readonly string[] {
  const all = item.attachments;
  if (all === undefined) return [];
  if (!Array.isArray(all)) return ['InvalidValue: attachments'];
  return all.flatMap((one: unknown) => {
    if (!isMembers(one)) return ['InvalidValue: attachment'];
    const type = one.mime_type;
    const isTyped = typeof type === 'string' && !mediaType(type);
    return [...addresses(one, ['url'], 'attachment'), ...(isTyped ? [] : ['InvalidMIMEType: attachment'])];
  });
}

function repeated(items: readonly Members[]): readonly string[] {
  const seen = new Set<unknown>();
  return items.flatMap(({ id }) => {
    if (seen.has(id)) return [`DuplicateEntries: ${String(id)}`];
    seen.add(id);
    return [];
  });
}
