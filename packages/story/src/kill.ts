import type { Instant, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Story, StoryState } from './state.ts';

/** Why a story is not killed. */
export type KillRefusal = 'never-published' | 'killed' | 'no-notice';

/** Whether a story may be killed, and what it becomes: withdrawn for good, with a public notice. */
export function kill(story: Story, notice: string, at: Instant): Result<StoryState, KillRefusal> {
  const { state } = story;
  if (state.state === 'draft')
    return refused('never-published', 'This story was never published: there is nothing to withdraw.');
  if (state.state === 'killed') return refused('killed', `This story was killed already, at ${state.at}.`);
  if (notice.trim() === '')
    return refused('no-notice', 'A kill needs a notice: everyone who received the story reads it.');
  return done({ state: 'killed', at, published: state.published, notice: notice.trim() });
}
