import { readNewsItem } from './newsml-g2-item.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf } from './xml.ts';

/** The roots of NewsML-G2 documents that hold no news item. */
export const OTHER_G2_ITEMS: ReadonlySet<string> = new Set([
  ...['packageItem', 'conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem', 'hopItem'],
]);

/** News items of one message at the most; agencies send tens. */
const MOST_ITEMS = 1_000;

/** What a newsMessage as a whole says: who sent it, for items that do not say themselves. */
interface Envelope {
  readonly sender: string | undefined;
}

/** Reads NewsML-G2: a news item, bare or any number of them in a message. Other items are named, not read. */
export function readNewsMlG2(root: XmlElement, options: ReadOptions): Reading {
  if (root.name === 'newsItem') return { ok: true, items: [readNewsItem(root, options)] };
  if (root.name !== 'newsMessage') return unsupported(root.name);
  const set = elementsOf(root, 'itemSet').flatMap((itemSet) => elementsOf(itemSet));
  const news = set.filter((item) => item.name === 'newsItem');
  const others = set.filter((item) => item.name !== 'newsItem').map((item) => item.name);
  if (news.length > MOST_ITEMS) {
    return {
      ok: false,
      why: 'too-large',
      say: `it has ${news.length} news items; ${MOST_ITEMS} at the most`,
    };
  }
  if (news.length === 0) return unsupported(others[0] ?? 'an empty newsMessage');
  const envelope = envelopeOf(root);
  const items = news.map((item) => readNewsItem(item, withSender(options, envelope)));
  return { ok: true, items: others.length === 0 ? items : items.map((item) => besides(item, others)) };
}

function unsupported(what: string): Reading {
  return { ok: false, why: 'unsupported', say: `unsupported: ${what} of NewsML-G2; news items are read` };
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
