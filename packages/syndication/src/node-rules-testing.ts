import type { FeedNode } from './feed-tree-testing.ts';
import { htmlFaults } from './html-rules-testing.ts';
import type { ValueRule } from './value-rules-testing.ts';
import { language } from './value-rules-testing.ts';

/** Says what is wrong with an element. */
export type NodeRule = (node: FeedNode) => readonly string[];

/** What is known of an element: what it must be, and what may stand in it. */
export interface Known {
  readonly rules?: readonly NodeRule[];
  /** Its attributes without a namespace. */
  readonly attributes?: readonly string[];
  /** Whether it holds other elements; then it holds no text. */
  readonly holds?: boolean;
  /** Whether it may stand there more than once. */
  readonly often?: boolean;
}

const HTML_NAMES =
  'a abbr acronym address article aside audio b bdo big blockquote body br button caption center cite code col dd del ' +
  'details dfn dir div dl dt em fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hr html i ' +
  'iframe img input ins kbd label legend li link main map mark menu meta nav object ol option p param picture pre q s ' +
  'samp script section select small source span strike strong style sub summary sup table tbody td textarea tfoot th ' +
  'thead time title tr tt u ul var video';
const HTML = new Set(HTML_NAMES.split(' '));
const ENTITIES = new Set(
  'amp lt gt quot apos nbsp copy reg trade mdash ndash hellip eacute rsquo lsquo'.split(' '),
);

/** The text of an element, by one rule. */
export function textIs(rule: ValueRule): NodeRule {
  return (node) => {
    const fault = rule(node.text.trim());
    return fault === undefined ? [] : [`${fault}: ${node.name} ${node.text.trim()}`];
  };
}

/** An attribute, where it is there, by one rule. */
export function attributeIs(name: string, rule: ValueRule): NodeRule {
  return (node) => {
    const value = node.attributes.get(name);
    const fault = value === undefined ? undefined : rule(value);
    return fault === undefined ? [] : [`${fault}: ${node.name} ${name} ${value}`];
  };
}

/** An attribute that nobody could take for HTML. */
export function attributePlain(name: string): NodeRule {
  return (node) => {
    const fault = htmlIn(node.attributes.get(name) ?? '', node.hasHexReference);
    return fault === undefined ? [] : [`ContainsHTML: ${node.name} ${name} ${fault}`];
  };
}

/** An attribute that must be there. */
export function mustHave(...names: readonly string[]): NodeRule {
  return (node) =>
    names
      .filter((name) => !node.attributes.has(name))
      .map((name) => `${name === 'href' ? 'MissingHref' : 'MissingAttribute'}: ${node.name} ${name}`);
}

/** Text that is there. */
export const notBlank: NodeRule = (node) => (node.text.trim() ? [] : [`NotBlank: ${node.name}`]);

/** Text without space before or after it. */
export const noSpaceAround: NodeRule = (node) =>
  node.text === node.text.trim() ? [] : [`UnexpectedWhitespace: ${node.name}`];

/** Text that nobody could take for HTML; `word` is what the validator calls the other kind. */
export function plain(word: 'ContainsHTML' | 'ContainsUndeclaredHTML'): NodeRule {
  return (node) => {
    const fault = htmlIn(node.text, node.hasHexReference);
    return fault === undefined ? [] : [`${word}: ${node.name} ${fault}`];
  };
}

/** What in a text looks like HTML. A reference in the source says that it is meant as text, but for an end tag. */
export function htmlIn(text: string, isReferenced: boolean): string | undefined {
  for (const [tag, name = ''] of text.matchAll(/<\/([\p{L}\p{N}_]+)>/gu)) {
    if (HTML.has(name.toLowerCase())) return tag;
  }
  if (isReferenced) return undefined;
  for (const [entity, name = ''] of text.matchAll(/&(#?\w+)/g)) {
    if (ENTITIES.has(name) || !/^[a-z]+$/i.test(name)) return entity;
  }
  return undefined;
}

/** RSS text in which `&` and `<` are written as the RSS Profile asks. */
export const profiled: NodeRule = (node) => {
  const isOpen = htmlIn(node.text, false) === undefined && /&#[x0-9]|<[/a-z]/i.test(node.text);
  return isOpen && !node.hasHexReference ? [`CharacterData: ${node.name}`] : [];
};

/** HTML that may be shown as it is. */
export const safeHtml: NodeRule = (node) => htmlFaults(node.text).map((fault) => `${fault} (${node.name})`);

/** The faults of an element and all it holds, by what is known of the elements in each. */
export function knownFaults(
  node: FeedNode,
  known: Known,
  kinds: (parent: FeedNode, name: string) => Known | undefined,
) {
  const faults: string[] = [];
  for (const rule of known.rules ?? []) faults.push(...rule(node));
  faults.push(...attributeFaults(node, known));
  if (known.holds && node.text.trim()) faults.push(`UnexpectedText: ${node.name}`);
  const seen = new Set<string>();
  for (const one of node.children) {
    const kind = kinds(node, one.name);
    if (!kind) {
      if (!/^(?!atom:|content:|fh:)\S+:/.test(one.name))
        faults.push(`UndefinedElement: ${one.name} in ${node.name}`);
      continue;
    }
    if (!kind.often && seen.has(one.name)) faults.push(`DuplicateElement: ${one.name} in ${node.name}`);
    seen.add(one.name);
    faults.push(...knownFaults(one, kind, kinds));
  }
  return faults;
}

function attributeFaults(node: FeedNode, known: Known): readonly string[] {
  return [...node.attributes].flatMap(([name, value]) => {
    const isStrange = !name.includes(':') && !(known.attributes ?? []).includes(name);
    return [
      ...(isStrange ? [`UnexpectedAttribute: ${node.name} ${name}`] : []),
      ...(name === 'xml:lang' && language(value) ? [`InvalidLanguage: ${node.name} ${value}`] : []),
      ...(/[\u0080-\u009f\ufffd]/.test(value) ? [`BadCharacters: ${node.name} ${name}`] : []),
    ];
  });
}
