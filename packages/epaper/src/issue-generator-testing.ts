import { broadsheet } from './broadsheet.ts';
import type { Design } from './design.ts';
import { faceFrom, textFaces } from './faces-testing.ts';
import { hyphenationOf } from './hyphenation.ts';
import type { IssueInput, IssueWords } from './issue-input.ts';
import type { IssueBlock, IssuePicture, IssueStory } from './issue-story.ts';

/** The design that made issues are tried in. */
export const BROADSHEET: Design = broadsheet({
  text: textFaces(),
  headline: faceFrom('playfair-display/700Bold/PlayfairDisplay_700Bold.ttf'),
  headlineItalic: faceFrom('playfair-display/500Medium_Italic/PlayfairDisplay_500Medium_Italic.ttf'),
  label: faceFrom('libre-franklin/400Regular/LibreFranklin_400Regular.ttf'),
  labelBold: faceFrom('libre-franklin/700Bold/LibreFranklin_700Bold.ttf'),
});

/** Words of the paper's own, in English. */
export const ENGLISH: IssueWords = {
  continuedOn: (page) => `Continued on Page ${page}`,
  continuedFrom: (page) => `From Page ${page}`,
  ...{ day: 'Saturday, 23 April 2011', frontPage: 'Front page', inside: 'Inside', inBrief: 'In brief' },
  ears: ['Two words for the price of none: see inside', 'Rain in the north, clearing by noon'],
  advertisement: 'Advertisement',
  page: (number) => `Page ${number}`,
  house: [
    {
      headline: 'The paper, all of it, at breakfast',
      text: 'Every page of the day, from five in the morning.',
    },
    {
      headline: 'What did we miss?',
      text: 'Write to the editor. Letters are read by people and answered by people.',
    },
  ],
};

const SECTIONS = ['World', 'Business', 'Culture', 'Science', 'Sport', 'Opinion'].map((name) => ({
  name,
  key: name.toLowerCase(),
}));
/** Cells that the stories of one page are to ask for, when there is as much copy as room. */
const PAGE_CELLS = 756;
/** Cells of the front that its masthead and index take. */
const FRONT_CELLS = 110;

const WORDS =
  `the of and to in a that was for on with as by at from had not were they which said would been one their who when
  more than after into over two could about last year first new time people city council harbour ministers agreed
  government report market prices company northern river bridge engineers decision committee evidence question
  negotiations representatives spokeswoman announcement investigation particular consequences village morning
  window weather ferry harvest winter school teacher museum orchestra championship goalkeeper laboratory temperature
  measurement electricity insurance parliament constitutional opposition president responsible agriculture cotton
  railway station passengers timetable hospital nurses budget quarter percent billion thousand islands coast fishing
  boats storm repair cable agreement signed paper letter editor street market square bakery bread mill stone wood`.split(
    /\s+/,
  );

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
export async function inventedIssue(seed: number, pages?: number): Promise<IssueInput> {
  const next = numbersFrom(seed * 7919 + 1);
  const count = pages ?? 14 + 2 * next(6);
  const advertisements = Array.from({ length: count >> 2 }, (_, i) => {
    const [columns = 3, rows = 36] =
      [
        [3, 36],
        [2, 44],
        [6, 22],
      ][next(3)] ?? [];
    return { id: `a${i}`, columns, rows, words: 'Lamps for lighthouses', page: 3 + i * 4 };
  });
  const taken = advertisements.reduce((sum, { columns, rows }) => sum + columns * (rows + 2), FRONT_CELLS);
  const room = (count * PAGE_CELLS - taken) * (0.9 + next(21) / 100);
  const stories: IssueStory[] = [];
  for (let cells = 0; cells < room; ) {
    const story = inventedStory(stories.length, next);
    stories.push(story);
    const signs = story.body.reduce((sum, { runs }) => sum + (runs[0]?.text.length ?? 0), 0);
    cells += (signs / 37) * 1.14 + (story.kind === 'brief' ? 3 : 24) + (story.pictures.length > 0 ? 68 : 0);
  }
  return {
    ...{ publication: 'The Daily Courant', edition: 'international', editionName: 'International' },
    ...{ date: '2011-04-23', language: 'en-GB', direction: 'ltr', design: BROADSHEET, words: ENGLISH },
    ...{ sections: SECTIONS, stories, advertisements, plan: { pages: count }, isLate: () => false },
    hyphenate: await hyphenationOf('en-GB'),
  };
}

function inventedStory(number: number, next: Next): IssueStory {
  const drawn = next(100);
  const kind = drawn < 24 ? 'brief' : drawn < 34 ? 'opinion' : 'news';
  const section = kind === 'opinion' ? SECTIONS.length - 1 : next(SECTIONS.length - 1);
  const paragraphs = kind === 'brief' ? 1 + next(2) : 6 + next(12) + next(8);
  const body = Array.from({ length: paragraphs }, (_, i): IssueBlock => {
    const text = Array.from({ length: 2 + next(3) }, () => sentence(next)).join(' ');
    return { id: `b${i}`, kind: 'paragraph', runs: [{ text, style: 'roman' }] };
  });
  const hasPicture = kind === 'news' && next(100) < 55;
  const headline = capital(phrase(next, 6 + next(3)));
  return {
    ...{ id: `s${number}`, revision: 'r1', section: SECTIONS[section]?.key ?? 'world', kind },
    ...{ priority: 10 + next(90), body, kicker: capital(phrase(next, 1)), byline: 'By Ana Berg' },
    headlines: [headline, headline.split(' ').slice(0, 4).join(' ')],
    standfirst: capital(phrase(next, 14)),
    pictures: hasPicture ? [picture(number, next)] : [],
    pullQuotes: next(2) === 0 ? [`“${capital(phrase(next, 7))}”`] : [],
    ...{ mayLose: kind === 'opinion' ? 0.05 : 0.22, mayJump: kind === 'news' },
  };
}

function picture(number: number, next: Next): IssuePicture {
  const [width = 1600, height = 1000] =
    [
      [1600, 1067],
      [1500, 1000],
      [1000, 1400],
      [2000, 1000],
    ][next(4)] ?? [];
  return {
    ...{ hash: `${number}`.padStart(64, 'a'), width, height, focus: { x: 0.5, y: 0.4 }, alt: 'Invented' },
    ...{ caption: `${capital(phrase(next, 9))}.`, credit: 'A. Berg' },
  };
}

function sentence(next: Next): string {
  return `${capital(phrase(next, 7 + next(18)))}.`;
}

function phrase(next: Next, words: number): string {
  return Array.from(
    { length: words },
    () => WORDS[next(3) === 0 ? next(40) : next(WORDS.length)] ?? 'the',
  ).join(' ');
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
