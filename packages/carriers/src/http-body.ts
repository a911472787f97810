import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { Fault } from '@courant/base';
import { PROTOCOL_BROKEN, TOO_LARGE } from './faults.ts';
import { transportFault } from './transport-fault.ts';

/** What a body may be, and whose it is. */
export interface BodyLimit {
  /** Bytes at the most, as they come and as they are unpacked. */
  readonly mostBytes: number;
  /** The sender, as it may be printed. */
  readonly place: string;
}

/** The encodings we read, as we say in Accept-Encoding. */
export const READ_ENCODINGS = 'gzip, br, deflate';

/** Encodings laid over one another at the most. */
const MOST_LAYERS = 2;

type Unpack = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
  // Two formats go by this name (RFC 9110 §8.4.1.2): a zlib header has 8 in the low half of its first byte.
  deflate: (bytes, options) => (((bytes[0] ?? 0) & 15) === 8 ? INFLATE : INFLATE_RAW)(bytes, options),
};
const INFLATE: Unpack = promisify(inflate);
const INFLATE_RAW: Unpack = promisify(inflateRaw);

/** All bytes of a stream. Throws Fault `too-large` as soon as there are more than allowed. */
export async function collect(
  stream: AsyncIterable<Uint8Array>,
  { mostBytes, place }: BodyLimit,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > mostBytes) throw largeFault({ mostBytes, place });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * A body as it was before it was packed for the way (Content-Encoding). A bomb is let go as soon as it is larger than
 * allowed. Throws Fault `too-large`, `cut-off` or `protocol-broken`.
 */
export async function unpack(
  packed: Uint8Array,
  encoding: string | undefined,
  limit: BodyLimit,
): Promise<Uint8Array> {
  let bytes = packed;
  for (const layer of layersOf(encoding, limit.place).toReversed()) {
    // No body has no encoding either, whatever the header says.
    if (bytes.byteLength === 0) return bytes;
    bytes = await layer(bytes, { maxOutputLength: limit.mostBytes }).catch((thrown: unknown) => {
      throw transportFault(thrown, limit.place);
    });
  }
  return bytes;
}

function layersOf(encoding: string | undefined, place: string): readonly Unpack[] {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-/, ''));
  const layers = names.filter((name) => name !== '' && name !== 'identity');
  const known = layers.flatMap((name) => (Object.hasOwn(UNPACK, name) ? (UNPACK[name] ?? []) : []));
  if (known.length === layers.length && known.length <= MOST_LAYERS) return known;
  const say = `${place} sends a packing that we do not read: ${layers.join(', ').slice(0, 60)}.`;
  throw new Fault(PROTOCOL_BROKEN, say, { hint: `We read ${READ_ENCODINGS}.` });
}

/** The fault of a body, or a file, that is larger than allowed. */
export function largeFault({ mostBytes, place }: BodyLimit): Fault {
  return new Fault(TOO_LARGE, `${place} sends more than ${mostBytes} bytes.`, {
    hint: 'If it is meant, raise “mostBytes” of the channel.',
  });
}
