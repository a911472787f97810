/**
 * The word of a list that somebody most likely meant by one that is spelt wrong: the one fewest strokes away, one in
 * a short word and two in a longer one, of several the one said most often. Words are compared as `folded` gives them.
 */
export function meantBy(typed: string, words: readonly string[]): string | undefined {
  const most = [...typed].length < 6 ? 1 : 2;
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: { readonly word: string; readonly strokes: number; readonly count: number } | undefined;
  for (const [word, count] of counts) {
    const strokes = strokesBetween(typed, word, most);
    if (strokes > most) continue;
    const isBetter = !best || strokes < best.strokes || (strokes === best.strokes && count > best.count);
    if (isBetter) best = { word, strokes, count };
  }
  return best?.word;
}

/** Letters to put in, take out, change or swap with their neighbour (optimal string alignment); past `most` it may say less. */
export function strokesBetween(from: string, to: string, most = Number.POSITIVE_INFINITY): number {
  const a = [...from];
  const b = [...to];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = b.map((_, j) => j).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
