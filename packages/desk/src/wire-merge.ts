import type { Id, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Choice, Copy, Merged, SettleRefusal } from '@courant/story';
import { blockIds, merge, readCopy, settle, unmerge } from '@courant/story';
import { copyFromItem } from '@courant/wire';
import type { Actor } from './actor.ts';
import { draftOf, setCopy } from './draft.ts';
import { allowed, held } from './order.ts';
import type { Books, Desk } from './ports.ts';
import { settleAlerts } from './wire-alert.ts';
import type { UsedChain } from './wire-use-ports.ts';

/** An order about a story made of agency copy. */
export interface WireMergeOrder {
  readonly actor: Actor;
  readonly story: Id;
  /** Which of the items it was made of, where there are several; the one used last where absent. */
  readonly chain?: Id;
}

/** A newer version than the story has used, and what would come of merging it in. */
export interface Offer extends Merged {
  readonly chain: Id;
  readonly used: Id;
  readonly latest: Id;
}

type OfferRefusal = 'unknown-story' | 'not-from-wire' | 'nothing-newer' | 'wire-killed';

/** What would come of taking the latest version into a story; nothing is written. */
export async function offered(
  desk: Desk,
  order: Omit<WireMergeOrder, 'actor'>,
): Promise<Result<Offer, OfferRefusal>> {
  return desk.archive.within((books) => offerOf(desk, books, order));
}

/**
 * Merges the latest version of an item into the story made of it: what nobody touched here becomes the agency's, what
 * both changed becomes a conflict to be settled. It is undone in one step.
 */
export async function mergeWire(
  desk: Desk,
  order: WireMergeOrder,
): Promise<Result<Offer, OfferRefusal | 'not-allowed'>> {
  const right = allowed(order.actor, 'write');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    const found = await offerOf(desk, books, order);
    if (!found.ok) return found;
    const offer = found.value;
    const { story, actor } = order;
    const at = desk.clock.now();
    const by = { story, at, actor: actor.name };
    const before = readCopy(await draftOf(desk, books, story));
    await setCopy(desk, books, { actor, story, copy: offer.copy });
    const after = readCopy(await draftOf(desk, books, story));
    const kept = { id: desk.newId(), story, base: offer.used, item: offer.latest, before, after };
    await books.wireUses.keepMerge({ ...kept, made: at, actor: actor.name });
    await books.wireUses.link({ ...by, item: offer.latest, how: 'merged' });
    await settleAlerts(books, by, ({ kind }) => kind !== 'kill');
    const detail = { item: offer.latest, conflicts: offer.conflicts.length };
    await books.record.audit({ ...by, act: 'merge-wire', outcome: 'done', detail });
    return done(offer);
  });
}

/** Takes the last merge back; what was written since stays. */
export async function undoMerge(
  desk: Desk,
  order: Omit<WireMergeOrder, 'chain'>,
): Promise<Result<Merged, 'not-allowed' | 'unknown-story' | 'nothing-merged'>> {
  const right = allowed(order.actor, 'write');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    const { story, actor } = order;
    const known = await held(books, story);
    if (!known.ok) return known;
    const last = await books.wireUses.lastMerge(story);
    if (!last) return refused('nothing-merged', 'No version of the wire was merged into this story.');
    const now = readCopy(await draftOf(desk, books, story));
    const undone = unmerge({ before: last.before, merged: last.after, now }, blockIds(desk.newId));
    await setCopy(desk, books, { actor, story, copy: undone.copy });
    const at = desk.clock.now();
    await books.wireUses.undoMerge(last.id, at);
    await books.wireUses.unlink({ story, item: last.item });
    const by = { story, at, actor: actor.name };
    await books.record.audit({ ...by, act: 'undo-merge', outcome: 'done', detail: { item: last.item } });
    return done(undone);
  });
}

/** Says whose words hold where the wire and the newsroom say something else. */
export async function settleConflict(
  desk: Desk,
  order: {
    readonly actor: Actor;
    readonly story: Id;
    readonly conflict: string;
    readonly choice: Choice;
  },
): Promise<Result<Copy, 'not-allowed' | 'unknown-story' | SettleRefusal>> {
  const right = allowed(order.actor, 'write');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    const { story, actor } = order;
    const known = await held(books, story);
    if (!known.ok) return known;
    const draft = readCopy(await draftOf(desk, books, story));
    const settled = settle(draft, order, blockIds(desk.newId));
    if (!settled.ok) return settled;
    await setCopy(desk, books, { actor, story, copy: settled.value });
    return settled;
  });
}

async function offerOf(
  desk: Desk,
  books: Books,
  { story, chain }: Omit<WireMergeOrder, 'actor'>,
): Promise<Result<Offer, OfferRefusal>> {
  const known = await held(books, story);
  if (!known.ok) return known;
  const uses = await books.wireUses.of(story);
  const use = chain === undefined ? (uses.find(isNewer) ?? uses[0]) : uses.find((one) => one.chain === chain);
  if (!use) return refused('not-from-wire', 'No agency copy was taken into this story.');
  if (use.state === 'killed')
    return refused('wire-killed', `${use.latest.supplier} has withdrawn it: there is nothing to take over.`);
  if (!isNewer(use)) return refused('nothing-newer', 'The story has the latest version already.');
  const ours = readCopy(await draftOf(desk, books, story));
  const merged = merge(sidesOf(use, ours), blockIds(desk.newId));
  return done({ ...merged, chain: use.chain, used: use.used.id, latest: use.latest.id });
}

function isNewer({ used, latest }: UsedChain): boolean {
  return used.id !== latest.id;
}

function sidesOf({ used, latest }: UsedChain, ours: Copy) {
  const { language } = ours;
  const { id: item, version = '' } = latest.item;
  return {
    base: copyFromItem(used.item, { language }),
    theirs: copyFromItem(latest.item, { language }),
    ours,
    wire: { item, version },
  };
}
