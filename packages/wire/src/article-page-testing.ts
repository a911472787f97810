import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parseFragment } from 'parse5';
import { decode } from './charset.ts';
import type { HtmlNode } from './html-node.ts';
import { textBelow } from './html-node.ts';
import { match } from './page-measure-testing.ts';

export type { Match } from './page-measure-testing.ts';
export { f1, match } from './page-measure-testing.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/extraction', import.meta.url));

/** Why pages with their truth cannot be read here; false where they can. */
export const NO_PAGES: string | false = existsSync(DATA)
  ? false
  : 'no ../shared/data/extraction beside the project';

/** A set of pages somebody else wrote down the truth of. */
export type PageSet = 'zyte' | 'readability' | 'fundus' | 'trafilatura';

/** A page as served, and what is true of it as far as that is known. */
export interface PageCase {
  readonly set: PageSet;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly address?: string;
  /** The words of the story, where all are known. */
  readonly body?: string;
  readonly headline?: string;
  /** Day in UTC, ISO. */
  readonly day?: string;
  /** Whether the truth has no time, so that its day is that of the paper's place. */
  readonly isLocalDay?: boolean;
  readonly authors?: readonly string[];
  /** Words that the story has, and words that stand on the page and are not the story's. */
  readonly pieces?: { readonly with: readonly string[]; readonly without: readonly string[] };
}

type Json = Readonly<Record<string, unknown>>;

/** The pages of a set, in order of their names. */
export function pageCases(set: PageSet): readonly PageCase[] {
  switch (set) {
    case 'zyte':
      return folders('zyte-article-extraction-benchmark').map(zyteCase);
    case 'readability':
      return folders('mozilla-readability').flatMap(readabilityCase);
    case 'fundus':
      return folders('fundus').flatMap(fundusCases);
    case 'trafilatura':
      return folders('trafilatura').map(trafilaturaCase);
    default:
      return set satisfies never;
  }
}

