import { z } from 'zod';

/** An id: a UUID in lower case. */
export const IdMessage = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a UUID in lower case');

/** A moment in UTC, such as 2026-11-23T17:57:00Z. */
export const Moment = z.iso.datetime({
  offset: true,
  error: 'must be a date and time with zone, as 2026-11-23T17:57:00Z',
});

const Line = z.string().trim().min(1, 'must not be blank').max(1_000);

/** Where a story is to stand. */
export const PlaceMessage = z
  .strictObject({
    edition: z.string().describe('Key of an edition'),
    section: z.string().describe('Path of a section, as world/politics'),
  })
  .meta({ id: 'Place' });

/** Copy as a client writes it: the fields beside the body, and the body as HTML or as a document. */
export const CopyMessage = z
  .strictObject({
    kind: z.enum(['article', 'gallery', 'analysis', 'opinion', 'live']).default('article'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'must be a BCP 47 language tag, as en or zh-Hans')
      .default('en'),
    slug: Line,
    kicker: Line.optional(),
    headline: Line,
    standfirst: Line.optional(),
    byline: Line.optional(),
    dateline: z
      .strictObject({ place: Line, date: Line.optional(), agencies: z.array(Line).optional() })
      .optional(),
    source: Line.optional(),
    urgency: z.int().min(1).max(9).optional(),
    embargo: z.union([Moment, z.literal('indefinite')]).optional(),
    keywords: z.array(Line).max(100).optional(),
    subjects: z
      .array(z.strictObject({ code: Line.optional(), name: Line.optional() }))
      .max(100)
      .optional(),
    urlSlug: Line.max(120).optional(),
    edNote: Line.optional(),
    bodyHtml: z
      .string()
      .max(5_000_000)
      .optional()
      .describe('The body as HTML; what a story cannot hold is left out'),
    body: z.unknown().optional().describe('The body as a document of the schema, instead of bodyHtml'),
  })
  .meta({ id: 'Copy' });

/** An order to publish or update, now or, with `at`, later. */
export const PublishMessage = z
  .strictObject({
    places: z.array(PlaceMessage).max(50).default([]).describe('Empty: where the story stands already'),
    at: Moment.optional().describe('Publish then, pinned to the copy as it is now'),
    stateVector: z.base64().optional().describe('Yjs state vector of the draft the editor saw'),
  })
  .meta({ id: 'Publish' });

/** An order to correct in public. */
export const CorrectMessage = z
  .strictObject({
    note: Line.describe('Public: what was wrong and what is right'),
    bodyHtml: z.string().max(5_000_000).optional(),
  })
  .meta({ id: 'Correct' });

/** An order to withdraw with notice. */
export const KillMessage = z.strictObject({ notice: Line.describe('Public: why') }).meta({ id: 'Kill' });

/** What an act did and whether it is live everywhere. */
export const ActedMessage = z
  .object({
    act: z.string(),
    story: IdMessage,
    url: z.string().optional(),
    seq: z.int().describe('Number of the entry in the publication log'),
    revision: IdMessage.optional(),
    delivery: z.object({ behind: z.array(z.string()).describe('Page caches not past the entry after 2 s') }),
  })
  .meta({ id: 'Acted' });

/** A publication at a set time. */
export const ScheduledMessage = z
  .object({ schedule: IdMessage, story: IdMessage, revision: IdMessage, due: Moment })
  .meta({ id: 'Scheduled' });

/** A story filed. */
export const FiledMessage = z.object({ story: IdMessage, slug: z.string() }).meta({ id: 'Filed' });

/** A live story in a list. */
export const CardMessage = z
  .object({
    id: IdMessage,
    url: z.string(),
    kind: z.string(),
    language: z.string(),
    kicker: z.string().optional(),
    headline: z.string(),
    standfirst: z.string().optional(),
    byline: z.string().optional(),
    source: z.string().optional(),
    section: z.string(),
    published: Moment,
    updated: Moment,
  })
  .meta({ id: 'Card' });

/** A live story, whole. */
export const StoryMessage = z
  .object({
    id: IdMessage,
    url: z.string(),
    revision: IdMessage,
    version: z.int().describe('Number of the live revision, from 1'),
    kind: z.string(),
    language: z.string(),
    slug: z.string(),
    kicker: z.string().optional(),
    headline: z.string(),
    standfirst: z.string().optional(),
    byline: z.string().optional(),
    source: z.string().optional(),
    dateline: z.object({ place: z.string(), date: z.string().optional() }).optional(),
    published: Moment,
    updated: Moment,
    places: z.array(PlaceMessage),
    corrections: z.array(z.object({ at: Moment, note: z.string() })),
    wordCount: z.int(),
    bodyHtml: z.string(),
    bodyText: z.string(),
  })
  .meta({ id: 'Story' });

/** A page of a list; `next` is an opaque cursor. */
export const CardsMessage = z
  .object({ stories: z.array(CardMessage), next: z.string().optional() })
  .meta({ id: 'Stories' });

/** What to list. */
export const CardsQuery = z.strictObject({
  edition: z.string().optional().describe('Key of an edition; the default edition where absent'),
  section: z.string().optional().describe('Path of a section; those below it are included'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().optional().describe('`next` of the page before'),
});
