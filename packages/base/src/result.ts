/** A work that went as asked, with what it gives. */
export interface Done<T> {
  readonly ok: true;
  readonly value: T;
}

/** An expected refusal: `why` is a code to decide by, `say` a sentence for a person. */
export interface Refused<W extends string = string> {
  readonly ok: false;
  readonly why: W;
  readonly say: string;
}

/** What a function returns whose refusal is part of the trade and no fault. */
export type Result<T, W extends string = string> = Done<T> | Refused<W>;

/** Wraps a value as a work done. */
export function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

/** Makes a refusal from its code and the sentence a person reads. */
export function refused<W extends string>(why: W, say: string): Refused<W> {
  return { ok: false, why, say };
}
