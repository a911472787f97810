import { wordCount } from '@courant/base';
import { bodyHtml, PLAIN_VIEW, plainText } from '@courant/story';
import type { WireItem } from '@courant/wire';
import { readWire } from '@courant/wire';
import type { Judgement } from '@courant/wire/strict';
import type { Command, Given, Words } from './command.ts';
import { option, several, WrongWords } from './command.ts';
import { WALL_CLOCK } from './house.ts';
import type { Output } from './output.ts';
import { schemasUnder } from './schema-folder.ts';
import { filesUnder, readWireFile, whyUnreadable } from './wire-file.ts';

/** `courant parse`: reads wire files without a database and prints what is in them. */
export const parseCommand: Command = {
  name: 'parse',
  usage: 'FILE… [--strict [--schemas DIR]… [--as VERSION]] --json',
  summary:
    'Read wire files, without a database: one JSON object a line and item; --strict names what their schemas refuse',
  options: {
    strict: { type: 'boolean' },
    schemas: { type: 'string', multiple: true },
    as: { type: 'string' },
  },
  async run(words, given) {
    if (words.positionals.length === 0) throw new WrongWords('FILE is missing');
    const judge = await judgeFor(words, given);
    let isComplete = true;
    for await (const file of filesUnder(words.positionals)) {
      const isRight = judge === undefined || told(file, await judge(file), given.output);
      const failure = await parseFile(file, (item) =>
        process.stdout.write(`${JSON.stringify(parsedItem(file, item))}\n`),
      );
      isComplete = isComplete && isRight && failure === undefined;
      if (failure !== undefined) given.output.error(`${file}: ${failure}`);
    }
    return isComplete ? 0 : 1;
  },
};

/** Judges files by path, where that is asked for; undefined for a file that cannot be opened, which reading says. */
type Judge = (file: string) => Promise<Judgement | undefined>;

async function judgeFor(words: Words, { config }: Given): Promise<Judge | undefined> {
  const as = option(words, 'as');
  const folders = several(words, 'schemas');
  if (words.values.strict !== true) {
    if (as !== undefined || folders.length > 0)
      throw new WrongWords('--schemas and --as are words of --strict');
    return undefined;
  }
  if (as !== undefined && !/^\d+\.\d+$/.test(as)) throw new WrongWords('--as takes a version, as 1.2');
  const [first = config.schemasDir, ...others] = folders;
  const files = await schemasUnder([first, ...others]);
  const { SchemaJudge } = await import('@courant/wire/strict');
  const schemas = new SchemaJudge(files, first);
  const options = { received: WALL_CLOCK.now(), ...(as === undefined ? {} : { as }) };
  return async (file) => {
    const bytes = await readWireFile(file).catch(() => undefined);
    return bytes && schemas.judge(bytes, options);
  };
}

/** Says what was found, one line a fault; whether the file is right. */
function told(file: string, judgement: Judgement | undefined, output: Output): boolean {
  if (judgement === undefined) return true;
  if (!judgement.isJudged) {
    output.error(`${file}: not judged: ${judgement.say}`);
    return false;
  }
  const { by, note, faults } = judgement;
  if (note !== undefined) output.progress(`${file}: ${note}`);
  for (const fault of faults) output.error(`${file}: ${fault} [${by}]`);
  return faults.length === 0;
}

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
