import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arrange } from './arrangement.ts';
import { broadsheet } from './broadsheet.ts';
import type { Copyfit } from './copyfit.ts';
import { copyfit } from './copyfit.ts';
import type { Role } from './design.ts';
import { faceFrom, textFaces } from './faces-testing.ts';
import { hyphenationOf } from './hyphenation.ts';
import type { IssueBlock, IssueStory } from './issue-story.ts';
import type { Line } from './page-model.ts';
import type { Placed } from './page-solver.ts';
import { solvePage } from './page-solver.ts';
import { BASELINE } from './ruler.ts';
import { shapeTable } from './shape.ts';
import type { SetStory } from './typeset.ts';
import { setStory } from './typeset.ts';

const design = broadsheet({
  text: textFaces(),
  headline: faceFrom('playfair-display/700Bold/PlayfairDisplay_700Bold.ttf'),
  headlineItalic: faceFrom('playfair-display/500Medium_Italic/PlayfairDisplay_500Medium_Italic.ttf'),
  label: faceFrom('libre-franklin/400Regular/LibreFranklin_400Regular.ttf'),
  labelBold: faceFrom('libre-franklin/700Bold/LibreFranklin_700Bold.ttf'),
});
const { sheet } = design;
const setting = { design, direction: 'ltr', hyphenate: await hyphenationOf('en-GB') } as const;
const TOP = sheet.margin.top + 4.35 * sheet.row;
const words = {
  continuedOn: (page: number) => `Continued on Page ${page}`,
  continuedFrom: (page: number) => `From Page ${page}`,
};
const ROLES: readonly Role[] = ['lead', 'second', 'third', 'third', 'third'];

const SENTENCES = [
  'The ferry left at one, and nobody on the quay could say where the second crew had gone.',
  '“We were told to wait,” said Marta Lind, who keeps the signal box.',
  'It was raining.',
  'By noon the ministers had agreed on a draft that neither side had wanted, nineteen pages of it.',
  'Prices rose by 3.7 per cent in the north-eastern districts, the statistical office said.',
];

const anyStory = fc
  .record({
    paragraphs: fc.array(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 5 }), {
      minLength: 6,
      maxLength: 26,
    }),
    picture: fc.option(fc.constantFrom([1600, 1000], [900, 1300], [2400, 900])),
    hasStandfirst: fc.boolean(),
    hasPull: fc.boolean(),
    crossheadAt: fc.integer({ min: 2, max: 40 }),
  })
  .map((drawn): Omit<IssueStory, 'id' | 'priority'> => {
    const blocks = drawn.paragraphs.map((sentences, i): IssueBlock => {
      const runs = [{ text: sentences.join(' '), style: 'roman' as const }];
      return { id: `b${i}`, kind: i > 0 && i === drawn.crossheadAt ? 'crosshead' : 'paragraph', runs };
    });
    const [width = 0, height = 0] = drawn.picture ?? [];
    const picture = { hash: 'h', width, height, focus: { x: 0.5, y: 0.4 }, alt: '', credit: 'A. Berg' };
    return {
      ...{ revision: 'r', section: 'world', kind: 'news', kicker: 'Harbour', byline: 'Ana Berg' },
      headlines: ['Last ferry leaves without her second crew', 'Ferry leaves alone'],
      ...(drawn.hasStandfirst ? { standfirst: 'Nobody on the quay could say where they had gone' } : {}),
      body: blocks,
      pictures: drawn.picture ? [{ ...picture, caption: 'The quay at one.' }] : [],
      pullQuotes: drawn.hasPull ? ['“We were told to wait”'] : [],
      ...{ mayLose: 0.22, mayJump: true },
    };
  });

const anyPage = fc
  .array(anyStory, { minLength: 3, maxLength: 5 })
  .map((all) => all.map((story, i): IssueStory => ({ ...story, id: `s${i}`, priority: 90 - i * 10 })));

