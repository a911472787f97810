import type { Instant } from '@courant/base';
import fc from 'fast-check';
import sharp from 'sharp';
import type { EpubParts, EpubWords } from './epub.ts';
import type { IssueBlock, IssueStory } from './issue-story.ts';
import { ANY_SIGN, ARABIC, CHINESE, HOSTILE, issueOf, LINKED, region, SPLIT } from './issue-testing.ts';
import type { IssueModel, Line, PageModel, Region, TextBlock } from './page-model.ts';
import type { Run } from './piece.ts';

/** What an EPUB says in English. */
export const ENGLISH: EpubWords = {
  ...{ contents: 'Contents', pages: 'Pages', landmarks: 'Parts', stories: 'Stories', cover: 'Front page' },
  day: 'Saturday, 23 April 2011',
  page: (number) => `Page ${number}`,
  summary: 'Headings, pages of the printed paper and pictures in words.',
};

const ARABIC_WORDS: EpubWords = {
  ...{
    contents: 'المحتويات',
    pages: 'الصفحات',
    landmarks: 'الأجزاء',
    stories: 'الأخبار',
    cover: 'الصفحة الأولى',
  },
  day: 'السبت 23 أبريل 2011',
  page: (number) => `صفحة ${number}`,
  summary: 'عناوين وصفحات الطبعة الورقية وصور موصوفة بالكلمات.',
};

const CHINESE_WORDS: EpubWords = {
  ...{ contents: '目录', pages: '页码', landmarks: '部分', stories: '报道', cover: '头版' },
  day: '2011年4月23日 星期六',
  page: (number) => `第${number}版`,
  summary: '标题分级，标明印刷版页码，图片附有文字说明。',
};

const PICTURE = 'a'.repeat(64);

/** A JPEG of two colours that meet in its middle. */
export async function jpegOf(width: number, height: number): Promise<Uint8Array> {
  const raw = Buffer.alloc(width * height * 3, 180);
  raw.fill(60, 0, raw.length / 2);
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer();
}

/** A story of paragraphs. */
export function storyOf(
  id: string,
  body: readonly (string | readonly Run[])[],
  change: Partial<IssueStory> = {},
): IssueStory {
  const blocks = body.map((words, i): IssueBlock => {
    const runs: readonly Run[] = typeof words === 'string' ? [{ text: words, style: 'roman' }] : words;
    return { id: `${id}-b${i + 1}`, kind: 'paragraph', runs };
  });
  return {
    ...{ id, revision: `${id}-r1`, section: 'world', priority: 50, kind: 'news', headlines: [`Story ${id}`] },
    ...{ body: blocks, pictures: [], pullQuotes: [], mayLose: 0, mayJump: true },
    ...change,
  };
}

/** A region that tells a story, from a unit of the text of one of its blocks on. */
export function told(
  story: string,
  kind: 'story' | 'turn',
  { order, block, from = 0 }: { readonly order: number; readonly block?: string; readonly from?: number },
): Region {
  const lines = block === undefined ? [] : [lineFrom(block, from)];
  const text: TextBlock = { kind: 'text', role: 'text', lines };
  return region(`${story}-${kind}-${order}`, kind, { blocks: [text], order, story });
}

/** A line of a block of copy. */
export function lineFrom(block: string, from: number): Line {
  const shape = { x: 30, y: 30, space: 3, scale: 1, tracking: 0, width: 100, direction: 'ltr' } as const;
  return { ...shape, spans: [], source: { block, from, to: from + 20 } };
}

/** Pages from 1, each with its section and what it tells. */
export function pagesOf(
  ...pages: readonly (readonly [section: string, ...regions: readonly Region[]])[]
): readonly PageModel[] {
  return pages.map(([section, ...regions], i) => ({ number: i + 1, section, regions }));
}

/** An issue and what it is made an EPUB with. */
export interface Sample {
  readonly issue: IssueModel;
  readonly parts: EpubParts;
}

/** Parts for stories. */
export async function epubParts(
  stories: readonly IssueStory[],
  change: Partial<EpubParts> = {},
): Promise<EpubParts> {
  return {
    stories: new Map(stories.map((story) => [story.id, story])),
    pictures: new Map([[PICTURE, await jpegOf(60, 40)]]),
    cover: await jpegOf(48, 64),
    identifier: 'https://paper.example/epaper/2011-04-23',
    printed: 'https://paper.example/epaper/2011-04-23.pdf',
    modified: '2011-04-23T04:30:00.000Z' as Instant,
    words: ENGLISH,
    ...change,
  };
}

interface Tongue {
  readonly words: EpubWords;
  readonly issue: Partial<IssueModel>;
  readonly sections: readonly [string, string];
  readonly headlines: readonly [string, string, string];
  readonly text: string;
}

