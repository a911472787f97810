import { squeeze } from '@courant/base';
import type { PageFacts } from './article-page-facts.ts';
import { namesIn, pageDate } from './article-page-facts.ts';
import { isHidden, nameWords } from './article-page-marks.ts';
import type { PageElement, PageTree } from './article-page-tree.ts';
import { unique } from './fields.ts';
import { BLOCK_NAMES } from './html-node.ts';
import { hasUpdateWord, printedDates } from './page-text-date.ts';
import type { ReadOptions } from './read-options.ts';

/** Lines of a page's foot and menus have dates and names too: so many before and behind the story's begin are its head. */
const HEAD = { before: 40, behind: 12 } as const;
const BYLINE =
  /(?:^|[ -])(?:byline|by-line|authors?|autor(?:en|es|in)?|auteurs?|redacteur|writer|journalist|contributor|reporter|firma)(?=$|[ -])/;
const DATED =
  /(?:^|[ -])(?:date|dates|time|timestamp|published|pubdate|publish\w*|posted|datum|fecha|entry-date|dateline)(?=$|[ -])/;

/** What readers see of a page's story above it: its headline, names and dates. `from` is where the story begins. */
export function seenFacts(page: PageTree, from: number, options: ReadOptions): PageFacts {
  const isNear = (element: PageElement) =>
    element.to > from - HEAD.before && element.from < from + HEAD.behind;
  const near = page.elements.filter((one) => isNear(one) && !isHidden(one));
  const [published, modified] = datesOf({ page, near, from }, options);
  return {
    headline: shownHeadline(page, from),
    authors: authorsOf({ page, near, from }),
    published,
    modified,
    language: languageOf(page),
    sectionPath: crumbsOf(page),
    keywords: [],
    pictures: [],
    addresses: [],
  };
}

/** The head of a story: the elements around the line at which it begins. */
interface Head {
  readonly page: PageTree;
  readonly near: readonly PageElement[];
  readonly from: number;
}

/** The headline of the first rank that stands nearest above a story, else the first behind it. */
export function shownHeadline({ lines }: PageTree, from: number): string | undefined {
  const tops = lines.filter(({ owner }) => owner.name === 'h1');
  return (tops.findLast(({ at }) => at <= from) ?? tops[0])?.text;
}

function languageOf({ elements }: PageTree): string | undefined {
  const html = elements.find(({ name }) => name === 'html');
  return html?.attributes.get('lang') || html?.attributes.get('xml:lang') || undefined;
}

/** Characters at the beginning of a line in which a date is the story's. */
const SHORT_LINE = 80;
/** Characters of a name or a date with what stands around it. */
const SHORT = 300;

/** The first words in an element. */
function textOf(element: PageElement): string {
  const words: string[] = [];
  const waiting: (PageElement | string)[] = [element];
  let length = 0;
  for (let next = waiting.pop(); next !== undefined && length < SHORT; next = waiting.pop()) {
    if (typeof next === 'string') {
      words.push(next.slice(0, SHORT));
      length += next.trim().length;
    } else if (!/^(?:script|style|svg|noscript|template|button)$/.test(next.name)) {
      if (BLOCK_NAMES.has(next.name)) words.push(' ');
      waiting.push(...next.children.toReversed());
    }
  }
  return squeeze(words.join(''));
}

/** Names that an element is marked to hold: first as data for machines, then by its class; then as they are printed. */
function authorsOf({ page, near, from }: Head): PageFacts['authors'] {
  const isData = ({ attributes }: PageElement) =>
    /(?:^|\s)author(?:\s|$)/.test(`${attributes.get('itemprop')} ${attributes.get('rel')}`);
  const isNamed = (element: PageElement) => BYLINE.test(nameWords(element));
  const marked = [near.filter(isData), near.filter(isNamed), page.elements.filter(isData)];
  for (const group of marked) {
    const said = group
      .map((element) => namesOf(element, isData(element)))
      .filter((names) => names.length > 0);
    // A class may be on every teaser too: there only the first of it is the story's.
    const names = unique((group === marked[1] ? said.slice(0, 1) : said).flat()).slice(0, 10);
    if (names.length > 0) return names.map((name) => ({ name }));
  }
  const lines = page.lines
    .slice(Math.max(0, from - HEAD.before), from + HEAD.behind)
    .filter(({ width }) => width <= 120);
  const printed = lines.flatMap(({ text }) => {
    const [, latin, han] = PRINTED.exec(text) ?? [];
    const said = latin ?? han;
    return said === undefined ? [] : namesIn(said).filter((name) => isName(name, false));
  });
  return unique(printed)
    .slice(0, 5)
    .map((name) => ({ name }));
}

