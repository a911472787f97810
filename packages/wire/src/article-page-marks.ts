import type { PageElement } from './article-page-tree.ts';
import { ABOUT_STORY, NEVER_STORY, SELDOM_STORY } from './article-page-words.data.ts';

const NAMES: ReadonlySet<string> = new Set([
  'nav',
  'aside',
  'footer',
  'button',
  'dialog',
  'menu',
  'label',
  'fieldset',
]);
const ROLES =
  /^(?:navigation|complementary|contentinfo|banner|dialog|alertdialog|search|menu|menubar|toolbar|button|tablist|tooltip)$/i;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const NEVER = wordsOf(NEVER_STORY);
const SELDOM = wordsOf(SELDOM_STORY);
const ABOUT = wordsOf(ABOUT_STORY);
/** Longer names are made by machines and say nothing. */
const LONGEST = 400;

function wordsOf(expressions: readonly string[]): RegExp {
  return new RegExp(`(?:^|[ -])(?:${expressions.join('|')})(?=$|[ -])`);
}

/** What was made of names, which are asked for several times. */
const KNOWN = new WeakMap<PageElement, string>();

/** Class and id of an element in lower case, their words parted by hyphens. */
export function nameWords(element: PageElement): string {
  const known = KNOWN.get(element) ?? wordsIn(element);
  KNOWN.set(element, known);
  return known;
}

function wordsIn({ attributes }: PageElement): string {
  const said = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(0, LONGEST);
  return said
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_:\s]+/g, (signs) => (/\s/.test(signs) ? ' ' : '-'));
}

/** Whether nobody sees an element. */
export function isHidden({ attributes }: PageElement): boolean {
  return attributes.has('hidden') || HIDDEN.test(attributes.get('style') ?? '');
}

/** How surely an element says of itself that it is not the story. */
export function furnitureMark(element: PageElement): 'never' | 'seldom' | undefined {
  if (NAMES.has(element.name) || ROLES.test(element.attributes.get('role') ?? '')) return 'never';
  const words = nameWords(element);
  if (element.name === 'p') return ABOUT.test(words) ? 'seldom' : undefined;
  if (NEVER.test(words)) return 'never';
  return SELDOM.test(words) || element.name === 'figcaption' ? 'seldom' : undefined;
}
