import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import { md5 } from './md5.ts';

/** What a picture for a test is made of: blocks of each layer, as they stand in a file. */
export interface PhotoBlocks {
  readonly exif?: Buffer;
  readonly iim?: Buffer;
  readonly xmp?: string;
  /** The mark of datasets that XMP was written for. */
  readonly digest?: string;
}

/** Size of every picture made here, in pixels. */
export const MADE = { width: 40, height: 30 } as const;

/** The kinds of files that are made, and how; those without a place for datasets leave them out. */
export const CONTAINERS = { jpeg, png, webp, tiff, gif, avif } as const;

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** Datasets by `record:number`, each as often as it has lines, behind the mark of UTF-8. */
export function iimBlock(lines: Readonly<Record<string, readonly string[]>>): Buffer {
  const all = Object.entries({ '1:90': ['\x1b%G'], ...lines });
  return Buffer.concat(
    all.flatMap(([key, values]) => values.map((value) => dataset(key, Buffer.from(value)))),
  );
}

/** One dataset as bytes, whatever its charset. */
export function dataset(key: string, value: Buffer): Buffer {
  const [record = 0, number = 0] = key.split(':').map(Number);
  const length = value.length < 0x8000 ? u16(value.length) : Buffer.concat([u16(0x8004), u32(value.length)]);
  return Buffer.concat([Buffer.of(0x1c, record, number), length, value]);
}

function resource(id: number, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('8BIM'),
    u16(id),
    Buffer.alloc(2),
    u32(data.length),
    data,
    Buffer.alloc(data.length % 2),
  ]);
}

function resources({ iim, digest }: PhotoBlocks): Buffer {
  return Buffer.concat([
    ...(iim ? [resource(0x0404, iim)] : []),
    ...(digest ? [resource(0x0425, Buffer.from(digest, 'hex'))] : []),
  ]);
}

/** An entry of a directory: tag, type, and its bytes, big end first. */
type Entry = readonly [tag: number, type: number, count: number, bytes: Buffer];

/** A text as an entry. */
export function asciiEntry(tag: number, text: string): Entry {
  const bytes = Buffer.from(`${text}\0`);
  return [tag, 2, bytes.length, bytes];
}

/** A number of 16 bits as an entry. */
export function shortEntry(tag: number, value: number): Entry {
  return [tag, 3, 1, u16(value)];
}

/** Fractions as an entry. */
export function rationalEntry(tag: number, values: readonly (readonly [number, number])[]): Entry {
  return [tag, 5, values.length, Buffer.concat(values.flat().map(u32))];
}

/** A structure of TIFF: the first directory, and those it points to by a tag. */
export function tiffBlock(
  first: readonly Entry[],
  behind: Readonly<Record<number, readonly Entry[]>> = {},
): Buffer {
  const pointers = Object.keys(behind).map((tag): Entry => [Number(tag), 4, 1, u32(0)]);
  const head = Buffer.concat([Buffer.from('MM\0*'), u32(8)]);
  const main = [...first, ...pointers];
  let body = directory(main, 8);
  for (const [tag, entries] of Object.entries(behind)) {
    const at = 2 + 12 * main.findIndex(([own]) => own === Number(tag)) + 8;
    body.writeUInt32BE(8 + body.length, at);
    body = Buffer.concat([body, directory(entries, 8 + body.length)]);
  }
  return Buffer.concat([head, body]);
}

function directory(entries: readonly Entry[], from: number): Buffer {
  const values: Buffer[] = [];
  let at = from + 2 + 12 * entries.length + 4;
  const rows = entries.map(([tag, type, count, bytes]) => {
    const isShort = bytes.length <= 4;
    const place = isShort ? Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]) : u32(at);
    if (!isShort) {
      values.push(bytes, Buffer.alloc(bytes.length % 2));
      at += bytes.length + (bytes.length % 2);
    }
    return Buffer.concat([u16(tag), u16(type), u32(count), place]);
  });
  return Buffer.concat([u16(entries.length), ...rows, u32(0), ...values]);
}

/** The part of XMP that a segment of a JPEG has room for. */
const ROOM = 60_000;
const GUID_PLACE = 'GUID-OF-THE-REST';

function jpeg(blocks: PhotoBlocks): Buffer {
  const { exif, xmp } = blocks;
  const irb = resources(blocks);
  const parts = [
    Buffer.of(0xff, 0xd8),
    ...(exif ? [segment(0xe1, Buffer.from('Exif\0\0'), exif)] : []),
    ...(xmp === undefined ? [] : xmpSegments(Buffer.from(xmp))),
    ...pieces(irb, ROOM).map((piece) => segment(0xed, Buffer.from('Photoshop 3.0\0'), piece)),
    segment(0xc0, Buffer.of(8), u16(MADE.height), u16(MADE.width), Buffer.of(1, 1, 0x11, 0)),
    segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    Buffer.of(0x2a, 0xff, 0xd9),
  ];
  return Buffer.concat(parts);
}

function segment(marker: number, ...data: readonly Buffer[]): Buffer {
  const length = data.reduce((sum, part) => sum + part.length, 2);
  return Buffer.concat([Buffer.of(0xff, marker), u16(length), ...data]);
}

