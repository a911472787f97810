import { messageOf } from '@courant/base';
import { decode } from './charset.ts';
import { binaryIn, readDecoded, withWarnings } from './detect.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading } from './wire-item.ts';

/** Bytes of one payload at the most. */
export const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Reads a payload, whatever it is named: what it is, its content says. Never throws; what cannot be read is answered
 * in one line. Nothing is fetched.
 */
export function readWire(bytes: Uint8Array, options: ReadOptions): Reading {
  if (bytes.byteLength > MOST_BYTES) {
    return {
      ok: false,
      why: 'too-large',
      say: `it has ${bytes.byteLength} bytes; ${MOST_BYTES} at the most`,
    };
  }
  try {
    const binary = binaryIn(bytes);
    if (binary) return { ok: false, why: 'unknown', say: `no wire copy: it is ${binary}` };
    const { text, warnings } = decode(bytes);
    return withWarnings(readDecoded(text, options), warnings);
  } catch (thrown) {
    const say = messageOf(thrown).replace(/\s+/g, ' ').slice(0, 200);
    return { ok: false, why: 'broken', say: `it cannot be read: ${say}` };
  }
}
