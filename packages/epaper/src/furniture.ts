import { sized } from './design.ts';
import type { WordsPlace } from './furniture-line.ts';
import { across, between, fountWithin, furnitureWords, ruleBetween, topOf } from './furniture-line.ts';
import { setRagged } from './heading.ts';
import type { IssueInput } from './issue-input.ts';
import type { Block, Box, Region } from './page-model.ts';
import type { Placed } from './page-solver.ts';
import { round } from './ruler.ts';

/** A story the front points to. */
export interface Pointer {
  /** Its id. */
  readonly story: string;
  readonly headline: string;
  readonly kicker: string;
  readonly page: number;
}

const PUFFS = 3;

/** The paper's name with ears, the line of the day, and puffs below it. */
export function masthead(input: IssueInput, puffs: readonly Pointer[]): readonly Region[] {
  const { design, words, direction, publication, editionName } = input;
  const { founts, sheet } = design;
  const whole = between(design);
  const top = sheet.margin.top;
  const ear = { x: whole.x, width: sheet.column };
  const other = { x: round(whole.x + whole.width - sheet.column), width: sheet.column };
  const middle = { x: ear.x + ear.width, width: whole.width - 2 * ear.width };
  const name = fountWithin(publication, founts.name, { width: middle.width - sheet.gutter, direction });
  const line = { fount: founts.folio, y: top + 109, direction, box: whole };
  const [left, right] = direction === 'rtl' ? [other, ear] : [ear, other];
  const blocks: readonly Block[] = [
    furnitureWords(publication, {
      fount: name,
      box: middle,
      y: top + design.nameBaseline,
      direction,
      align: 'middle',
      role: 'headline',
    }),
    furnitureWords(words.ears[0], { fount: founts.folio, box: left, y: top + 28, direction, lines: 5 }),
    furnitureWords(words.ears[1], {
      fount: founts.folio,
      box: right,
      y: top + 28,
      direction,
      align: 'end',
      lines: 5,
    }),
    across(whole, top + 96, 2),
    furnitureWords(editionName, line),
    furnitureWords(words.day, { ...line, align: 'middle' }),
    furnitureWords(words.page(1), { ...line, align: 'end' }),
    across(whole, top + 115, 0.5),
  ];
  const box = { ...whole, y: top, height: 116 };
  return [{ id: 'masthead', kind: 'masthead', box, order: 0, blocks }, ...puffRegions(input, puffs)];
}

function puffRegions({ design, direction, words }: IssueInput, puffs: readonly Pointer[]): readonly Region[] {
  const { sheet, founts } = design;
  const whole = between(design);
  const [top, foot] = [sheet.margin.top + 122, topOf(design, true) - 12];
  const shown = puffs.slice(0, PUFFS);
  const width = round((whole.width - (shown.length - 1) * sheet.gutter) / shown.length);
  return shown.map(({ story, headline, kicker, page }, i): Region => {
    const at = direction === 'rtl' ? shown.length - 1 - i : i;
    const box = { x: round(whole.x + at * (width + sheet.gutter)), y: top, width, height: round(foot - top) };
    const label = `${kicker.toLocaleUpperCase()} · ${words.page(page)}`;
    const rule = round(box.x - sheet.gutter / 2);
    const blocks: readonly Block[] = [
      furnitureWords(label, {
        fount: founts.kicker,
        box,
        y: top + 11,
        direction,
        colour: 'accent',
        page,
        lines: 1,
      }),
      puffWords(headline, { fount: founts.puff, box, direction, page }),
      ...(at > 0 ? [ruleBetween([rule, top + 2], [rule, foot], 0.5)] : []),
      across(box, foot + 4, 0.8),
    ];
    return { id: `puff-${i + 1}`, kind: 'puff', tells: [story], box, order: i + 1, blocks };
  });
}

/** Points between the top of a puff and what its headline fills, and how much larger than it must be that may be. */
const PUFF_HEAD = 16;
const LARGER = [1.6, 1.4, 1.2] as const;

/** A puff's headline, as large as its box has room for. */
function puffWords(headline: string, place: Omit<WordsPlace, 'y' | 'box'> & { readonly box: Box }): Block {
  const { fount, box, direction } = place;
  const room = box.height - PUFF_HEAD;
  const own =
    LARGER.map((larger) => sized(fount, fount.size * larger)).find((large) => {
      const { lines, isTooWide } = setRagged(headline, { fount: large, measure: box.width, direction });
      return !isTooWide && lines.length * large.leading <= room;
    }) ?? fount;
  return furnitureWords(headline, { ...place, fount: own, y: box.y + PUFF_HEAD + own.size * 0.85, lines: 2 });
}

/** What stands at the head of an inside page: its number, its section, the paper and the day. */
export function pageHead(
  input: IssueInput,
  { number, section }: { readonly number: number; readonly section: string },
): readonly Region[] {
  const { design, words, direction, publication } = input;
  const { founts, sheet } = design;
  const whole = between(design);
  const y = sheet.margin.top + 24;
  const box = { ...whole, y: sheet.margin.top, height: 40 };
  const isLeft = (number % 2 === 0) === (direction === 'ltr');
  const [own, day] = isLeft ? (['start', 'end'] as const) : (['end', 'start'] as const);
  const beside = { x: whole.x + 40, width: whole.width - 80 };
  return [
    {
      ...{ id: 'folio', kind: 'folio', box, order: 0 },
      blocks: [
        furnitureWords(String(number), { fount: founts.number, box: whole, y, direction, align: own }),
        furnitureWords(publication, { fount: founts.folio, box: beside, y, direction, align: own }),
        furnitureWords(words.day, { fount: founts.folio, box: whole, y, direction, align: day }),
        across(whole, sheet.margin.top + 36, 1.2),
      ],
    },
    {
      ...{ id: 'section-head', kind: 'section-head', box, order: 1 },
      blocks: [
        furnitureWords(section, {
          fount: founts.title,
          box: whole,
          y: y + 1,
          direction,
          align: 'middle',
          role: 'headline',
        }),
      ],
    },
  ];
}

/** Hairlines between what stands on a page: in the gaps below, and in the middle of gutters. */
export function hairlines(
  { design, direction }: IssueInput,
  placed: readonly Placed[],
  { isFront }: { readonly isFront: boolean },
): Region {
  const { sheet } = design;
  const top = topOf(design, isFront);
  const rows = isFront ? sheet.frontRows : sheet.rows;
  const pitch = sheet.column + sheet.gutter;
  const blocks = placed.flatMap((one): Block[] => {
    const from = direction === 'rtl' ? sheet.columns - one.x - one.columns : one.x;
    const box = { x: sheet.margin.side + from * pitch, width: one.columns * pitch - sheet.gutter };
    const foot = top + (one.y + one.rows - sheet.gap) * sheet.row;
    const isLast = one.y + one.rows >= rows + sheet.gap;
    const gutter = box.x - sheet.gutter / 2;
    const ends = [top + one.y * sheet.row, foot] as const;
    return [
      ...(isLast ? [] : [across(box, foot + sheet.row * 0.9)]),
      ...(from === 0 ? [] : [ruleBetween([gutter, ends[0]], [gutter, ends[1]], 0.35)]),
    ];
  });
  const box = { ...between(design), y: top, height: round(rows * sheet.row) };
  return { id: 'rules', kind: 'rule', box, order: placed.length + 10, blocks };
}
