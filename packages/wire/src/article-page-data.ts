import type { PageFacts } from './article-page-facts.ts';
import { namesIn, pageDate } from './article-page-facts.ts';
import { plainWords } from './export-words.ts';
import { present, unique } from './fields.ts';
import { readJson } from './loose-json.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Author, WireMedia } from './wire-item.ts';

/** Types of schema.org that are a story of a paper. */
const STORY = /(?:Article|Posting|Report|Review|NewsItem|Recipe|HowTo|Claim)$/i;
/** Objects of a page looked at; the most of a paper's page that we met has some hundred. */
const MOST_OBJECTS = 2_000;
/** Characters of a script of linked data; longer ones hold no story. */
const MOST_SCRIPT = 1_000_000;
/** Scripts of linked data that are read. */
const MOST_SCRIPTS = 100;

/** What a page's linked data says (JSON-LD, schema.org), and the story's words where it has them. */
export interface LinkedFacts extends PageFacts {
  readonly body?: string | undefined;
  /** Whether it says that the page is a story. */
  readonly isStory: boolean;
}

/** Reads the linked data of a page; of several stories the one of the page's title, else the first. */
export function linkedFacts(
  scripts: readonly string[],
  title: string,
  options: ReadOptions,
): LinkedFacts | undefined {
  const objects = scripts.slice(0, MOST_SCRIPTS).flatMap(objectsIn).slice(0, MOST_OBJECTS);
  const stories = objects.filter((one) => typesOf(one).some((type) => STORY.test(type)));
  const story = stories.find((one) => isTitled(one, title)) ?? stories[0];
  const page = objects.find((one) => typesOf(one).some((type) => /WebPage$/.test(type)));
  const main = story ?? page;
  if (!main) return undefined;
  const known = new Map(
    objects.flatMap((one) => (text(one['@id']) ? [[String(one['@id']), one] as const] : [])),
  );
  return factsOf({ main, page, known, objects }, options);
}

/** An object of linked data and what stands beside it. */
interface Linked {
  readonly main: NinjsObject;
  readonly page: NinjsObject | undefined;
  readonly known: ReadonlyMap<string, NinjsObject>;
  readonly objects: readonly NinjsObject[];
}

function factsOf(linked: Linked, options: ReadOptions): LinkedFacts {
  const { main, page, known } = linked;
  const isStory = main !== page;
  const say = (...names: readonly string[]) => names.flatMap((name) => words(main[name]) ?? [])[0];
  const date = (name: string) => pageDate(text(main[name]) ?? text(page?.[name]), options);
  return {
    isStory,
    headline: isStory ? say('headline', 'name') : undefined,
    standfirst: say('description', 'alternativeHeadline', 'abstract'),
    authors: peopleIn(main.author ?? main.creator, known),
    published: date('datePublished') ?? date('dateCreated') ?? date('uploadDate'),
    modified: date('dateModified'),
    language: languageOf(main.inLanguage ?? page?.inLanguage),
    sectionPath: sectionOf(linked),
    source: peopleIn(main.publisher ?? main.sourceOrganization, known)[0]?.name,
    keywords: keywordsOf(main.keywords),
    pictures: list(main.image ?? page?.primaryImageOfPage ?? main.thumbnailUrl).flatMap((one) =>
      pictureOf(one, known),
    ),
    addresses: [main.url, main.mainEntityOfPage, page?.url, main['@id']].flatMap(
      (one) => addressOf(one) ?? [],
    ),
    body: isStory ? words(main.articleBody, true) : undefined,
    ...(String(main.isAccessibleForFree).toLowerCase() === 'false' ? { isPaid: true } : {}),
  };
}