const TONGUES: Readonly<Record<'english' | 'arabic' | 'chinese', Tongue>> = {
  english: {
    words: ENGLISH,
    issue: {},
    sections: ['Front page', 'World'],
    headlines: [
      'Forty-one countries sign the accord on cables',
      'A night on the last ferry',
      'Lamps & lights',
    ],
    text: SPLIT,
  },
  arabic: {
    words: ARABIC_WORDS,
    issue: { language: 'ar', direction: 'rtl', publication: 'الكورانت', editionName: 'العربية' },
    sections: ['الأولى', 'العالم'],
    headlines: ['إحدى وأربعون دولة توقع اتفاق الكابلات', 'ليلة على آخر عبّارة', 'مصابيح المنارات'],
    text: ARABIC,
  },
  chinese: {
    words: CHINESE_WORDS,
    issue: { language: 'zh-Hans', publication: '新闻报', editionName: '中文版' },
    sections: ['头版', '国际'],
    headlines: ['四十一国签署海底电缆协议', '末班渡轮上的一夜', '灯塔之灯'],
    text: CHINESE,
  },
};

/**
 * An issue of four pages: a story on the front that runs on within a paragraph of page 3, another below it, one with all
 * that copy may hold on page 2, and an advertisement behind all stories.
 */
export async function epubSample(language: keyof typeof TONGUES): Promise<Sample> {
  const { words, issue, sections, headlines, text } = TONGUES[language];
  const picture = { hash: PICTURE, width: 60, height: 40, focus: { x: 0.5, y: 0.5 } };
  const lead = storyOf('lead', [text, LINKED, text], {
    headlines: [headlines[0]],
    kicker: headlines[2],
    standfirst: text.slice(0, 60),
    byline: 'Anna Lindqvist',
    pictures: [{ ...picture, alt: headlines[2], caption: headlines[0], credit: 'Courant' }],
  });
  const second = storyOf('second', [text, HOSTILE], { headlines: [headlines[1]] });
  const inside = storyOf('inside', [text, MARKED, text], {
    headlines: [headlines[2]],
    pictures: [{ ...picture, alt: headlines[1], caption: '', credit: '' }],
  });
  const body = inside.body.map((block, i) => (i === 1 ? { ...block, kind: 'crosshead' as const } : block));
  const pages = pagesOf(
    [sections[0], told('second', 'story', { order: 2 }), told('lead', 'story', { order: 1 })],
    [sections[1], told('inside', 'story', { order: 1 })],
    [
      sections[1],
      told('lead', 'turn', { order: 1, block: 'lead-b2', from: 5 }),
      told('inside', 'turn', { order: 2, block: 'inside-b3', from: 7 }),
    ],
    [sections[1], region('a', 'advertisement', { blocks: [] })],
  );
  const parts = await epubParts(
    [inside, second, lead].map((one) => (one === inside ? { ...one, body } : one)),
  );
  return { issue: issueOf(pages, issue), parts: { ...parts, words } };
}

const MARKED: readonly Run[] = [
  { text: '<b> & ]]> ', style: 'bold-italic' },
  { text: '"\u0000\u000b\ufffe', style: 'italic', link: '/inside' },
];

/** Text such as no newsroom writes. */
const ANY_TEXT = fc.oneof(
  fc.string({ unit: ANY_SIGN, maxLength: 10 }),
  fc.constantFrom(
    '',
    ' ',
    '<!-- --',
    ']]>',
    '&amp;',
    '"\'',
    '\ud800',
    '\u0000\u0008',
    '\r\n\u0085',
    '\u202e',
    '</p>',
  ),
);
const ANY_RUN: fc.Arbitrary<Run> = fc.record(
  {
    text: ANY_TEXT,
    style: fc.constantFrom('roman', 'italic', 'bold', 'bold-italic'),
    link: fc.oneof(
      ANY_TEXT,
      fc.constantFrom(
        'https://é.example/"<&>|^\n',
        'javascript:x',
        '//a',
        'mailto:a b@c',
        'http://[',
        'tel:1 2',
      ),
    ),
  },
  { requiredKeys: ['text', 'style'] },
);

/** A story of any text. */
export const ANY_STORY: fc.Arbitrary<IssueStory> = fc
  .record({
    body: fc.array(fc.array(ANY_RUN, { maxLength: 3 }), { maxLength: 4 }),
    headlines: fc.array(ANY_TEXT, { maxLength: 2 }),
    words: fc.tuple(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT),
  })
  .map(({ body, headlines, words: [kicker, standfirst, byline, alt, caption, credit] }) => {
    const picture = { hash: PICTURE, width: 60, height: 40, focus: { x: 0.5, y: 0.5 }, alt, caption, credit };
    return storyOf('any', body, { headlines, kicker, standfirst, byline, pictures: [picture] });
  });
