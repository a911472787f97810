import { z } from 'zod';
import { IdMessage, Moment } from './story.ts';
import { RouteMessage } from './wire.ts';

/** Rules as they are written, in their order; the desk reads them and says what is wrong with one. */
export const RulesMessage = z
  .strictObject({
    rules: z
      .array(z.record(z.string(), z.unknown()))
      .describe('Each {"name", "when", …}: docs/wire-desk.md says what may stand in it'),
  })
  .meta({ id: 'WireRules' });

/** Presets as they are written, in their order. */
export const PresetsMessage = z
  .strictObject({
    presets: z.array(
      z.strictObject({ key: z.string(), name: z.string(), filter: z.record(z.string(), z.unknown()) }),
    ),
  })
  .meta({ id: 'WirePresetsOrder' });

/** Presets with how much came to them. */
export const PresetListMessage = z
  .object({
    presets: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        filter: z.record(z.string(), z.unknown()),
        today: z.int().describe('Items of the last 24 hours, 1,000 at the most'),
        isStale: z.boolean().describe('Its filter was changed, and who belongs to it is being settled'),
      }),
    ),
  })
  .meta({ id: 'WirePresets' });

/** Rules to be tried on what came; those of the desk where none are named. */
export const TrialOrderMessage = z
  .strictObject({
    rules: z.array(z.record(z.string(), z.unknown())).optional(),
    days: z.number().int().min(1).max(90).default(7),
  })
  .meta({ id: 'TryRules' });

/** What rules would have done. */
export const TrialMessage = z
  .object({
    items: z.int(),
    rules: z.array(z.object({ rule: z.string(), items: z.int() })),
    examples: z.array(
      z.object({
        chain: IdMessage,
        supplier: z.string(),
        received: Moment,
        headline: z.string().optional(),
        routes: z.array(RouteMessage),
        trail: z.array(z.object({ rule: z.string(), did: z.string(), why: z.string().optional() })),
      }),
    ),
  })
  .meta({ id: 'RulesTrial' });