/** Marks that hide a script from old browsers, and from parsers of XML, at its beginning and at its end. */
const OPENING = /^\s*(?:\/[/*])?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/;
const CLOSING = /(?:\/[/*])?\s*(?:-->|\]\]>)\s*(?:\*\/)?$/;
/** Characters in which the closing marks stand. */
const TAIL = 40;

function objectsIn(script: string): readonly NinjsObject[] {
  if (script.length > MOST_SCRIPT) return [];
  const plain = script.replace(OPENING, '').trimEnd();
  const tail = plain.slice(-TAIL).replace(CLOSING, '').trimEnd().replace(/;$/, '');
  const json = readJson(plain.slice(0, -TAIL) + tail);
  return json.ok ? flat(json.value) : [];
}

/** Members under which linked data nests what belongs to the page. */
const NESTED = [
  '@graph',
  'mainEntity',
  'mainEntityOfPage',
  'breadcrumb',
  'itemReviewed',
  'liveBlogUpdate',
] as const;

function flat(value: unknown, depth = 0): readonly NinjsObject[] {
  if (depth > 6) return [];
  if (Array.isArray(value)) return value.slice(0, MOST_OBJECTS).flatMap((one) => flat(one, depth + 1));
  if (!isObject(value)) return [];
  const nested = NESTED.filter((name) => name !== 'liveBlogUpdate').flatMap((name) =>
    flat(value[name], depth + 1),
  );
  return [value, ...nested];
}

function typesOf(one: NinjsObject): readonly string[] {
  return list(one['@type']).filter((type) => typeof type === 'string');
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, 200) : [value];
}

function isTitled(one: NinjsObject, title: string): boolean {
  const headline = words(one.headline) ?? words(one.name);
  return headline !== undefined && headline.length > 10 && title.includes(headline.slice(0, 40));
}

/** Words of a member; many systems write HTML and entities there. A body's keep their lines. */
function words(value: unknown, isLong = false): string | undefined {
  const [one] = list(value);
  const said = text(isObject(one) ? (one['@value'] ?? one.name) : one);
  if (said === undefined || isLong) return said;
  return plainWords(/&(?:\w+|#\w+);/.test(said) ? plainWords(said) : said);
}

function peopleIn(value: unknown, known: ReadonlyMap<string, NinjsObject>): readonly Author[] {
  const people = list(value).flatMap((one): readonly Author[] => {
    if (typeof one === 'string') return namesIn(plainWords(one) ?? '').map((name) => ({ name }));
    if (!isObject(one)) return [];
    const whole = one.name === undefined ? (known.get(String(one['@id'])) ?? one) : one;
    const uri = addressOf(whole.url ?? whole.sameAs);
    const names = list(whole.name).flatMap((name) => namesIn(plainWords(text(name)) ?? ''));
    return names.map((name) => ({ name, ...(uri === undefined || names.length > 1 ? {} : { uri }) }));
  });
  return unique(people, ({ name }) => name);
}

function languageOf(value: unknown): string | undefined {
  const [one] = list(value);
  return text(isObject(one) ? (one.alternateName ?? one.name) : one);
}

/** The section as breadcrumbs tell it, without the front and the story itself; else by its name. */
function sectionOf({ main, objects }: Linked): readonly string[] {
  const crumbs = objects.find((one) => typesOf(one).includes('BreadcrumbList'));
  const names = list(crumbs?.itemListElement).flatMap((one) => {
    if (!isObject(one)) return [];
    return words(one.name) ?? (isObject(one.item) ? words(one.item.name) : undefined) ?? [];
  });
  const headline = words(main.headline);
  const inner = names.slice(names.length > 1 ? 1 : 0).filter((name) => name !== headline);
  if (inner.length > 0 && inner.length <= 6) return inner;
  return list(main.articleSection)
    .flatMap((one) => words(one) ?? [])
    .slice(0, 1);
}

function keywordsOf(value: unknown): readonly string[] {
  const all = list(value).flatMap((one) => {
    const said = words(one);
    return said === undefined ? [] : Array.isArray(value) ? [said] : said.split(/\s*[,;]\s*/);
  });
  return unique(all.filter((one) => one !== '' && one.length <= 100)).slice(0, 60);
}

function pictureOf(value: unknown, known: ReadonlyMap<string, NinjsObject>): readonly WireMedia[] {
  if (typeof value === 'string') return isWeb(value) ? [{ kind: 'picture', href: value }] : [];
  if (!isObject(value)) return [];
  const whole = value.url === undefined ? (known.get(String(value['@id'])) ?? value) : value;
  const href = [whole.contentUrl, whole.url, whole['@id']].map(text).find(isWeb);
  if (href === undefined) return [];
  const credit = words(whole.creditText) ?? peopleIn(whole.creator ?? whole.author, known)[0]?.name;
  const size = (side: unknown) => /^\d{1,5}/.exec(text(isObject(side) ? side.value : side) ?? '')?.[0];
  const [width, height] = [size(whole.width), size(whole.height)];
  return [
    {
      kind: 'picture',
      href,
      ...present({ caption: words(whole.caption) ?? words(whole.description), credit }),
      ...(width === undefined || height === undefined
        ? {}
        : { width: Number(width), height: Number(height) }),
    },
  ];
}

function addressOf(value: unknown): string | undefined {
  const [one] = list(value);
  const said = text(isObject(one) ? (one['@id'] ?? one.url) : one);
  return isWeb(said) ? said : undefined;
}

function isWeb(said: string | undefined): said is string {
  return said !== undefined && /^https?:\/\/\S+$/i.test(said) && said.length < 4_000;
}
