import type { Result } from '@courant/base';
import type { Channel } from '@courant/desk';
import { closeChannel, removeChannel, reopenChannel, setChannel } from '@courant/desk';
import { channelPlace, isSilent } from '@courant/wire';
import type { Command, Exit, Given } from './command.ts';
import { needed, only, option } from './command.ts';
import { asGuest, atTheKeyboard, refusedWith } from './guest.ts';
import { WALL_CLOCK } from './house.ts';
import { jsonIn } from './json-file.ts';

/** `courant channel set`: adds a channel or changes it. */
export const channelSetCommand: Command = {
  name: 'channel set',
  usage: 'NAME [--supplier S] --settings FILE|-',
  summary: 'Add a way by which copy arrives, or change it; its settings are JSON (docs/wire-desk.md)',
  options: { supplier: { type: 'string' }, settings: { type: 'string' } },
  async run(words, given) {
    const key = only(words, 'NAME');
    const settings = await jsonIn(needed(words, 'settings'));
    const supplier = option(words, 'supplier');
    return onChannel(given, (desk) =>
      setChannel(desk, {
        ...{ actor: atTheKeyboard(), key, settings },
        ...(supplier === undefined ? {} : { supplier }),
      }),
    );
  },
};

/** `courant channel list`: every channel and how it does. */
export const channelListCommand: Command = {
  name: 'channel list',
  usage: '',
  summary: 'List the ways by which copy arrives, and how each does',
  options: {},
  run: (_words, given) =>
    asGuest(given, async (house) => {
      const desk = await house.desk();
      const channels = await desk.archive.within((books) => books.channels.all());
      if (channels.length === 0)
        given.output.progress('There are no channels: “courant channel set” adds one.');
      for (const channel of channels) given.output.result(lineOf(channel), { ...said(channel) });
      return 0;
    }),
};

/** `courant channel close`: closes one by hand. */
export const channelCloseCommand: Command = {
  name: 'channel close',
  usage: 'NAME --why TEXT',
  summary: 'Close a channel, with the reason; nothing is brought by it any more',
  options: { why: { type: 'string' } },
  async run(words, given) {
    const [key, why] = [only(words, 'NAME'), needed(words, 'why')];
    return onChannel(given, (desk) => closeChannel(desk, { actor: atTheKeyboard(), key, why }));
  },
};

/** `courant channel reopen`: opens one again. */
export const channelReopenCommand: Command = {
  name: 'channel reopen',
  usage: 'NAME',
  summary: 'Open a channel that was closed; it is visited at once',
  options: {},
  async run(words, given) {
    const key = only(words, 'NAME');
    return onChannel(given, (desk) => reopenChannel(desk, { actor: atTheKeyboard(), key }));
  },
};

/** `courant channel remove`: removes one; what it brought stays. */
export const channelRemoveCommand: Command = {
  name: 'channel remove',
  usage: 'NAME',
  summary: 'Remove a channel; what it brought stays',
  options: {},
  async run(words, given) {
    const key = only(words, 'NAME');
    return asGuest(given, async (house) => {
      const removed = await removeChannel(await house.desk(), { actor: atTheKeyboard(), key });
      if (!removed.ok) return refusedWith(given.output, removed);
      given.output.result(`The channel “${key}” is removed.`, { ok: true, key });
      return 0;
    });
  },
};

type DeskOf = Parameters<typeof setChannel>[0];

async function onChannel(given: Given, act: (desk: DeskOf) => Promise<Result<Channel>>): Promise<Exit> {
  return asGuest(given, async (house) => {
    const outcome = await act(await house.desk());
    if (!outcome.ok) return refusedWith(given.output, outcome);
    given.output.result(lineOf(outcome.value), { ok: true, ...said(outcome.value) });
    return 0;
  });
}

/** A channel as it is printed: no secret is in it, since settings have none. */
function said({ key, supplier, settings, health }: Channel) {
  const { silence } = settings;
  const isAlarm = silence !== undefined && isSilent(health, silence, WALL_CLOCK.now());
  return { key, ...(supplier === undefined ? {} : { supplier }), settings, health, isSilent: isAlarm };
}

function lineOf(channel: Channel): string {
  const { key, settings, health } = channel;
  const { counts } = health;
  const why = health.state === 'open' ? '' : ` (${health.reason.say})`;
  const alarm = said(channel).isSilent ? ' SILENT' : '';
  const last = health.lastItem === undefined ? 'nothing yet' : `last ${health.lastItem}`;
  const refused =
    health.lastRefused === undefined ? '' : `, refused ${counts.refused}: ${health.lastRefused.say}`;
  return `${key}: ${health.state}${why}${alarm}, ${counts.brought} brought, ${last}, ${channelPlace(settings)}${refused}`;
}
