import { hyphenationOf } from './hyphenation.ts';
import type { IssueInput } from './issue-input.ts';
import type { InventedPaper } from './issue-papers-testing.ts';
import { PAPERS } from './issue-papers-testing.ts';
import type { IssueBlock, IssuePicture, IssueStory } from './issue-story.ts';

export { checkIssue } from './issue-checks-testing.ts';
export type { InventedPaper } from './issue-papers-testing.ts';
export { PAPERS } from './issue-papers-testing.ts';

const SECTIONS = ['World', 'Business', 'Culture', 'Science', 'Sport', 'Opinion'].map((name) => ({
  name,
  key: name.toLowerCase(),
}));
/** Cells of the front that its index takes. */
const INDEX_CELLS = 26;
/** Columns and rows of advertisements; the rows are those of the broadsheet. */
const ADVERTISEMENTS = [
  [3, 36],
  [2, 44],
  [6, 22],
] as const;

type Next = (below: number) => number;

function numbersFrom(seed: number): Next {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39) >>> 0;
    return Math.floor((((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32) * below);
  };
}

/** An issue invented from a number: the same number gives the same issue. `pages` has the pages asked for. */
export async function inventedIssue(
  seed: number,
  pages?: number,
  paper: InventedPaper = PAPERS.broadsheet,
): Promise<IssueInput> {
  const { design, publication, language, direction, words } = paper;
  const { columns, rows, frontRows, gap } = design.sheet;
  const next = numbersFrom(seed * 7919 + 1);
  const count = pages ?? 14 + 2 * next(6);
  const advertisements = Array.from({ length: count >> 2 }, (_, i) => {
    const [wide, high] = ADVERTISEMENTS[next(3)] ?? [3, 36];
    const size = { columns: Math.min(wide, columns), rows: Math.round((high * rows) / 124) };
    return { id: `a${i}`, ...size, words: 'Lamps for lighthouses', page: 3 + i * 4 };
  });
  const front = columns * (rows - frontRows) + INDEX_CELLS;
  const taken = advertisements.reduce((sum, one) => sum + one.columns * (one.rows + 2), front);
  const room = (count * columns * (rows + gap) - taken) * (0.9 + next(21) / 100);
  return {
    ...{ publication, edition: 'international', editionName: 'International', date: '2011-04-23' },
    ...{ language, direction, design, words, sections: SECTIONS, advertisements },
    ...{ stories: storiesFor(room, next, paper), plan: { pages: count }, isLate: () => false },
    hyphenate: await hyphenationOf(language),
  };
}

function storiesFor(room: number, next: Next, paper: InventedPaper): readonly IssueStory[] {
  const { signs, headCells, pictureCells } = paper;
  const stories: IssueStory[] = [];
  for (let cells = 0; cells < room; ) {
    const story = inventedStory(stories.length, next, paper);
    stories.push(story);
    const said = story.body.reduce((sum, { runs }) => sum + (runs[0]?.text.length ?? 0), 0);
    cells += (said / signs) * 1.14 + (story.kind === 'brief' ? 3 : headCells);
    cells += story.pictures.length > 0 ? pictureCells : 0;
  }
  return stories;
}

function inventedStory(number: number, next: Next, paper: InventedPaper): IssueStory {
  const { vocabulary, byline } = paper;
  const say = (words: number) => phrase(next, words, vocabulary);
  const drawn = next(100);
  const kind = drawn < 24 ? 'brief' : drawn < 34 ? 'opinion' : 'news';
  const section = kind === 'opinion' ? SECTIONS.length - 1 : next(SECTIONS.length - 1);
  const paragraphs = kind === 'brief' ? 1 + next(2) : 6 + next(12) + next(8);
  const body = Array.from({ length: paragraphs }, (_, i): IssueBlock => {
    const text = Array.from({ length: 2 + next(3) }, () => `${capital(say(7 + next(18)))}.`).join(' ');
    return { id: `b${i}`, kind: 'paragraph', runs: [{ text, style: 'roman' }] };
  });
  const hasPicture = kind === 'news' && next(100) < 55;
  const headline = capital(say(6 + next(3)));
  return {
    ...{ id: `s${number}`, revision: 'r1', section: SECTIONS[section]?.key ?? 'world', kind },
    ...{ priority: 10 + next(90), body, kicker: capital(say(1)), byline },
    headlines: [headline, headline.split(' ').slice(0, 4).join(' ')],
    standfirst: capital(say(14)),
    pictures: hasPicture ? [picture(number, next, say)] : [],
    pullQuotes: next(2) === 0 ? [`“${capital(say(7))}”`] : [],
    ...{ mayLose: kind === 'opinion' ? 0.05 : 0.22, mayJump: kind === 'news' },
  };
}

function picture(number: number, next: Next, say: (words: number) => string): IssuePicture {
  const [width = 1600, height = 1000] =
    [
      [1600, 1067],
      [1500, 1000],
      [1000, 1400],
      [2000, 1000],
    ][next(4)] ?? [];
  return {
    ...{ hash: `${number}`.padStart(64, 'a'), width, height, focus: { x: 0.5, y: 0.4 }, alt: 'Invented' },
    ...{ caption: `${capital(say(9))}.`, credit: 'A. Berg' },
  };
}

function phrase(next: Next, words: number, vocabulary: readonly string[]): string {
  return Array.from(
    { length: words },
    () => vocabulary[next(3) === 0 ? next(40) : next(vocabulary.length)] ?? '',
  ).join(' ');
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
