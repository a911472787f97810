import { MOST_EDITS, sharedStretches } from './edit-script.ts';

/** A run of text that two texts share, or that one of them has alone. */
export interface Run {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly text: string;
}

/**
 * Words with their accents and apostrophes, runs of blanks, and single characters; scripts written without spaces
 * are compared character by character.
 */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}'’])+|\s+|./gsu;

/** A text in the pieces it is compared by; together they are the text. */
export function textTokens(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

/**
 * The word-level difference of two texts. What is kept and removed makes the first text, what is kept and added the
 * second; no two runs of one kind touch, and of changes that touch, what is removed comes before what is added.
 */
export function textRuns(before: string, after: string, mostEdits = MOST_EDITS): readonly Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'kept', text: before }];
  const [a, b] = [textTokens(before), textTokens(after)];
  const runs: Run[] = [];
  const add = (kind: Run['kind'], parts: readonly string[]) => {
    if (parts.length > 0) runs.push({ kind, text: parts.join('') });
  };
  let [x, y] = [0, 0];
  for (const { before: from, after: to, length } of sharedStretches(a, b, mostEdits)) {
    add('removed', a.slice(x, from));
    add('added', b.slice(y, to));
    add('kept', a.slice(from, from + length));
    [x, y] = [from + length, to + length];
  }
  add('removed', a.slice(x));
  add('added', b.slice(y));
  return runs;
}
