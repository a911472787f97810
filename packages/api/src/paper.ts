import { z } from 'zod';
import { IdMessage, Moment } from './story.ts';

/** The paper, its editions and sections. */
export const PaperMessage = z
  .object({
    name: z.string(),
    editions: z.array(z.object({ key: z.string(), name: z.string(), locale: z.string(), url: z.string() })),
    sections: z.array(z.object({ path: z.string(), name: z.string() })),
  })
  .meta({ id: 'Paper' });

/** The public part of an entry of the publication log. */
export const LogEntryMessage = z
  .object({
    seq: z.int(),
    at: Moment,
    kind: z.string(),
    story: IdMessage.optional(),
    revision: IdMessage.optional(),
    editions: z.array(z.string()),
    payload: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'LogEntry' });

/** A stretch of the log, oldest first. */
export const LogMessage = z.object({ entries: z.array(LogEntryMessage) }).meta({ id: 'Log' });

/** Which stretch of the log. */
export const LogQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('Entries after this number'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});
