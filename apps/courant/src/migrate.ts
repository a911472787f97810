import { migrations } from '@courant/store';
import type { Command } from './command.ts';
import { asGuest } from './guest.ts';

/** `courant migrate`: brings the database to this version; every start does so too. */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  summary: 'Bring the database to this version of the paper (every start does so too)',
  options: {},
  async run(_words, given) {
    return asGuest(given, async () => {
      const last = (await migrations()).at(-1)?.name ?? 'none';
      given.output.result(`The database is at ${last}.`, { ok: true, migration: last });
      return 0;
    });
  },
};
