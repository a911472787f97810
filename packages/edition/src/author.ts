import type { Id } from '@courant/base';
import type { Picture } from '@courant/picture';
import type { Edition } from './paper.ts';
import { prefixOf } from './paper.ts';

/** Somebody whose name stands over stories, as bylines and cards show them. */
export interface AuthorTeaser {
  readonly urlSlug: string;
  readonly name: string;
  readonly portrait?: Picture;
}

/** Somebody whose name stands over stories. */
export interface Author extends AuthorTeaser {
  readonly id: Id;
  /** BCP 47, of name, role and bio. */
  readonly language: string;
  /** What they do at the paper, such as `Asia correspondent`. */
  readonly role?: string;
  readonly bio?: string;
  /** Their address in the fediverse, `@name@host`. */
  readonly fediverse?: string;
}

/** The path of an author's page in an edition, or of the list of all. */
export function authorPath(
  edition: Pick<Edition, 'key' | 'isDefault'>,
  author?: Pick<AuthorTeaser, 'urlSlug'>,
): string {
  return `${prefixOf(edition)}/authors${author ? `/${author.urlSlug}` : ''}`;
}
