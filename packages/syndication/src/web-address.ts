/** Addresses that may stand in any file as they are (RFC 3986 §3); most are of this form. */
const PLAIN =
  /^https?:\/\/[a-z0-9.-]+(?::\d+)?\/(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*(?:#(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;

const UNFIT = /[^\w\-.~!$&'()*+,;=:@/?%#]|%(?![0-9a-f]{2})/gi;

/**
 * The absolute address as a URI of ASCII letters (RFC 3986): names of hosts in other scripts as IDNA, all else
 * percent-encoded; user and password are left out. Undefined where it is not absolute, or neither http nor https.
 */
export function webAddress(address: string): string | undefined {
  if (PLAIN.test(address)) return address;
  const url = URL.parse(address.toWellFormed());
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  return url.origin + `${url.pathname}${url.search}${url.hash}`.replace(UNFIT, encodeURIComponent);
}

/** The same for an address that must be there. Throws RangeError where it is none. */
export function requiredAddress(address: string): string {
  const found = webAddress(address);
  if (found === undefined) throw new RangeError(`“${address}” is no absolute web address.`);
  return found;
}
