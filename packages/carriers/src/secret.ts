import { Fault } from '@courant/base';
import type { HttpLogin } from '@courant/wire';
import { SECRET_MISSING } from './faults.ts';
import type { HttpCall } from './http-call.ts';

/** Gives the secret that is put away under a name, or undefined. */
export type Secrets = (name: string) => Promise<string | undefined>;

/** The secret of a name. Throws Fault `secret-missing`. */
export async function secretOf(secrets: Secrets, name: string): Promise<string> {
  const secret = await secrets(name);
  if (secret !== undefined && secret !== '') return secret;
  throw new Fault(SECRET_MISSING, `No secret is put away under “${name}”.`, {
    hint: 'Put it away under that name, or name another in the channel’s settings.',
  });
}

/** What a login adds to a call. Throws Fault `secret-missing`. */
export async function loginOf(
  login: HttpLogin | undefined,
  secrets: Secrets,
): Promise<Pick<HttpCall, 'secretHeaders' | 'secretQuery'>> {
  if (login === undefined) return {};
  const secret = await secretOf(secrets, login.secret);
  if (login.by === 'query') return { secretQuery: { [login.name]: secret } };
  if (login.by === 'header') return { secretHeaders: { [login.name.toLowerCase()]: secret } };
  if (login.by === 'bearer') return { secretHeaders: { authorization: `Bearer ${secret}` } };
  const pair = Buffer.from(`${login.user}:${secret}`, 'utf8').toString('base64');
  return { secretHeaders: { authorization: `Basic ${pair}` } };
}
