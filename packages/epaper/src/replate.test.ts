import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeIssue } from './issue.ts';
import { inventedIssue } from './issue-generator-testing.ts';
import type { IssueInput } from './issue-input.ts';
import type { IssueModel, PageModel } from './page-model.ts';
import { replate } from './replate.ts';
import { StandingType } from './standing-type.ts';

const MORE = ' The minister added a sentence to it afterwards.';

function edited(input: IssueInput, id: string): IssueInput {
  const stories = input.stories.map((story) => {
    if (story.id !== id) return story;
    const [first, ...rest] = story.body;
    const runs = [...(first?.runs ?? []), { text: MORE, style: 'roman' as const }];
    return first ? { ...story, revision: 'r2', body: [{ ...first, runs }, ...rest] } : story;
  });
  return { ...input, stories };
}

const tells = ({ regions }: PageModel, id: string) =>
  regions.some((region) => region.story === id || region.tells?.includes(id));

const runsOver = ({ regions }: PageModel) => regions.some(({ turnsTo, turnsFrom }) => turnsTo ?? turnsFrom);

const textOf = ({ pages }: IssueModel) =>
  pages
    .flatMap(({ regions }) => regions.flatMap(({ blocks }) => blocks))
    .flatMap((block) => (block.kind === 'text' ? block.lines : []))
    .flatMap(({ spans }) => spans.map(({ text }) => text))
    .join(' ');

function storiesOf({ pages }: IssueModel): readonly string[] {
  return pages
    .flatMap(({ number, regions }) =>
      regions.flatMap(({ kind, story, tells: told = [] }) =>
        kind === 'story' || kind === 'turn'
          ? [`${number} ${story}`]
          : kind === 'briefs'
            ? told.map((one) => `${number} ${one}`)
            : [],
      ),
    )
    .toSorted();
}

test('a change of one story is a change of its page: every other stays, to the byte', async () => {
  const input = await inventedIssue(5, 8);
  const standing = new StandingType(input);
  const before = makeIssue(input, standing).model;
  const printed = input.stories.filter(({ id }) => before.pages.some((page) => tells(page, id)));
  let replated = 0;
  for (const { id, kind } of printed) {
    const made = replate(edited(input, id), { before, changed: new Set([id]) }, standing);
    // The page may be too full for a longer story: then the whole issue is laid out.
    if (!made) continue;
    replated++;
    assert.deepEqual(storiesOf(made.model), storiesOf(before), id);
    assert.equal(made.model.pages.length, before.pages.length);
    // A story that runs on joins the front and a page inside.
    const isJoined = before.pages.some((page) => tells(page, id) && runsOver(page));
    for (const [i, page] of before.pages.entries())
      if (!tells(page, id) && !(isJoined && runsOver(page))) assert.equal(made.model.pages[i], page, id);
    const isThere = textOf(made.model).replaceAll('- ', '').includes('afterwards');
    assert.ok(isThere || made.report.trims.length > 0, `${kind} ${id} is as it was`);
  }
  assert.ok(replated > printed.length * 0.8, `${replated} of ${printed.length}`);
});

test('a story that is withdrawn is gone from its page and from what the front says of it', async () => {
  const input = await inventedIssue(5, 8);
  const before = makeIssue(input).model;
  const lead = before.pages[0]?.regions.find(({ kind }) => kind === 'puff')?.tells?.[0] ?? '';
  const stories = input.stories.filter(({ id }) => id !== lead);
  const made = replate({ ...input, stories }, { before, changed: new Set([lead]) });
  assert.ok(made);
  assert.ok(before.pages.some((page) => tells(page, lead)));
  assert.ok(!made.model.pages.some((page) => tells(page, lead)));
});

test('nothing changed, nothing is made', async () => {
  const input = await inventedIssue(6, 4);
  const before = makeIssue(input).model;
  const made = replate(input, { before, changed: new Set() });
  assert.deepEqual(made?.model, before);
  assert.equal(made?.report.pages, 0);
});
