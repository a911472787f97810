import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_PAYLOADS, queryPayloads } from '../kits/payloads.ts';
import { servedPaper } from '../kits/served.ts';
import { storyFiles } from '../kits/story-files.ts';
import { ASKED } from './search.data.ts';

/** Questions of the table that must be answered with the right story first. */
const RIGHT = 55;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The headlines on a page of results, in their order. */
function headlinesOn(page: string): readonly string[] {
  return [...page.matchAll(/<h3>(.*?)<\/h3>/gs)].map(([, link = '']) =>
    link.replace(/<[^>]+>/g, '').replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole),
  );
}

test('of sixty questions to the demo paper, the right story comes first', async (t) => {
  const paper = await servedPaper(t);
  const slugs = new Map((await storyFiles()).map(({ headline, slug }) => [headline, slug]));
  const wrong: string[] = [];
  for (const { edition, query, first } of ASKED) {
    const prefix = edition === 'international' ? '' : `/${edition}`;
    const { text } = await paper.get(`${prefix}/search?q=${encodeURIComponent(query)}`);
    const [headline = 'nothing'] = headlinesOn(text);
    const slug = slugs.get(headline) ?? headline;
    if (![first].flat().includes(slug))
      wrong.push(`${edition} “${query}”: ${slug}, not ${[first].flat().join(' or ')}`);
  }
  assert.equal(ASKED.length, 60);
  t.diagnostic(
    `${ASKED.length - wrong.length} of ${ASKED.length} right${wrong.map((line) => `\n  ${line}`).join('')}`,
  );
  assert.ok(ASKED.length - wrong.length >= RIGHT, wrong.join('\n'));
});

test('hostile questions, filters and addresses are answered as any other', {
  skip: NO_PAYLOADS,
  timeout: 180_000,
}, async (t) => {
  const paper = await servedPaper(t);
  const payloads = await queryPayloads();
  const lanes = 4;
  const lane = async (nth: number) => {
    for (const [i, { name, text }] of payloads.entries()) {
      if (i % lanes !== nth) continue;
      const coded = encodeURIComponent(text.toWellFormed());
      const field = ['q', 'section', 'author', 'topic', 'type', 'after', 'from'][i % 7];
      const asked = await paper.get(`/search?q=${coded}&${field}=${coded}`);
      assert.equal(asked.status, 200, `${name} as a question`);
      const addressed = await paper.get(`/${coded}`);
      assert.ok(
        addressed.status >= 200 && addressed.status < 500,
        `${name} as an address: ${addressed.status}`,
      );
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, nth) => lane(nth)));
  assert.ok(payloads.length >= 300, `${payloads.length} payloads`);
});
