import type { Id, Instant, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { PublishRefusal, ScheduleRefusal } from '@courant/story';
import { publish as mayPublish, schedule as maySchedule, readCopy } from '@courant/story';
import type { Actor } from './actor.ts';
import { awaitDraft, draftOf } from './draft.ts';
import type { Acted } from './order.ts';
import { allowed, held } from './order.ts';
import type { Books, Desk, Place, Schedule } from './ports.ts';
import type { ReleaseRefusal } from './release.ts';
import { release, revise } from './release.ts';
import { withdrawnByWire } from './wire-alert.ts';

/** An order to publish a story as it stands now at a later time. */
export interface ScheduleOrder {
  readonly actor: Actor;
  readonly story: Id;
  readonly at: Instant;
  readonly places: readonly Place[];
  readonly vector?: Uint8Array;
}

/** Why a story is not scheduled. */
export type ScheduleOrderRefusal =
  | 'not-allowed'
  | 'unknown-story'
  | 'draft-behind'
  | 'wire-killed'
  | 'no-place'
  | 'unknown-place'
  | PublishRefusal
  | ScheduleRefusal;

/** Pins the story's copy of this moment to a due time; later typing does not change what will come out. */
export async function schedule(
  desk: Desk,
  order: ScheduleOrder,
): Promise<Result<Schedule, ScheduleOrderRefusal>> {
  const right = allowed(order.actor, 'publish');
  if (!right.ok) return right;
  const arrived = await awaitDraft(desk, order.story, order.vector);
  if (!arrived.ok) return arrived;
  return desk.archive.within((books) => pin(desk, books, order));
}

async function pin(
  desk: Desk,
  books: Books,
  order: ScheduleOrder,
): Promise<Result<Schedule, ScheduleOrderRefusal>> {
  const story = await held(books, order.story);
  if (!story.ok) return story;
  const withdrawn = await withdrawnByWire(books, story.value);
  if (withdrawn) return withdrawn;
  const now = desk.clock.now();
  const copy = readCopy(await draftOf(desk, books, order.story));
  const timed = maySchedule({ story: story.value, copy, at: order.at }, now);
  if (!timed.ok) return timed;
  // Judged as of the due time: everything but the hour must be right today.
  const ruled = mayPublish(story.value, copy, order.at);
  if (!ruled.ok) return ruled;
  const placed = await placesKnown(books, order);
  if (!placed.ok) return placed;
  const actor = order.actor.name;
  const { id: revision } = await revise(desk, books, {
    order: { ...ruled.value, story: story.value, actor },
  });
  const { at: due, places } = order;
  const made: Schedule = { id: desk.newId(), story: order.story, revision, due, places, actor, made: now };
  await books.schedules.add(made);
  const detail = { due, revision };
  await books.record.audit({ at: now, actor, act: 'schedule', story: order.story, outcome: 'done', detail });
  return done(made);
}

async function placesKnown(
  books: Books,
  order: ScheduleOrder,
): Promise<Result<true, 'no-place' | 'unknown-place'>> {
  const standing = await books.placements.of(order.story);
  if (standing.length + order.places.length === 0) {
    return refused('no-place', 'Name at least one edition and section for this story to stand in.');
  }
  const unknown = await books.placements.unknown(order.places);
  if (unknown.length === 0) return done(true);
  return refused('unknown-place', `There is no ${unknown.join(', no ')} in this paper.`);
}

/** What became of a due schedule. */
export interface Settled {
  readonly schedule: Schedule;
  readonly outcome: Result<Acted, string>;
}

/** Ids of the schedules whose time has come, earliest first. */
export async function dueSchedules(desk: Desk): Promise<readonly Id[]> {
  return desk.archive.within((books) => books.schedules.due(desk.clock.now()));
}

/**
 * Publishes one schedule whose time has come; undefined where another process has it. Rules and embargo are asked
 * again in the same transaction: what became impossible since is refused, with the reason on the schedule.
 */
export async function publishDue(desk: Desk, id: Id): Promise<Settled | undefined> {
  return desk.archive.within(async (books) => {
    const due = await books.schedules.take(id);
    if (!due) return undefined;
    // Settled first, because the log's entry is the transaction's last word.
    await books.schedules.settle(due.id, { state: 'done', at: desk.clock.now() });
    const outcome = await publishPinned(desk, books, due);
    if (!outcome.ok) {
      await books.schedules.settle(due.id, { state: 'refused', at: desk.clock.now(), why: outcome.say });
    }
    return { schedule: due, outcome };
  });
}

async function publishPinned(
  desk: Desk,
  books: Books,
  due: Schedule,
): Promise<Result<Acted, PublishRefusal | ReleaseRefusal | 'unknown-story' | 'overtaken' | 'wire-killed'>> {
  const story = await held(books, due.story);
  if (!story.ok) return story;
  const withdrawn = await withdrawnByWire(books, story.value);
  if (withdrawn) return withdrawn;
  const revision = await books.revisions.byId(due.revision);
  if (!revision) return refused('overtaken', 'The revision this schedule pinned is no longer there.');
  const { state } = story.value;
  const live = state.state === 'live' ? await books.revisions.byId(state.revision) : undefined;
  if (live && live.number > revision.number) {
    return refused(
      'overtaken',
      `Revision ${live.number} went live before revision ${revision.number} was due.`,
    );
  }
  const ruled = mayPublish(story.value, revision.copy, desk.clock.now());
  if (!ruled.ok) return ruled;
  return release(desk, books, {
    ...ruled.value,
    story: story.value,
    revision,
    actor: due.actor,
    places: due.places,
  });
}
