import type { Id } from '@courant/base';
import type { Author, AuthorTeaser } from '@courant/edition';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { AuthorRow } from './list-tables.ts';
import { picturesById } from './pictures.ts';

/** An author about to be added; `portrait` is the id of a picture. */
export interface NewAuthor extends Omit<Author, 'portrait'> {
  readonly portrait?: Id;
  readonly position: number;
}

/** Adds an author. */
export async function addAuthor(tx: Tx, author: NewAuthor): Promise<void> {
  const { id, name, language, role, bio, portrait, fediverse, position } = author;
  await tx
    .insertInto('author')
    .values({
      ...{ id, url_slug: author.urlSlug, name, language, position },
      ...{ role: role ?? null, bio: bio ?? null, portrait: portrait ?? null, fediverse: fediverse ?? null },
    })
    .execute();
}

/** The author an address names. */
export async function authorAt(tx: Tx, urlSlug: string): Promise<Author | undefined> {
  const row = await tx.selectFrom('author').selectAll().where('url_slug', '=', urlSlug).executeTakeFirst();
  return row && (await authorsOf(tx, [row]))[0];
}

/** Those of some URL slugs that the paper knows, by their slugs. */
export async function authorsNamed(tx: Tx, slugs: readonly string[]): Promise<ReadonlyMap<string, Author>> {
  if (slugs.length === 0) return new Map();
  const rows = await tx
    .selectFrom('author')
    .selectAll()
    .where('url_slug', 'in', [...new Set(slugs)])
    .execute();
  return new Map((await authorsOf(tx, rows)).map((author) => [author.urlSlug, author]));
}

/** The authors with a live story in an edition, in their order. */
export async function authorsIn(tx: Tx, edition: Id): Promise<readonly Author[]> {
  const isListed = sql<boolean>`exists (select from live_listing l where l.edition = ${edition} and l.subject = author.id)`;
  const rows = tx.selectFrom('author').selectAll().where(isListed).orderBy('position').orderBy('name');
  return authorsOf(tx, await rows.execute());
}

async function authorsOf(tx: Tx, rows: readonly AuthorRow[]): Promise<readonly Author[]> {
  const pictures = await picturesById(
    tx,
    rows.flatMap((row) => row.portrait ?? []),
  );
  return rows.map((row): Author => {
    const portrait = row.portrait === null ? undefined : pictures.get(row.portrait);
    return {
      ...{ id: row.id, urlSlug: row.url_slug, name: row.name, language: row.language },
      ...(row.role === null ? {} : { role: row.role }),
      ...(row.bio === null ? {} : { bio: row.bio }),
      ...(row.fediverse === null ? {} : { fediverse: row.fediverse }),
      ...(portrait === undefined ? {} : { portrait }),
    };
  });
}

/** What a card shows of an author. */
export function teaserOf({ urlSlug, name, portrait }: Author): AuthorTeaser {
  return { urlSlug, name, ...(portrait === undefined ? {} : { portrait }) };
}
