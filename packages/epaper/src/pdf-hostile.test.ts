import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ANY_SIGN, FACES, issueOf, partsFor } from './issue-testing.ts';
import { lineText } from './line-text.ts';
import type {
  Block,
  ImageBlock,
  IssueModel,
  Line,
  PageModel,
  Region,
  Span,
  TextBlock,
} from './page-model.ts';
import { writePdf } from './pdf.ts';
import { structureFaults } from './pdf-faults-testing.ts';
import { lacking, readPdf } from './pdf-reading-testing.ts';

const TEXT = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: ANY_SIGN, maxLength: 12 }) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...[
        'ministers agreed',
        'ﬁve oﬃces',
        ' (half',
        'open) ',
        '\\)(',
        '<</MCID 9>>BDC',
        '>>',
        'EMC ET',
        '%',
        'a  b',
        '',
      ],
      ...[
        'e\u0301x\u0302',
        '\u00a0«\u202fnon\u202f»',
        'soft\u00adened',
        'a\u200db\u200b',
        '‑‐-',
        'اتَّفَقَت (2011)',
        '\u202eback',
        'د-',
      ],
      ...[
        '铺在海底',
        '👩‍🚀',
        '\u0000',
        '\ufeff',
        '\ud800',
        '\uffff',
        '\u{e0001}',
        '\u{e0001}\u08d3',
        '\u200fabc',
      ],
    ),
  },
);

const COLOUR = fc.constantFrom('ink', 'grey', 'accent', 'tint', 'paper');
const LINK = fc.constantFrom(
  'https://example.org/(a)',
  'mailto:a@b.org',
  'javascript:x',
  '/inside',
  'https://é.example/\n',
);
const BOX = fc.constant({ x: 30, y: 40, width: 72, height: 36 });

const SPAN: fc.Arbitrary<Span> = fc.record(
  {
    text: TEXT,
    face: fc.constantFrom(...FACES.keys()),
    size: fc.constantFrom(7.5, 9, 24),
    colour: COLOUR,
    link: LINK,
  },
  { requiredKeys: ['text', 'face', 'size'] },
);

const LINE: fc.Arbitrary<Line> = fc
  .record(
    {
      ...{ x: fc.integer({ min: 0, max: 480 }), y: fc.integer({ min: 0, max: 640 }) },
      spans: fc.array(SPAN, { maxLength: 4 }),
      ...{
        space: fc.constantFrom(0, 2.25, 7),
        scale: fc.constantFrom(0.98, 1, 1.0173),
        tracking: fc.constantFrom(-0.02, 0, 0.157),
      },
      ...{ width: fc.constant(100), direction: fc.constantFrom('ltr', 'rtl') },
      source: fc.record({ block: fc.constantFrom('b1', 'b2'), from: fc.constant(0), to: fc.constant(1) }),
      isJoined: fc.boolean(),
      isHyphenated: fc.boolean(),
    },
    { requiredKeys: ['x', 'y', 'spans', 'space', 'scale', 'tracking', 'width', 'direction'] },
  )
  // A line says that it is hyphenated where it is.
  .map(({ isHyphenated = false, ...line }) => ({
    ...line,
    ...(isHyphenated && lineText(line).endsWith('-') ? { isHyphenated } : {}),
  }));

const TEXT_BLOCK: fc.Arbitrary<TextBlock> = fc.record(
  {
    kind: fc.constant('text'),
    role: fc.constantFrom(
      ...([
        'kicker',
        'headline',
        'standfirst',
        'byline',
        'text',
        'text',
        'text',
        'crosshead',
        'pull-quote',
      ] as const),
      ...(['caption', 'fact-head', 'fact', 'jump', 'label', 'furniture'] as const),
    ),
    lines: fc.array(LINE, { maxLength: 4 }),
    page: fc.integer({ min: 0, max: 4 }),
  },
  { requiredKeys: ['kind', 'role', 'lines'] },
);

const IMAGE: fc.Arbitrary<ImageBlock> = fc.record({
  kind: fc.constant('image'),
  box: BOX,
  picture: fc.constant('p'),
  from: fc.constant({ x: 0, y: 0, width: 1, height: 1 }),
  alt: fc.oneof(fc.constant(''), TEXT),
});

const BLOCK: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: TEXT_BLOCK },
  { weight: 1, arbitrary: IMAGE },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fill'), box: BOX, colour: COLOUR }) },
);

const REGION: fc.Arbitrary<Region> = fc.record(
  {
    id: fc.uuid(),
    kind: fc.constantFrom(
      ...([
        'story',
        'story',
        'turn',
        'briefs',
        'advertisement',
        'house',
        'index',
        'puff',
        'masthead',
      ] as const),
      ...(['folio', 'section-head', 'rule'] as const),
    ),
    story: fc.constantFrom('s1', 's2', 's3'),
    box: BOX,
    order: fc.integer({ min: 0, max: 9 }),
    blocks: fc.array(BLOCK, { maxLength: 5 }),
  },
  { requiredKeys: ['id', 'kind', 'box', 'order', 'blocks'] },
);

const PAGE: fc.Arbitrary<PageModel> = fc.record({
  number: fc.integer({ min: 0, max: 4 }),
  section: fc.constantFrom('', 'World', '(Sport'),
  regions: fc.array(REGION, { maxLength: 6 }),
});

const ISSUE: fc.Arbitrary<IssueModel> = fc
  .record({
    pages: fc.array(PAGE, { minLength: 1, maxLength: 4 }),
    publication: TEXT,
    date: fc.constantFrom('2011-04-23', '('),
  })
  .map(({ pages, ...change }) => issueOf(pages, change));

const SPEAKING = new Set<Region['kind']>(['story', 'briefs', 'house', 'puff', 'index']);
const SILENT = new Set(['pull-quote', 'furniture']);

/** The lines of an issue that are to be read, as they are compared. */
function spokenLines({ pages }: IssueModel): readonly string[] {
  const regions = pages.flatMap((page) => page.regions).filter(({ kind }) => SPEAKING.has(kind));
  const blocks = regions.flatMap((region) => region.blocks);
  return blocks.flatMap((block) => {
    if (block.kind !== 'text' || SILENT.has(block.role)) return [];
    return block.lines.map((line) =>
      compared(line.isHyphenated ? lineText(line).slice(0, -1) : lineText(line)),
    );
  });
}

/** Canonically alike is alike, and spaces are one. */
function compared(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u202f ]+/g, ' ')
    .trim();
}

test('whatever a page holds, its PDF is whole, sound of structure, and reads as it was written', {
  skip: lacking('qpdf'),
}, async (t) => {
  let lines = 0;
  await fc.assert(
    fc.asyncProperty(ISSUE, async (issue) => {
      const parts = await partsFor(issue);
      const pdf = writePdf(issue, parts);
      assert.deepEqual(Buffer.from(writePdf(issue, parts)), Buffer.from(pdf));
      const read = await readPdf(pdf);
      assert.deepEqual(structureFaults(read), []);
      const text = compared(read.tree().text);
      for (const line of spokenLines(issue)) {
        assert.ok(text.includes(line), `“${line}” is not read in “${text}”`);
        if (line !== '') lines++;
      }
    }),
    { numRuns: 20 },
  );
  t.diagnostic(`${lines} lines read`);
  assert.ok(lines > 30);
});
