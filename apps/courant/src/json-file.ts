import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Json } from '@courant/base';
import { messageOf } from '@courant/base';
import { WrongWords } from './command.ts';

/** The JSON in a file, or on standard input where the name is a dash. Throws WrongWords where there is none. */
export async function jsonIn(file: string): Promise<Json> {
  const words = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch(
    (thrown: unknown) => {
      throw new WrongWords(`${file} cannot be read: ${messageOf(thrown)}`);
    },
  );
  try {
    return JSON.parse(words) as Json;
  } catch (thrown) {
    throw new WrongWords(`${file} is no JSON: ${messageOf(thrown)}`);
  }
}
