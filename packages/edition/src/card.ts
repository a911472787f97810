import type { Id, Instant } from '@courant/base';
import type { Picture } from '@courant/picture';
import type { StoryKind } from '@courant/story';
import type { AuthorTeaser } from './author.ts';
import type { Section } from './paper.ts';

/** A live story as it stands on a front or in a rail. */
export interface Card {
  readonly story: Id;
  /** Canonical path, `/2011/04/23/un-chief-courts-support`. */
  readonly path: string;
  readonly kind: StoryKind;
  readonly language: string;
  readonly kicker?: string;
  readonly headline: string;
  readonly standfirst?: string;
  readonly byline?: string;
  readonly source?: string;
  readonly section: Pick<Section, 'path' | 'name'>;
  readonly published: Instant;
  readonly updated: Instant;
  /** 1 (flash) to 9; 5 where the copy says nothing. */
  readonly urgency: number;
  readonly picture?: Picture;
  /** Who its byline names, where the paper knows them. */
  readonly authors?: readonly AuthorTeaser[];
  /** Of a live blog: when it ended, if it has. */
  readonly coverageEnds?: Instant;
}

/** Whether a story is a live blog that still runs. */
export function isRunning(card: Pick<Card, 'kind' | 'coverageEnds'>): boolean {
  return card.kind === 'live' && card.coverageEnds === undefined;
}
