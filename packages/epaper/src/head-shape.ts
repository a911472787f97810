import type { Design, Role } from './design.ts';
import { rowsFor, sized, span } from './design.ts';
import type { Direction } from './face.ts';
import type { Ragged } from './heading.ts';
import { setRagged } from './heading.ts';
import type { IssueStory } from './issue-story.ts';

/** What stands above a story's text: kicker, headline and standfirst, set across its columns. */
export interface HeadShape {
  readonly headline: Ragged;
  readonly size: number;
  readonly standfirst: Ragged | undefined;
  readonly kickerRows: number;
  readonly headlineRows: number;
  readonly standfirstRows: number;
  readonly cost: number;
}

/** Where a head is set. */
export interface HeadPlace {
  readonly design: Design;
  readonly direction: Direction;
  readonly role: Role;
  readonly columns: number;
}

/** Points free below a headline. */
const BELOW_HEADLINE = 5;
const BELOW_STANDFIRST = 3;
/** Lines a headline should have, and may have, by the columns it spans: narrow ones are stacked. */
const LINES: Readonly<Record<number, readonly [number, number, number]>> = {
  1: [3, 4, 6],
  2: [2, 3, 4],
  3: [2, 3, 3],
  4: [1, 2, 3],
  5: [1, 2, 3],
  6: [1, 2, 3],
};
const TOO_FEW = 0.8;
const TOO_MANY = 2.2;
const SHORT_LINE = 1.5;
const SMALLER = 0.4;
const SHORTER = 0.6;
const NO_STANDFIRST: Partial<Record<Role, number>> = { lead: 3, feature: 1.2, second: 1.2 };

/** Every head worth trying: each size that its role allows, each headline it has, with its standfirst and without. */
export function headShapes(story: IssueStory, place: HeadPlace): readonly HeadShape[] {
  const { design, role, columns } = place;
  const sizes = design.headlines[role][columns] ?? [];
  const shapes = sizes.flatMap((size, smaller) =>
    story.headlines.flatMap((text, shorter) => {
      const headline = setHeadline(text, size, place);
      const { leading } = sized(design.founts.headline, size);
      const cost = headlineCost(headline, columns, span(design.sheet, columns));
      if (headline.isTooWide || cost === undefined) return [];
      const shape = {
        ...{ headline, size, kickerRows: story.kicker ? 1 : 0 },
        headlineRows: rowsFor(design.sheet, headline.lines.length * leading + BELOW_HEADLINE),
        cost: cost + smaller * SMALLER + shorter * SHORTER,
      };
      return withStandfirst(story, shape, place);
    }),
  );
  return shapes.length > 0 ? shapes : forcedHeads(story, place);
}

/** Parts of a role's smallest size that are tried for what no headline should be: a whole paragraph, one endless word. */
const FORCED = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3] as const;
const FORCED_COST = 6;

/** The shortest headline in the largest of ever smaller sizes in which it stands, never below that of the text. */
function forcedHeads(story: IssueStory, place: HeadPlace): readonly HeadShape[] {
  const { design, role, columns } = place;
  const least = design.headlines[role][columns]?.at(-1);
  const text = story.headlines.at(-1);
  if (least === undefined || text === undefined) return [];
  for (const part of FORCED) {
    const size = Math.max(design.textSize, least * part);
    const headline = setHeadline(text, size, place);
    const cost = headlineCost(headline, columns, span(design.sheet, columns));
    if (headline.isTooWide || cost === undefined) continue;
    const { leading } = sized(design.founts.headline, size);
    const headlineRows = rowsFor(design.sheet, headline.lines.length * leading + BELOW_HEADLINE);
    const bare = { standfirst: undefined, standfirstRows: 0, kickerRows: story.kicker ? 1 : 0 };
    return [{ headline, size, headlineRows, ...bare, cost: cost + FORCED_COST }];
  }
  return [];
}

function setHeadline(text: string, size: number, { design, direction, columns }: HeadPlace): Ragged {
  const fount = sized(design.founts.headline, size);
  return setRagged(text, { fount, measure: span(design.sheet, columns), direction, isBalanced: true });
}

/** What the number and length of a headline's lines cost; nothing where there are more than may be. */
function headlineCost({ lines }: Ragged, columns: number, measure: number): number | undefined {
  const [least, most, limit] = LINES[columns] ?? [1, 2, 3];
  const n = lines.length;
  if (n > limit || n === 0) return undefined;
  const count = n < least ? TOO_FEW * (least - n) : n > most ? TOO_MANY * (n - most) : 0;
  const isShort = n === 1 && (lines[0]?.width ?? 0) < measure * 0.55;
  return count + (isShort ? SHORT_LINE : 0);
}

type BareHead = Omit<HeadShape, 'standfirst' | 'standfirstRows'>;

function withStandfirst(story: IssueStory, head: BareHead, place: HeadPlace): readonly HeadShape[] {
  const { design, role, columns, direction } = place;
  const bare = { ...head, standfirst: undefined, standfirstRows: 0 };
  const price = NO_STANDFIRST[role];
  if (!story.standfirst || price === undefined || columns < 2) return [bare];
  const fount = role === 'lead' ? design.founts.leadStandfirst : design.founts.standfirst;
  const measure = span(design.sheet, columns);
  const standfirst = setRagged(story.standfirst, { fount, measure, direction, isBalanced: true });
  const without = { ...bare, cost: bare.cost + price };
  const n = standfirst.lines.length;
  if (n > (columns <= 2 ? 4 : 2) || standfirst.isTooWide) return [without];
  const standfirstRows = rowsFor(design.sheet, n * fount.leading + BELOW_STANDFIRST);
  return [{ ...head, standfirst, standfirstRows }, without];
}
