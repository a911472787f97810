import type { Ref } from './pdf-value.ts';
import { hex, number, ref } from './pdf-value.ts';
import type { Subset } from './subset.ts';

/** What the writer of a PDF takes from outside, so that it stays pure and yet as fast as zlib. */
export interface PdfTools {
  /** Packs as zlib does (RFC 1950). */
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
  /** A digest of at least 16 bytes, such as SHA-256. */
  readonly digest: (bytes: Uint8Array) => Uint8Array;
  readonly subset: Subset;
}

/** The two objects by which a reader enters. */
export interface Entry {
  readonly catalogue: Ref;
  readonly information: Ref;
}

type Body =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'stream'; readonly bytes: Uint8Array };

/** Values packed in one object stream: few enough that a reader need not unpack much to find one. */
const PACKED = 200;

const encoder = new TextEncoder();
const NOTHING: Body = { kind: 'value', value: 'null' };

/** The objects of a PDF in the order in which they were thought of, and the file made of them. */
export class PdfObjects {
  readonly #bodies: Body[] = [];
  readonly #deflate: PdfTools['deflate'];
  readonly #digest: PdfTools['digest'];

  constructor({ deflate, digest }: Pick<PdfTools, 'deflate' | 'digest'>) {
    this.#deflate = deflate;
    this.#digest = digest;
  }

  /** A number for an object that others name before it is known. */
  reserve(): Ref {
    return this.#bodies.push(NOTHING);
  }

  /** Says what a reserved object is. */
  set(object: Ref, value: string): void {
    this.#bodies[object - 1] = { kind: 'value', value };
  }

  /** Adds an object. */
  add(value: string): Ref {
    const object = this.reserve();
    this.set(object, value);
    return object;
  }

  /** Adds a stream, packed; what the entries say of it stands before its filter. */
  addPacked(entries: string, bytes: Uint8Array | string): Ref {
    const raw = typeof bytes === 'string' ? encoder.encode(bytes) : bytes;
    return this.addStream(`${entries}/Filter/FlateDecode`, this.#deflate(raw));
  }

  /** Adds a stream as it is. */
  addStream(entries: string, bytes: Uint8Array): Ref {
    const object = this.reserve();
    this.#bodies[object - 1] = { kind: 'stream', bytes: streamOf(entries, bytes) };
    return object;
  }

  /**
   * The file: values in object streams, found by a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). Its
   * identifier is the digest of what it holds, so the same objects give the same file.
   */
  file({ catalogue, information }: Entry): Uint8Array {
    const places = new Map<Ref, readonly [number, number, number]>();
    this.#pack(places);
    // The comment's four bytes above 127 tell those who carry the file that it is no text.
    const parts: Uint8Array[] = [
      concat([encoder.encode('%PDF-1.7\n%'), new Uint8Array([0xe2, 0xe3, 0xcf, 0xd3, 10])]),
    ];
    let offset = parts[0]?.length ?? 0;
    this.#bodies.forEach((body, i) => {
      if (body.kind === 'value') return;
      const part = concat([encoder.encode(`${i + 1} 0 obj\n`), body.bytes, encoder.encode('\nendobj\n')]);
      places.set(i + 1, [1, offset, 0]);
      parts.push(part);
      offset += part.length;
    });
    const identifier = hex(this.#digest(concat(parts)).subarray(0, 16));
    const table = this.#bodies.length + 1;
    places.set(table, [1, offset, 0]);
    const entries =
      `/Type/XRef/Size ${table + 1}/W[1 4 2]/Root ${ref(catalogue)}/Info ${ref(information)}` +
      `/ID[<${identifier}><${identifier}>]/Filter/FlateDecode`;
    parts.push(encoder.encode(`${table} 0 obj\n`), streamOf(entries, this.#deflate(tableOf(places, table))));
    parts.push(encoder.encode(`\nendobj\nstartxref\n${number(offset)}\n%%EOF\n`));
    return concat(parts);
  }

  #pack(places: Map<Ref, readonly [number, number, number]>): void {
    const values = this.#bodies.flatMap((body, i) =>
      body.kind === 'value' ? [{ object: i + 1, value: body.value }] : [],
    );
    for (let from = 0; from < values.length; from += PACKED) {
      const own = values.slice(from, from + PACKED);
      let offset = 0;
      const index = own.map(({ object, value }) => {
        const place = `${object} ${offset}`;
        offset += value.length + 1;
        return place;
      });
      const head = `${index.join(' ')}\n`;
      const entries = `/Type/ObjStm/N ${own.length}/First ${head.length}`;
      const stream = this.addPacked(entries, `${head}${own.map(({ value }) => value).join('\n')}\n`);
      own.forEach(({ object }, i) => {
        places.set(object, [2, stream, i]);
      });
    }
  }
}

function streamOf(entries: string, bytes: Uint8Array): Uint8Array {
  const head = encoder.encode(`<<${entries}/Length ${bytes.length}>>stream\n`);
  return concat([head, bytes, encoder.encode('\nendstream')]);
}

function tableOf(places: ReadonlyMap<Ref, readonly [number, number, number]>, last: Ref): Uint8Array {
  const table = new DataView(new ArrayBuffer((last + 1) * 7));
  table.setUint16(5, 0xffff);
  for (const [object, [kind, place, index]] of places) {
    table.setUint8(object * 7, kind);
    table.setUint32(object * 7 + 1, place);
    table.setUint16(object * 7 + 5, index);
  }
  return new Uint8Array(table.buffer);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
