import { atomFaults } from './atom-rules-testing.ts';
import { feedTree, PREFIXES } from './feed-tree-testing.ts';
import { jsonFaults } from './json-rules-testing.ts';
import { rssFaults } from './rss-rules-testing.ts';

const ATOM = 'http://www.w3.org/2005/Atom';

/**
 * What the W3C feed validator would call an error or a warning in a feed of ours, each fault beginning with its word
 * for it; for JSON Feed, which that does not know, what its specification forbids. Covers what this room writes, and
 * is stricter in three things: no style attribute, no relative address in any format, no scheme but web and mail.
 * `location` is where the feed was fetched, to hold its self link to.
 */
export function feedFaults(text: string, mediaType: string, location?: string): readonly string[] {
  const kind = mediaType.split(';', 1)[0]?.trim();
  if (kind === 'application/feed+json') return jsonFaults(text, location);
  const tree = feedTree(text);
  if (!tree.ok) return [`SAXError: ${tree.say}`];
  const { root, rootNamespace } = tree;
  const strangers = tree.namespaces
    .filter((uri) => uri && !(uri in PREFIXES))
    .map((uri) => `UnknownNamespace: ${uri}`);
  if (kind === 'application/rss+xml') {
    if (root.name !== 'rss') return [`UndefinedElement: ${root.name}`];
    if (rootNamespace) return [`InvalidNamespace: ${rootNamespace}`];
    return [...strangers, ...rssFaults(root, location)];
  }
  if (root.name !== 'feed') return [`UndefinedElement: ${root.name}`];
  if (rootNamespace !== ATOM)
    return [`${rootNamespace ? 'InvalidNamespace' : 'MissingNamespace'}: ${rootNamespace}`];
  return [...strangers, ...atomFaults(root, location)];
}
