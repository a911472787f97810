import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '@courant/base';
import fc from 'fast-check';
import sharp from 'sharp';
import { PICTURE_UNFIT } from './faults.ts';
import { partsFor } from './issue-testing.ts';
import { jpegFrame } from './jpeg.ts';
import { writePdf } from './pdf.ts';
import { smallIssue } from './small-issue-testing.ts';

const plain = sharp({ create: { width: 31, height: 17, channels: 3, background: '#884422' } });

test('the frame of a JPEG is found, whether it is sent at once or in passes, in grey or in colour', async () => {
  const frames = await Promise.all(
    [
      plain.clone().jpeg(),
      plain.clone().jpeg({ progressive: true }),
      plain.clone().toColourspace('b-w').jpeg(),
    ].map(async (picture) => jpegFrame(await picture.toBuffer(), 'a')),
  );
  assert.deepEqual(frames, [
    { width: 31, height: 17, components: 3 },
    { width: 31, height: 17, components: 3 },
    { width: 31, height: 17, components: 1 },
  ]);
});

test('a picture for the press, in four colours, is refused in a PDF for readers', async () => {
  const issue = smallIssue();
  const parts = await partsFor(issue);
  const inks = await plain.clone().toColourspace('cmyk').jpeg().toBuffer();
  const pictures = new Map([...parts.pictures.keys()].map((key) => [key, inks]));
  assert.throws(
    () => writePdf(issue, { ...parts, pictures }),
    (thrown) => isFault(thrown, PICTURE_UNFIT) && thrown.message.includes('4 colours'),
  );
});

test('whatever is called a JPEG is read or refused', async () => {
  const whole = await plain.clone().jpeg().toBuffer();
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(255), fc.nat(whole.length), (at, byte, end) => {
      const damaged = Uint8Array.from(whole.subarray(0, end));
      if (at < damaged.length) damaged[at] = byte;
      try {
        jpegFrame(damaged, 'a');
      } catch (thrown) {
        assert.ok(isFault(thrown, PICTURE_UNFIT), String(thrown));
      }
    }),
    { numRuns: 500 },
  );
});
