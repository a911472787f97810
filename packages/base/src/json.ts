import { Fault } from './fault.ts';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one canonical text of a JSON value: keys in order of their UTF-16 code units, no spaces (RFC 8785).
 * Throws Fault `not-json` on a number that JSON has no word for.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Fault('not-json', `${value} has no form in JSON.`);
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // As JSON.stringify does: a member without a value is not there.
  const present = Object.entries(value).filter(([, member]) => member !== undefined);
  const members = present.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

function isList(value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}
