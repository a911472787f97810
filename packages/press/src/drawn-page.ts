import type { Html, Json } from '@courant/base';
import type { Page } from './page-cache.ts';
import type { Snapshot } from './ports.ts';
import type { Reading } from './reading.ts';
import type { Tag } from './tags.ts';

/** A page of html as the cache keeps it, with the tags of all it read. */
export function drawn(reading: Reading, html: Html): Page {
  const body = new TextEncoder().encode(html.markup);
  return {
    ...kept(reading.snapshot, reading.tags),
    status: 200,
    mediaType: 'text/html; charset=utf-8',
    body,
  };
}

/** A text of another kind than html, with the tags of all it read. */
export function written(
  on: { readonly snapshot: Snapshot; readonly tags: Iterable<Tag> },
  text: { readonly content: string; readonly mediaType: string },
): Page {
  const body = new TextEncoder().encode(text.content);
  return { ...kept(on.snapshot, on.tags), status: 200, mediaType: text.mediaType, body };
}

/** A value as JSON. */
export function writtenJson(
  on: { readonly snapshot: Snapshot; readonly tags: Iterable<Tag> },
  value: Json,
): Page {
  return written(on, { content: `${JSON.stringify(value, undefined, 2)}\n`, mediaType: 'application/json' });
}

/** The way to where a page now stands. */
export function moved(
  snapshot: Snapshot,
  { to, status, tags }: { readonly to: string; readonly status: 301 | 302; readonly tags: Iterable<Tag> },
): Page {
  const body = new Uint8Array();
  return { ...kept(snapshot, tags), status, mediaType: 'text/html; charset=utf-8', body, location: to };
}

function kept(snapshot: Snapshot, tags: Iterable<Tag>): Pick<Page, 'tags' | 'seq' | 'keep'> {
  return { tags: [...tags], seq: snapshot.seq, keep: true };
}
