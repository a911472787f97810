import { readFile } from 'node:fs/promises';
import { correct } from '@courant/desk';
import { bodyFromHtml } from '@courant/wire';
import { deliver } from './act.ts';
import type { Command } from './command.ts';
import { needed, only, option } from './command.ts';
import { atTheKeyboard, onStory } from './guest.ts';

/** `courant correct`: publishes a corrected revision with a public note. */
export const correctCommand: Command = {
  name: 'correct',
  usage: 'STORY --note TEXT [--file body.html]',
  summary: 'Publish a corrected revision with a public note',
  options: { note: { type: 'string' }, file: { type: 'string' } },
  async run(words, given) {
    const reference = only(words, 'STORY');
    const note = needed(words, 'note');
    const file = option(words, 'file');
    const body = file === undefined ? {} : { body: bodyFromHtml(await readFile(file, 'utf8')).body };
    return onStory(given, reference, async (house, desk, story) =>
      deliver(house, await correct(desk, { actor: atTheKeyboard(), story: story.id, note, ...body })),
    );
  },
};
