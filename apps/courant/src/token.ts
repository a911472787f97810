import { randomBytes } from 'node:crypto';
import type { Capability } from '@courant/desk';
import { CAPABILITIES, isCapability } from '@courant/desk';
import { addToken } from '@courant/store';
import type { Command } from './command.ts';
import { option, several, WrongWords } from './command.ts';
import { asGuest } from './guest.ts';
import type { House } from './house.ts';
import { WALL_CLOCK } from './house.ts';

/** Makes an API token and gives its secret, which is shown once and kept nowhere. */
export async function newToken(house: House, name: string, scopes: readonly Capability[]): Promise<string> {
  const secret = `courant_${randomBytes(32).toString('base64url')}`;
  await house.database.transaction((tx) =>
    addToken(tx, { id: house.newId(), name, scopes, secret, made: WALL_CLOCK.now() }),
  );
  return secret;
}

/** `courant token new`: makes an API token. */
export const tokenNewCommand: Command = {
  name: 'token new',
  usage: `--scope ${CAPABILITIES.join('|')}|all … [--name NAME]`,
  summary: 'Make an API token; it is shown once',
  options: { scope: { type: 'string', multiple: true }, name: { type: 'string' } },
  async run(words, given) {
    const scopes = scopesOf(several(words, 'scope').flatMap((scope) => scope.split(',')));
    const name = option(words, 'name') ?? `made on ${WALL_CLOCK.now().slice(0, 10)}`;
    return asGuest(given, async (house) => {
      const token = await newToken(house, name, scopes);
      given.output.result(token, { ok: true, token, name, scopes });
      return 0;
    });
  },
};

function scopesOf(words: readonly string[]): readonly Capability[] {
  if (words.length === 0) throw new WrongWords('--scope is missing');
  const wrong = words.find((word) => word !== 'all' && !isCapability(word));
  if (wrong !== undefined) throw new WrongWords(`there is no scope “${wrong}”`);
  return words.includes('all') ? CAPABILITIES : words.filter(isCapability);
}
