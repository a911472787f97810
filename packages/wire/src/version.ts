import type { WireItem } from './wire-item.ts';

/** Whether one version of an item comes after another: by version number, then by the time it was made. */
export function supersedes(item: WireItem, other: WireItem): boolean {
  return order(item, other) > 0;
}

/** The latest of some versions of one item; of equals, the one that came last in the list. */
export function latestOf(versions: readonly WireItem[]): WireItem | undefined {
  return versions.reduce<WireItem | undefined>(
    (latest, item) => (latest === undefined || order(item, latest) >= 0 ? item : latest),
    undefined,
  );
}

const NUMBER = /^\d+$/;

function order(item: WireItem, other: WireItem): number {
  const a = item.version ?? '';
  const b = other.version ?? '';
  // Reuters counts in the hundreds of millions, others from 1: both fit a bigint, neither sorts as text.
  if (NUMBER.test(a) && NUMBER.test(b) && BigInt(a) !== BigInt(b)) return BigInt(a) > BigInt(b) ? 1 : -1;
  const made = compare(item.versionCreated ?? '', other.versionCreated ?? '');
  return made !== 0 ? made : compare(a, b);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a > b ? 1 : -1;
}
