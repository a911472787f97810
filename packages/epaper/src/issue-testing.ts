import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { decompress } from 'wawoff2';
import { blockFace } from './block-face-testing.ts';
import { Face } from './face.ts';
import { faceFrom, textFaces } from './faces-testing.ts';
import { setParagraph } from './galley.ts';
import { hyphenationOf } from './hyphenation.ts';
import type {
  Block,
  ImageBlock,
  IssueModel,
  Line,
  PageModel,
  Region,
  RegionKind,
  TextBlock,
  TextRole,
} from './page-model.ts';
import type { Palette } from './palette.ts';
import type { PdfParts } from './pdf.ts';
import { pictureCuts } from './picture-cut.ts';
import type { Run, Type } from './piece.ts';
import { openSubset } from './subset.ts';

const require = createRequire(import.meta.url);

/** Any character there is, and halves of pairs. */
export const ANY_SIGN: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff })
  .map((point) => String.fromCodePoint(point));

/** Colours that are told apart at a glance. */
export const PALETTE: Palette = {
  ...{ ink: '#1a1a1a', grey: '#888888', accent: '#8b1a1a', tint: '#eeeeee', paper: '#ffffff' },
};

/** What is written in Chinese on the page. */
export const CHINESE = '四十一个国家在黎明前同意，把铺在海底的电缆当作灯塔一样对待。代表们在岛上住了九天。';
/** What is written in Arabic, with vowels marked over and under the letters. */
export const ARABIC = 'اتَّفَقَت إحدى وأربعون دولة قبيل الفجر على أن تُعامَل الكابلات كما تعامل المنارات';
/** What runs both ways in one line. */
export const MIXED = 'قال Courant يوم (2011) إن';

export const HEAD = faceFrom('playfair-display/700Bold/PlayfairDisplay_700Bold.ttf');
export const SANS = faceFrom('libre-franklin/400Regular/LibreFranklin_400Regular.ttf');
export const NASKH = new Face(
  'naskh',
  await decompress(
    readFileSync(
      require.resolve(
        '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
      ),
    ),
  ),
);
export const SONG = blockFace('song', CHINESE);

/** Every face of the issue, by its id. */
export const FACES: ReadonlyMap<string, Face> = new Map(
  [...Object.values(textFaces()), HEAD, SANS, NASKH, SONG].map((face) => [face.id, face]),
);

const english = await hyphenationOf('en-GB');
const whole = await hyphenationOf('ar');

/** The writer's tools as the process has them. */
export const TOOLS: PdfParts['tools'] = {
  deflate: (bytes) => deflateSync(bytes),
  digest: (bytes) => createHash('sha256').update(bytes).digest(),
  subset: await openSubset(
    readFileSync(require.resolve('harfbuzzjs').replace(/[^/]*$/, 'harfbuzz-subset.wasm')),
  ),
};

/** Where and how a paragraph is set. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly face?: Face;
  readonly size?: number;
  readonly row?: number;
  readonly direction?: Type['direction'];
  readonly source?: string;
}

/** Sets runs as the lines of a page. */
export function linesOf(text: string | readonly Run[], place: Place): readonly Line[] {
  const { x, y, width, face, size = 8.7, row = size * 1.22, direction = 'ltr', source } = place;
  const faces = face ? { roman: face, italic: face, bold: face, 'bold-italic': face } : textFaces();
  const isWhole = direction === 'rtl' || face === SONG;
  const type: Type = { faces, size, measure: width, direction, hyphenate: isWhole ? whole : english };
  const runs: readonly Run[] = typeof text === 'string' ? [{ text, style: 'roman' }] : text;
  const galley = setParagraph(runs, type);
  return galley.lines(galley.counts[0]?.lines ?? 0).map(({ inset, from, to, ...line }, i) => ({
    ...line,
    x: direction === 'rtl' ? x + width - inset : x + inset,
    y: Math.round((y + i * row) * 100) / 100,
    ...(source === undefined ? {} : { source: { block: source, from, to } }),
  }));
}

/** A block of text. */
export function textBlock(
  role: TextRole,
  text: string | readonly Run[],
  place: Place & { readonly page?: number },
): TextBlock {
  const { page } = place;
  return { kind: 'text', role, lines: linesOf(text, place), ...(page === undefined ? {} : { page }) };
}

