import { consumers, headOf } from '@courant/store';
import type { Command } from './command.ts';
import { asGuest } from './guest.ts';

/** `courant status`: how far the log is and how far every surface has come. */
export const statusCommand: Command = {
  name: 'status',
  usage: '',
  summary: 'The head of the log and how far every surface has come',
  options: {},
  async run(_words, given) {
    return asGuest(given, async (house) => {
      const head = await house.database.transaction(headOf);
      const all = await consumers(house.database);
      const surfaces = all.map((one) => ({
        ...one,
        isLive: one.silence < 2_000,
        behind: head - one.position,
      }));
      const lines = surfaces.map(
        (one) =>
          `${one.kind} ${one.name}: ${one.behind === 0 ? 'up to date' : `${one.behind} behind`}, ${one.isLive ? 'alive' : `silent for ${Math.round(one.silence / 1000)} s`}`,
      );
      given.output.result([`Log entry ${head} is the last.`, ...lines].join('\n'), {
        ok: true,
        head,
        surfaces,
      });
      return 0;
    });
  },
};
