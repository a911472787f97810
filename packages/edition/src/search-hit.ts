import type { Card } from './card.ts';
import type { Marked } from './passage.ts';

/** A story the search found, with what was asked for marked in it. */
export interface SearchHit {
  readonly card: Card;
  readonly headline: readonly Marked[];
  /** The part of its text that says most of what was asked for; absent where only other fields do. */
  readonly passage?: readonly Marked[];
}

/** Stories a count goes up to; beyond it stands “more than”. */
export const MOST_COUNTED = 1_000;

/** A page of what the search found. */
export interface SearchResults {
  readonly hits: readonly SearchHit[];
  /** How many stories fit, `MOST_COUNTED` + 1 where there are more. */
  readonly count: number;
  /** Where the next page begins: `from` of a search. */
  readonly next?: string;
  /** Another question that finds something, where this one finds nothing. */
  readonly suggestion?: string;
}
