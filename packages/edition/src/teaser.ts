import type { Instant } from '@courant/base';
import type { Picture } from '@courant/picture';
import type { Card } from './card.ts';
import type { StoryPackage } from './paper.ts';

/** A special or hot topic as it is announced on other pages. */
export interface PackageTeaser extends StoryPackage {
  /** How many of its stories are live in the edition. */
  readonly stories: number;
  /** When the newest of them was last updated. */
  readonly newest?: Instant;
  /** The picture of its first story that has one. */
  readonly picture?: Picture;
}

/** A day's paper as it is announced on other pages. */
export interface IssueTeaser {
  /** Its day in the edition's zone, `2026-11-23`. */
  readonly date: string;
  /** How many stories; absent on pages that do not change with every publication. */
  readonly stories?: number;
  /** Its front page as a picture, where it was printed and nothing on it is withdrawn: path, and size in pixels. */
  readonly front?: { readonly path: string; readonly width: number; readonly height: number };
  /** What leads it. */
  readonly lead?: Pick<Card, 'headline' | 'language' | 'picture'>;
}
