/** The keys by which one round knows the entries of two lists; an entry without a key sits the round out. */
export interface MatchRound {
  readonly before: readonly (string | undefined)[];
  readonly after: readonly (string | undefined)[];
}

/** For each entry of the list after, the index of its own in the list before, where it has one. */
export type Matches = readonly (number | undefined)[];

/** Matches two lists round by round: each entry once, with the first free one of the same key. */
export function matched(rounds: readonly MatchRound[]): Matches {
  const matches: (number | undefined)[] = [];
  const taken = new Set<number>();
  for (const { before, after } of rounds) {
    const free = Map.groupBy(
      before.keys().filter((i) => !taken.has(i)),
      (i) => before[i],
    );
    for (const [j, key] of after.entries()) {
      const isLeft = key !== undefined && matches[j] === undefined;
      matches[j] ??= isLeft ? free.get(key)?.shift() : undefined;
      if (matches[j] !== undefined) taken.add(matches[j]);
    }
  }
  return matches;
}