function folders(set: string): readonly string[] {
  const entries = readdirSync(`${DATA}/${set}`, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${DATA}/${set}/${name}`)
    .toSorted();
}

function nameOf(folder: string): string {
  return folder.split('/').at(-1) ?? folder;
}

function bytesOf(path: string): Uint8Array {
  return path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path);
}

// The files are made by one tool each, in one shape.
function jsonOf(path: string): Json {
  return JSON.parse(readFileSync(path, 'utf8')) as Json;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((one) => text(one) ?? []) : [];
}

function known<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Members of no value fell away, which is what the type says.
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function zyteCase(folder: string): PageCase {
  const truth = jsonOf(`${folder}/truth.json`);
  return {
    set: 'zyte',
    name: nameOf(folder).slice(0, 10),
    bytes: bytesOf(`${folder}/page.html.gz`),
    body: text(truth.articleBody) ?? '',
    ...known({ address: text(truth.url) }),
  };
}

function readabilityCase(folder: string): readonly PageCase[] {
  // Of some pages only a part came over.
  const page = ['source.html', 'source.html.gz'].map((name) => `${folder}/${name}`).find(existsSync);
  if (page === undefined) return [];
  const [metadata, expected] = [`${folder}/expected-metadata.json`, `${folder}/expected.html`];
  const truth = existsSync(metadata) ? jsonOf(metadata) : {};
  const byline = text(truth.byline);
  return [
    {
      set: 'readability',
      name: nameOf(folder),
      bytes: bytesOf(page),
      ...known({
        body: existsSync(expected) ? wordsOfHtml(readFileSync(expected, 'utf8')) : undefined,
        headline: text(truth.title),
        day: dayOf(truth.publishedTime),
        authors: byline === undefined ? undefined : namesIn(byline),
      }),
    },
  ];
}

function fundusCases(folder: string): readonly PageCase[] {
  const truths = jsonOf(`${folder}/truth.json`);
  const pages = jsonOf(`${folder}/match.json`);
  return Object.entries(pages).map(([version, match]) => {
    const { page, url } = match as Json;
    const truth = truths[version] as Json;
    const { summary, sections } = truth.body as Json;
    const parts = (sections as readonly Json[]).flatMap((one) => [
      ...texts(one.headline),
      ...texts(one.paragraphs),
    ]);
    return {
      set: 'fundus',
      name: `${nameOf(folder)} ${version}`,
      bytes: bytesOf(`${folder}/${String(page)}`),
      body: [...texts(summary), ...parts].join('\n'),
      ...known({
        address: text(url),
        headline: text(truth.title),
        day: dayOf(truth.publishing_date),
        authors: texts(truth.authors).length > 0 ? texts(truth.authors) : undefined,
      }),
    };
  });
}

function trafilaturaCase(folder: string): PageCase {
  const truth = jsonOf(`${folder}/truth.json`);
  const author = text(truth.author);
  return {
    set: 'trafilatura',
    name: nameOf(folder),
    isLocalDay: true,
    bytes: bytesOf(`${folder}/page.html.gz`),
    pieces: { with: texts(truth.with), without: texts(truth.without) },
    ...known({
      address: text(truth.url),
      headline: text(truth.title),
      day: dayOf(truth.date),
      authors: author === undefined ? undefined : namesIn(author),
    }),
  };
}

function dayOf(value: unknown): string | undefined {
  const said = text(value)?.replace(/^(\d{4}-\d\d-\d\d) (\d)/, '$1T$2');
  if (said === undefined) return undefined;
  // A time without a zone is one of UTC.
  const isZoned = /^\d{4}-\d\d-\d\d$|(?:z|[+-]\d\d:?\d\d)$/i.test(said);
  const moment = new Date(/^\d{4}-\d\d-\d\dT/.test(said) && !isZoned ? `${said}Z` : said);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10);
}

/** Hours by which clocks on earth are behind and before UTC. */
const ZONES = { behind: -12, before: 14 } as const;

/**
 * Whether a moment lies on the day that is true of a page. A truth that is a day without a time is the day where the
 * paper is: there the moment must lie on that day in some zone of the earth.
 */
export function isDayOf({ day, isLocalDay = false }: PageCase, moment: string | undefined): boolean {
  if (moment === undefined) return false;
  const shifts = isLocalDay ? [ZONES.behind, 0, ZONES.before] : [0];
  return shifts.some(
    (hours) => new Date(Date.parse(moment) + hours * 3_600_000).toISOString().slice(0, 10) === day,
  );
}

/** Names of people in one text, as bylines set them; what has a figure in it is a date that was taken for one. */
function namesIn(byline: string): readonly string[] | undefined {
  const names = byline
    .split(/\s*(?:[,;|·\n]|\s(?:and|und|et|y|e)\s|&)\s*/i)
    .map((name) => name.replace(/^\s*(?:(?:written|edited)?\s*by|von|de|di|por)[\s:]+/i, ''))
    .filter((name) => name.trim() !== '');
  return names.length === 0 || names.some((name) => /\d/.test(name)) ? undefined : names;
}

/** The text of a page's bytes. */
export function decodedPage({ bytes }: PageCase): string {
  return decode(bytes).text;
}

/** The words of a piece of HTML as they stand, blocks apart. */
export function wordsOfHtml(html: string): string {
  // parse5's nodes have the shape HtmlNode names, and much besides.
  const childNodes = parseFragment(html).childNodes as readonly HtmlNode[];
  return textBelow({ nodeName: '#document-fragment', childNodes });
}

/** Whether so much of the truth stands in the page as served that a reader of that page alone can find it. */
export function holdsTruth(page: PageCase): boolean {
  const { recall = 0 } = match(sourceWords(decodedPage(page)), page.body ?? '');
  return recall >= 0.8;
}

/** All words of a page's source: of its markup, and of what scripts hold, with escapes undone. */
function sourceWords(source: string): string {
  const unescaped = source
    .replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replaceAll('\\', '');
  // A template's and a script's words count too, so tags are taken out by hand.
  const plain = unescaped
    .replace(/<(?:\/?(?:a|b|i|em|strong|span|u|font)\b)[^<>]*>/gi, '')
    .replace(/<[^<>]*>/g, ' ');
  return wordsOfHtml(plain.replaceAll('<', ' '));
}
