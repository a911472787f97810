import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Hashes by which a signature may be made. */
export type SignatureHash = 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSame(given: string, known: string): boolean {
  // Hashed first: timingSafeEqual wants equal lengths, and the length of a secret is part of it.
  const hash = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(hash(given), hash(known));
}

/** The HMAC of some parts, one after the other. */
export function hmac(
  hash: SignatureHash,
  key: string | Uint8Array,
  parts: readonly (string | Uint8Array)[],
): Buffer {
  const sum = createHmac(hash, key);
  for (const part of parts) sum.update(part);
  return sum.digest();
}

/** Whether a signature in hexadecimal is the HMAC of the parts. */
export function isSignedHex(given: string, expected: Buffer): boolean {
  return /^[\da-f]+$/i.test(given) && isSame(given.toLowerCase(), expected.toString('hex'));
}

/** `sha256=ab12…` as hash and hexadecimal digits; the name of the hash is the usual one where it is left out. */
export function signatureParts(
  header: string,
  usual: SignatureHash,
): { readonly hash: SignatureHash; readonly hex: string } | undefined {
  const [, name, hex = ''] = /^(?:([a-z0-9-]+)=)?([\da-f]{40,128})$/i.exec(header.trim()) ?? [];
  const hash = name === undefined ? usual : HASHES[name.toLowerCase().replace('-', '')];
  return hash === undefined || hex === '' ? undefined : { hash, hex };
}

const HASHES: Readonly<Record<string, SignatureHash>> = {
  sha1: 'sha1',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
};
