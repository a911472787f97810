import { z } from 'zod';
import { IdMessage, Moment } from './story.ts';

const Word = z.string().trim().min(1, 'must not be blank').max(300);

/** What is asked of the live list. */
export const WireQuery = z.strictObject({
  q: Word.optional().describe('Words, "phrases", and -words that must not stand in it'),
  preset: Word.optional().describe('Key of a preset; goes with no other part but the cursor'),
  supplier: Word.optional(),
  desk: Word.optional(),
  kind: z
    .enum(['text', 'picture', 'graphic', 'video', 'audio', 'package', 'event', 'planning', 'concept'])
    .optional(),
  state: z.enum(['usable', 'withheld', 'killed']).optional(),
  urgency: z.coerce.number().int().min(1).max(9).optional().describe('As urgent as this, or more'),
  grouped: z
    .enum(['true', 'false'])
    .default('true')
    .describe('Whether items that tell the same are one row, that of the newest that fits'),
  language: z
    .string()
    .max(35)
    .optional()
    .describe('In which the words are, BCP 47; the paper’s where absent'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().optional().describe('`next` of the page before'),
});

/** What a rule said copy is for. */
export const RouteMessage = z
  .object({
    rule: z.string(),
    desk: z.string().optional(),
    section: z.string().optional(),
    edition: z.string().optional(),
    priority: z.number().optional(),
    tag: z.string().optional(),
  })
  .meta({ id: 'WireRoute' });

/** A row of the live list: an item with all its versions. */
export const WireRowMessage = z
  .object({
    id: IdMessage.describe('The chain of the item’s versions'),
    latest: IdMessage.describe('The version that holds'),
    supplier: z.string(),
    newest: Moment.describe('When its latest version with words came'),
    state: z.enum(['usable', 'withheld', 'killed']),
    held: z.string().optional().describe('Why a person must look before it is used'),
    kind: z.string(),
    language: z.string().optional(),
    urgency: z.int().optional(),
    versions: z.int(),
    group: IdMessage.describe('The group of those that tell the same'),
    leads: z.boolean().describe('Whether it is the newest of its group'),
    alike: z.int().describe('Items of the group, this one among them'),
    alikeBy: z.array(z.string()).describe('Suppliers of the others'),
    filed: z.int().describe('Number of the filing that touched it last'),
    usedBy: z
      .array(IdMessage)
      .describe('Stories made from it; in a list of groups and in events, from any item of its group'),
    presets: z.array(z.string()),
    routes: z.array(RouteMessage),
    desks: z.array(z.string()),
    notify: z.array(z.string()).optional().describe('Desks that a rule tells at once'),
    headline: z.string().optional(),
    slug: z.string().optional(),
    byline: z.string().optional(),
    place: z.string().optional(),
    source: z.string().optional(),
    signal: z.string().optional(),
    take: z.number().optional(),
    embargo: z.string().optional(),
    version: z.string().optional(),
    made: Moment.optional(),
    media: z.int().optional(),
    warnings: z.array(z.string()).optional(),
  })
  .meta({ id: 'WireRow' });

/** A page of the live list. */
export const WirePageMessage = z
  .object({ items: z.array(WireRowMessage), next: z.string().optional() })
  .meta({ id: 'WirePage' });

/** Runs of words that two versions share or do not. */
const RunMessage = z.object({ kind: z.enum(['kept', 'added', 'removed']), text: z.string() });

/** One version of an item, whole, with what changed since the one before. */
export const WireVersionMessage = z
  .object({
    id: IdMessage,
    itemId: z.string(),
    received: Moment,
    channel: z.string().optional(),
    payload: z.string().describe('SHA-256 of what it was read from'),
    item: z.record(z.string(), z.unknown()).describe('As `courant parse --json` prints it, without the body'),
    bodyHtml: z.string().optional(),
    bodyText: z.string().optional(),
    changes: z
      .object({
        headline: z.array(RunMessage).optional(),
        standfirst: z.array(RunMessage).optional(),
        body: z.array(z.object({ kind: z.string(), runs: z.array(RunMessage) })),
      })
      .optional(),
    trail: z.array(z.object({ rule: z.string(), did: z.string(), why: z.string().optional() })),
  })
  .meta({ id: 'WireVersion' });

/** An item with all its versions, the latest first, and the items that tell the same. */
export const WireChainMessage = z
  .object({
    row: WireRowMessage,
    versions: z.array(WireVersionMessage),
    alike: z.array(WireRowMessage),
  })
  .meta({ id: 'WireChain' });

/** An order to make a story of an item. */
export const TakeMessage = z
  .strictObject({ language: z.string().optional().describe('Of the story, where the item does not say') })
  .meta({ id: 'TakeItem' });

/** What became of it. */
export const TakenMessage = z
  .object({
    story: IdMessage,
    how: z
      .enum(['made', 'rewritten', 'unchanged', 'edited-here'])
      .describe('edited-here: people have worked on the story; the new version waits to be merged'),
  })
  .meta({ id: 'TakenItem' });

/** A receipt of something that could not be read or filed. */
export const QuarantineMessage = z
  .object({
    receipts: z.array(
      z.object({
        id: IdMessage,
        channel: z.string(),
        name: z.string().optional(),
        received: Moment,
        times: z.int(),
        bytes: z.int(),
        why: z.string(),
        say: z.string(),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'Quarantine' });

/** How many receipts were put back among those to be read. */
export const RetriedMessage = z.object({ receipts: z.int() }).meta({ id: 'Retried' });

/** What is asked of the quarantine. */
export const QuarantineQuery = z.strictObject({
  channel: Word.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().optional().describe('`next` of the page before'),
});
