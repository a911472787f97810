import type { FuzzTarget } from './fuzz-targets.ts';

/** Readers that do what none may, for the first byte they are handed. */
export async function fuzzTargets(): Promise<ReadonlyMap<string, FuzzTarget>> {
  const kept: unknown[] = [];
  const does: Readonly<Record<string, () => void>> = {
    h: () => {
      for (;;) kept.length = 0;
    },
    t: () => {
      throw new Error('planted');
    },
    e: () => process.exit(7),
    o: () => {
      for (;;) kept.push({ list: new Array(1_000).fill('x') });
    },
    m: () => {
      // Outside of JavaScript's own memory.
      for (;;) kept.push(Buffer.alloc(8_000_000, 1));
    },
    g: () => undefined,
  };
  const takes = async (bytes: Uint8Array) => {
    does[String.fromCharCode(bytes[0] ?? 0)]?.();
    return 'true';
  };
  return new Map([['planted', { files: [Buffer.from('g')], minutes: 0, takes }]]);
}
