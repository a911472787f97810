import type { Instant } from '@courant/base';
import type { WireItem } from './wire-item.ts';

/** What two versions are put in order by. */
export interface VersionMark extends Pick<WireItem, 'id' | 'version' | 'versionCreated' | 'take'> {
  readonly status?: WireItem['status'];
  readonly signal?: WireItem['signal'];
  /** When it came, where nothing that its sender says tells two versions apart. */
  readonly received?: Instant;
}

/** Whether one version of an item comes after another: by version number, then by the time it was made. */
export function supersedes(item: VersionMark, other: VersionMark): boolean {
  return versionOrder(item, other) > 0;
}

/** The latest of some versions of one item; of equals, the one that came last in the list. */
export function latestOf<T extends VersionMark>(versions: readonly T[]): T | undefined {
  return versions.reduce<T | undefined>(
    (latest, item) => (latest === undefined || versionOrder(item, latest) >= 0 ? item : latest),
    undefined,
  );
}

/** Whether a version withdraws its item for good. */
export function isKill({ status, signal }: Pick<VersionMark, 'status' | 'signal'>): boolean {
  return status === 'canceled' || signal === 'kill';
}

const NUMBER = /^\d+$/;

/**
 * The order of two versions, as of a sort. Numbers of different ids say nothing of each other: there the time comes
 * first. Of two that nothing tells apart a kill is the later one, else the one that came later.
 */
export function versionOrder(one: VersionMark, other: VersionMark): number {
  const made = compare(one.versionCreated ?? '', other.versionCreated ?? '');
  const take = (one.take ?? 0) - (other.take ?? 0);
  const steps =
    one.id === other.id
      ? [byNumber(one, other), made, compare(one.version ?? '', other.version ?? ''), take]
      : [made, take];
  const kill = Number(isKill(one)) - Number(isKill(other));
  const came = compare(one.received ?? '', other.received ?? '');
  return [...steps, kill, came].find((step) => step !== 0) ?? 0;
}

function byNumber({ version: a = '' }: VersionMark, { version: b = '' }: VersionMark): number {
  // Reuters counts in the hundreds of millions, others from 1: both fit a bigint, neither sorts as text.
  if (!NUMBER.test(a) || !NUMBER.test(b) || BigInt(a) === BigInt(b)) return 0;
  return BigInt(a) > BigInt(b) ? 1 : -1;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a > b ? 1 : -1;
}
