import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import fc from 'fast-check';
import type { Zippable } from 'fflate';
import { strToU8, zipSync } from 'fflate';
import { readWire } from './read.ts';
import { zipFiles } from './zip.ts';

const RECEIVED = '2026-11-24T12:00:00.000Z' as Instant;
const STORY = strToU8(JSON.stringify({ uri: 'urn:a', headline: 'Lamp', body_html: '<p>It is lit.</p>' }));

async function say(files: Zippable, change?: (bytes: Uint8Array) => void): Promise<string> {
  const bytes = zipSync(files);
  change?.(bytes);
  const reading = await readWire(bytes, { received: RECEIVED });
  return reading.ok ? reading.items.map(({ headline }) => headline).join() : reading.say;
}

test('files of an archive are read as if each had come alone, whatever they are called', async () => {
  const names = ['a.json', '../../../etc/passwd', '/etc/cron.d/x', 'C:\\x.json', 'a\u0000b'];
  for (const name of names) assert.equal(await say({ [name]: STORY }), 'Lamp', name);
  assert.equal(await say({ 'a/b/c.json': STORY, 'a/': new Uint8Array() }), 'Lamp');
});

test('what is no text is not unpacked, and clutter is not named', async () => {
  const bytes = zipSync({
    'x.json': STORY,
    'x.jpg': new Uint8Array(9),
    '__MACOSX/._x': STORY,
    'a/.DS_Store': STORY,
  });
  const zip = zipFiles(bytes);
  assert.ok(zip.ok);
  assert.deepEqual([zip.files.map(({ name }) => name), zip.left], [['x.json'], ['x.jpg']]);
});

test('an archive that is a bomb, a lie, locked or no archive of texts is refused in a line', async () => {
  const zeros = new Uint8Array(19 * 1024 * 1024);
  assert.match(await say({ 'a.json': [zeros, { level: 1 }] }), /too large.*200 times/);
  const large = new Uint8Array(21 * 1024 * 1024);
  assert.match(await say({ 'a.json': [large, { level: 1 }] }), /too large.*22020096 bytes/);
  const many: Zippable = Object.fromEntries(
    Array.from({ length: 10_001 }, (_, i) => [`${i}`, [new Uint8Array(), { level: 0 }]]),
  );
  assert.match(await say(many), /more than 10000 files/);
  assert.match(await say({ '[Content_Types].xml': STORY, 'word/document.xml': STORY }), /office document/);
  assert.match(await say({}), /there is no file in it/);
  assert.match(
    await say({ 'b.zip': zipSync({ 'a.json': STORY }), c: zipSync({ 'a.json': STORY }) }),
    /no story.*ZIP archive/,
  );
  const broken = { 'posts\r\n.csv': strToU8('nothing'), 'a\u2028b.html': strToU8('') };
  assert.match(await say(broken), /^no story is in this archive: [^\p{Cc}\p{Zl}]+$/u);
  const entryAt = (bytes: Uint8Array) => Buffer.from(bytes.buffer).indexOf(Buffer.from('PK\u0001\u0002'));
  // The directory says that less comes of a file than does, or that it is locked.
  const lie = (bytes: Uint8Array) => new DataView(bytes.buffer).setUint32(entryAt(bytes) + 24, 5, true);
  assert.match(await say({ 'a.json': STORY }, lie), /“a\.json” is damaged/);
  const lock = (bytes: Uint8Array) => new DataView(bytes.buffer).setUint16(entryAt(bytes) + 8, 1, true);
  assert.match(await say({ 'a.json': STORY }, lock), /with a password/);
  const method = (bytes: Uint8Array) => new DataView(bytes.buffer).setUint16(entryAt(bytes) + 10, 12, true);
  assert.match(await say({ 'a.json': STORY }, method), /method 12/);
});

test('files that lie in each other are refused before any is unpacked', () => {
  const bytes = Buffer.from(
    zipSync({ a: [new Uint8Array(100_000).map((_, i) => (i * i) % 251), { level: 0 }] }),
  );
  const [entry, end] = ['PK\u0001\u0002', 'PK\u0005\u0006'].map((mark) => bytes.indexOf(Buffer.from(mark)));
  assert.ok(entry !== undefined && end !== undefined);
  const row = bytes.subarray(entry, end);
  const whole = Buffer.concat([
    bytes.subarray(0, entry),
    ...Array.from({ length: 500 }, () => row),
    bytes.subarray(end),
  ]);
  whole.writeUInt16LE(500, whole.length - 12);
  const zip = zipFiles(whole);
  assert.equal(!zip.ok && zip.say, 'broken ZIP archive: its files lie in each other');
});

test('whatever becomes of its bytes, an archive is read or refused', () => {
  const whole = zipSync({
    'a.json': [STORY, { level: 0 }],
    'b/c.json': STORY,
    'd.csv': strToU8('post_id,is_published\n'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }), (changes) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, byte] of changes) bytes[at] = byte;
      const zip = zipFiles(bytes);
      if (!zip.ok) assert.match(zip.say, /^\S[^\n]{8,300}$/);
    }),
    { numRuns: 500 },
  );
});
