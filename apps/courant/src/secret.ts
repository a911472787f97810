import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from './command.ts';
import { only, WrongWords } from './command.ts';
import type { Config } from './config.ts';

const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/**
 * The secrets that channels name in their settings: one file each under `var/secrets`, which the paper's account alone
 * may read. Gives undefined where none is put away under a name.
 */
export function secretsOf(config: Config): (name: string) => Promise<string | undefined> {
  return async (name) => {
    if (!NAME.test(name)) return undefined;
    const said = await readFile(fileOf(config, name), 'utf8').catch((thrown: unknown) => {
      if (isMissing(thrown)) return undefined;
      throw thrown;
    });
    return said?.replace(/\r?\n$/, '');
  };
}

/** `courant secret put`: puts a secret away under a name; it is read from standard input, never from the words. */
export const secretPutCommand: Command = {
  name: 'secret put',
  usage: 'NAME < FILE',
  summary: 'Put a password, token or key away under the name that a channel’s settings give',
  options: {},
  async run(words, { config, output }) {
    const name = nameIn(only(words, 'NAME'));
    const secret = await text(process.stdin);
    if (secret.trim() === '') throw new WrongWords('nothing came on standard input');
    const file = fileOf(config, name);
    await mkdir(join(config.varDir, 'secrets'), { recursive: true, mode: 0o700 });
    // Whole or not at all: a channel may read it at any moment.
    await writeFile(`${file}.new`, secret, { mode: 0o600 });
    await rename(`${file}.new`, file);
    output.result(`The secret “${name}” is put away.`, { ok: true, name });
    return 0;
  },
};

/** `courant secret drop`: forgets a secret. */
export const secretDropCommand: Command = {
  name: 'secret drop',
  usage: 'NAME',
  summary: 'Forget a secret; channels that name it fail from then on, and say so',
  options: {},
  async run(words, { config, output }) {
    const name = nameIn(only(words, 'NAME'));
    await rm(fileOf(config, name), { force: true });
    output.result(`The secret “${name}” is forgotten.`, { ok: true, name });
    return 0;
  },
};

function nameIn(word: string): string {
  if (NAME.test(word)) return word;
  throw new WrongWords('the name of a secret is small letters, digits, “-” and “_”, 64 at the most');
}

function fileOf(config: Config, name: string): string {
  return join(config.varDir, 'secrets', name);
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}
