import { feedDate } from './feed-date.ts';
import type { Feed, FeedEntry, FeedFile, FeedHead, FeedPerson } from './feed-entry.ts';
import { absolute, mediaIn } from './feed-names.ts';
import { atomText, baseOf } from './feed-text.ts';
import { present } from './fields.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireLink } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf, textOf } from './xml.ts';

/** Reads Atom 1.0 (RFC 4287), or 0.3; an entry may stand alone. */
export function readAtomFeed(root: XmlElement, options: ReadOptions): Feed {
  const isEntry = root.name === 'entry';
  const base = baseOf(root, undefined);
  const link = linkOf(root, base);
  const head: FeedHead = {
    format: 'atom',
    authors: isEntry ? [] : peopleOf(root),
    ...present({
      title: isEntry ? undefined : atomText(elementsOf(root, 'title')[0], base)?.text,
      link: isEntry ? undefined : (link ?? base),
      language: root.attrs['xml:lang'],
      rights: textOf(elementsOf(root, 'rights', 'copyright')[0]),
    }),
  };
  const entries = isEntry ? [root] : elementsOf(root, 'entry');
  return { head, entries: entries.map((entry) => entryOf(entry, base, options)) };
}

function entryOf(entry: XmlElement, feedBase: string | undefined, options: ReadOptions): FeedEntry {
  const base = baseOf(entry, feedBase);
  const content = elementsOf(entry, 'content')[0];
  const source = elementsOf(entry, 'source')[0];
  const text = (...names: readonly string[]) => textOf(elementsOf(entry, ...names)[0]);
  const people = peopleOf(entry);
  return {
    authors: people.length > 0 || !source ? people : peopleOf(source),
    categories: elementsOf(entry, 'category').flatMap(({ attrs: { term, label } }) => label || term || []),
    files: [...filesOf(entry, base), ...mediaIn(entry)],
    links: linksOf(entry, base),
    ...present({
      id: idOf(text('id'), base),
      title: atomText(elementsOf(entry, 'title')[0], base),
      link: linkOf(entry, base) ?? absolute(content?.attrs.src, base),
      // WENN sums up in an element of its own.
      summary: atomText(elementsOf(entry, 'summary')[0] ?? at(entry, 'ContentMetadata', 'first_line'), base),
      content: atomText(content, base),
      published: feedDate(text('published') ?? text('issued', 'created'), options),
      updated: feedDate(text('updated') ?? text('modified'), options),
      language: entry.attrs['xml:lang'] ?? content?.attrs['xml:lang'],
      rights: atomText(elementsOf(entry, 'rights', 'copyright')[0])?.text,
      source: source && atomText(elementsOf(source, 'title')[0])?.text,
    }),
  };
}

/** An id is a whole address; only one that is none is read by the base, and none is ever written otherwise. */
function idOf(text: string | undefined, base: string | undefined): string | undefined {
  const isWhole = text === undefined || base === undefined || URL.parse(text) !== null;
  return isWhole ? text : absolute(text, base);
}

function linkOf(parent: XmlElement, base: string | undefined): string | undefined {
  const links = elementsOf(parent, 'link');
  const alternates = links.filter(({ attrs }) => (attrs.rel ?? 'alternate') === 'alternate' && attrs.href);
  const page = alternates.find(({ attrs }) => /html/.test(attrs.type ?? 'html')) ?? alternates[0];
  return absolute(page?.attrs.href, base);
}

const FILES = new Set(['enclosure']);
const OWN = new Set(['alternate', 'self', 'edit', 'replies', ...FILES]);

function filesOf(entry: XmlElement, base: string | undefined): readonly FeedFile[] {
  return elementsOf(entry, 'link').flatMap(
    ({ attrs: { rel = '', href, type, title } }): readonly FeedFile[] => {
      const address = FILES.has(rel) ? absolute(href, base) : undefined;
      return address === undefined ? [] : [{ href: address, ...present({ mediaType: type, title }) }];
    },
  );
}

function linksOf(entry: XmlElement, base: string | undefined): readonly WireLink[] {
  return elementsOf(entry, 'link').flatMap(
    ({ attrs: { rel = 'alternate', href, title } }): readonly WireLink[] => {
      const address = OWN.has(rel) ? undefined : absolute(href, base);
      return address === undefined ? [] : [{ href: address, rel, ...present({ title }) }];
    },
  );
}

function peopleOf(parent: XmlElement): readonly FeedPerson[] {
  return elementsOf(parent, 'author').flatMap((author) => {
    const text = (...names: readonly string[]) => textOf(elementsOf(author, ...names)[0]);
    const person = present({ name: text('name'), email: text('email'), uri: text('uri', 'url', 'homepage') });
    // Some write a name where the standard has an element for it.
    const plain = elementsOf(author).length === 0 ? textOf(author) : undefined;
    const whole = plain === undefined ? person : { name: plain };
    return Object.keys(whole).length > 0 ? [whole] : [];
  });
}
