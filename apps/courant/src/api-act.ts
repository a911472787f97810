import type { Id, Result } from '@courant/base';
import type { Desk } from '@courant/desk';
import type { Delivered } from './act.ts';
import { storyMeant } from './act.ts';
import type { Call, Reply } from './api-call.ts';

/** Finds the story that a call is about, and does something with it. */
export async function aboutStory(
  call: Call,
  work: (desk: Desk, story: Id) => Promise<Reply>,
): Promise<Reply> {
  const desk = await call.house.desk();
  const story = await storyMeant(desk, call.parameters.story ?? '');
  return story.ok ? work(desk, story.value.id) : refusal(story);
}

/** The answer to an act that changed what readers see. */
export function acted(outcome: Result<Delivered, string>): Reply {
  if (!outcome.ok) return refusal(outcome);
  const { act, story, seq, url, revision, delivery } = outcome.value;
  return {
    status: 200,
    json: { act, story, url, seq, revision, delivery: { behind: delivery.behind } },
  };
}

/** The answer to an act that the desk refused. */
export function refusal(refused: { readonly why: string; readonly say: string }): Reply {
  return { refused: refused.why, say: refused.say };
}
