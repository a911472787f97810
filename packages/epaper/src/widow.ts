import type { Block, Line } from './page-model.ts';

/** Legs of a story's text, and those that begin with the last line of a paragraph. */
export interface Widows {
  readonly legs: number;
  readonly widows: number;
}

/** Counts the widows of a story as it is set. */
export function widowsOf(blocks: readonly Block[]): Widows {
  const legs = blocks.flatMap((block) =>
    block.kind === 'text' && block.role === 'text' ? [block.lines] : [],
  );
  const widows = legs.filter((leg, i) => i > 0 && isWidow(leg, legs[i - 1]?.at(-1))).length;
  return { legs: legs.length, widows };
}

function isWidow(leg: readonly Line[], before: Line | undefined): boolean {
  const [first, second] = leg;
  const block = first?.source?.block;
  return block !== undefined && before?.source?.block === block && second?.source?.block !== block;
}
