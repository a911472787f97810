import { textFaces } from './faces-testing.ts';
import {
  ARABIC,
  CHINESE,
  HEAD,
  HOSTILE,
  issueOf,
  LINKED,
  linesOf,
  MIXED,
  NASKH,
  region,
  SANS,
  SONG,
  SPLIT,
  textBlock,
} from './issue-testing.ts';
import type { Block, ImageBlock, IssueModel, Line, PageModel } from './page-model.ts';

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
