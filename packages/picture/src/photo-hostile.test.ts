import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { readPhoto } from './photo-metadata.ts';
import {
  asciiEntry,
  CONTAINERS,
  iimBlock,
  packet,
  rationalEntry,
  shortEntry,
  tiffBlock,
} from './photo-testing.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const FOLDERS = ['images-malformed', 'images-meta', 'images-press', 'images-demo'];
const skip = FOLDERS.every((folder) => existsSync(`${DATA}/${folder}`))
  ? false
  : 'no ../shared/data beside the project';
/** Work of the processor on one file in ms, and bytes it may leave behind: to tell seconds and gigabytes. */
const MOST = { work: 3_000, growth: 200 * 1024 * 1024 } as const;

/** Reads within work and memory, and answers with a picture or in one clear line. */
function bounded(name: string, bytes: Uint8Array): ReturnType<typeof readPhoto> {
  const [memory, began] = [process.memoryUsage().rss, process.cpuUsage()];
  const reading = readPhoto(bytes);
  const work = process.cpuUsage(began).user / 1_000;
  assert.ok(work < MOST.work, `${name} took ${work} ms`);
  assert.ok(process.memoryUsage().rss - memory < MOST.growth, `${name} grew`);
  if (!reading.ok) assert.match(reading.say, /^\S.{8,300}$/, name);
  return reading;
}

test('files that were made to break readers are answered, in bounds', { skip }, (t) => {
  let [files, pictures] = [0, 0];
  for (const folder of FOLDERS) {
    for (const name of readdirSync(`${DATA}/${folder}`, { recursive: true, encoding: 'utf8' })) {
      if (!/\.\w+$/.test(name)) continue;
      files++;
      if (bounded(name, readFileSync(`${DATA}/${folder}/${name}`)).ok) pictures++;
    }
  }
  t.diagnostic(`${files} files, ${pictures} of them pictures`);
  assert.ok(files > 150 && pictures > 100);
});

test('a file that is named as a picture and is none is none', { skip }, () => {
  for (const name of ['html-named.jpg', 'svg-named.jpg', 'empty.jpg', 'one-byte.jpg']) {
    const reading = bounded(name, readFileSync(`${DATA}/images-malformed/bombs-and-polyglots/${name}`));
    assert.equal(!reading.ok && reading.why, 'no-picture', name);
  }
});

const BLOCKS = {
  xmp: packet(
    '<rdf:Description xmlns:p="http://ns.adobe.com/photoshop/1.0/" p:City="Oslo"><p:Headline>One</p:Headline></rdf:Description>',
  ),
  iim: iimBlock({ '2:105': ['One'], '2:25': ['two', 'three'] }),
  exif: tiffBlock([asciiEntry(0x010e, 'A quay'), shortEntry(0x0112, 6)], {
    34665: [asciiEntry(0x9003, '2026:10:31 18:05:09')],
    34853: [rationalEntry(2, [[33, 1]]), rationalEntry(4, [[70, 1]])],
  }),
  digest: '0123456789abcdef0123456789abcdef',
};
const FILES = Object.entries(CONTAINERS).map(([kind, make]) => [kind, make(BLOCKS)] as const);

test('whatever becomes of the bytes on the way, reading them ends and never throws', () => {
  const change = fc.tuple(
    fc.nat(5_000),
    fc.nat(255),
    fc.constantFrom('set', 'ones', 'cut', 'add', 'twice', 'end'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...FILES), fc.array(change, { maxLength: 8 }), ([kind, file], changes) => {
      let bytes = Buffer.from(file);
      for (const [place, byte, how] of changes) {
        const at = place % Math.max(1, bytes.length);
        const [start, end] = [bytes.subarray(0, at), bytes.subarray(at)];
        if (how === 'set' && bytes.length > 0) bytes[at] = byte;
        else if (how === 'ones') bytes.fill(0xff, at, Math.min(bytes.length, at + (byte % 5)));
        else if (how === 'cut') bytes = Buffer.concat([start, end.subarray(1 + (byte % 20))]);
        else if (how === 'add') bytes = Buffer.concat([start, Buffer.of(byte), end]);
        else if (how === 'twice') bytes = Buffer.concat([start, end.subarray(0, byte), end]);
        else if (how === 'end') bytes = Buffer.from(start);
      }
      bounded(kind, bytes);
    }),
    { numRuns: 2_000 },
  );
});

test('every length of a cut file is answered', () => {
  for (const [kind, file] of FILES) {
    for (let end = 0; end < file.length; end += 11) bounded(`${kind} ${end}`, file.subarray(0, end));
  }
});

test('as much as may be hidden in a picture is answered soon', () => {
  const { png, jpeg, tiff, gif } = CONTAINERS;
  const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
  const hidden = Buffer.concat([Buffer.from('Raw profile type exif\0\0'), bomb]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(hidden.length);
  const chunk = Buffer.concat([length, Buffer.from('zTXt'), hidden, Buffer.alloc(4)]);
  const whole = png({});
  const files = {
    bomb: Buffer.concat([
      whole.subarray(0, 33),
      ...Array.from({ length: 40 }, () => chunk),
      whole.subarray(33),
    ]),
    blanks: jpeg({ xmp: `${packet('')}${' '.repeat(4_000_000)}<` }),
    deep: jpeg({ xmp: packet(`${'<a>'.repeat(200_000)}`) }),
    wide: tiff({
      xmp: packet(`<rdf:Description ${Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`),
    }),
    many: tiff({ xmp: packet('<rdf:Description a="1"/>'.repeat(100_000)) }),
    ampersands: tiff({ xmp: packet('&'.repeat(500_000)) }),
    datasets: jpeg({
      iim: Buffer.concat(Array.from({ length: 400_000 }, () => Buffer.of(0x1c, 2, 25, 0, 1, 65))),
    }),
    fills: Buffer.concat([Buffer.of(0xff, 0xd8, 0xff), Buffer.alloc(8_000_000, 0xff)]),
    segments: Buffer.concat([
      Buffer.of(0xff, 0xd8, 0xff),
      Buffer.alloc(8_000_000, Buffer.of(0xff, 0xe0, 0, 2)),
    ]),
    extensions: gif({ xmp: '!'.repeat(10_000_000) }),
    boxes: Buffer.concat([
      Buffer.from('\0\0\0\x10ftypavif\0\0\0\0'),
      Buffer.alloc(8_000_000, Buffer.from('\0\0\0\x08free')),
    ]),
  };
  for (const [name, bytes] of Object.entries(files)) bounded(name, bytes);
});

test('bytes of no meaning behind the mark of a picture are answered', () => {
  const marks = FILES.map(([, file]) => file.subarray(0, 12));
  fc.assert(
    fc.property(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 2_000 }), (mark, bytes) => {
      bounded('bytes', Buffer.concat([mark, bytes]));
    }),
    { numRuns: 1_000 },
  );
});
