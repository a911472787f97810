import type { Json } from '@courant/base';
import { canonicalJson } from '@courant/base';
import type { Edition } from '@courant/edition';
import { logPath, standingPath } from '@courant/edition';
import { aboutPage, logPage } from '@courant/site';
import { drawn, written, writtenJson } from './drawn-page.ts';
import type { Page } from './page-cache.ts';
import type { PublicEntry } from './ports.ts';
import type { Reading } from './reading.ts';
import { linksOf, storyPath } from './reading.ts';
import { LOG_TAG, SETTINGS_TAG, storyTag } from './tags.ts';

/** A page about the paper in the edition's language, else in English; settings change when it does. */
export async function standingAt(reading: Reading, urlSlug: string): Promise<Page | undefined> {
  const link = (await reading.aboutPages()).find((one) => one.urlSlug === urlSlug);
  const standing = link && (await reading.snapshot.standingPage(link));
  if (!standing) return undefined;
  const all = await reading.snapshot.standingLinks();
  const isIn = (other: Edition) => linksOf(other, all).some((one) => one.urlSlug === urlSlug);
  const frame = await reading.frame((other) => (isIn(other) ? standingPath(other, standing) : undefined));
  return drawn(reading, aboutPage({ ...frame, standing }));
}

/** An entry of the publication log, as a page. An entry never changes; whether its story is live does. */
export async function logEntryAt(reading: Reading, seq: number): Promise<Page | undefined> {
  const { snapshot, tags } = reading;
  const [entry, next] = await snapshot.entries({ after: seq - 1, most: 2 });
  if (entry?.seq !== seq) return undefined;
  // The newest entry has no next one yet: what comes makes its page again.
  if (!next) tags.add(LOG_TAG);
  if (entry.story) tags.add(storyTag(entry.story));
  const found = entry.story ? await snapshot.byId(entry.story) : undefined;
  const live = found?.at === 'story' ? found.story : undefined;
  const about = live
    ? { storyPath: storyPath(reading.edition, live.path), headline: live.copy.headline }
    : {};
  const payload = entry.payload as unknown as Json;
  const frame = await reading.frame((other) => logPath(other, seq));
  const page = { ...frame, entry: { ...entry, payload }, hasNext: next !== undefined, ...about };
  return drawn(reading, logPage(page));
}

/** An entry of the log as JSON: what its hash is taken over, under the names it has there. */
export async function logEntryJson({ snapshot }: Reading, seq: number): Promise<Page | undefined> {
  const [entry] = await snapshot.entries({ after: seq - 1, most: 1 });
  if (entry?.seq !== seq) return undefined;
  return writtenJson({ snapshot, tags: [SETTINGS_TAG] }, told(entry));
}

/** Entries of one answer: a machine that checks the whole log asks on from the last. */
const ENTRIES = 1000;

/** The entries after one as lines of JSON, in their order. */
export async function logLines({ snapshot }: Reading, after: number): Promise<Page> {
  const entries = await snapshot.entries({ after, most: ENTRIES });
  const content = entries.map((entry) => `${canonicalJson(told(entry))}\n`).join('');
  return written({ snapshot, tags: [LOG_TAG] }, { content, mediaType: 'application/x-ndjson' });
}

function told(entry: PublicEntry): Json {
  const { seq, at, kind, story, revision, editions, payload, payloadHash, prevHash, hash } = entry;
  return {
    ...{ seq, at: new Date(at).getTime(), kind, story, revision, editions },
    ...{ payload: payload as unknown as Json, payload_hash: payloadHash, prev_hash: prevHash, hash },
  };
}
