import { z } from 'zod';
import { IdMessage, Moment } from './story.ts';

/** A version of an item, by what its sender calls it. */
const VersionMessage = z.object({
  id: IdMessage,
  itemId: z.string(),
  version: z.string().optional(),
  received: Moment,
  headline: z.string().optional(),
});

/** An item that a story used: the version it used last, and the one that holds. */
const UseMessage = z
  .object({
    chain: IdMessage,
    supplier: z.string(),
    state: z.enum(['usable', 'withheld', 'killed']),
    used: VersionMessage,
    latest: VersionMessage,
  })
  .meta({ id: 'WireUse' });

/** A place where the wire and the newsroom say something else. */
const ConflictMessage = z
  .object({
    id: z.string(),
    at: z.enum(['field', 'blocks']),
    field: z.string().optional(),
    blocks: z.array(z.string()).optional(),
    ours: z.string().describe('What the copy says, as text'),
    theirs: z.string().describe('What the wire says, as text; blank: it took this out'),
    theirsHtml: z.string().optional(),
  })
  .meta({ id: 'WireConflict' });

/** One thing a merge does. */
const ChangeMessage = z
  .object({
    kind: z.enum(['field', 'taken', 'combined', 'added', 'moved', 'removed', 'cut', 'no-body']),
    field: z.string().optional(),
    blocks: z.array(z.string()).optional(),
    text: z.string().optional().describe('Of what is removed, or stays cut'),
  })
  .meta({ id: 'WireChange' });

/** What a merge does, or did. */
export const MergeMessage = z
  .object({
    conflicts: z.array(ConflictMessage).describe('All that are unsettled: a story with one is not published'),
    changes: z.array(ChangeMessage),
  })
  .meta({ id: 'WireMerge' });

/** Something an agency did that a story made of its copy must be told. */
export const AlertMessage = z
  .object({
    id: IdMessage,
    story: IdMessage,
    kind: z.enum(['update', 'correction', 'kill']),
    item: IdMessage.describe('The version that is the news'),
    supplier: z.string(),
    raised: Moment,
  })
  .meta({ id: 'WireAlert' });

/** What a story has of the wire. */
export const StoryWireMessage = z
  .object({
    uses: z.array(UseMessage),
    alerts: z.array(AlertMessage),
    offer: MergeMessage.extend({ chain: IdMessage, latest: IdMessage })
      .optional()
      .describe('A newer version, and what would come of merging it in'),
    conflicts: z.array(ConflictMessage).describe('What is unsettled in the draft'),
  })
  .meta({ id: 'StoryWire' });

/** An order to merge. */
export const MergeOrderMessage = z
  .strictObject({ chain: IdMessage.optional().describe('Of which item, where the story used several') })
  .meta({ id: 'MergeOrder' });

/** Whose words hold in a conflict. */
export const SettleMessage = z
  .strictObject({ conflict: z.string().min(1), choice: z.enum(['ours', 'theirs', 'both']) })
  .meta({ id: 'SettleConflict' });

/** Conflicts that are left. */
export const SettledMessage = z.object({ conflicts: z.array(ConflictMessage) }).meta({ id: 'Settled' });

/** The alerts that are open, the newest first. */
export const AlertsMessage = z
  .object({ alerts: z.array(AlertMessage.extend({ headline: z.string(), isLive: z.boolean() })) })
  .meta({ id: 'WireAlerts' });

/** What is asked of the alerts. */
export const AlertsQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) });

/** The public notice of a kill that an agency asks for. */
export const AlertKillMessage = z
  .strictObject({ notice: z.string().trim().min(1).max(2_000).optional() })
  .meta({ id: 'KillForAlert' });
