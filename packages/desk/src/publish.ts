import type { Id, Result } from '@courant/base';
import type { PublishRefusal } from '@courant/story';
import { publish as mayPublish, readCopy } from '@courant/story';
import type { Actor } from './actor.ts';
import { awaitDraft, draftOf } from './draft.ts';
import type { Acted } from './order.ts';
import { allowed, held } from './order.ts';
import type { Desk, Place } from './ports.ts';
import type { ReleaseRefusal } from './release.ts';
import { release } from './release.ts';
import { withdrawnByWire } from './wire-alert.ts';

/** An order to publish the draft of a story as it stands, or to update it where it is live. */
export interface PublishOrder {
  readonly actor: Actor;
  readonly story: Id;
  /** Where it is to stand; where it stands already goes on. */
  readonly places?: readonly Place[];
  /** The Yjs state vector of the draft the editor saw. */
  readonly vector?: Uint8Array;
}

/** Why a story is not published. */
export type PublishOrderRefusal =
  | 'not-allowed'
  | 'unknown-story'
  | 'draft-behind'
  | 'wire-killed'
  | PublishRefusal
  | ReleaseRefusal;

/** Publishes a story, or updates it where it is live. */
export async function publish(desk: Desk, order: PublishOrder): Promise<Result<Acted, PublishOrderRefusal>> {
  const right = allowed(order.actor, 'publish');
  if (!right.ok) return right;
  const arrived = await awaitDraft(desk, order.story, order.vector);
  if (!arrived.ok) return arrived;
  return desk.archive.within(async (books) => {
    const story = await held(books, order.story);
    if (!story.ok) return story;
    const withdrawn = await withdrawnByWire(books, story.value);
    if (withdrawn) return withdrawn;
    const copy = readCopy(await draftOf(desk, books, order.story));
    const ruled = mayPublish(story.value, copy, desk.clock.now());
    if (!ruled.ok) return ruled;
    return release(desk, books, {
      ...ruled.value,
      story: story.value,
      actor: order.actor.name,
      places: order.places ?? [],
    });
  });
}
