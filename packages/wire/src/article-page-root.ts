import { furnitureMark, isHidden } from './article-page-marks.ts';
import { lineGain, proseValue } from './article-page-prose.ts';
import type { PageElement, PageTree } from './article-page-tree.ts';
import { isApart } from './article-page-tree.ts';

/** Where a page's story stands. */
export interface ArticleRoot {
  readonly element: PageElement;
  /** By place of a line: 1 where it is furniture by what its elements say of themselves. */
  readonly out: Uint8Array;
  /** Whether the page is nothing but its story. */
  readonly isWhole?: boolean;
}

/** A part of the page's prose that no element of furniture holds, whatever it is named. */
const MOST_PROSE = 0.4;
/** How much an element must add, beside what is found, for the story to be the whole of it. */
const CLIMB = { least: 5, share: 0.15 } as const;
/** Lines and links of a page that is nothing but its story, however short. */
const BARE = { lines: 12, few: 3, linked: 0.5 } as const;
/** Levels above a paragraph that it speaks for. */
const LEVELS = 6;
const WHOLE: ReadonlySet<string> = new Set(['#document', 'html', 'body', 'main', 'article']);
/** Elements that hold paragraphs of one text, and are none of their own. */
const INNER: ReadonlySet<string> = new Set([
  'p',
  'li',
  'blockquote',
  'td',
  'ul',
  'ol',
  'tr',
  'tbody',
  'table',
  'pre',
]);

/** Finds the element that holds the story; undefined where the page has no prose. */
export function findRoot(page: PageTree): ArticleRoot | undefined {
  return rootIn(page, isHidden) ?? rootIn(page, () => false) ?? bare(page);
}

/** A page of a few lines, without menus: all of it. */
function bare(page: PageTree): ArticleRoot | undefined {
  const element = page.elements.find(({ name }) => name === 'body');
  const out = new Uint8Array(page.lines.length);
  if (!element || element.from === element.to || page.lines.length > BARE.lines) return undefined;
  const isMenu = page.lines.length > BARE.few && linkShare(page, element, out) > BARE.linked;
  return isMenu ? undefined : { element, out, isWhole: true };
}

function rootIn(page: PageTree, isUnseen: (element: PageElement) => boolean): ArticleRoot | undefined {
  const values = page.lines.map(proseValue);
  const out = furnitureOf(page, values, isUnseen);
  const best = densest(page, values, out);
  if (!best) return undefined;
  const gains = gainsOf(page, values, out);
  let element = best;
  for (let above = best.parent; above && above.name !== 'html'; above = above.parent) {
    const own = gains.get(element) ?? 0;
    if ((gains.get(above) ?? 0) - own >= Math.max(CLIMB.least, own * CLIMB.share)) element = above;
  }
  return { element, out };
}

function furnitureOf(
  page: PageTree,
  values: readonly number[],
  isUnseen: (element: PageElement) => boolean,
): Uint8Array {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  const prose = ({ from, to }: PageElement) => (sums[to] ?? 0) - (sums[from] ?? 0);
  const most = (sums.at(-1) ?? 0) * MOST_PROSE;
  const out = new Uint8Array(page.lines.length);
  let end = 0;
  for (const element of page.elements) {
    const isInside = element.from < end && element.to <= end;
    // A name on a few words of a line says nothing of the line.
    const isWord = !isApart(element.name) && element.to - element.from < 2;
    if (isInside || isWord || element.from === element.to || WHOLE.has(element.name)) continue;
    const mark = isUnseen(element) ? 'never' : furnitureMark(element);
    if (mark === undefined || (mark === 'seldom' && prose(element) > most)) continue;
    out.fill(1, element.from, element.to);
    end = element.to;
  }
  return out;
}

/** The element that most prose stands close below. */
function densest(page: PageTree, values: readonly number[], out: Uint8Array): PageElement | undefined {
  const scores = new Map<PageElement, number>();
  for (const line of page.lines) {
    const value = values[line.at] ?? 0;
    if (out[line.at] === 1 || value === 0) continue;
    let above = holderOf(line.owner);
    for (let level = 0; above && level < LEVELS; level++) {
      scores.set(above, (scores.get(above) ?? 0) + value / Math.max(1, level === 1 ? 2 : level * 3));
      above = above.parent && holderOf(above.parent);
    }
  }
  let best: readonly [PageElement | undefined, number] = [undefined, 0];
  for (const [element, score] of scores) {
    const hint = /articleBody/i.test(element.attributes.get('itemprop') ?? '') ? 1.5 : 1;
    const whole = score * (1 - linkShare(page, element, out)) * hint;
    if (whole > best[1]) best = [element, whole];
  }
  return best[0];
}

function holderOf(element: PageElement): PageElement | undefined {
  let above: PageElement | undefined = element;
  while (above && INNER.has(above.name)) above = above.parent;
  return above;
}

function linkShare(page: PageTree, { from, to }: PageElement, out: Uint8Array): number {
  let [width, linked] = [0, 0];
  for (const line of page.lines.slice(from, to)) {
    if (out[line.at] === 1) continue;
    width += line.width;
    linked += line.linked;
  }
  return width === 0 ? 1 : linked / width;
}

/** What each element adds, the parts of it that only cost left out. */
function gainsOf(
  page: PageTree,
  values: readonly number[],
  out: Uint8Array,
): ReadonlyMap<PageElement, number> {
  const gains = new Map<PageElement, number>();
  const isTeaser = teasersOf(page, values, out);
  const add = (element: PageElement, gain: number) => gains.set(element, (gains.get(element) ?? 0) + gain);
  for (const line of page.lines) {
    if (out[line.at] !== 1) add(line.owner, lineGain(line, values[line.at] ?? 0));
  }
  for (const element of page.elements.toReversed()) {
    const gain = gains.get(element) ?? 0;
    if (gain > 0 && element.parent) add(element.parent, isTeaser(element) ? 0 : gain);
  }
  return gains;
}

/** Tells the teasers of other stories: a piece of prose or two, under a line that is all link. */
function teasersOf(page: PageTree, values: readonly number[], out: Uint8Array) {
  const [prose, lastProse, nextLink]: [number[], number[], number[]] = [[0], [-1], []];
  for (const line of page.lines) {
    const isStory = out[line.at] !== 1 && (values[line.at] ?? 0) > 1;
    prose.push((prose.at(-1) ?? 0) + Number(isStory));
    lastProse.push(isStory ? line.at : (lastProse.at(-1) ?? -1));
  }
  let link = page.lines.length;
  for (const line of page.lines.toReversed()) {
    if (out[line.at] !== 1 && line.linked >= line.width * 0.8) link = line.at;
    nextLink[line.at] = link;
  }
  return ({ name, from, to }: PageElement) => {
    const isShort = (prose[to] ?? 0) - (prose[from] ?? 0) <= 2;
    return !WHOLE.has(name) && isShort && (nextLink[from] ?? to) < (lastProse[to] ?? -1);
  };
}
