import type { Route } from './route.ts';
import { ChannelMessage, ChannelOrderMessage, ChannelsMessage, CloseMessage } from './wire-channels.ts';

const CHANNEL = { status: 200, schema: ChannelMessage, says: 'The channel as it is now' } as const;

/** The operations on channels, by name. */
export const WIRE_CHANNELS_ROUTES = {
  listChannels: {
    operation: 'listChannels',
    method: 'get',
    path: '/api/v1/wire-channels',
    summary: 'The ways by which copy arrives, and how each does',
    capability: 'wire',
    answer: { status: 200, schema: ChannelsMessage, says: 'The channels' },
    refusals: [],
  },
  setChannel: {
    operation: 'setChannel',
    method: 'put',
    path: '/api/v1/wire-channels/{channel}',
    summary: 'Add a channel or change it; one that was closed is open again',
    capability: 'settings',
    body: ChannelOrderMessage,
    answer: CHANNEL,
    refusals: ['bad-request', 'channel-settings'],
  },
  closeChannel: {
    operation: 'closeChannel',
    method: 'post',
    path: '/api/v1/wire-channels/{channel}/close',
    summary: 'Close a channel, with the reason',
    capability: 'wire',
    body: CloseMessage,
    answer: CHANNEL,
    refusals: ['bad-request', 'unknown-channel'],
  },
  reopenChannel: {
    operation: 'reopenChannel',
    method: 'post',
    path: '/api/v1/wire-channels/{channel}/reopen',
    summary: 'Open a channel that was closed; it is visited at once',
    capability: 'wire',
    answer: CHANNEL,
    refusals: ['unknown-channel'],
  },
} as const satisfies Readonly<Record<string, Route>>;
