import { writeSync } from 'node:fs';
import type { Id } from '@courant/base';
import { isId, parseInstant } from '@courant/base';
import { exportWire, quarantined, replayReceipts, retryQuarantined } from '@courant/store';
import type { Command } from './command.ts';
import { needed, option, WrongWords } from './command.ts';
import { asGuest } from './guest.ts';

/** `courant wire quarantine`: what could not be read, and another try. */
export const wireQuarantineCommand: Command = {
  name: 'wire quarantine',
  usage: '[retry ID|all] [--channel NAME]',
  summary: 'List what arrived and could not be read or filed, with the reason; or have it read again',
  options: { channel: { type: 'string' } },
  async run(words, given) {
    const [act, which, ...others] = words.positionals;
    if (act === undefined)
      return asGuest(given, ({ database }) => listed(database, given, option(words, 'channel')));
    if (act !== 'retry' || which === undefined || others.length > 0)
      throw new WrongWords('say “retry” and an id, or “retry all”');
    if (which !== 'all' && !isId(which)) throw new WrongWords(`“${which}” is no id`);
    return asGuest(given, async ({ database }) => {
      const receipts = await database.transaction((tx) => retryQuarantined(tx, which));
      given.output.result(`${receipts} to be read again.`, { ok: true, receipts });
      return receipts === 0 && which !== 'all' ? 1 : 0;
    });
  },
};

type Guests = Parameters<Parameters<typeof asGuest>[1]>[0];

async function listed(
  database: Guests['database'],
  { output }: Parameters<typeof asGuest>[0],
  channel: string | undefined,
): Promise<0> {
  const of = channel === undefined ? {} : { channel };
  let after: { received: (typeof page)[number]['received']; id: Id } | undefined;
  let page: Awaited<ReturnType<typeof quarantined>> = [];
  do {
    const since = after ? { after } : {};
    page = await database.transaction((tx) => quarantined(tx, { ...of, ...since, most: 500 }));
    for (const { id, name, ...rest } of page) {
      const what = name === null ? id : `${id} ${name}`;
      output.result(`${rest.received} ${rest.channel} ${what}: ${rest.say} (${rest.bytes} bytes)`, {
        id,
        name,
        ...rest,
      });
    }
    after = page.at(-1);
  } while (page.length === 500);
  if (after === undefined) output.progress('Nothing is set apart.');
  return 0;
}

/** `courant wire replay`: reads again what arrived in a span of time. */
export const wireReplayCommand: Command = {
  name: 'wire replay',
  usage: '--from TIME [--until TIME] [--channel NAME]',
  summary: 'Read again everything that arrived in a span of time; what is on file already stays as it is',
  options: { from: { type: 'string' }, until: { type: 'string' }, channel: { type: 'string' } },
  async run(words, given) {
    const from = momentOf(needed(words, 'from'));
    const until = momentOf(option(words, 'until') ?? '9999-01-01');
    const channel = option(words, 'channel');
    return asGuest(given, async ({ database }) => {
      const span = { from, until, ...(channel === undefined ? {} : { channel }) };
      const receipts = await database.transaction((tx) => replayReceipts(tx, span));
      given.output.result(`${receipts} payloads to be read again by the paper that runs.`, {
        ok: true,
        receipts,
      });
      return 0;
    });
  },
};

function momentOf(word: string) {
  const moment = parseInstant(word);
  if (moment === undefined)
    throw new WrongWords(`“${word}” is no time: say it as 2026-11-24 or 2026-11-24T09:30Z`);
  return moment;
}

/** `courant wire export`: every version on file, one JSON object a line. */
export const wireExportCommand: Command = {
  name: 'wire export',
  usage: '',
  summary:
    'Print every version on file by what its sender says: the same copy gives the same lines, however it came',
  options: {},
  run: (_words, given) =>
    asGuest(given, async ({ database }) => {
      await database.transaction(async (tx) => {
        for await (const version of exportWire(tx)) writeSync(1, `${JSON.stringify(version)}\n`);
      }, 'repeatable read');
      return 0;
    }),
};