/** A region of blocks, in the order in which it is read. */
export function region(
  id: string,
  kind: RegionKind,
  { blocks, ...more }: Partial<Omit<Region, 'id' | 'kind'>> & { readonly blocks: readonly Block[] },
): Region {
  return { id, kind, order: 0, box: { x: 30, y: 30, width: 400, height: 200 }, ...more, blocks };
}

/** An issue of pages. */
export function issueOf(pages: readonly PageModel[], change: Partial<IssueModel> = {}): IssueModel {
  return {
    ...{ v: 1, publication: 'The Daily Courant', edition: 'international', editionName: 'International' },
    ...{ date: '2011-04-23', language: 'en-GB', direction: 'ltr', design: 'test' },
    page: { width: 480, height: 640, columns: 3, column: 132, gutter: 12, row: 10.6 },
    pages,
    ...change,
  };
}

/** A picture that shows its corners, cut as an issue wants it. */
export async function partsFor(issue: IssueModel, change: Partial<PdfParts> = {}): Promise<PdfParts> {
  const pictures = new Map<string, Uint8Array>();
  const pixelsPerInch = change.pixelsPerInch ?? 100;
  for (const { key, width, height } of pictureCuts(issue, pixelsPerInch)) {
    const raw = Buffer.alloc(width * height * 3);
    for (let i = 0; i < width * height; i++)
      raw.set([((i % width) / width) * 255, (Math.floor(i / width) / height) * 255, 90], i * 3);
    const picture = sharp(raw, { raw: { width, height, channels: 3 } });
    pictures.set(key, await picture.jpeg({ quality: 80 }).toBuffer());
  }
  return { faces: FACES, palette: PALETTE, pictures, pixelsPerInch, tools: TOOLS, ...change };
}

/** The paragraph that is split over two pages, and one with styles, a link and whatever a hand may type. */
export const SPLIT =
  'Ministers from forty-one countries agreed shortly before daybreak that the cables laid on the sea-bed are to be treated as lighthouses are: for everybody’s benefit, at everybody’s expense, and under nobody’s command. The delegations had spent nine days on the island, and the repair ships were sent ahead of the paperwork.';
export const HOSTILE = 'A (lone) bracket) \\ and <b>markup</b> & "quotes", naïve — e\u0301 x\u0302, № 5 / 6.';
export const LINKED: readonly Run[] = [
  { text: 'The text of the ', style: 'roman' },
  {
    text: 'accord was published in full on Friday',
    style: 'bold',
    link: 'https://example.org/accord?a=(1)&b=é',
  },
  { text: ', and ', style: 'roman' },
  { text: 'nobody', style: 'italic' },
  { text: ' objected.', style: 'roman' },
];

const PICTURE: ImageBlock = {
  kind: 'image',
  box: { x: 30, y: 170, width: 276, height: 120 },
  picture: 'a'.repeat(64),
  from: { x: 0, y: 0.1, width: 1, height: 0.8 },
  alt: 'A repair ship leaves harbour at dawn',
};

const split = linesOf(SPLIT, { x: 30, y: 350, width: 132, source: 'b1' });
/** Lines of the split paragraph that stand on the first page. */
const KEPT = 6;

function front(): PageModel {
  const title = textBlock('headline', 'The Daily Courant', {
    x: 90,
    y: 70,
    width: 400,
    face: HEAD,
    size: 38,
  });
  const day = textBlock('label', 'Saturday, 23 April 2011', {
    x: 30,
    y: 90,
    width: 300,
    face: SANS,
    size: 7,
  });
  const rule: Block = { kind: 'rule', x1: 30, y1: 95, x2: 450, y2: 95, width: 0.8, colour: 'ink' };
  const standfirst = 'Nine days on an island end with a signature and a ship';
  const story: readonly Block[] = [
    textBlock('kicker', 'Sea-bed cables', { x: 30, y: 112, width: 276, face: SANS, size: 8 }),
    textBlock('headline', 'Forty-one countries sign the accord on cables', {
      ...{ x: 30, y: 130, width: 276, face: HEAD, size: 16 },
    }),
    textBlock('standfirst', standfirst, { x: 30, y: 164, width: 276, size: 10 }),
    PICTURE,
    textBlock('caption', 'The repair ship Understanding leaves harbour', {
      ...{ x: 30, y: 300, width: 276, face: SANS, size: 7 },
    }),
    textBlock('byline', 'By Anna Lindqvist', { x: 30, y: 330, width: 132, face: SANS, size: 7.5 }),
    { kind: 'text', role: 'text', lines: split.slice(0, KEPT) },
    textBlock('jump', 'Continued on page 2', { x: 30, y: 430, width: 132, size: 8, page: 2 }),
    textBlock('pull-quote', '“Under nobody’s command”', { x: 180, y: 340, width: 132, face: HEAD, size: 14 }),
  ];
  const index = [
    textBlock('label', 'Inside', { x: 330, y: 130, width: 100, face: HEAD, size: 12 }),
    textBlock('furniture', '···', { x: 330, y: 140, width: 100, size: 8 }),
    textBlock('label', 'World, page 2', { x: 330, y: 150, width: 100, size: 9, page: 2 }),
  ];
  return {
    number: 1,
    section: 'Front page',
    regions: [
      region('m', 'masthead', { blocks: [title, day, rule], order: 0 }),
      region('s1', 'story', {
        blocks: story,
        order: 1,
        story: 'story-1',
        turnsTo: 2,
        box: { x: 30, y: 100, width: 290, height: 340 },
      }),
      region('i', 'index', { blocks: index, order: 2 }),
    ],
  };
}

