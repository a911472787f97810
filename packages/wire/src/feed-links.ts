import { decode } from './charset.ts';
import { isJsonFeed } from './json-feed.ts';
import { readJson } from './loose-json.ts';
import { list, text } from './ninjs-object.ts';
import type { XmlElement } from './xml.ts';
import { elementsOf, readXml } from './xml.ts';

/** Where a feed says that it is announced, and by which address it is known there (WebSub §4). */
export interface FeedLinks {
  readonly hubs: readonly string[];
  readonly self?: string;
}

/** The hubs and the own address that a feed names in itself; none where it is no feed. */
export function feedLinks(bytes: Uint8Array): FeedLinks {
  const decoded = decode(bytes).text;
  if (/^\s*\{/.test(decoded)) return jsonLinks(decoded);
  const xml = readXml(decoded);
  if (!xml.ok) return { hubs: [] };
  const places = [xml.root, ...elementsOf(xml.root, 'channel')];
  const links = places.flatMap((place) => elementsOf(place, 'link')).map(({ attrs }: XmlElement) => attrs);
  const named = (rel: string) =>
    links.flatMap((link) =>
      link.rel === rel && link.href && /^https?:/i.test(link.href) ? [link.href] : [],
    );
  const [self] = named('self');
  return { hubs: named('hub'), ...(self === undefined ? {} : { self }) };
}

function jsonLinks(decoded: string): FeedLinks {
  const json = readJson(decoded);
  if (!json.ok || !isJsonFeed(json.value)) return { hubs: [] };
  const hubs = list(json.value.hubs).flatMap(({ url }) => text(url) ?? []);
  const self = text(json.value.feed_url);
  return { hubs, ...(self === undefined ? {} : { self }) };
}
