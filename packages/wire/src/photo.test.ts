import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant } from '@courant/base';
import { captionHeadline, keywordsApart, photoWarnings } from './photo-words.ts';
import { readPayload } from './read.ts';
import type { WireItem } from './wire-item.ts';

const GOLDEN = fileURLToPath(new URL('../golden/photo/', import.meta.url));
const OPTIONS = { received: instant(new Date('2026-11-01T00:00:00Z')) };

function read(name: string): WireItem {
  const reading = readPayload(readFileSync(GOLDEN + name), OPTIONS);
  assert.ok(reading.ok);
  const [item, ...others] = reading.items;
  assert.ok(item && others.length === 0);
  return item;
}

const codes = ({ warnings }: WireItem) => warnings.map(({ code }) => code);

test('a photograph is an item of its own, whose one medium is the photograph as it stands upright', () => {
  const item = read('whole.jpg');
  assert.equal(item.kind, 'picture');
  assert.equal(item.id, 'urn:example:quay:20261031-0007');
  assert.deepEqual(
    item.media?.map(({ width, height, mediaType }) => [width, height, mediaType]),
    [[32, 48, 'image/jpeg']],
  );
});

test('nothing of where the camera was, nor its numbers, is in the item', () => {
  const text = JSON.stringify(read('whole.jpg'));
  assert.equal(/SECRET-17|59\.9|gps|serial/i.test(text), false);
});

test('instructions are told to the desk: restricted words hold the item, an embargo is one', () => {
  const item = read('western.jpg');
  assert.match(item.edNote ?? '', /NO SALES/);
  assert.ok(codes(item).includes('restricted'));
  assert.equal(item.embargo, '2026-11-02T18:00:00.000Z');
});

test('a photograph has no body, so that no rule publishes a caption as a story', () => {
  for (const name of ['whole.jpg', 'western.jpg', 'made.avif']) assert.equal(read(name).body, undefined);
});

test('a kill among the datasets is a kill, and so is one in the instructions', () => {
  assert.equal(read('kill.jpg').signal, 'kill');
  const bytes = readFileSync(`${GOLDEN}kill.jpg`).toString('latin1');
  const said = (words: string) => {
    const other = bytes
      .replace('\x1c\x02\x2a\0\x0201', '\x1c\x02\x2a\0\x0203')
      .replace('KILL: Ferry', 'Night ferry')
      .replace(/MANDATORY KILL\. This picture has been withdrawn/, words.padEnd(47, '.'));
    const reading = readPayload(Buffer.from(other, 'latin1'), OPTIONS);
    assert.ok(reading.ok);
    return reading.items[0]?.signal;
  };
  assert.equal(said('This photo has been withdrawn'), 'kill');
  assert.equal(said('PHOTO KILL'), 'kill');
  assert.equal(said('The photographer has withdrawn'), undefined);
});

test('pictures of every kind that agencies send are read, whatever they are named', () => {
  for (const kind of ['avif', 'webp', 'png', 'tif']) {
    const item = read(`made.${kind}`);
    assert.equal(item.headline, 'A lighthouse in a storm');
    assert.deepEqual(
      item.media?.map(({ width, height }) => [width, height]),
      [[48, 32]],
    );
    assert.deepEqual(codes(item), ['made-by-machine']);
  }
});

const RESTRICTED = [
  'NO SALES',
  'No resale, no archives',
  'Not for sale.',
  'UK OUT',
  'GERMANY OUT. NO COMMERCIAL USE',
  'TV OUT, MAGS OUT',
  'NOT FOR USE BY MAGAZINES',
  'NO INTERNET',
  'One-time use only',
  'FOR USE WITHIN 14 DAYS',
  'Restrictions apply',
  'Kein Weiterverkauf',
];
const FREE = [
  'For latest restrictions check www.example.com',
  'THIS IMAGE WAS HANDED OUT BY A THIRD PARTY',
  'He was out of the game',
  'MANDATORY CREDIT',
  'Editorial use only',
  'An Instruction',
  'Caption by the photographer, no changes',
];

test('words that bind the use of a picture hold it, others only tell', () => {
  const isHeld = (instructions: string) =>
    photoWarnings({ instructions, caption: 'A quay.' }).some(({ code }) => code === 'restricted');
  assert.deepEqual(
    RESTRICTED.filter((words) => !isHeld(words)),
    [],
  );
  assert.deepEqual(FREE.filter(isHeld), []);
});

test('what a picture is of its kind is told from caption and instructions', () => {
  const [file] = photoWarnings({ caption: 'FILE PHOTO: A quay in spring, May 2, 2019.' });
  assert.equal(file?.code, 'photo-note');
  assert.match(file?.say ?? '', /archive/);
});

test('keywords in one line are taken apart', () => {
  assert.deepEqual(keywordsApart(['ferry, quay; Oslo']), ['ferry', 'quay', 'Oslo']);
  assert.deepEqual(keywordsApart(['Prime Minister']), ['Prime Minister']);
  const row = 'Politics Government Election Parliament Vote Count Ballot Westminster London';
  assert.deepEqual(keywordsApart([row]), row.split(' '));
  assert.deepEqual(keywordsApart([row, 'two']), [row, 'two']);
});

test('a picture without a headline is called by the first sentence of its caption', () => {
  assert.equal(
    captionHeadline('A ferry ties up at the quay. It is the last.'),
    'A ferry ties up at the quay',
  );
  assert.equal(
    captionHeadline('Dr. Ada Quill speaks in St. Olav.\nPhoto: B. Ink'),
    'Dr. Ada Quill speaks in St. Olav',
  );
  assert.ok((captionHeadline('word '.repeat(100)) ?? '').length <= 112);
  assert.equal(captionHeadline(' '), undefined);
});
