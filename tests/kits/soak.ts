/**
 * `npm run soak` tries everything there is to try, as long as it takes; `npm test`, which has ten minutes for all, tries
 * a fixed part of it.
 */
export const IS_SOAK = process.env.COURANT_SOAK !== undefined;

/** How much is tried: as `npm test` does, or as a soak does. */
export function sized<T>(usual: T, soak: T): T {
  return IS_SOAK ? soak : usual;
}

/** All in a soak, else one of each `step`, always the same. */
export function portion<T>(all: readonly T[], step: number): readonly T[] {
  return IS_SOAK ? all : all.filter((_, i) => i % step === 0);
}
