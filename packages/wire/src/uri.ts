import { writable } from './written.ts';

const PCHAR = String.raw`(?:[\w.~!$&'()*+,;=:@-]|%[\da-f]{2})`;
const SEGMENTS = `(?:/${PCHAR}*)*`;
const AUTHORITY = String.raw`//(?:(?:[\w.~!$&'()*+,;=:-]|%[\da-f]{2})*@)?(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})*(?::\d*)?`;
/** RFC 3986, appendix A, without IP literals, which name no news. */
const URI = new RegExp(
  `^[a-z][a-z\\d+.-]*:(?:${AUTHORITY}${SEGMENTS}|/(?:${PCHAR}+${SEGMENTS})?|${PCHAR}+${SEGMENTS})(?:\\?(?:${PCHAR}|[/?])*)?(?:#(?:${PCHAR}|[/?])*)?$`,
  'i',
);
/** Longer ones name nothing, and only cost time. */
const LONGEST = 4_000;
/** Under this name stand ids that are no URI, for formats that ask for one. */
const OURS = 'urn:x-wire:';

/** Whether a text is an absolute URI as RFC 3986 has it. */
export function isUri(text: string): boolean {
  return text.length <= LONGEST && /^[\x21-\x7e]+$/.test(text) && URI.test(text);
}

/** An id or address as a URI: as it is, with its signs percent-encoded, or under a name of ours that `idOf` undoes. */
export function uriOf(text: string): string {
  const plain = writable(text).trim();
  if (isUri(plain)) return plain;
  const encoded = plain.replace(/[^\x21-\x7e]|["<>\\^`{|}[\]]|%(?![\da-f]{2})/giu, encodeURIComponent);
  return isUri(encoded) ? encoded : `${OURS}${percent(plain)}`;
}

/** Everything but letters and digits is encoded, so that what comes out is always one segment. */
function percent(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** The id that `uriOf` made a URI of. */
export function idOf(uri: string): string {
  if (!uri.startsWith(OURS)) return uri;
  try {
    return decodeURIComponent(uri.slice(OURS.length)) || uri;
  } catch {
    // Somebody else's URI under our name: it is its own id.
    return uri;
  }
}
