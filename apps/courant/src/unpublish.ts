import { unpublish } from '@courant/desk';
import { deliver } from './act.ts';
import type { Command } from './command.ts';
import { only } from './command.ts';
import { atTheKeyboard, onStory } from './guest.ts';

/** `courant unpublish`: takes a story out of readers' sight quietly. */
export const unpublishCommand: Command = {
  name: 'unpublish',
  usage: 'STORY',
  summary: 'Take a story out of readers’ sight quietly',
  options: {},
  async run(words, given) {
    return onStory(given, only(words, 'STORY'), async (house, desk, story) =>
      deliver(house, await unpublish(desk, { actor: atTheKeyboard(), story: story.id })),
    );
  },
};
