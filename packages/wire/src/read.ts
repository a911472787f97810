import { messageOf } from '@courant/base';
import { isArchive, readArchive } from './archive.ts';
import { decode } from './charset.ts';
import { binaryIn, readDecoded, withWarnings } from './detect.ts';
import { readMail } from './mail.ts';
import { isMail } from './mail-head.ts';
import { readPhotograph } from './photo.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading } from './wire-item.ts';

/** Bytes of one payload at the most. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** Characters at the beginning that tell a mail. */
const HEAD = 8_192;

/**
 * Reads a payload, whatever it is named: what it is, its content says. Never throws; what cannot be read is answered
 * in one line. Nothing is fetched.
 */
export async function readWire(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  if (bytes.byteLength > MOST_BYTES || !isMail(headOf(bytes))) return readPayload(bytes, options);
  const tools = { read: readPayload, head: headOf };
  return readMail(bytes, options, tools).catch((thrown: unknown) => broken(thrown));
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
}

/** Reads a payload that is no mail: those must be waited for. */
export function readPayload(bytes: Uint8Array, options: ReadOptions): Reading {
  if (bytes.byteLength > MOST_BYTES) {
    return {
      ok: false,
      why: 'too-large',
      say: `it has ${bytes.byteLength} bytes; ${MOST_BYTES} at the most`,
    };
  }
  try {
    if (isArchive(bytes)) return readArchive(bytes, options, readFile);
    return readFile(bytes, options);
  } catch (thrown) {
    return broken(thrown);
  }
}

/** Reads what is no archive; one within another is not opened. */
function readFile(bytes: Uint8Array, options: ReadOptions): Reading {
  const photograph = readPhotograph(bytes, options);
  if (photograph) return photograph;
  const binary = binaryIn(bytes);
  if (binary) return { ok: false, why: 'unknown', say: `no wire copy: it is ${binary}` };
  const { text, warnings } = decode(bytes);
  return withWarnings(readDecoded(text, options), warnings);
}

function broken(thrown: unknown): Reading {
  const say = messageOf(thrown).replace(/\s+/g, ' ').slice(0, 200);
  return { ok: false, why: 'broken', say: `it cannot be read: ${say}` };
}
