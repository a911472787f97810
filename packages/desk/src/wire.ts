import type { Id, Instant, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Copy } from '@courant/story';
import { plainText, readCopy } from '@courant/story';
import type { WireItem } from '@courant/wire';
import { copyFromItem, formerPaths } from '@courant/wire';
import type { Actor } from './actor.ts';
import { addStory, draftOf, setCopy } from './draft.ts';
import { allowed } from './order.ts';
import type { Books, Desk } from './ports.ts';
import { raiseAlerts, settleAlerts } from './wire-alert.ts';
import type { Arrival } from './wire-arrival.ts';
import { contentOf, NO_JUDGEMENT } from './wire-arrival.ts';
import type { FilingOutcome, Outcome } from './wire-filing.ts';
import { planFiling } from './wire-filing.ts';
import { sparingGone } from './wire-gone.ts';
import type { OnFile } from './wire-near.ts';
import { grouped, lookedUp } from './wire-near.ts';
import { printOf } from './wire-near-print.ts';
import type { FiledItem } from './wire-ports.ts';
import { wireWords } from './wire-words.ts';

/** One item read from a payload, to be filed. */
export interface FileOrder {
  readonly actor: Actor;
  readonly item: WireItem;
  readonly payload: Uint8Array;
  readonly received: Instant;
  /** Its place among the items of the payload; the first where absent. */
  readonly part?: number;
  /** Who sent it, where the channel knows better than the item. */
  readonly supplier?: string;
}

/** How filing came out, with the version as it is on file. */
export interface Filed {
  readonly outcome: FilingOutcome;
  readonly filed: FiledItem;
}

/** Who an item is from where neither it nor its channel says. */
const UNKNOWN = 'unknown';

/** Files one version of an item, once: the same version with the same content is a duplicate, however often it comes. */
export async function fileWire(
  desk: Desk,
  order: FileOrder,
): Promise<Result<Filed, 'not-allowed' | 'wire-gone'>> {
  const right = allowed(order.actor, 'wire');
  if (!right.ok) return right;
  const { item, received, part = 0 } = order;
  const print = printOf(item);
  const arrival: Arrival = {
    ...(print ? { print } : {}),
    ...{ id: desk.newId(), item, received, part, words: wireWords(item), judged: NO_JUDGEMENT },
    supplier: order.supplier ?? item.supplier ?? UNKNOWN,
    contentHash: desk.sha256(contentOf(item)),
    payload: desk.sha256(order.payload),
  };
  return desk.archive.within(async (books) => {
    await books.wire.keepPayload({ hash: arrival.payload, bytes: order.payload, received });
    const [outcome] = await sparingGone({ desk, books }, [arrival], async (staying) => {
      const onFile = await lookedUp(books, staying);
      return fileArrivals(desk, books, { arrivals: staying, onFile });
    });
    if (outcome?.outcome === 'gone')
      return refused('wire-gone', `It was on file, or a later version was, and is not kept any longer.`);
    const filed = outcome && (await books.wire.byId(outcome.row));
    if (!filed) throw new Error('what was filed is not on file');
    return done({ outcome: outcome.outcome, filed });
  });
}

/** What arrived, and what was looked up of it. */
export interface Arrived {
  readonly arrivals: readonly Arrival[];
  /** Of these very arrivals, in their order. */
  readonly onFile: OnFile;
}

/** Files what arrived, inside a transaction that holds filing and keeps its payloads too; gives what became of each. */
export async function fileArrivals(
  desk: Desk,
  books: Books,
  { arrivals, onFile }: Arrived,
): Promise<readonly Outcome[]> {
  const { filing, outcomes } = planFiling({ onFile, arrivals, ties: [] });
  if (filing.versions.length > 0) {
    await books.wire.file(await grouped(books, { filing, arrivals, onFile, at: desk.clock.now() }));
    await raiseAlerts(desk, books, { filing, arrivals });
  }
  return outcomes;
}

/** How taking an item into its story came out. */
export type Taken =
  | { readonly story: Id; readonly how: 'made' | 'rewritten' | 'unchanged' }
  /** People have worked on the story since: their draft is left alone. */
  | { readonly story: Id; readonly how: 'edited-here' };

/**
 * Makes a story from an item, or, where one was made from an earlier version and nobody has touched it since,
 * makes its draft read as this version. Every use is recorded.
 */
export async function takeItem(
  desk: Desk,
  order: { actor: Actor; filed: FiledItem; language: string },
): Promise<Result<Taken, 'not-allowed' | 'wire-gone'>> {
  const right = allowed(order.actor, 'write');
  if (!right.ok) return right;
  const { filed, actor } = order;
  const copy = copyFromItem(filed.item, { language: order.language });
  return desk.archive.within(async (books) => {
    await books.wire.holdFiling();
    if (!(await books.wire.byId(filed.id))) return refused('wire-gone', 'It is not kept any longer.');
    const use = { item: filed.id, at: desk.clock.now(), actor: actor.name };
    const paths = formerPaths(filed.item);
    const known = await books.wire.story(filed.chain);
    if (known === undefined) {
      const story = await addStory(desk, books, { actor, copy });
      await books.wireUses.link({ ...use, story: story.id, how: 'made' });
      await books.addresses.inherit({ paths, story: story.id, at: use.at });
      return done({ story: story.id, how: 'made' } as const);
    }
    await books.stories.lock(known);
    const draft = readCopy(await draftOf(desk, books, known));
    if (sameWords(draft, copy)) return done({ story: known, how: 'unchanged' } as const);
    if (!(await isUntouched(books, order, draft))) return done({ story: known, how: 'edited-here' } as const);
    await setCopy(desk, books, { actor, story: known, copy });
    await books.wireUses.link({ ...use, story: known, how: 'rewritten' });
    await books.addresses.inherit({ paths, story: known, at: use.at });
    await settleAlerts(books, { ...use, story: known }, ({ kind }) => kind !== 'kill');
    return done({ story: known, how: 'rewritten' } as const);
  });
}

async function isUntouched(
  books: Books,
  order: { filed: FiledItem; language: string },
  draft: Copy,
): Promise<boolean> {
  const versions = await books.wire.versions(order.filed.chain);
  return versions.some((version) =>
    sameWords(draft, copyFromItem(version.item, { language: order.language })),
  );
}

function sameWords(one: Copy, other: Copy): boolean {
  return (
    one.headline === other.headline &&
    one.standfirst === other.standfirst &&
    plainText(one.body) === plainText(other.body)
  );
}
