/** A seeded source of chance: the same seed draws the same picture for ever. */
export interface Dice {
  /** A number from 0 up to, not including, 1. */
  unit(): number;
  /** A number between two bounds. */
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** A number around `middle`, at most `spread` away and mostly much nearer. */
  near(middle: number, spread: number): number;
  /** One of a list; throws a `RangeError` where the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** True with the given chance (0 to 1). */
  chance(share: number): boolean;
}

/** Makes dice of a seed, by the mulberry32 generator (32 bits of state, period 2³²). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + (high - low) * unit();
  return {
    unit,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    near: (middle, spread) => middle + ((unit() + unit() + unit()) / 1.5 - 1) * spread,
    pick: (list) => {
      const found = list[Math.floor(unit() * list.length)];
      if (found === undefined) throw new RangeError('Nothing to pick from: the list is empty.');
      return found;
    },
    chance: (share) => unit() < share,
  };
}
