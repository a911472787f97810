import type { IncomingHttpHeaders } from 'node:http';

/** Headers in lower case, one text each. */
export type Headers = Readonly<Record<string, string>>;

/** Headers that hold a secret, or are shown a signature with one. */
const SECRET =
  /^(authorization|proxy-authorization|cookie|set-cookie|www-authenticate)$|token|secret|api-?key|signature|password/;

/** What only a mail server of ours may say, and only of a mail. */
const NOT_THEIRS = 'authentication-results';

/** Headers as they may be kept with a parcel: none that lets somebody in, none that speaks in our name. */
export function keptHeaders(headers: Headers): Headers {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !SECRET.test(name) && name !== NOT_THEIRS),
  );
}

/** Node's headers as texts; of several with one name, all, with commas. */
export function headersOf(incoming: IncomingHttpHeaders): Headers {
  const texts = Object.entries(incoming).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), [value].flat().join(', ')] as const],
  );
  return Object.fromEntries(texts);
}

/** Seconds of a Retry-After (RFC 9110 §10.2.3: seconds, or a date), from a moment in milliseconds since 1970. */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  const plain = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(plain)) return Number(plain);
  const date = plain === '' ? Number.NaN : Date.parse(plain);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}
