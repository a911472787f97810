import type { Id } from '@courant/base';
import { isKill, supersedes } from '@courant/wire';
import type { Books, Desk } from './ports.ts';
import type { Arrival } from './wire-arrival.ts';
import type { Outcome } from './wire-filing.ts';
import { markOf, nameOf, partOf, sameness } from './wire-filing.ts';
import type { ItemKey, VersionOnFile } from './wire-ports.ts';

/** What is compared with what was deleted. */
type Compared = Omit<Arrival, 'judged' | 'words'>;

/**
 * Files what arrived, but not what retention has deleted before: that is `gone`, and stays so. A version newer than all
 * that is gone of its item is filed; above a kill it is held for a person, as if the kill were still on file.
 */
export async function sparingGone<T extends Compared>(
  { desk, books }: { readonly desk: Desk; readonly books: Books },
  arrivals: readonly T[],
  file: (staying: readonly T[]) => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  await books.wire.holdFiling();
  const known = await books.retention.marksOf(arrivals.flatMap(keysOf));
  if (known.versions.length === 0) return file(arrivals);
  const marksOf = new Map<string, readonly VersionOnFile[]>();
  for (const { chain, ...name } of known.names) {
    const marks = known.versions.filter((mark) => mark.chain === chain);
    marksOf.set(nameOf(name), marks);
  }
  const judged = arrivals.map((arrival) => {
    const marks = keysOf(arrival).flatMap((key) => marksOf.get(nameOf(key)) ?? []);
    return against(arrival, marks);
  });
  const gone = judged.flatMap(({ mark }) => (mark ? [mark.row] : []));
  if (gone.length > 0) await books.retention.seen([...new Set(gone)], desk.clock.now());
  const staying = judged.flatMap(({ mark, arrival }) => (mark ? [] : [arrival]));
  const filed = staying.length > 0 ? [...(await file(staying))] : [];
  return judged.flatMap(({ mark }) => (mark ? [goneAs(mark)] : (filed.shift() ?? [])));
}

/** The names that an arrival goes by. */
function keysOf({ supplier, item }: Compared): readonly ItemKey[] {
  return [item.id, ...(item.replaces ?? [])].map((itemId) => ({ supplier, itemId }));
}

/** The mark by which an arrival is gone; else the arrival, with whether its item was withdrawn before it was deleted. */
function against<T extends Compared>(
  arrival: T,
  marks: readonly VersionOnFile[],
): { readonly arrival: T; readonly mark?: VersionOnFile } {
  const version = markOf(arrival);
  const mark =
    marks.find((one) => sameness(one) === sameness(version) || partOf(one) === partOf(version)) ??
    marks.find((one) => !supersedes(version, one));
  if (mark) return { arrival, mark };
  return { arrival: marks.some((one) => isKill(one)) ? { ...arrival, isAfterKill: true } : arrival };
}

function goneAs({ row, chain }: { readonly row: Id; readonly chain: Id }): Outcome {
  return { outcome: 'gone', row, chain };
}
