import type { Instant, Refused, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Block } from './body.ts';
import { clean } from './clean.ts';
import { unsettled } from './conflict.ts';
import type { Copy } from './copy.ts';
import { picturesIn } from './pictures.ts';
import { plainText } from './plain-text.ts';
import type { RevisionKind, Story } from './state.ts';

/** What a publication makes public, and the times its page tells. */
export interface Publication {
  readonly kind: RevisionKind;
  /** The clean copy. */
  readonly copy: Copy;
  readonly published: Instant;
  readonly updated: Instant;
}

/** Why copy may not be published. */
export type PublishRefusal = 'killed' | 'embargoed' | 'unsettled' | 'no-headline' | 'no-slug' | 'no-body';

/** Whether a story may be published at a moment with this copy, and what that makes public. */
export function publish(story: Story, copy: Copy, at: Instant): Result<Publication, PublishRefusal> {
  const { state } = story;
  if (state.state === 'killed') {
    return refused('killed', 'This story was killed and stays so: file a new one.');
  }
  const held = embargoOf(copy, at);
  if (held) return held;
  const disputed = unsettledOf(copy);
  if (disputed) return disputed;
  const cleaned = clean(copy);
  const lacking = lack(cleaned);
  if (lacking) return lacking;
  if (state.state === 'live')
    return done({ kind: 'update', copy: cleaned, published: state.published, updated: at });
  // Copy of an archive keeps the times it had; nothing was published in the future.
  const earliest = (moment: Instant | undefined) => (moment !== undefined && moment < at ? moment : at);
  const published =
    state.state === 'unpublished' ? state.published : earliest(copy.firstPublished ?? copy.lastUpdated);
  const changed = earliest(copy.lastUpdated);
  const updated = changed < published ? published : changed;
  return done({ kind: 'publish', copy: cleaned, published, updated });
}

/** The refusal of copy that is embargoed at a moment. */
export function embargoOf(copy: Copy, at: Instant): Refused<'embargoed'> | undefined {
  if (copy.embargo === undefined) return undefined;
  if (copy.embargo === 'indefinite') {
    return refused(
      'embargoed',
      'This copy is embargoed without a date: somebody must lift the embargo first.',
    );
  }
  if (copy.embargo <= at) return undefined;
  return refused(
    'embargoed',
    `This copy is embargoed until ${copy.embargo}: schedule it for then (--at ${copy.embargo}).`,
  );
}

/** The refusal of copy in which the wire says something else than the newsroom, and nobody has said which holds. */
function unsettledOf(copy: Copy): Refused<'unsettled'> | undefined {
  const open = unsettled(copy);
  if (open.length === 0) return undefined;
  const fields = open.flatMap((conflict) => (conflict.at === 'field' ? [conflict.field] : []));
  const places = open.length - fields.length;
  const named = [
    ...fields,
    ...(places > 0 ? [`${places} ${places > 1 ? 'places' : 'place'} in the text`] : []),
  ];
  return refused(
    'unsettled',
    `The wire says something else than this copy (${named.join(', ')}): settle which holds, then publish.`,
  );
}

function lack(copy: Copy): Refused<'no-headline' | 'no-slug' | 'no-body'> | undefined {
  if (copy.headline.trim() === '')
    return refused('no-headline', 'A story needs a headline before it is published.');
  if (copy.slug.trim() === '') return refused('no-slug', 'A story needs a slug before it is published.');
  return lackOfBody(copy);
}

/** Blocks that are something to publish without a word beside them. */
const SHOWN_ALONE: ReadonlySet<Block['type']> = new Set(['picture', 'gallery', 'embed']);

function lackOfBody(copy: Copy): Refused<'no-body'> | undefined {
  if (copy.kind === 'gallery' && picturesIn(copy).length === 0) {
    return refused('no-body', 'A gallery needs pictures before it is published.');
  }
  const isShown = copy.body.content.some((block) => SHOWN_ALONE.has(block.type));
  if (copy.kind === 'gallery' || isShown || plainText(copy.body).trim() !== '') return undefined;
  return refused('no-body', 'A story needs text, or pictures, before it is published.');
}
