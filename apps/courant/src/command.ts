import type { ParseArgsConfig } from 'node:util';
import type { Config } from './config.ts';
import type { Output } from './output.ts';

/** The words a command was given, sorted. */
export interface Words {
  readonly positionals: readonly string[];
  /** Options by name; those that may stand several times are lists. */
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** Exit codes: done, refused or failed, wrong words. */
export type Exit = 0 | 1 | 2;

/** One command of the CLI. */
export interface Command {
  readonly name: string;
  /** After the name: `STORY --note TEXT [--file body.html]`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(words: Words, given: Given): Promise<Exit>;
}

/** What every command is handed. */
export interface Given {
  readonly config: Config;
  readonly output: Output;
}

/** Words that make no sense for a command: said in one line, with the usage, and exit code 2. */
export class WrongWords extends Error {}

/** The value of an option that takes one, if it was given. */
export function option(words: Words, name: string): string | undefined {
  const value = words.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The value of an option that must be given and not be blank. Throws WrongWords. */
export function needed(words: Words, name: string): string {
  const value = option(words, name)?.trim();
  if (value) return value;
  throw new WrongWords(`--${name} is missing`);
}

/** The one word a command is about. Throws WrongWords. */
export function only(words: Words, what: string): string {
  const [first, ...others] = words.positionals;
  if (first !== undefined && others.length === 0) return first;
  throw new WrongWords(first === undefined ? `${what} is missing` : `one ${what} at a time`);
}

/** The values of an option that may stand several times. */
export function several(words: Words, name: string): readonly string[] {
  const value = words.values[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
