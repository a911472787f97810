import { facesIn } from './design.ts';
import type { IssueInput, MadePage } from './issue-input.ts';
import type { Line, Region, Span, TextBlock } from './page-model.ts';
import { widowsOf } from './widow.ts';

/** What there is to say of an issue that was made. */
export interface IssueReport {
  readonly pages: number;
  /** Lines of stories' text, those cut from ends, and those left empty. */
  readonly lines: number;
  readonly trimmed: number;
  readonly empty: number;
  /** Stories that were cut, and by how many lines. */
  readonly trims: readonly { readonly story: string; readonly page: number; readonly lines: number }[];
  /** Ids of stories and advertisements that found no place. */
  readonly held: readonly string[];
  readonly dropped: readonly string[];
  readonly legs: number;
  readonly widows: number;
  readonly tombstones: number;
  /** Pairs of stories of a page of which the less important has the more prominent headline, and all pairs. */
  readonly misordered: number;
  readonly pairs: number;
  /** Part of the lines that end in a hyphen which is not in the copy. */
  readonly hyphenated: number;
  /** Width of the space between words that 99 of 100 lines keep within, in widths of the face's own. */
  readonly wordSpace: number;
  /** Words that hold a sign no face has. */
  readonly missing: readonly string[];
}

/** What found no place. */
export interface LeftOut {
  readonly input: IssueInput;
  readonly held: readonly string[];
  readonly dropped: readonly string[];
}

/** Measures an issue. */
export function reportOf(made: readonly MadePage[], { input, held, dropped }: LeftOut): IssueReport {
  const regions = made.flatMap(({ model }) =>
    model.regions.map((region) => ({ region, page: model.number })),
  );
  const lines = regions.flatMap(({ region }) => textLines(region));
  const legs = regions.map(({ region }) => widowsOf(region.blocks));
  const trims = regions.flatMap(({ region: { story, trimmed }, page }) =>
    story !== undefined && trimmed ? [{ story, page, lines: trimmed }] : [],
  );
  const total = (of: (page: MadePage) => number) => made.reduce((sum, page) => sum + of(page), 0);
  return {
    ...{ pages: made.length, lines: lines.length, trims, held, dropped },
    trimmed: trims.reduce((sum, trim) => sum + trim.lines, 0),
    empty: total(({ empty }) => empty),
    legs: legs.reduce((sum, one) => sum + one.legs, 0),
    widows: legs.reduce((sum, one) => sum + one.widows, 0),
    tombstones: total(({ tombstones }) => tombstones),
    misordered: total(({ misordered }) => misordered),
    pairs: total(({ pairs }) => pairs),
    hyphenated: lines.filter(({ isHyphenated }) => isHyphenated).length / Math.max(1, lines.length),
    wordSpace: wordSpaceOf(lines, input),
    missing: missingIn(made, input),
  };
}

function textLines({ blocks }: Region): readonly Line[] {
  return blocks.flatMap((block) => (block.kind === 'text' && block.role === 'text' ? block.lines : []));
}

function wordSpaceOf(lines: readonly Line[], { design }: IssueInput): number {
  const own = design.text.roman.width(' ') * design.textSize;
  const spaces = lines.map(({ space }) => space / own).toSorted((a, b) => a - b);
  return spaces[Math.floor(spaces.length * 0.99)] ?? 0;
}

function missingIn(made: readonly MadePage[], { design }: IssueInput): readonly string[] {
  const faces = facesIn(design);
  const spans = made.flatMap(({ model }) =>
    model.regions.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'text' ? spansOf(block) : [])),
    ),
  );
  const lacking = spans.flatMap(({ text, face }) =>
    text.split(' ').filter((word) => word !== '' && !faces.get(face)?.covers(word)),
  );
  return [...new Set(lacking)].toSorted();
}

function spansOf({ lines }: TextBlock): readonly Span[] {
  return lines.flatMap((line) => line.spans);
}
