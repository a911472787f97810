import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '@courant/base';
import type { Acted, Desk } from '@courant/desk';
import { meant } from '@courant/desk';
import type { Delivery } from '@courant/press';
import { delivered } from '@courant/press';
import { behind } from '@courant/store';
import type { House } from './house.ts';

/** An act that is committed and, but for the caches named, visible everywhere. */
export interface Delivered extends Acted {
  /** Absolute address of the story. */
  readonly url?: string;
  readonly delivery: Delivery;
}

/** Waits until what a desk's act did is past every live page cache; a refusal goes through as it is. */
export async function deliver<W extends string>(
  house: House,
  outcome: Result<Acted, W>,
): Promise<Result<Delivered, W>> {
  if (!outcome.ok) return outcome;
  const log = { behind: (seq: number) => behind(house.database, seq) };
  const delivery = await delivered(log, outcome.value.seq, async (ms) => void (await sleep(ms)));
  const { path } = outcome.value;
  const url = path === undefined ? {} : { url: house.config.publicUrl + encodeURI(path) };
  return { ok: true, value: { ...outcome.value, ...url, delivery } };
}

/** Finds the story a person means, by id, slug or address. */
export function storyMeant(desk: Desk, reference: string) {
  return desk.archive.within((books) => meant(books, reference));
}
