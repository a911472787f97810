import type { Id, Instant } from '@courant/base';
import type { Body } from '@courant/story';
import type { Edition } from './paper.ts';
import { prefixOf } from './paper.ts';

/** A page about the paper that stands for long: who makes it, what it stands for, how it corrects itself. */
export interface StandingPage {
  readonly id: Id;
  /** `about` is the first of them, and at `/about`; the others stand below it. */
  readonly urlSlug: string;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly summary?: string;
  readonly body: Body;
  readonly updated: Instant;
}

/** A standing page as others link it. */
export type StandingLink = Pick<StandingPage, 'urlSlug' | 'language' | 'title'>;

/** The path of a standing page in an edition. */
export function standingPath(
  edition: Pick<Edition, 'key' | 'isDefault'>,
  page: Pick<StandingPage, 'urlSlug'>,
): string {
  return `${prefixOf(edition)}/about${page.urlSlug === 'about' ? '' : `/${page.urlSlug}`}`;
}
