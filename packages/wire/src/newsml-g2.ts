import { said } from './fields.ts';
import { aliasesIn, withIptcCodes } from './newsml-g2-code.ts';
import { readCatalog, readConceptItem, readKnowledgeItem } from './newsml-g2-concept.ts';
import { readNewsItem } from './newsml-g2-item.ts';
import { readPackageItem } from './newsml-g2-package.ts';
import { readPlanningItem } from './newsml-g2-planning.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf } from './xml.ts';

type Read = (element: XmlElement, options: ReadOptions) => WireItem | readonly WireItem[];

/** The items of NewsML-G2 by the names of their elements. */
const ITEMS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['newsItem', readNewsItem],
  ['packageItem', readPackageItem],
  ['conceptItem', readConceptItem],
  ['knowledgeItem', readKnowledgeItem],
  ['planningItem', readPlanningItem],
  ['catalogItem', readCatalog],
  ['catalog', readCatalog],
]);

/** The roots of NewsML-G2 documents: a message, or one item of any kind. */
export const G2_ROOTS: readonly string[] = ['newsMessage', ...ITEMS.keys(), 'hopItem'];

/** Items of one message at the most; agencies send tens. */
const MOST_ITEMS = 1_000;

/** What a newsMessage as a whole says: who sent it, for items that do not say themselves. */
interface Envelope {
  readonly sender: string | undefined;
}

/** Reads NewsML-G2: one item, or any number of any kind in a message. */
export function readNewsMlG2(root: XmlElement, options: ReadOptions): Reading {
  const isMessage = root.name === 'newsMessage';
  const set = isMessage ? elementsOf(root, 'itemSet').flatMap((itemSet) => elementsOf(itemSet)) : [root];
  const known = set.filter((element) => ITEMS.has(element.name) && (!isMessage || isNamed(element)));
  const others = [...new Set(set).difference(new Set(known))].map(({ name }) => name);
  if (known.length > MOST_ITEMS) return tooMany(known.length);
  if (known.length === 0) return unsupported(others[0] ?? 'an empty newsMessage');
  const header = isMessage ? at(root, 'header') : undefined;
  const from = isMessage ? withSender(options, envelopeOf(root)) : options;
  const items = known.flatMap((element) => itemsOf(element, header, from));
  if (items.length > MOST_ITEMS) return tooMany(items.length);
  if (items.length === 0) return unsupported('a catalogue without a vocabulary');
  return { ok: true, items: others.length === 0 ? items : items.map((item) => besides(item, others)) };
}

/** Business Desk puts a packageItem into its messages that has neither an id nor a word. */
function isNamed(element: XmlElement): boolean {
  return said(element.attrs.guid) !== undefined || at(element, 'itemMeta') !== undefined;
}

function itemsOf(
  element: XmlElement,
  header: XmlElement | undefined,
  options: ReadOptions,
): readonly WireItem[] {
  const coded = withIptcCodes(element, aliasesIn(header, element));
  return [ITEMS.get(element.name)?.(coded, options) ?? []].flat();
}

function tooMany(count: number): Reading {
  return { ok: false, why: 'too-large', say: `it has ${count} items; ${MOST_ITEMS} at the most` };
}

function unsupported(what: string): Reading {
  return { ok: false, why: 'unsupported', say: `unsupported: ${what} of NewsML-G2; its items are read` };
}

function envelopeOf(root: XmlElement): Envelope {
  const header = at(root, 'header') ?? at(root, 'Header');
  const sender = at(header, 'sender');
  const text = sender?.children.find((child) => typeof child === 'string');
  return { sender: (typeof text === 'string' ? text.trim() : '') || undefined };
}

function withSender(options: ReadOptions, { sender }: Envelope): ReadOptions {
  const supplier = options.supplier ?? sender;
  return supplier === undefined ? options : { ...options, supplier };
}

function besides(item: WireItem, others: readonly string[]): WireItem {
  const say = `The message also held ${[...new Set(others)].join(', ')}, which was left out.`;
  return { ...item, warnings: [...item.warnings, { code: 'item-left-out', say }] };
}