function pieces(bytes: Buffer, size: number): readonly Buffer[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

/** XMP that is too long goes into segments of its own, the last first, so that their order is seen to be mended. */
function xmpSegments(xmp: Buffer): readonly Buffer[] {
  const standard = Buffer.from('http://ns.adobe.com/xap/1.0/\0');
  if (xmp.length <= ROOM) return [segment(0xe1, standard, xmp)];
  const guid = md5(xmp).toUpperCase();
  const note = packet(
    `<rdf:Description xmlns:n="http://ns.adobe.com/xmp/note/" n:HasExtendedXMP="${GUID_PLACE}"/>`,
  );
  const more = pieces(xmp, ROOM).map((piece, i) =>
    segment(
      0xe1,
      Buffer.from('http://ns.adobe.com/xmp/extension/\0'),
      Buffer.from(guid),
      u32(xmp.length),
      u32(i * ROOM),
      piece,
    ),
  );
  return [segment(0xe1, standard, Buffer.from(note.replace(GUID_PLACE, guid))), ...more.toReversed()];
}

/** A packet of XMP around descriptions. */
export function packet(descriptions: string): string {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${descriptions}</rdf:RDF>`;
  const mark = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>`;
  return `${mark}<x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf}</x:xmpmeta>${' '.repeat(200)}<?xpacket end="w"?>`;
}

function png({ exif, iim, xmp }: PhotoBlocks): Buffer {
  const profile = iim && Buffer.from(`\niptc\n    ${iim.length}\n${iim.toString('hex')}\n`);
  const chunks = [
    chunk('IHDR', u32(MADE.width), u32(MADE.height), Buffer.of(8, 2, 0, 0, 0)),
    ...(exif ? [chunk('eXIf', exif)] : []),
    ...(xmp === undefined
      ? []
      : [chunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0'), deflateSync(xmp))]),
    ...(profile ? [chunk('zTXt', Buffer.from('Raw profile type iptc\0\0'), deflateSync(profile))] : []),
    chunk('IEND'),
  ];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(name: string, ...data: readonly Buffer[]): Buffer {
  const length = data.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([u32(length), Buffer.from(name), ...data, Buffer.alloc(4)]);
}

function webp({ exif, xmp }: PhotoBlocks): Buffer {
  const size = Buffer.of(0, 0, 0, 0, MADE.width - 1, 0, 0, MADE.height - 1, 0, 0);
  const chunks = [
    riff('VP8X', size),
    ...(exif ? [riff('EXIF', exif)] : []),
    ...(xmp === undefined ? [] : [riff('XMP ', Buffer.from(xmp))]),
  ];
  return riff('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
}

function riff(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(name), length, data, Buffer.alloc(data.length % 2)]);
}

/** In a TIFF the layers stand in its own first directory; what Exif has there, a file of it has already. */
function tiff(blocks: PhotoBlocks): Buffer {
  const { iim, xmp, digest } = blocks;
  const irb = resources(blocks);
  const bytes = xmp === undefined ? undefined : Buffer.from(xmp);
  return tiffBlock([
    shortEntry(256, MADE.width),
    shortEntry(257, MADE.height),
    ...(bytes ? [[700, 1, bytes.length, bytes] as const] : []),
    ...(iim && !digest ? [[33_723, 7, iim.length, iim] as const] : []),
    ...(digest ? [[34_377, 7, irb.length, irb] as const] : []),
  ]);
}

function gif({ xmp }: PhotoBlocks): Buffer {
  const size = Buffer.of(MADE.width, 0, MADE.height, 0, 0, 0, 0);
  const trailer = Buffer.concat([
    Buffer.of(1),
    Buffer.from(Array.from({ length: 256 }, (_, i) => 255 - i)),
    Buffer.of(0),
  ]);
  const words =
    xmp === undefined
      ? []
      : [Buffer.of(0x21, 0xff, 11), Buffer.from('XMP DataXMP'), Buffer.from(xmp), trailer];
  return Buffer.concat([Buffer.from('GIF89a'), size, ...words, Buffer.of(0x3b)]);
}

function avif({ exif, xmp }: PhotoBlocks): Buffer {
  const contents = [
    ...(exif ? [{ type: 'Exif', media: '', data: Buffer.concat([u32(0), exif]) }] : []),
    ...(xmp === undefined ? [] : [{ type: 'mime', media: 'application/rdf+xml\0', data: Buffer.from(xmp) }]),
  ];
  const entries = contents.map(({ type, media }, i) =>
    box('infe', Buffer.of(2, 0, 0, 0), u16(i + 2), u16(0), Buffer.from(`${type}\0${media}`)),
  );
  const store = Buffer.concat(contents.map(({ data }) => data));
  let at = 0;
  const places = contents.map(({ data }, i) => {
    const place = Buffer.concat([u16(i + 2), u16(1), u16(0), u16(1), u32(at), u32(data.length)]);
    at += data.length;
    return place;
  });
  const properties = [
    box('ipco', box('ispe', u32(0), u32(MADE.width), u32(MADE.height))),
    box('ipma', u32(0), u32(1), u16(1), Buffer.of(1, 1)),
  ];
  const meta = box(
    'meta',
    u32(0),
    box('pitm', u32(0), u16(1)),
    box('iinf', u32(0), u16(entries.length), ...entries),
    box('iloc', Buffer.of(1, 0, 0, 0), u16(0x4400), u16(places.length), ...places),
    box('iprp', ...properties),
    box('idat', store),
  );
  return Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0avifmif1')), meta]);
}

function box(name: string, ...data: readonly Buffer[]): Buffer {
  const length = data.reduce((sum, part) => sum + part.length, 8);
  return Buffer.concat([u32(length), Buffer.from(name), ...data]);
}
