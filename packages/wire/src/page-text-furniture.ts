import type { FurnitureKind } from './page-text-furniture.data.ts';
import { isCredited, type PageLine } from './page-text-lines.ts';
import type { StoryLines } from './page-text-story.ts';

/** A piece of a page that is not the story, as `unmapped.leftOut` lists it. */
export interface LeftOut {
  readonly kind: FurnitureKind;
  readonly lines: readonly string[];
}

/** Kinds whose label stands for its own line and not for those below it. */
const ONE_LINE: ReadonlySet<FurnitureKind> = new Set<FurnitureKind>([
  'share bar',
  'advertisement',
  'edition',
]);

/** A list of links below teasers: what it is beside which block. Newspapers set their packages so. */
const LISTS: Readonly<Partial<Record<FurnitureKind, FurnitureKind>>> = {
  'e-paper': 'photo features',
  specials: 'hot topics',
};

const LINK_WIDTH = 48;

/** Sorts the lines of a page that are not in `kept` by what they are; neighbours of one kind make one piece. */
export function leftOut(
  lines: readonly PageLine[],
  story: StoryLines,
  kept: ReadonlySet<number>,
): readonly LeftOut[] {
  const pieces: { kind: FurnitureKind; lines: string[] }[] = [];
  const hasGaps = lines.filter((line) => line.hasGap).length * 5 >= lines.length;
  let block: FurnitureKind | undefined;
  for (const line of lines) {
    if (kept.has(line.at)) {
      block = undefined;
      continue;
    }
    if (line.furniture && !ONE_LINE.has(line.furniture)) block = line.furniture;
    if (line.furniture === 'edition') block = undefined;
    const list = block && hasGaps && isLinkList(lines, line) ? LISTS[block] : undefined;
    const kind = list ?? oneLineKind(lines, line) ?? block ?? placeKind(line, story);
    const last = pieces.at(-1);
    if (last?.kind === kind) last.lines.push(line.text);
    else pieces.push({ kind, lines: [line.text] });
  }
  return pieces;
}

function oneLineKind(lines: readonly PageLine[], line: PageLine): FurnitureKind | undefined {
  if (line.furniture) return line.furniture;
  return line.kind === 'credit' || isCredited(lines, line) ? 'caption' : undefined;
}

function placeKind(line: PageLine, story: StoryLines): FurnitureKind {
  const top = story.headline && story.headline.at >= 0 ? story.headline.at : story.run.first;
  if (line.at < top) return 'menu';
  if (line.at < story.run.first) return 'page head';
  return line.at <= story.run.last ? 'inset' : 'footer';
}

/** Two and more short lines without a blank one between them. */
function isLinkList(lines: readonly PageLine[], line: PageLine): boolean {
  if (line.furniture || line.kind !== 'plain' || line.width > LINK_WIDTH) return false;
  const next = lines[line.at + 1];
  return !line.hasGap || (next !== undefined && !next.hasGap);
}
