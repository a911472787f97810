import type { Id, Instant } from '@courant/base';
import type { Capability } from '@courant/desk';
import { isCapability } from '@courant/desk';
import type { Tx } from './database.ts';
import { digest } from './log.ts';

/** An API token without its secret. */
export interface Token {
  readonly id: Id;
  readonly name: string;
  readonly scopes: readonly Capability[];
}

/** Keeps a new token; of the secret only its SHA-256 (it is 256 random bits, so no salt or stretching is needed). */
export async function addToken(
  tx: Tx,
  token: Token & { readonly secret: string; readonly made: Instant },
): Promise<void> {
  const { id, name, scopes, secret, made } = token;
  await tx
    .insertInto('token')
    .values({ id, name, secret_hash: digest(secret), scopes: [...scopes], made, used: null, revoked: null })
    .execute();
}

/** The token of a secret, if it is good, noting that it was used (to the minute, to spare the row). */
export async function tokenOf(tx: Tx, secret: string, now: Instant): Promise<Token | undefined> {
  const row = await tx
    .selectFrom('token')
    .select(['id', 'name', 'scopes', 'used'])
    .where('secret_hash', '=', digest(secret))
    .where('revoked', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.used === null || row.used.slice(0, 16) !== now.slice(0, 16)) {
    await tx.updateTable('token').set({ used: now }).where('id', '=', row.id).execute();
  }
  return { id: row.id, name: row.name, scopes: row.scopes.filter(isCapability) };
}

/** Whether there is any token that is not revoked. */
export async function hasToken(tx: Tx): Promise<boolean> {
  return (
    (await tx.selectFrom('token').select('id').where('revoked', 'is', null).limit(1).executeTakeFirst()) !==
    undefined
  );
}
