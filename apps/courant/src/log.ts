import type { LogEntry } from '@courant/edition';
import { lastEntries, verifyLog } from '@courant/store';
import type { Command } from './command.ts';
import { option, WrongWords } from './command.ts';
import { asGuest } from './guest.ts';

/** `courant log tail`: the last entries of the publication log. */
export const logTailCommand: Command = {
  name: 'log tail',
  usage: '[--most N]',
  summary: 'The last entries of the publication log, oldest first',
  options: { most: { type: 'string' } },
  async run(words, given) {
    const most = Number(option(words, 'most') ?? '20');
    if (!Number.isInteger(most) || most < 1 || most > 10_000)
      throw new WrongWords('--most takes a number from 1 to 10000');
    return asGuest(given, async (house) => {
      const entries = await house.database.transaction((tx) => lastEntries(tx, most));
      for (const entry of entries) given.output.result(lineOf(entry), entry);
      return 0;
    });
  },
};

function lineOf(entry: LogEntry): string {
  const path = entry.payload.paths?.at(-1) ?? '';
  const words = [
    entry.seq,
    entry.at,
    entry.kind.padEnd(9),
    entry.editions.join(','),
    path,
    entry.hash.slice(0, 12),
  ];
  return words.filter((word) => word !== '').join('  ');
}

/** `courant log verify`: checks every entry of the publication log. */
export const logVerifyCommand: Command = {
  name: 'log verify',
  usage: '',
  summary: 'Check every hash of the publication log and the copy it names',
  options: {},
  async run(_words, given) {
    return asGuest(given, async (house) => {
      const { entries, broken, erased } = await verifyLog(house.database);
      for (const { seq, why } of broken) given.output.error(`Entry ${seq} is broken: ${why}.`);
      const note =
        erased.length === 0 ? '' : ` The copy of ${erased.length} was erased (${erased.join(', ')}).`;
      const verdict = broken.length === 0 ? 'all in order' : `${broken.length} broken`;
      given.output.result(`${entries} entries, ${verdict}.${note}`, {
        ok: broken.length === 0,
        entries,
        broken,
        erased,
      });
      return broken.length === 0 ? 0 : 1;
    });
  },
};
