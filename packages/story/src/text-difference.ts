/** A run of text that two texts share, or that one of them has alone. */
export interface Run {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly text: string;
}

/**
 * Edits after which a difference is given up and told as one removal and one addition: whoever reads such a
 * difference would see no sense in its pieces, and time grows with the square of this.
 */
export const MOST_EDITS = 800;

/** Stands for a diagonal that no edit has led to. */
const NOWHERE = -2;

/**
 * Words with their accents and apostrophes, runs of blanks, and single characters; scripts written without spaces
 * are compared character by character.
 */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}'’])+|\s+|./gsu;

/**
 * The word-level difference of two texts (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
 * What is kept and removed makes the first text, what is kept and added the second; no two runs of one kind touch.
 */
export function textRuns(before: string, after: string, mostEdits = MOST_EDITS): readonly Run[] {
  if (before === after) return before === '' ? [] : [{ kind: 'kept', text: before }];
  const [a, b] = [tokens(before), tokens(after)];
  const start = sharedStart(a, b);
  const end = sharedEnd(a.slice(start), b.slice(start));
  const inner = { a: a.slice(start, a.length - end), b: b.slice(start, b.length - end) };
  const edits = shortestEdits(inner, mostEdits) ?? [run('removed', inner.a), run('added', inner.b)];
  return joined([run('kept', a.slice(0, start)), ...edits, run('kept', a.slice(a.length - end))]);
}

type Tokens = readonly string[];

interface Sides {
  readonly a: Tokens;
  readonly b: Tokens;
}

function tokens(text: string): Tokens {
  return text.match(TOKEN) ?? [];
}

function run(kind: Run['kind'], parts: Tokens): Run {
  return { kind, text: parts.join('') };
}

function sharedStart(a: Tokens, b: Tokens): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

function sharedEnd(a: Tokens, b: Tokens): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

/**
 * How far along `a` each diagonal has come; a diagonal is known by x in `a` minus y in `b`, and the one of 0 stands
 * in the middle.
 */
type Reach = Int32Array;

/** Before the first edit, an addition would lead to the beginning of both sides. */
const START: Reach = Int32Array.of(NOWHERE, NOWHERE, 0);

/** The shortest run of edits from one list of tokens to another; undefined where it is longer than the limit. */
function shortestEdits(sides: Sides, mostEdits: number): readonly Run[] | undefined {
  const { a, b } = sides;
  const trail: Reach[] = [];
  let reach = START;
  for (let edits = 0; edits <= Math.min(mostEdits, a.length + b.length); edits++) {
    const next = new Int32Array(2 * edits + 1).fill(NOWHERE);
    trail.push(next);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const x = slide(sides, furthest(reach, diagonal), diagonal);
      next[edits + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) return retraced(sides, trail);
    }
    reach = next;
  }
  return undefined;
}

/** Where a reach has a diagonal; where it has not come to one, further back than any edit leads from. */
function reached(reach: Reach, diagonal: number): number {
  return reach[(reach.length >> 1) + diagonal] ?? NOWHERE;
}

/** Where an edit onto this diagonal leads furthest: an addition from the one above, or a removal from below. */
function furthest(reach: Reach, diagonal: number): number {
  return Math.max(reached(reach, diagonal + 1), reached(reach, diagonal - 1) + 1);
}

/** Follows a diagonal as long as both sides have the same tokens. */
function slide({ a, b }: Sides, from: number, diagonal: number): number {
  let x = from;
  while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
  return x;
}

/** The way back from the end of both sides, told from the beginning. */
function retraced({ a, b }: Sides, trail: readonly Reach[]): readonly Run[] {
  const runs: Run[] = [];
  let x = a.length;
  let y = b.length;
  for (let edits = trail.length - 1; edits > 0; edits--) {
    const reach = trail[edits - 1] ?? START;
    const diagonal = x - y;
    const from = furthest(reach, diagonal);
    runs.push(run('kept', a.slice(from, x)));
    const isAddition = reached(reach, diagonal + 1) === from;
    runs.push(
      isAddition
        ? run('added', b.slice(from - diagonal - 1, from - diagonal))
        : run('removed', a.slice(from - 1, from)),
    );
    x = isAddition ? from : from - 1;
    y = x - (isAddition ? diagonal + 1 : diagonal - 1);
  }
  runs.push(run('kept', a.slice(0, x)));
  return runs.reverse();
}

/** Runs of one kind as one; of changes that touch, what is removed comes before what is added. */
function joined(runs: readonly Run[]): readonly Run[] {
  const whole: Run[] = [];
  let removed = '';
  let added = '';
  const settle = () => {
    if (removed) whole.push({ kind: 'removed', text: removed });
    if (added) whole.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of runs) {
    if (text === '') continue;
    if (kind === 'removed') removed += text;
    if (kind === 'added') added += text;
    if (kind !== 'kept') continue;
    const last = removed + added === '' ? whole.pop() : undefined;
    settle();
    whole.push({ kind, text: (last?.text ?? '') + text });
  }
  settle();
  return whole;
}
