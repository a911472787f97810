import type { Id, Result } from '@courant/base';
import type { Body, CorrectRefusal } from '@courant/story';
import { correct as mayCorrect, readCopy } from '@courant/story';
import type { Actor } from './actor.ts';
import { draftOf, setCopy } from './draft.ts';
import type { Acted } from './order.ts';
import { allowed, held } from './order.ts';
import type { Desk } from './ports.ts';
import type { ReleaseRefusal } from './release.ts';
import { release } from './release.ts';

/** An order to publish a corrected revision with a public note. */
export interface CorrectOrder {
  readonly actor: Actor;
  readonly story: Id;
  /** What was wrong and what is right, for readers. */
  readonly note: string;
  /** The corrected body, where the draft does not hold it yet. */
  readonly body?: Body;
}

/** Why a story is not corrected. */
export type CorrectOrderRefusal = 'not-allowed' | 'unknown-story' | CorrectRefusal | ReleaseRefusal;

/** Corrects a live story in public. */
export async function correct(desk: Desk, order: CorrectOrder): Promise<Result<Acted, CorrectOrderRefusal>> {
  const right = allowed(order.actor, 'correct');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    const story = await held(books, order.story);
    if (!story.ok) return story;
    const draft = readCopy(await draftOf(desk, books, order.story));
    const copy = order.body ? { ...draft, body: order.body } : draft;
    const ruled = mayCorrect({ story: story.value, copy, note: order.note }, desk.clock.now());
    if (!ruled.ok) return ruled;
    if (order.body) await setCopy(desk, books, { actor: order.actor, story: order.story, copy });
    return release(desk, books, {
      ...ruled.value,
      kind: 'correct',
      story: story.value,
      actor: order.actor.name,
      places: [],
    });
  });
}
