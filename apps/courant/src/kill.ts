import { kill } from '@courant/desk';
import { deliver } from './act.ts';
import type { Command } from './command.ts';
import { needed, only } from './command.ts';
import { atTheKeyboard, onStory } from './guest.ts';

/** `courant kill`: withdraws a story for good, with a public notice. */
export const killCommand: Command = {
  name: 'kill',
  usage: 'STORY --notice TEXT',
  summary: 'Withdraw a story for good, with notice to everyone who received it',
  options: { notice: { type: 'string' } },
  async run(words, given) {
    const reference = only(words, 'STORY');
    const notice = needed(words, 'notice');
    return onStory(given, reference, async (house, desk, story) =>
      deliver(house, await kill(desk, { actor: atTheKeyboard(), story: story.id, notice })),
    );
  },
};