/** "By Ada Quill | 9 May", "14:07 Uhr | Von Ada Quill", "记者：李示例". */
const PRINTED =
  /(?:^|[|•·]\s*)(?:By|BY|Von|Por|Par|Di|Da|Door|Av|Af|Text|Texto|Autor|Author|Oleh)[:\s]+(\p{Lu}[^|•·]{3,80}?)\s*(?:$|[|•·])|(?:记者|記者|作者)\s*[：:]\s*(\p{Script=Han}{2,4})(?!\p{Script=Han})/u;

function namesOf(element: PageElement, isData: boolean): readonly string[] {
  const content = element.attributes.get('content');
  const said = content && element.name === 'meta' ? content : textOf(element);
  return said.length > 120 ? [] : namesIn(said).filter((name) => isName(name, isData));
}

/** Two to five words with capitals, or a few signs of a script without them. */
function isName(name: string, isData: boolean): boolean {
  if (/\d|https?:|@/.test(name)) return false;
  const words = name.split(/\s+/);
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name))
    return name.length <= 12;
  return (
    (isData || words.length >= 2) &&
    words.length <= 5 &&
    /^[\p{Lu}\p{Lo}]/u.test(name) &&
    words.every((word) => word.length < 25)
  );
}

/** Names by which systems mark when a story was published, wherever on the page. */
const PUBLISHED = /datepublished|(?:^|[ -])(?:entry-date|published)(?=$|[ -])/i;

/** When it was first published and last changed: by what is marked as that, by other times, else by what is printed. */
function datesOf({ page, near, from }: Head, options: ReadOptions) {
  const timesIn = (elements: readonly PageElement[]) =>
    elements.flatMap((element) => {
      const said = timeOf(element);
      const at = pageDate(said?.value, options);
      return at === undefined ? [] : [{ at, isUpdate: said?.isUpdate === true }];
    });
  const isPublished = (element: PageElement) =>
    PUBLISHED.test(`${nameWords(element)} ${element.attributes.get('itemprop') ?? ''}`);
  const marked = timesIn(
    page.elements.filter(
      (one) => (one.name === 'time' || one.attributes.has('itemprop')) && isPublished(one),
    ),
  );
  const times = timesIn(near);
  const lines = page.lines.slice(Math.max(0, from - HEAD.before), from + HEAD.behind);
  const printed = lines.flatMap(({ text }) => printedDates(text.slice(0, SHORT_LINE)));
  const found = times.length > 0 ? times : printed.filter(({ at }) => pageDate(at, options) !== undefined);
  const published = [...marked, ...found].find(({ isUpdate }) => !isUpdate)?.at;
  return [published, found.find(({ isUpdate }) => isUpdate)?.at] as const;
}

function timeOf(element: PageElement) {
  const { name, attributes } = element;
  const words = `${nameWords(element)} ${attributes.get('itemprop') ?? ''}`;
  const isMarked = /date(?:published|created|modified)|datepublished/i.test(words);
  if (name !== 'time' && !isMarked && !DATED.test(words)) return undefined;
  const value = attributes.get('datetime') || attributes.get('content') || textOf(element).slice(0, 200);
  const isUpdate = /modif|updat/i.test(words) || hasUpdateWord(textOf(element).slice(0, 60));
  return { value, isUpdate };
}

/** The section as the page's breadcrumbs show it, without front and story. */
function crumbsOf(page: PageTree): readonly string[] {
  const crumbs = page.elements.find(
    (element) =>
      /breadcrumb/.test(nameWords(element)) || /breadcrumb/i.test(element.attributes.get('aria-label') ?? ''),
  );
  if (!crumbs) return [];
  const links = page.elements.filter(
    ({ name, from, to }) => name === 'a' && from >= crumbs.from && to <= crumbs.to,
  );
  const names = unique(links.map((link) => textOf(link)).filter((text) => text !== '' && text.length <= 60));
  return names.slice(names.length > 1 ? 1 : 0).slice(0, 5);
}
