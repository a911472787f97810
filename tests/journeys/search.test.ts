import assert from 'node:assert/strict';
import { test } from 'node:test';
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