interface PageStory {
  readonly placed: Placed;
  readonly fit: Copyfit;
  readonly set: SetStory;
}

/** Lays a page out; nothing where its stories do not fill it. */
function laidOut(stories: readonly IssueStory[]): readonly PageStory[] | undefined {
  const fits = stories.map((story) => copyfit(story, setting));
  const roleOf = (i: number) => ROLES[i] ?? 'third';
  const items = fits.map((fit, i) => {
    const table = shapeTable(fit, { ...setting, role: roleOf(i), pageRows: sheet.rows, mayJump: i < 2 });
    return { table, priority: fit.story.priority };
  });
  const [layout] = solvePage(items, { columns: sheet.columns, rows: sheet.rows + sheet.gap }, 20);
  if (!layout) return undefined;
  const judged = stories.map(({ priority }, i) => ({ priority, role: roleOf(i) }));
  const { pictureFirst } = arrange(layout.placed, judged);
  return layout.placed.map((placed, i): PageStory => {
    const fit = fits[placed.item];
    assert.ok(fit && placed.shape);
    const standing = { placed, fit, shape: placed.shape, role: roleOf(placed.item), onPage: 2 };
    const set = setStory(
      { ...standing, pictureFirst: pictureFirst[i] ?? false },
      { ...setting, top: TOP, words },
    );
    assert.ok(set, `${fit.story.id} cannot be set in the shape that was promised`);
    return { placed, fit, set };
  });
}

function textLines({ set }: PageStory): readonly Line[] {
  return set.blocks.flatMap((block) => (block.kind === 'text' && block.role === 'text' ? block.lines : []));
}

/** The copy that lines hold, put together again. */
function joined(lines: readonly Line[]): string {
  const texts = lines.map(({ spans, isHyphenated, isJoined }) => {
    const text = spans.map((span) => span.text).join('');
    return isHyphenated ? text.slice(0, -1) : isJoined ? text : `${text} `;
  });
  return texts.join('').trim();
}

const copyOf = (blocks: readonly IssueBlock[]) =>
  blocks.map(({ runs }) => runs.map((run) => run.text).join('')).join(' ');

function checkStory(story: PageStory): void {
  const { fit, set, placed } = story;
  const lines = textLines(story);
  const shown = joined(lines);
  const whole = copyOf(fit.story.body);
  assert.ok(whole.startsWith(shown), `${fit.story.id} says what its copy does not: ${shown.slice(-80)}`);
  const isJumped = placed.shape?.isJumped ?? false;
  const gap = lines.at(-1)?.isJoined ? '' : ' ';
  if (isJumped) assert.equal(`${shown}${gap}${copyOf(set.rest)}`, whole);
  else if (set.lost === 0) assert.equal(shown, whole);
  else assert.match(shown, /[.!?]”?$/, 'it is cut within a sentence');
  if (!isJumped)
    assert.equal(lines.length + set.empty, placed.shape?.lines, 'lines of its shape are left free');
  for (const { x, y, width } of lines) {
    const rows = (y - TOP - sheet.row * BASELINE) / sheet.row;
    assert.ok(Math.abs(rows - Math.round(rows)) < 0.002, `a line stands ${rows} rows down`);
    assert.ok(x > set.box.x - 6 && x + width < set.box.x + set.box.width + 6, 'a line leaves its story');
    assert.ok(y > set.box.y && y < set.box.y + set.box.height + 0.01, 'a line leaves its story');
  }
}

test('whatever stories fill a page, each is there to its last line, cut or jump, and stands on the rows', () => {
  let pages = 0;
  fc.assert(
    fc.property(anyPage, (stories) => {
      const page = laidOut(stories);
      if (!page) return;
      pages++;
      for (const story of page) checkStory(story);
    }),
    { numRuns: 25, endOnFailure: true },
  );
  assert.ok(pages >= 8, `only ${pages} pages could be filled`);
});
