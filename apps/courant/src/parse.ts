import { wordCount } from '@courant/base';
import { bodyHtml, PLAIN_VIEW, plainText } from '@courant/story';
import type { WireItem } from '@courant/wire';
import { readWire } from '@courant/wire';
import type { Command } from './command.ts';
import { WrongWords } from './command.ts';
import { WALL_CLOCK } from './house.ts';
import { filesUnder, readWireFile, whyUnreadable } from './wire-file.ts';

/** `courant parse`: reads wire files without a database and prints what is in them. */
export const parseCommand: Command = {
  name: 'parse',
  usage: 'FILE… --json',
  summary: 'Read wire files, without a database: one JSON object a line and item',
  options: {},
  async run(words, { output }) {
    if (words.positionals.length === 0) throw new WrongWords('FILE is missing');
    let isComplete = true;
    for await (const file of filesUnder(words.positionals)) {
      const failure = await parseFile(file, (item) =>
        process.stdout.write(`${JSON.stringify(parsedItem(file, item))}\n`),
      );
      if (failure === undefined) continue;
      isComplete = false;
      output.error(`${file}: ${failure}`);
    }
    return isComplete ? 0 : 1;
  },
};

async function parseFile(file: string, print: (item: WireItem) => void): Promise<string | undefined> {
  try {
    const reading = await readWire(await readWireFile(file), { received: WALL_CLOCK.now() });
    if (!reading.ok) return reading.say;
    for (const item of reading.items) print(item);
    return undefined;
  } catch (thrown) {
    return whyUnreadable(thrown);
  }
}

/** An item as `parse` prints it: fields that are absent are absent. */
function parsedItem(file: string, item: WireItem) {
  const { body, warnings, unmapped, ...fields } = item;
  const bodyText = body === undefined ? undefined : plainText(body);
  const text =
    body === undefined || bodyText === undefined
      ? {}
      : { wordCount: wordCount(bodyText), bodyHtml: bodyHtml(body, PLAIN_VIEW).markup, bodyText };
  return { file, ...fields, ...text, warnings, unmapped };
}
