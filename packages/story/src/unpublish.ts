import type { Instant, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Story, StoryState } from './state.ts';

/** Why a story is not unpublished. */
export type UnpublishRefusal = 'not-live';

/** Whether a story may be withdrawn quietly, and what it becomes; it may be published again. */
export function unpublish(story: Story, at: Instant): Result<StoryState, UnpublishRefusal> {
  const { state } = story;
  if (state.state !== 'live')
    return refused('not-live', 'This story is not live: there is nothing to take down.');
  return done({ state: 'unpublished', at, published: state.published });
}
