import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { orderStories } from './epub-order.ts';
import { EpubPictures } from './epub-pictures.ts';
import { storyBody } from './epub-story.ts';
import { pagesOf, storyOf, told } from './epub-testing.ts';
import type { IssueStory } from './issue-story.ts';
import { issueOf, region } from './issue-testing.ts';
import type { IssueModel, Region } from './page-model.ts';

interface Laid {
  readonly issue: IssueModel;
  readonly stories: ReadonlyMap<string, IssueStory>;
}

const TEXT = 'Nine days on the island.';
const PARTS = { pictures: new EpubPictures(new Map()), page: (number: number) => `Page ${number}` };

/** Pages on which any number of stories begin, each of which goes on on any pages behind, further in its text each time. */
const ANY_PAGES: fc.Arbitrary<Laid> = fc
  .array(
    fc.record({
      begin: fc.integer({ min: 0, max: 3 }),
      turns: fc.array(fc.nat({ max: 9 }), { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .filter((pages) => pages.some(({ begin }) => begin > 0))
  .map(laid);

function laid(plan: readonly { readonly begin: number; readonly turns: readonly number[] }[]): Laid {
  const stories: IssueStory[] = [];
  const pages = plan.map(({ begin, turns }, number): readonly [string, ...Region[]] => {
    const from = { block: '', from: number % TEXT.length };
    const goOn = [...new Set(turns)].flatMap((turn, i) => {
      const id = stories[turn]?.id;
      return id === undefined ? [] : [told(id, 'turn', { ...from, block: `${id}-b${number + 1}`, order: i })];
    });
    const own = Array.from({ length: begin }, (_, i) => {
      const story = storyOf(
        `s${stories.length}`,
        plan.map(() => TEXT),
      );
      stories.push(story);
      return told(story.id, 'story', { order: turns.length + i });
    });
    return [`Section ${number % 3}`, region('f', 'folio', { blocks: [] }), ...goOn, ...own];
  });
  return { issue: issueOf(pagesOf(...pages)), stories: new Map(stories.map((story) => [story.id, story])) };
}

test('every story is told once, and every page begins once, in the order of its number', () => {
  fc.assert(
    fc.property(ANY_PAGES, ({ issue, stories }) => {
      const ordered = orderStories(issue, stories);
      assert.deepEqual(
        ordered.map(({ story }) => story.id),
        [...stories.keys()],
      );
      const markup = ordered.map((one) => storyBody(one, one.story.id, PARTS).markup).join('');
      const marked = [...markup.matchAll(/id="page-(\d+)" aria-label="Page (\d+)"/g)];
      const expected = issue.pages.map(({ number }) => [number, number]);
      assert.deepEqual(
        marked.map(([, id, number]) => [Number(id), Number(number)]),
        expected,
      );
    }),
    { numRuns: 300 },
  );
});

test('a page begins with the first story that begins on it, though another goes on above', () => {
  const stories = new Map(['a', 'b'].map((id) => [id, storyOf(id, [TEXT])]));
  const pages = pagesOf(
    ['A', told('a', 'story', { order: 1 })],
    ['B', told('a', 'turn', { order: 1, block: 'a-b1', from: 5 }), told('b', 'story', { order: 2 })],
  );
  const ordered = orderStories(issueOf(pages), stories);
  assert.deepEqual(
    ordered.map(({ section, breaks }) => [section, breaks]),
    [
      ['A', [{ id: 'page-1', number: 1 }]],
      ['B', [{ id: 'page-2', number: 2 }]],
    ],
  );
});
