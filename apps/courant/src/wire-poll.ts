import type { Channel, VisitEnd } from '@courant/desk';
import { isVisited } from '@courant/wire';
import { visitChannel } from './channel-loop.ts';
import { carriersOf } from './channel-tools.ts';
import type { Command, Exit, Given } from './command.ts';
import { WrongWords } from './command.ts';
import { asGuest } from './guest.ts';
import type { House } from './house.ts';

/** `courant wire poll`: goes to channels now, whether they are due or not. */
export const wirePollCommand: Command = {
  name: 'wire poll',
  usage: '[CHANNEL]',
  summary: 'Go to a channel now, or to all that are open, and say what came; the paper that runs reads it',
  options: {},
  async run(words, given) {
    const [key, ...others] = words.positionals;
    if (others.length > 0) throw new WrongWords('one CHANNEL at a time');
    return asGuest(given, (house) => polled(house, given, key));
  },
};

async function polled(house: House, { output }: Given, key: string | undefined): Promise<Exit> {
  const desk = await house.desk();
  const all = await desk.archive.within(({ channels }) => channels.all());
  const meant = all.filter((channel) => (key === undefined ? isOpen(channel) : channel.key === key));
  if (key !== undefined && meant.length === 0) {
    output.error(`There is no channel “${key}”: “courant channel list” names them.`);
    return 1;
  }
  let exit: Exit = 0;
  const carrierOf = carriersOf(house);
  const onVisit = (channel: Channel, end: VisitEnd) => {
    if (!end.ok) exit = 1;
    output.result(`${channel.key}: ${sentence(end)}`, { channel: channel.key, ...end });
  };
  for (const channel of meant) {
    await visitChannel({ desk, carrierOf, onVisit }, channel, new AbortController().signal);
  }
  if (meant.length === 0) output.progress('No channel is open that anybody visits.');
  return exit;
}

function isOpen({ settings, health }: Channel): boolean {
  return isVisited(settings) && health.state !== 'closed';
}

function sentence(end: VisitEnd): string {
  if (!end.ok) return [end.reason.say, end.reason.hint].filter((one) => one !== undefined).join(' ');
  const { brought, refused = [], more = false } = end.value;
  const parts = [`${brought} brought`];
  if (refused.length > 0) parts.push(`${refused.length} refused (${refused.at(-1)?.say})`);
  if (more) parts.push('more waits there');
  return parts.join(', ');
}
