import type { Id, Result } from '@courant/base';
import { done } from '@courant/base';
import type { KillRefusal, Story, StoryState, UnpublishRefusal } from '@courant/story';
import { kill as mayKill, unpublish as mayUnpublish } from '@courant/story';
import type { Actor } from './actor.ts';
import type { Acted } from './order.ts';
import { allowed, held } from './order.ts';
import type { Books, Desk } from './ports.ts';
import { editionsOf, reach } from './release.ts';
import { settleAlerts } from './wire-alert.ts';

/** An order to withdraw a story with notice to everyone who received it. */
export interface KillOrder {
  readonly actor: Actor;
  readonly story: Id;
  /** Why, for readers and subscribers. */
  readonly notice: string;
}

/** Withdraws a story for good, with a public notice; its address answers 410 from then on. */
export async function kill(
  desk: Desk,
  order: KillOrder,
): Promise<Result<Acted, 'not-allowed' | 'unknown-story' | KillRefusal>> {
  const right = allowed(order.actor, 'kill');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    const story = await held(books, order.story);
    if (!story.ok) return story;
    const state = mayKill(story.value, order.notice, desk.clock.now());
    if (!state.ok) return state;
    // As it is kept: `log verify` compares the notice with the hash that the entry has.
    const note = state.value.state === 'killed' ? state.value.notice : order.notice;
    const act = { act: 'kill', actor: order.actor.name, note } as const;
    return done(await withdraw(desk, books, { ...act, story: story.value, state: state.value }));
  });
}

/** Takes a story out of readers' sight quietly; it may be published again. */
export async function unpublish(
  desk: Desk,
  order: { readonly actor: Actor; readonly story: Id },
): Promise<Result<Acted, 'not-allowed' | 'unknown-story' | UnpublishRefusal>> {
  const right = allowed(order.actor, 'publish');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    const story = await held(books, order.story);
    if (!story.ok) return story;
    const state = mayUnpublish(story.value, desk.clock.now());
    if (!state.ok) return state;
    const act = { act: 'unpublish', actor: order.actor.name } as const;
    return done(await withdraw(desk, books, { ...act, story: story.value, state: state.value }));
  });
}

interface Withdrawal {
  readonly act: 'kill' | 'unpublish';
  readonly actor: string;
  readonly story: Story;
  readonly state: StoryState;
  readonly note?: string;
}

async function withdraw(desk: Desk, books: Books, order: Withdrawal): Promise<Acted> {
  const at = desk.clock.now();
  const id = order.story.id;
  await books.stories.setState(id, order.state);
  await books.placements.setLive(id, false);
  await books.schedules.cancel(id, { at, why: `the story was withdrawn (${order.act})` });
  const places = await books.placements.of(id);
  const ties = {
    subjects: await books.listings.leave(id),
    translations: await books.listings.translations(id),
  };
  await books.search.leave(id);
  if (order.act === 'kill') await settleAlerts(books, { story: id, at, actor: order.actor });
  const editions = editionsOf(places);
  await books.record.audit({
    at,
    actor: order.actor,
    act: order.act,
    story: id,
    outcome: 'done',
    detail: { editions },
  });
  const seq = await books.record.append({
    at,
    kind: order.act,
    story: id,
    editions,
    actor: order.actor,
    payload: {
      ...(order.note === undefined ? {} : { note: desk.sha256(order.note) }),
      ...(await reach(books, id, { places, ties })),
    },
  });
  const path = await books.addresses.canonical(id);
  return { act: order.act, story: id, seq, editions, ...(path === undefined ? {} : { path }) };
}