function inside(): PageModel {
  const turn: readonly Block[] = [
    textBlock('headline', 'Cables', { x: 30, y: 80, width: 132, face: HEAD, size: 14 }),
    textBlock('jump', 'From page 1', { x: 30, y: 92, width: 132, size: 8, page: 1 }),
    {
      ...{ kind: 'text', role: 'text' },
      lines: split.slice(KEPT).map((line, i) => ({ ...line, y: 106 + i * 10.6 })),
    },
    textBlock('crosshead', 'What it costs', { x: 30, y: 220, width: 132, face: SANS, size: 9 }),
    textBlock('text', LINKED, { x: 30, y: 236, width: 132, source: 'b2' }),
  ];
  const second: readonly Block[] = [
    textBlock('headline', 'What a hand may type', { x: 180, y: 84, width: 270, face: HEAD, size: 16 }),
    textBlock('text', HOSTILE, { x: 180, y: 104, width: 132, source: 'c1' }),
    textBlock('text', ARABIC, {
      x: 180,
      y: 160,
      width: 132,
      face: NASKH,
      size: 11,
      row: 18,
      direction: 'rtl',
      source: 'c2',
    }),
    textBlock('text', CHINESE, { x: 180, y: 240, width: 132, face: SONG, source: 'c3' }),
    { kind: 'text', role: 'text', lines: [mixedLine()] },
  ];
  const advertisement: readonly Block[] = [
    { kind: 'fill', box: { x: 30, y: 480, width: 420, height: 110 }, colour: 'tint' },
    textBlock('label', 'Advertisement', { x: 40, y: 492, width: 200, face: SANS, size: 6 }),
    textBlock('headline', 'Lamps for lighthouses', { x: 60, y: 540, width: 360, face: HEAD, size: 26 }),
  ];
  return {
    number: 2,
    section: 'World',
    regions: [
      region('f', 'folio', {
        blocks: [textBlock('furniture', '2', { x: 30, y: 24, width: 40, face: SANS, size: 9 })],
        order: 0,
      }),
      region('h', 'section-head', {
        blocks: [textBlock('headline', 'World', { x: 30, y: 50, width: 200, face: HEAD, size: 18 })],
        order: 1,
      }),
      region('t1', 'turn', { blocks: turn, order: 2, story: 'story-1', turnsFrom: 1 }),
      region('s2', 'story', { blocks: second, order: 3, story: 'story-2' }),
      region('a', 'advertisement', {
        blocks: advertisement,
        order: 4,
        box: { x: 30, y: 480, width: 420, height: 110 },
      }),
    ],
  };
}

/** Arabic with a Latin word, figures and brackets in it, of two faces. */
function mixedLine(): Line {
  const size = 11;
  const spans = MIXED.split(/(Courant|\(2011\))/).map((text) => ({
    ...{ text, size, face: /[a-z0-9]/i.test(text) ? textFaces().roman.id : NASKH.id },
  }));
  return { x: 312, y: 330, spans, space: 3, scale: 1, tracking: 0, width: 120, direction: 'rtl' };
}

/** Two pages with one of everything. */
export function smallIssue(): IssueModel {
  return issueOf([front(), inside()]);
}
