import type { Instant, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Copy } from './copy.ts';
import type { Publication, PublishRefusal } from './publish.ts';
import { publish } from './publish.ts';
import type { Story } from './state.ts';

/** Why a story is not corrected. */
export type CorrectRefusal = PublishRefusal | 'not-live' | 'no-note';

/** A correction to be made. */
export interface CorrectionOrder {
  readonly story: Story;
  readonly copy: Copy;
  /** What was wrong and what is right, for readers. */
  readonly note: string;
}

/** Whether a live story may be corrected, and what that makes public. */
export function correct(
  order: CorrectionOrder,
  at: Instant,
): Result<Publication & { readonly note: string }, CorrectRefusal> {
  const { story, copy } = order;
  const note = order.note.trim();
  const { state } = story.state;
  if (state === 'draft' || state === 'unpublished')
    return refused('not-live', 'Only a live story can be corrected: publish this one.');
  const ruled = publish(story, copy, at);
  if (!ruled.ok) return ruled;
  if (note === '') return refused('no-note', 'A correction needs a public note that says what was wrong.');
  return done({ ...ruled.value, kind: 'correct', note });
}
