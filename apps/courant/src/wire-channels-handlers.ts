import { WIRE_CHANNELS_ROUTES } from '@courant/api';
import type { Json, Result } from '@courant/base';
import type { Channel } from '@courant/desk';
import { closeChannel, reopenChannel, setChannel } from '@courant/desk';
import { isSilent } from '@courant/wire';
import { refusal } from './api-act.ts';
import type { Handler, Reply } from './api-call.ts';
import { WALL_CLOCK } from './house.ts';

/** Every channel and how it does. */
export const listChannels: Handler = async ({ house }) => {
  const desk = await house.desk();
  const channels = await desk.archive.within((books) => books.channels.all());
  return { status: 200, json: { channels: channels.map(channelMessage) } };
};

/** Adds a channel, or changes it. */
export const putChannel: Handler = async ({ house, actor, parameters, body }) => {
  const { supplier, settings } = WIRE_CHANNELS_ROUTES.setChannel.body.parse(body);
  const from = supplier === undefined ? {} : { supplier };
  const key = parameters.channel ?? '';
  return answered(await setChannel(await house.desk(), { actor, key, settings: settings as Json, ...from }));
};

/** Closes one. */
export const close: Handler = async ({ house, actor, parameters, body }) => {
  const { why } = WIRE_CHANNELS_ROUTES.closeChannel.body.parse(body);
  return answered(await closeChannel(await house.desk(), { actor, key: parameters.channel ?? '', why }));
};

/** Opens one again. */
export const reopen: Handler = async ({ house, actor, parameters }) =>
  answered(await reopenChannel(await house.desk(), { actor, key: parameters.channel ?? '' }));

function answered(outcome: Result<Channel, string>): Reply {
  return outcome.ok ? { status: 200, json: channelMessage(outcome.value) } : refusal(outcome);
}

/** A channel as it is told: no secret is in it, since settings have none. */
function channelMessage({ key, supplier, settings, health }: Channel) {
  const { silence } = settings;
  return {
    ...{ key, settings, health },
    ...(supplier === undefined ? {} : { supplier }),
    isSilent: silence !== undefined && isSilent(health, silence, WALL_CLOCK.now()),
  };
}
