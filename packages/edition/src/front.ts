import type { Card } from './card.ts';

/** The weight of a card in its container; the page draws rank from it. */
export type Rank = 'lead' | 'second' | 'third' | 'brief';

/** How a container draws its cards. */
export type Layout = 'splash' | 'trio' | 'river' | 'opinion' | 'photo';

/** A card in its place. */
export interface RankedCard {
  readonly rank: Rank;
  readonly card: Card;
}

/** A titled block of a front; `path` leads to the front it stands for. */
export interface Container {
  readonly key: string;
  readonly title?: string;
  readonly path?: string;
  readonly layout: Layout;
  readonly cards: readonly RankedCard[];
}
