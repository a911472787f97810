import { squeeze } from '@courant/base';
import { feedDate } from './feed-date.ts';
import type { Feed, FeedEntry, FeedFile, FeedHead, FeedPerson, FeedText } from './feed-entry.ts';
import { absolute, mediaIn, named, textNamed } from './feed-names.ts';
import { markupOf } from './feed-text.ts';
import { present } from './fields.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireLink } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { elementsOf, textOf } from './xml.ts';

/** Reads RSS of any version: 0.9x and 2.0 under `rss`, 0.90 and 1.0 under `RDF`, whose items stand beside the channel. */
export function readRssFeed(root: XmlElement, options: ReadOptions): Feed {
  const channel = elementsOf(root, 'channel')[0];
  const base = channel && linkOf(channel, undefined);
  const inside = elementsOf(channel, 'item');
  const items = [...inside, ...elementsOf(root, 'item')];
  // Old versions had the items in a list of their own.
  const listed = [...elementsOf(channel, 'items'), ...elementsOf(root, 'items')];
  const all = items.length > 0 ? items : listed.flatMap((list) => elementsOf(list, 'item'));
  const head: FeedHead = {
    format: root.name === 'RDF' ? 'rss-1' : 'rss',
    authors: channel ? peopleOf(channel, 'managingEditor') : [],
    ...present({
      title: channel && textNamed(channel, 'own', 'title'),
      link: base,
      language: languageOf(channel),
      rights: channel && (textNamed(channel, 'own', 'copyright') ?? textNamed(channel, 'dc', 'rights')),
    }),
  };
  return { head, entries: all.map((item) => entryOf(item, base, options)) };
}

function languageOf(channel: XmlElement | undefined): string | undefined {
  const said = channel && (textNamed(channel, 'own', 'language') ?? textNamed(channel, 'dc', 'language'));
  return said !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(said) ? said : undefined;
}

function entryOf(item: XmlElement, base: string | undefined, options: ReadOptions): FeedEntry {
  const guid = named(item, 'own', 'guid')[0];
  const id = idIn(guid) ?? textNamed(item, 'dc', 'identifier') ?? item.attrs.about;
  const isAddress = guid !== undefined && guid.attrs.isPermaLink !== 'false' && /^https?:/i.test(id ?? '');
  const dated =
    textNamed(item, 'own', 'pubDate', 'pubdate') ?? textNamed(item, 'dc', 'date', 'issued', 'created');
  const changed = textNamed(item, 'dc', 'modified') ?? textNamed(item, 'atom', 'updated');
  return {
    authors: peopleOf(item, 'author'),
    categories: categoriesOf(item),
    files: filesOf(item),
    links: linksOf(item),
    ...present({
      id,
      title: textIn(item, 'own', 'title') ?? textIn(item, 'dc', 'title'),
      link: linkOf(item, base) ?? (isAddress ? id : undefined),
      summary: textIn(item, 'own', 'description') ?? textIn(item, 'itunes', 'summary', 'subtitle'),
      content: textIn(item, 'content', 'encoded') ?? bodyOf(item),
      published: feedDate(dated, options),
      updated: feedDate(changed, options),
      rights: textNamed(item, 'dc', 'rights'),
      source: textNamed(item, 'own', 'source'),
    }),
  };
}

function idIn(guid: XmlElement | undefined): string | undefined {
  const text = markupOf(guid);
  return text === undefined ? undefined : squeeze(text);
}

function textIn(
  item: XmlElement,
  vocabulary: Parameters<typeof named>[1],
  ...names: readonly string[]
): FeedText | undefined {
  const text = named(item, vocabulary, ...names).flatMap((element) => markupOf(element) ?? [])[0];
  return text === undefined ? undefined : { text, isHtml: true };
}

/** Some put the page itself there, as XHTML. */
function bodyOf(item: XmlElement): FeedText | undefined {
  const body = elementsOf(item, 'body', 'div').find(({ prefix }) => /^x?html$|^$/.test(prefix));
  const text = markupOf(body);
  return text === undefined ? undefined : { text, isHtml: true };
}

function linkOf(parent: XmlElement, base: string | undefined): string | undefined {
  const own = named(parent, 'own', 'link').flatMap((link) => textOf(link) ?? link.attrs.href ?? [])[0];
  const other = named(parent, 'atom', 'link').find(({ attrs }) => (attrs.rel ?? 'alternate') === 'alternate');
  return absolute(own ?? other?.attrs.href, base);
}

/** An address of a mail with a name in brackets, either of them, or the other way round. */
function personOf(text: string): FeedPerson {
  const [email] = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*/.exec(text) ?? [];
  if (email === undefined) return present({ name: text.trim() });
  const name = text
    .replace(email, '')
    .replace(/mailto:|^["'(<\s]+|["')>\s]+$|[<(]\s*[>)]/gi, '')
    .trim();
  return present({ name, email });
}

function peopleOf(parent: XmlElement, name: string): readonly FeedPerson[] {
  const own = named(parent, 'own', name).flatMap((element) => markupOf(element) ?? []);
  const written = own.length > 0 ? own : textsNamed(parent, 'dc', 'creator', 'author');
  const others = written.length > 0 ? written : textsNamed(parent, 'itunes', 'author');
  return others.map(personOf);
}

function textsNamed(parent: XmlElement, ...asked: readonly [Parameters<typeof named>[1], ...string[]]) {
  return named(parent, ...asked).flatMap((element) => textOf(element) ?? []);
}

function categoriesOf(item: XmlElement): readonly string[] {
  const own = named(item, 'own', 'category').flatMap((element) => textOf(element) ?? []);
  return [...own, ...textsNamed(item, 'dc', 'subject'), ...textsNamed(item, 'media', 'category')];
}

function filesOf(item: XmlElement): readonly FeedFile[] {
  const enclosed = named(item, 'own', 'enclosure').flatMap(({ attrs: { url, type } }): readonly FeedFile[] =>
    url ? [{ href: url, ...present({ mediaType: type }) }] : [],
  );
  return [...enclosed, ...mediaIn(item)];
}

function linksOf(item: XmlElement): readonly WireLink[] {
  return named(item, 'atom', 'link').flatMap(({ attrs: { href, rel, title } }): readonly WireLink[] =>
    href && rel && rel !== 'alternate' && rel !== 'enclosure' ? [{ href, rel, ...present({ title }) }] : [],
  );
}
