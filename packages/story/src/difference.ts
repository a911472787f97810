import type { Json } from '@courant/base';
import { canonicalJson } from '@courant/base';
import type { BlockPair } from './block-pair.ts';
import { pairedBlocks } from './block-pair.ts';
import type { Block } from './body.ts';
import type { Copy } from './copy.ts';
import { MOST_EDITS } from './edit-script.ts';
import type { ChoiceField, TextField } from './field.ts';
import { CHOICES, TEXTS } from './field.ts';
import { blockWords } from './plain-text.ts';
import { wellFormed } from './storable.ts';
import type { Run } from './text-difference.ts';
import { textRuns } from './text-difference.ts';

/** A text beside the body that changed, word by word. */
export interface TextDifference {
  readonly field: TextField;
  readonly runs: readonly Run[];
}

/** A chosen field that changed; null where it was or is absent. */
export interface ChoiceDifference {
  readonly field: ChoiceField;
  readonly before: Json;
  readonly after: Json;
}

/**
 * What became of a block, in the order a page draws it. `changed` has its words as runs: all kept where only marks
 * or attributes changed. A block that moved is removed in one place and added in the other.
 */
export type BlockDifference =
  | { readonly kind: 'kept'; readonly before: Block; readonly after: Block }
  | { readonly kind: 'changed'; readonly before: Block; readonly after: Block; readonly runs: readonly Run[] }
  | { readonly kind: 'added'; readonly after: Block }
  | { readonly kind: 'removed'; readonly before: Block };

/** What two versions of a copy do not share; fields that are the same are not named, blocks all are. */
export interface CopyDifference {
  readonly isSame: boolean;
  readonly texts: readonly TextDifference[];
  readonly choices: readonly ChoiceDifference[];
  readonly blocks: readonly BlockDifference[];
}

/**
 * The difference of two versions of a copy. Blocks are matched by id, then by likeness; those kept and removed make
 * the body before, those kept and added the body after.
 */
export function differences(before: Copy, after: Copy): CopyDifference {
  const texts = TEXTS.filter((name) => (before[name] ?? '') !== (after[name] ?? '')).map((field) => ({
    field,
    runs: textRuns(before[field] ?? '', after[field] ?? ''),
  }));
  const choices = CHOICES.map((field) => ({
    field,
    before: wellFormed(before[field]),
    after: wellFormed(after[field]),
  })).filter((one) => canonicalJson(one.before) !== canonicalJson(one.after));
  const blocks = blockDifferences(before.body.content, after.body.content);
  const isSame = texts.length === 0 && choices.length === 0 && blocks.every(({ kind }) => kind === 'kept');
  return { isSame, texts, choices, blocks };
}

/** Work that comparing the words of all blocks together may be, in squares of edits: about a tenth of a second. */
const MOST_WORK = 6_400_000;

function blockDifferences(before: readonly Block[], after: readonly Block[]): readonly BlockDifference[] {
  const pairs = pairedBlocks(before, after);
  const changed = new Set(pairs.filter((pair) => looks(before[pair.before]) !== looks(after[pair.after])));
  const mostEdits = Math.min(MOST_EDITS, Math.floor(Math.sqrt(MOST_WORK / Math.max(1, changed.size))));
  const blocks: BlockDifference[] = [];
  let [i, j] = [0, 0];
  const upTo = (end: BlockPair) => {
    for (const block of before.slice(i, end.before)) blocks.push({ kind: 'removed', before: block });
    for (const block of after.slice(j, end.after)) blocks.push({ kind: 'added', after: block });
    [i, j] = [end.before + 1, end.after + 1];
  };
  for (const pair of pairs) {
    upTo(pair);
    const [one, other] = [before[pair.before], after[pair.after]];
    if (!one || !other) continue;
    if (changed.has(pair)) blocks.push(changedBlock(one, other, mostEdits));
    else blocks.push({ kind: 'kept', before: one, after: other });
  }
  upTo({ before: before.length, after: after.length });
  return blocks;
}

function changedBlock(before: Block, after: Block, mostEdits: number): BlockDifference {
  return { kind: 'changed', before, after, runs: textRuns(blockWords(before), blockWords(after), mostEdits) };
}

/** All that a reader could see of a block; its identity and where it came from are not. */
function looks(block: Block | undefined): string {
  const told = JSON.stringify(block ?? null, (key, value: unknown) =>
    key === 'id' || key === 'from' ? undefined : value,
  );
  return canonicalJson(JSON.parse(told));
}
