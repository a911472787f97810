import { z } from 'zod';

/** A way by which copy arrives, and how it does. */
export const ChannelMessage = z
  .object({
    key: z.string(),
    supplier: z.string().optional(),
    settings: z.record(z.string(), z.unknown()).describe('docs/wire-desk.md; secrets are named, never told'),
    health: z.record(z.string(), z.unknown()),
    isSilent: z.boolean().describe('Nothing came for longer than its settings allow'),
  })
  .meta({ id: 'Channel' });

/** All channels. */
export const ChannelsMessage = z.object({ channels: z.array(ChannelMessage) }).meta({ id: 'Channels' });

/** What a channel is to be told. */
export const ChannelOrderMessage = z
  .strictObject({
    supplier: z.string().trim().min(1).max(300).optional(),
    settings: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ChannelOrder' });

/** Why a channel is closed by hand. */
export const CloseMessage = z
  .strictObject({ why: z.string().trim().min(1).max(1_000) })
  .meta({ id: 'CloseChannel' });
