import { sized } from './design.ts';
import type { Pointer } from './furniture.ts';
import { across, fountWithin, framed, furnitureWords } from './furniture-line.ts';
import type { IssueInput } from './issue-input.ts';
import type { FixedEntry } from './page-entry.ts';
import type { Block, Box } from './page-model.ts';

/** What a block of given size shows beside itself. */
export interface FixedParts {
  readonly pointers: readonly Pointer[];
  readonly page: number;
}

/** Draws a block of given size in its box. */
export function fixedBlocks(
  entry: FixedEntry,
  box: Box,
  { input, parts }: { readonly input: IssueInput; readonly parts: FixedParts },
): readonly Block[] {
  if (entry.kind === 'index') return indexBlocks(box, input, parts.pointers);
  const { design, direction, words } = input;
  const { founts } = design;
  const label = entry.kind === 'advertisement' ? words.advertisement : input.publication;
  const house = words.house[parts.page % Math.max(words.house.length, 1)];
  const headline = entry.advertisement?.words ?? house?.headline ?? input.publication;
  const inner = { x: box.x + 14, width: box.width - 28 };
  const large = sized(founts.headline, Math.min(46, box.height / 4));
  const fount = fountWithin(headline, large, { width: inner.width, direction });
  const set = sized(fount, Math.max(15, fount.size));
  const y = box.y + box.height * 0.45;
  const middle = { box: inner, direction, align: 'middle' } as const;
  const first = furnitureWords(headline, { ...middle, fount: set, y, lines: 3 });
  const below = y + (first.lines.length - 1) * set.leading + 26;
  const text = entry.kind === 'house' ? (house?.text ?? '') : '';
  return [
    { kind: 'fill', box, colour: 'tint' },
    ...framed(box),
    furnitureWords(label, { ...middle, fount: founts.caption, y: box.y + 12, role: 'label', lines: 1 }),
    first,
    ...(text && below + 20 < box.y + box.height
      ? [furnitureWords(text, { ...middle, fount: founts.house, y: below, lines: 4 })]
      : []),
  ];
}

const INDEX_HEAD = 22;

function indexBlocks(
  box: Box,
  { design, direction, words }: IssueInput,
  pointers: readonly Pointer[],
): readonly Block[] {
  const { founts } = design;
  const head = founts.indexHead;
  const line = founts.index;
  const blocks: Block[] = [
    across(box, box.y, 2),
    furnitureWords(words.inside, { fount: head, box, y: box.y + INDEX_HEAD, direction }),
  ];
  const narrow = { x: direction === 'rtl' ? box.x + 24 : box.x, width: box.width - 24 };
  let y = box.y + INDEX_HEAD + 18;
  for (const { kicker, headline, page } of pointers) {
    const place = { box: narrow, direction, y };
    const accent = { ...place, fount: founts.kicker, colour: 'accent', lines: 1 } as const;
    const figure = { ...place, box, fount: founts.byline, align: 'end', page } as const;
    const said = furnitureWords(headline, { ...place, fount: line, y: y + line.leading, page, lines: 3 });
    const next = y + (said.lines.length + 2) * line.leading;
    if (next - line.leading > box.y + box.height) break;
    blocks.push(
      furnitureWords(kicker.toLocaleUpperCase(), accent),
      furnitureWords(String(page), figure),
      said,
    );
    y = next;
  }
  return blocks;
}
