import type { Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Body, NewBlockId } from './body.ts';
import { repaired } from './repair.ts';

/** Characters and values a body may have, and levels of JSON: enough for a book, too little to hurt. */
const MOST_CHARACTERS = 8_000_000;
const MOST_LEVELS = 100;

/**
 * Reads a body from JSON that came from outside. Blocks of kinds we do not know become `opaque`, unknown marks leave
 * their text, and every block gets an id that no other has (the first keeps its own). Refuses what is no document,
 * what is too large or too deep, and blocks of known kinds that are not made as the schema says.
 */
export function parseBody(json: unknown, newBlockId: NewBlockId): Result<Body, 'bad-body'> {
  if (typeof json !== 'object' || json === null || !('type' in json) || json.type !== 'doc') {
    return refused('bad-body', 'The body is no document: it begins {"type":"doc","content":[…]}.');
  }
  if (!isWithinLimits(json)) {
    return refused(
      'bad-body',
      'The body is larger than 8 million characters or nests too deep: make it smaller.',
    );
  }
  const blocks = repaired(json, newBlockId);
  const at = blocks.findIndex(({ broken }) => broken !== undefined);
  if (at >= 0) {
    return refused(
      'bad-body',
      `Block ${at + 1} of the body breaks the document schema: ${blocks[at]?.broken}.`,
    );
  }
  return done({ type: 'doc', content: blocks.map(({ block }) => block) });
}

/**
 * The body a document of our own says, whatever its writers made of it together: what breaks the schema is kept as
 * `opaque`, and ids that are missing or there twice are numbered in order, so that every reader sees the same.
 */
export function wholeBody(json: object): Body {
  let number = 0;
  const blocks = repaired(json, () => `n${number++}`);
  return { type: 'doc', content: blocks.map(({ block }) => block) };
}

/** Walks with a list of its own, not by calls: what is too deep must not break the walk. */
function isWithinLimits(json: object): boolean {
  const open: { readonly value: unknown; readonly level: number }[] = [{ value: json, level: 0 }];
  let size = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, level } = next;
    size += typeof value === 'string' ? value.length + 1 : 1;
    if (size > MOST_CHARACTERS || level > MOST_LEVELS) return false;
    if (typeof value !== 'object' || value === null) continue;
    for (const inner of Object.values(value)) open.push({ value: inner, level: level + 1 });
  }
  return true;
}
