/**
 * The indexes of the longest run of rising numbers in a list, in order: what stays in place when a list is put in
 * another order. O(n log n); entries that are undefined are never in it.
 */
export function longestRise(numbers: readonly (number | undefined)[]): readonly number[] {
  /** For each length, the index whose number ends a rise of that length and is smallest. */
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const [i, number] of numbers.entries()) {
    if (number === undefined) continue;
    const length = lengthBelow(number, ends, numbers);
    before.set(i, length > 0 ? ends[length - 1] : undefined);
    ends[length] = i;
  }
  const rise: number[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) rise.push(at);
  return rise.reverse();
}

/** How many of the ends stand below a number: they rise, so halving finds it. */
function lengthBelow(
  number: number,
  ends: readonly number[],
  numbers: readonly (number | undefined)[],
): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
