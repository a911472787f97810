import { readFile } from 'node:fs/promises';
import { fileStory } from '@courant/desk';
import { readStoryFile } from '@courant/wire';
import type { Command } from './command.ts';
import { needed } from './command.ts';
import { asGuest, atTheKeyboard, refusedWith } from './guest.ts';

/** `courant story new`: files a story from a file of our own format. */
export const storyNewCommand: Command = {
  name: 'story new',
  usage: '--file F',
  summary: 'File a new story as a draft, from a file (docs/story-file.md)',
  options: { file: { type: 'string' } },
  async run(words, given) {
    const file = needed(words, 'file');
    const read = readStoryFile(await readFile(file, 'utf8'));
    if (!read.ok) return refusedWith(given.output, { why: read.why, say: `${file}: ${read.say}` });
    return asGuest(given, async (house) => {
      const filed = await fileStory(await house.desk(), { actor: atTheKeyboard(), copy: read.value.copy });
      if (!filed.ok) return refusedWith(given.output, filed);
      const { id, slug } = filed.value;
      given.output.result(`Filed ${slug}: ${id}`, { ok: true, story: id, slug });
      return 0;
    });
  },
};
