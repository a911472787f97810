import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant, isFault } from '@courant/base';
import type { IssueInput, IssueStory } from '@courant/epaper';
import { hyphenationOf, issueStory, makeIssue } from '@courant/epaper';
import type { InventedPaper } from '@courant/epaper/generator/testing';
import { checkIssue, inventedIssue, PAPERS } from '@courant/epaper/generator/testing';
import { copyFromItem, readWire } from '@courant/wire';
import { markupPayloads, NO_PAYLOADS } from '../kits/payloads.ts';
import { sized } from '../kits/soak.ts';
import { agencyFiles } from '../kits/wire-corpus.ts';

/** Issues made of real copy in each design, and stories of each: 24 of 70 in a soak. */
const ISSUES = sized(1, 8);
const STORIES = 70;
const LONGEST_MS = 10_000;
const RECEIVED = instant(Date.parse('2026-03-14T09:26:53Z'));

const words = {
  by: (names: string) => `By ${names}`,
  listed: (first: string, next: string) => `${first}, ${next}`,
};

/** What agencies sent, as an issue sets it; every third story has a picture of a shape of its own. */
async function realStories(sections: IssueInput['sections']): Promise<readonly IssueStory[]> {
  const files = await Promise.all(
    (await agencyFiles()).map((bytes) => readWire(bytes, { received: RECEIVED })),
  );
  const items = files.flatMap((reading) => (reading.ok ? reading.items : []));
  const told = items.filter(({ body, headline }) => headline && (body?.content.length ?? 0) > 2);
  return told.map((item, i) => {
    const story = issueStory(
      {
        ...{ id: `w${i}`, revision: 'r1', priority: (i * 37) % 100, pictures: new Map() },
        copy: copyFromItem(item, { language: 'en' }),
        section: sections[i % sections.length]?.key ?? '',
      },
      words,
    );
    return i % 3 === 0 ? { ...story, pictures: [pictureOf(i)] } : story;
  });
}

function pictureOf(i: number): IssueStory['pictures'][number] {
  const [width = 0, height = 0] =
    [
      [1600, 1067],
      [6000, 500],
      [300, 2400],
      [1000, 1400],
      [40, 40],
    ][i % 5] ?? [];
  return {
    ...{ hash: String(i).padStart(64, 'b'), width, height, focus: { x: 0.9, y: 0.1 }, alt: '' },
    ...{ caption: 'A caption of no great length.', credit: 'Somebody' },
  };
}

async function issueOf(paper: InventedPaper, stories: readonly IssueStory[]): Promise<IssueInput> {
  const { plan: _, ...input } = await inventedIssue(1, 4, paper);
  const late = performance.now() + LONGEST_MS;
  const hyphenate = await hyphenationOf(paper.language);
  return { ...input, stories, hyphenate, advertisements: [], isLate: () => performance.now() > late };
}

/** Made and whole, or refused in a sentence that says what to do. */
function tried(input: IssueInput, name: string): 'made' | 'refused' {
  try {
    const made = makeIssue(input);
    checkIssue(input, made);
    return 'made';
  } catch (thrown) {
    assert.ok(isFault(thrown, 'issue-unfit') && thrown.hint, `${name}: ${thrown}`);
    return 'refused';
  }
}

for (const paper of Object.values(PAPERS)) {
  const { name } = paper.design;

  test(`what agencies really sent fills pages of a ${name}, and every word of it is there`, async (t) => {
    const { sections } = await issueOf(paper, []);
    const stories = await realStories(sections);
    if (stories.length === 0) return t.skip('agencies’ files are not beside the project (../shared/data)');
    for (let issue = 0; issue < ISSUES; issue++) {
      const own = stories.filter((_, i) => (i + issue) % Math.ceil(stories.length / STORIES) === 0);
      assert.equal(tried(await issueOf(paper, own), `issue ${issue}`), 'made');
    }
  });

  test(`hostile words are words in a ${name}`, { skip: NO_PAYLOADS }, async () => {
    const payloads = (await markupPayloads()).map(({ text }) => text);
    const { stories } = await inventedIssue(1, 4, paper);
    const hostile = stories.map((story, i): IssueStory => {
      const said = payloads.filter((_, k) => k % stories.length === i);
      const body = said.map((text, k) => ({
        ...{ id: `x${k}`, kind: 'paragraph' as const },
        runs: [{ text: text.slice(0, 2000), style: 'roman' as const, link: text.slice(0, 200) }],
      }));
      const [one = 'x', two = 'y', three = 'z'] = said.map((text) => text.slice(0, 160));
      const standing = { kicker: two, standfirst: three, byline: one, pullQuotes: [two] };
      return { ...story, ...standing, headlines: [one, two], body: [...body, ...story.body] };
    });
    assert.equal(tried(await issueOf(paper, hostile), 'payloads'), 'made');
  });

  test(`whatever a ${name} is given, there is an issue or the reason why there is none`, async () => {
    const { stories } = await inventedIssue(2, 6, paper);
    const [first] = stories.filter(({ kind }) => kind === 'news');
    assert.ok(first);
    const [block] = first.body;
    assert.ok(block);
    const long = Array.from({ length: 400 }, (_, i) => ({ ...block, id: `l${i}` }));
    const novel: IssueStory = { ...first, id: 'novel', body: long };
    const shouting = `${paper.vocabulary.join(' ')} `.repeat(3).slice(0, 200);
    const given: Readonly<Record<string, readonly IssueStory[]>> = {
      'a story of a novel’s length': [novel, ...stories],
      'a novel that must run whole': [{ ...novel, mayLose: 0, mayJump: false }, ...stories],
      'nothing but a novel': [novel],
      'headlines of 200 signs': stories.map((story) => ({ ...story, headlines: [shouting] })),
      'headlines of one long word': stories.map((story) => ({
        ...story,
        headlines: [shouting.replaceAll(' ', '')],
      })),
      'one headline of one long word': [
        { ...first, priority: 100, headlines: [shouting.replaceAll(' ', '')] },
        ...stories.filter((story) => story !== first),
      ],
      'no pictures': stories.map((story) => ({ ...story, pictures: [] })),
      'nothing but pictures': stories.map((story, i) => ({
        ...story,
        body: [block],
        pictures: [pictureOf(i)],
      })),
      panoramas: stories.map((story) => ({ ...story, pictures: [pictureOf(1)] })),
      towers: stories.map((story) => ({ ...story, pictures: [pictureOf(2)] })),
      'nothing but briefs': stories.map((story) => ({ ...story, kind: 'brief' as const, pictures: [] })),
      'stories without a word': stories.map((story) => ({
        ...story,
        body: [],
        standfirst: '',
        headlines: [''],
      })),
      'nothing that may be cut': stories.map((story) => ({ ...story, mayLose: 0 })),
      'twice as much as fits': [
        ...stories,
        ...stories.map((story) => ({ ...story, id: `${story.id}-again` })),
      ],
    };
    const refused: string[] = [];
    for (const [what, own] of Object.entries(given))
      if (tried(await issueOf(paper, own), what) === 'refused') refused.push(what);
    assert.deepEqual(
      refused.filter((what) => !/nothing but a novel|headlines of one long word|without a word/.test(what)),
      [],
    );
  });
}
