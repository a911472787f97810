import type { Clock } from './clock.ts';
import { millis } from './clock.ts';

/** A UUID in lower case, as `0198f2c4-…`. Ids made by us are version 7 (RFC 9562 §5.7). */
export type Id = string & { readonly __brand: 'Id' };

/** Fills an array with random bytes and gives it back; `crypto.getRandomValues` is one. */
export type Chance = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/** A maker of ids that rise with time. */
export type NewId = () => Id;

/**
 * Makes UUIDv7 ids: 48 bits of milliseconds, 12 bits of a counter that keeps those of one millisecond in
 * order (RFC 9562 §6.2, method 1), 62 random bits.
 */
export function idMaker(clock: Clock, chance: Chance): NewId {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const now = millis(clock.now());
    if (now > lastMs) {
      lastMs = now;
      counter = 0;
    } else if (++counter > 0xfff) {
      lastMs++;
      counter = 0;
    }
    return format(lastMs, counter, chance(new Uint8Array(8)));
  };
}

function format(ms: number, counter: number, random: Uint8Array): Id {
  const time = ms.toString(16).padStart(12, '0');
  const tail = Array.from(random, (byte, i) => (i === 0 ? (byte & 0x3f) | 0x80 : byte));
  const hex = tail.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${hex.slice(0, 4)}-${hex.slice(4)}` as Id;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is an id of ours. */
export function isId(text: string): text is Id {
  return UUID.test(text);
}
