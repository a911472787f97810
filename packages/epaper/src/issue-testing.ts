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
