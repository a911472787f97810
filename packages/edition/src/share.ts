import type { Edition } from './paper.ts';
import type { RetiredService } from './share-services.data.ts';
import { RETIRED_SERVICES, SHARE_SERVICES } from './share-services.data.ts';

/** What is shared: the canonical address, absolute and without anything that tracks, and the headline. */
export interface Shared {
  readonly url: string;
  readonly title: string;
}

/** A link that opens a service with the story filled in. */
export interface ShareLink {
  readonly key: string;
  readonly name: string;
  readonly address: string;
}

/** A service of earlier years, named with what stands in its place and never as a link of its own. */
export interface RetiredShare {
  readonly key: string;
  readonly name: string;
  readonly fate: string;
  readonly successor: string;
}

/** The share bar of a story: what works, and, where the edition lists them, what worked once. */
export interface ShareBar {
  readonly links: readonly ShareLink[];
  readonly retired: readonly RetiredShare[];
}

/** The share bar of an edition in the order of its settings; a key that no service has is left out. */
export function shareLinks(edition: Pick<Edition, 'shareServices'>, shared: Shared): ShareBar {
  return {
    links: edition.shareServices.flatMap((key) => linkOf(key, shared)),
    retired: edition.shareServices.flatMap(retiredOf),
  };
}

function linkOf(key: string, shared: Shared): readonly ShareLink[] {
  const service = Object.hasOwn(SHARE_SERVICES, key) ? SHARE_SERVICES[key] : undefined;
  if (!service) return [];
  const address = service.template.replace(/\{(url|title)\}/g, (_, part: 'url' | 'title') =>
    encoded(shared[part]),
  );
  return [{ key, name: service.name, address }];
}

function retiredOf(key: string): readonly RetiredShare[] {
  const service: RetiredService | undefined = Object.hasOwn(RETIRED_SERVICES, key)
    ? RETIRED_SERVICES[key]
    : undefined;
  if (!service) return [];
  const { name, fate, successor } = service;
  return [{ key, name, fate, successor: SHARE_SERVICES[successor]?.name ?? successor }];
}

/** Percent-encodes also what RFC 3986 reserves and `encodeURIComponent` leaves; half a surrogate pair, on which that throws, becomes U+FFFD. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
