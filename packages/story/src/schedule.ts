import type { Instant, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Copy } from './copy.ts';
import type { Story } from './state.ts';

/** Why a story is not scheduled. */
export type ScheduleRefusal = 'past' | 'killed' | 'embargoed';

/** A publication to be made later. */
export interface ScheduleOrder {
  readonly story: Story;
  readonly copy: Copy;
  readonly at: Instant;
}

/** Whether a story may be scheduled for a time: ahead of now, and not before its embargo ends. */
export function schedule({ story, copy, at }: ScheduleOrder, now: Instant): Result<Instant, ScheduleRefusal> {
  if (story.state.state === 'killed')
    return refused('killed', 'This story was killed and stays so: file a new one.');
  if (at <= now) return refused('past', `The time ${at} is past: publish it now, or choose a later one.`);
  if (copy.embargo === 'indefinite') {
    return refused(
      'embargoed',
      'This copy is embargoed without a date: somebody must lift the embargo first.',
    );
  }
  if (copy.embargo !== undefined && copy.embargo > at) {
    return refused(
      'embargoed',
      `This copy is embargoed until ${copy.embargo}: choose that time or a later one.`,
    );
  }
  return done(at);
}
