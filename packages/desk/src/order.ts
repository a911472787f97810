import type { Id, Result } from '@courant/base';
import { refused } from '@courant/base';
import type { LogKind } from '@courant/edition';
import type { Story } from '@courant/story';
import type { Actor } from './actor.ts';
import type { Books } from './ports.ts';
import type { Capability } from './rights.ts';
import { may } from './rights.ts';

/** What an act did: the entry it put in the log, which surfaces must come past. */
export interface Acted {
  readonly act: LogKind;
  readonly story: Id;
  /** Number of the log entry. */
  readonly seq: number;
  readonly revision?: Id;
  /** Canonical path of the story. */
  readonly path?: string;
  /** Keys of the editions concerned. */
  readonly editions: readonly string[];
}

/** Refuses an actor who lacks a right. */
export function allowed(actor: Actor, capability: Capability): Result<true, 'not-allowed'> {
  if (may(actor.may, capability)) return { ok: true, value: true };
  return refused('not-allowed', `${actor.name} may not do this: it takes the right “${capability}”.`);
}

/** Holds a story for the transaction, or refuses where there is none. */
export async function held(books: Books, id: Id): Promise<Result<Story, 'unknown-story'>> {
  const story = await books.stories.lock(id);
  if (story) return { ok: true, value: story };
  return refused('unknown-story', `There is no story ${id}.`);
}

/** Finds the one story a person means by an id, a slug or an address. */
export async function meant(
  books: Books,
  reference: string,
): Promise<Result<Story, 'unknown-story' | 'ambiguous'>> {
  const [first, ...others] = await books.stories.named(reference);
  if (!first) return refused('unknown-story', `No story has the id, slug or address “${reference}”.`);
  if (others.length === 0) return { ok: true, value: first };
  const ids = [first, ...others].map((story) => story.id).join(', ');
  return refused(
    'ambiguous',
    `${others.length + 1} stories have the slug “${reference}”: name one by its id (${ids}).`,
  );
}
