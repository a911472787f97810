import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import type { SocialCard } from './social-card.ts';
import { printSocialCard } from './social-card.ts';
import { TypeCase } from './type-case.ts';

const type = new TypeCase();
const CARD: SocialCard = {
  headline: 'Interpreters walk out, and a summit falls back on its hands',
  foot: 'International Edition',
  isRightToLeft: false,
  width: 1200,
  height: 630,
};

/** Share of dark pixels in the left and right half of a card. */
async function darkness(card: SocialCard): Promise<readonly [left: number, right: number]> {
  const image = sharp(await printSocialCard(type, card));
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true });
  const halves: [number, number] = [0, 0];
  for (const [i, value] of data.entries()) {
    if (value < 128) halves[i % info.width < info.width / 2 ? 0 : 1]++;
  }
  return halves;
}

test('a card is a PNG of the size other sites ask for', async () => {
  const meta = await sharp(await printSocialCard(type, CARD)).metadata();
  assert.deepEqual([meta.format, meta.width, meta.height], ['png', 1200, 630]);
});

test('a headline is set in the paper’s type, accents and Arabic too', async () => {
  const [plain] = await darkness({ ...CARD, headline: '' });
  const [latin] = await darkness(CARD);
  assert.ok(latin > plain * 3);
  const [accented] = await darkness({ ...CARD, headline: 'Łódź, Ærøskøbing, São Tomé' });
  assert.ok(accented > plain * 1.5);
  const [left, right] = await darkness({ ...CARD, headline: 'الملح', foot: '', isRightToLeft: true });
  assert.ok(right > left * 2);
});

test('any text gives a card; letters the type lacks are left out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (headline) => {
      const meta = await sharp(
        await printSocialCard(type, { ...CARD, headline, kicker: headline }),
      ).metadata();
      assert.equal(meta.width, 1200);
    }),
    { numRuns: 25 },
  );
  const blank = await printSocialCard(type, { ...CARD, headline: '每日新闻报' });
  assert.deepEqual(blank, await printSocialCard(type, { ...CARD, headline: '' }));
});
