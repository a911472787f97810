import type { Json } from '@courant/base';
import { offlinePage, offlinePath, qrDrawing, savedPage, savedPath } from '@courant/site';
import { drawn, moved, written } from './drawn-page.ts';
import type { Page } from './page-cache.ts';
import type { Paper, Snapshot } from './ports.ts';
import type { Reading, Site } from './reading.ts';
import { storyPath } from './reading.ts';
import { addressTag, SETTINGS_TAG, storyTag } from './tags.ts';

/** Where the service worker stands: at the root, for it may speak for no page above its own folder. */
export const WORKER_PATH = '/sw.js';

/** What readers see who ask for a page with no network: kept on their device beforehand. */
export async function offlineAt(reading: Reading): Promise<Page> {
  return drawn(reading, offlinePage(await reading.frame(offlinePath)));
}

/** The page of the stories a reader keeps on their device; which those are, the paper does not know. */
export async function savedAt(reading: Reading): Promise<Page> {
  return drawn(reading, savedPage(await reading.frame(savedPath)));
}

/** The address of a story as a QR code. */
export async function qrAt(reading: Reading, path: string): Promise<Page | undefined> {
  const { snapshot, site, tags } = reading;
  const found = await snapshot.atAddress(path);
  if (!found || found.at === 'gone') return undefined;
  if (found.at === 'moved') {
    tags.add(addressTag(path)).add(storyTag(found.story));
    const to = `${storyPath(reading.edition, found.path)}/qr.svg`;
    return moved(snapshot, { to, status: 301, tags });
  }
  tags.add(addressTag(path)).add(storyTag(found.story.story));
  const { markup } = qrDrawing(`${site.origin}${encodeURI(path)}`);
  return written({ snapshot, tags }, { content: markup, mediaType: 'image/svg+xml' });
}

/**
 * The service worker, told which pages to keep for a reader without network: that and the style they are dressed in
 * are its version, for a browser takes up a new worker when its bytes differ.
 */
export function workerAt(
  snapshot: Snapshot,
  { paper, site }: { readonly paper: Paper; readonly site: Site },
): Page {
  const pages = paper.editions.flatMap((edition) => [offlinePath(edition), savedPath(edition)]);
  const files = site.scripts?.files ?? [];
  const shell: Json = { version: `${site.stylesheet} ${site.scripts?.page}`, pages, files };
  const content = `const SHELL=${JSON.stringify(shell)};\n${site.scripts?.worker}`;
  return written(
    { snapshot, tags: [SETTINGS_TAG] },
    { content, mediaType: 'text/javascript; charset=utf-8' },
  );
}
