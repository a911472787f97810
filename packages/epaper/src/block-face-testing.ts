import { Face } from './face.ts';

/** A table of a TrueType file: its tag and its bytes. */
type Table = readonly [string, Uint8Array];

const EM = 1000;

/**
 * A face of our own making that holds the signs of a text, each as a block of its own height on a whole em: for scripts
 * whose real faces weigh megabytes.
 */
export function blockFace(id: string, signs: string): Face {
  const points = [...new Set(signs)].map((sign) => sign.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
  const glyphs = [outline(0), ...points.map((_, i) => outline(i))];
  const starts = glyphs.map((_, i) => glyphs.slice(0, i).reduce((sum, { length }) => sum + length, 0));
  const whole = glyphs.reduce((sum, { length }) => sum + length, 0);
  const count = glyphs.length;
  const tables: readonly Table[] = [
    ['OS/2', numbers(2, [...os2(points)])],
    ['cmap', characterMap(points)],
    ['glyf', joined(glyphs)],
    [
      'head',
      numbers(2, [1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, EM, ...Array(8).fill(0), 0, 0, EM, EM, 0, 8, 2, 1, 0]),
    ],
    ['hhea', numbers(2, [1, 0, 880, -120, 0, EM, 0, 0, EM, 1, ...Array(7).fill(0), count])],
    [
      'hmtx',
      numbers(
        2,
        glyphs.flatMap(() => [EM, 50]),
      ),
    ],
    ['loca', numbers(4, [...starts, whole])],
    ['maxp', numbers(2, [1, 0, count, 4, 1, 0, 0, 1, ...Array(8).fill(0)])],
    ['name', names('Block')],
    ['post', numbers(4, [0x30000, 0, 0, 0, 0, 0, 0, 0])],
  ];
  return new Face(id, fileOf(tables));
}

/** A rectangle whose height tells signs apart. */
function outline(index: number): Uint8Array {
  const height = 300 + ((index * 97) % 580);
  const head = numbers(2, [1, 50, 0, 950, height, 3, 0]);
  const flags = new Uint8Array([1, 1, 1, 1]);
  const moves = numbers(2, [50, 900, 0, -900, 0, 0, height, 0]);
  const bytes = joined([head, flags, moves]);
  return joined([bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)]);
}

function* os2(points: readonly number[]): Iterable<number> {
  yield* [4, EM, 400, 5, 0, ...Array(11).fill(100), ...Array(5).fill(0), ...Array(8).fill(0)];
  yield* [0x4e4f, 0x4e45, 0x40, points[0] ?? 0, Math.min(points.at(-1) ?? 0, 0xffff), 880, -120, 0, 880, 120];
  yield* [0, 0, 0, 0, 500, 700, 0, 32, 1];
}

/** Characters to glyphs: format 12, one group a sign. */
function characterMap(points: readonly number[]): Uint8Array {
  const head = numbers(2, [0, 1, 3, 10, 0, 12, 12, 0]);
  const groups = points.flatMap((point, i) => [point, point, i + 1]);
  return joined([head, numbers(4, [16 + groups.length * 4, 0, points.length, ...groups])]);
}

function names(family: string): Uint8Array {
  const texts = ([1, 2, 4, 6] as const).map((id) => [id, id === 2 ? 'Regular' : family] as const);
  let offset = 0;
  const records = texts.flatMap(([id, text]) => {
    const record = [3, 1, 0x409, id, text.length * 2, offset];
    offset += text.length * 2;
    return record;
  });
  const strings = texts.map(([, text]) =>
    numbers(
      2,
      Array.from(text, (sign) => sign.charCodeAt(0)),
    ),
  );
  return joined([numbers(2, [0, texts.length, 6 + records.length * 2, ...records]), ...strings]);
}

function fileOf(tables: readonly Table[]): Uint8Array {
  let offset = 12 + tables.length * 16;
  const entries = tables.map(([tag, bytes]) => {
    const entry = joined([
      Uint8Array.from(tag, (sign) => sign.charCodeAt(0)),
      numbers(4, [0, offset, bytes.length]),
    ]);
    offset += Math.ceil(bytes.length / 4) * 4;
    return entry;
  });
  const bodies = tables.map(([, bytes]) => joined([bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)]));
  return joined([numbers(2, [1, 0, tables.length, 128, 3, 32]), ...entries, ...bodies]);
}

function numbers(size: 2 | 4, values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * size));
  values.forEach((value, i) => {
    if (size === 2) view.setUint16(i * 2, value & 0xffff);
    else view.setUint32(i * 4, value);
  });
  return new Uint8Array(view.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
