import type { Id, Instant } from '@courant/base';
import { later } from '@courant/base';
import type { WireItem } from '@courant/wire';
import type { Books, Desk } from './ports.ts';
import type { Arrival } from './wire-arrival.ts';
import { nameOf } from './wire-filing.ts';
import { settleGroups } from './wire-near-groups.ts';
import { isNear, NEAR_WITHIN } from './wire-near-pair.ts';
import type { FiledPrint, GroupMember, NearSeen } from './wire-near-ports.ts';
import type { NearPrint } from './wire-near-print.ts';
import { printOf } from './wire-near-print.ts';
import type { ChainRow, ChainsOnFile, Filing, ItemKey, PlannedFiling } from './wire-ports.ts';

/** An item that is about to be filed. */
export type Incoming = Pick<Arrival, 'item' | 'supplier' | 'received' | 'print'>;

/** What is on file of the same items, and of others that tell the same. */
export interface OnFile extends ChainsOnFile {
  /** Of each incoming item, in their order: the prints on file that tell the same, its own among them. */
  readonly near: readonly (readonly FiledPrint[])[];
}

/** How long prints are kept, in ms: longer than two near-duplicates may be apart, for what comes late. */
const KEPT = NEAR_WITHIN + 24 * 60 * 60 * 1_000;

/** Drops prints that nothing new is compared with any more, a part at a time; gives whether there are more. */
export function forgetPrints(desk: Desk): Promise<boolean> {
  const before = later(desk.clock.now(), -KEPT);
  return desk.archive.within((books) => books.near.forget(before));
}

/** Looks up what is on file of some items, once for all of them. */
export async function lookedUp(books: Books, incoming: readonly Incoming[]): Promise<OnFile> {
  const onFile = await books.wire.chainsOf(incoming.flatMap(keysOf));
  const printed = incoming.flatMap(({ print, ...rest }, at) => (print ? [{ ...rest, print, at }] : []));
  const near: FiledPrint[][] = incoming.map(() => []);
  const found = printed.length === 0 ? [] : await books.near.sharing(printed.map(({ print }) => print));
  for (const { asked, filed } of found) {
    const one = printed[asked];
    if (one && isNear({ made: madeAt(one), print: one.print }, filed)) near[one.at]?.push(filed);
  }
  return { ...onFile, near };
}

/** What an item is called, and what it takes the place of. */
export function keysOf({ supplier, item }: Pick<Incoming, 'supplier' | 'item'>): readonly ItemKey[] {
  return [item.id, ...(item.replaces ?? [])].map((itemId) => ({ supplier, itemId }));
}

function madeAt({ item, received }: { readonly item: WireItem; readonly received: Instant }): Instant {
  return item.versionCreated ?? received;
}

/** What came before of the same as each of some items, without earlier versions of their own. */
export async function nearSeen(
  books: Books,
  incoming: readonly Incoming[],
  { near, names }: OnFile,
): Promise<readonly (NearSeen | undefined)[]> {
  const chains = new Map(names.map((name) => [nameOf(name), name.chain]));
  const others = incoming.map((one, at) => {
    const own = new Set(keysOf(one).map((key) => chains.get(nameOf(key))));
    return (near[at] ?? []).map(({ chain }) => chain).filter((chain) => !own.has(chain));
  });
  const asked = [...new Set(others.flat())];
  if (asked.length === 0) return incoming.map(() => undefined);
  const senders = Map.groupBy(await books.near.senders(asked), ({ chain }) => chain);
  return others.map((found) => {
    const sent = found.flatMap((chain) => senders.get(chain) ?? []);
    if (sent.length === 0) return undefined;
    const suppliers = [...new Set(sent.map(({ supplier }) => supplier))].toSorted();
    return { suppliers, stories: [...new Set(sent.flatMap(({ stories }) => stories))].toSorted() };
  });
}

/** What a filing is grouped by. */
interface Grouping {
  readonly filing: PlannedFiling;
  readonly arrivals: readonly Arrival[];
  readonly onFile: OnFile;
  readonly at: Instant;
}

/** Settles the groups of everything that a filing touches. */
export async function grouped(books: Books, grouping: Grouping): Promise<Filing> {
  const { filing, onFile, at } = grouping;
  const known = new Set(onFile.versions.map(({ chain }) => chain));
  const touched = [...filing.chains.map(({ id }) => id), ...filing.joined.map(({ from }) => from)];
  const before = await membersOf(
    books,
    touched.filter((id) => known.has(id)),
  );
  const changes = await changesOf(books, grouping, before);
  const printed = changes.flatMap(({ filed }) => filed ?? []);
  const changed = new Set(changes.map(({ chain }) => chain));
  const gone = filing.joined.map(({ from }) => from);
  const others = changes.flatMap(({ chain, near }) => near.map((filed) => [chain, filed] as const));
  const pairs = others.filter(([, filed]) => !changed.has(filed.chain) && !gone.includes(filed.chain));
  const met = await membersOf(
    books,
    pairs.map(([, { chain }]) => chain).filter((chain) => !before.has(chain)),
  );
  const members = new Map([...before, ...met]);
  const places = settleGroups({
    ...{ before: [...members.values()], changed: changes, gone },
    pairs: [...pairs.map(([chain, filed]) => [chain, filed.chain] as const), ...pairsOf(printed)],
  });
  const lost = [...before.values()].filter(
    ({ chain, filed }) => filed && (changed.has(chain) || gone.includes(chain)),
  );
  return {
    ...filing,
    places: moved(places, members, filing),
    prints: { kept: printed, gone: lost.map(({ chain }) => chain), at },
  };
}

async function membersOf(books: Books, chains: readonly Id[]): Promise<ReadonlyMap<Id, GroupMember>> {
  const found = chains.length === 0 ? [] : await books.near.members([...new Set(chains)]);
  return new Map(found.map((member) => [member.chain, member]));
}

/** A chain whose text is another now, and what on file tells the same. */
interface Change extends GroupMember {
  readonly near: readonly FiledPrint[];
}

async function changesOf(
  books: Books,
  { filing, arrivals, onFile }: Grouping,
  before: ReadonlyMap<Id, GroupMember>,
): Promise<readonly Change[]> {
  const came = new Map(arrivals.map((arrival, at) => [arrival.id, { arrival, near: onFile.near[at] ?? [] }]));
  const changes: Change[] = [];
  for (const row of filing.chains) {
    const was = before.get(row.id);
    const version = row.state === 'killed' ? undefined : row.worded;
    const arrived = version === undefined ? undefined : came.get(version);
    if (was && version !== undefined && !arrived && isAsItWas(was, version, before)) continue;
    const now = arrived
      ? { ...printedOf(row, arrived.arrival, arrived.arrival.print), near: arrived.near }
      : await readAgain(books, row, version);
    const newest = row.shown?.newest ?? was?.newest;
    if (newest !== undefined) changes.push({ chain: row.id, grouped: row.id, leads: true, newest, ...now });
  }
  return changes;
}

/** Whether a text on file is the one that a place came of; one that was forgotten keeps its place among others. */
function isAsItWas(was: GroupMember, version: Id, before: ReadonlyMap<Id, GroupMember>): boolean {
  if (was.filed) return was.filed.version === version;
  return [...before.values()].some(
    ({ chain, grouped: group }) => chain !== was.chain && group === was.grouped,
  );
}

function printedOf(
  { id, worded }: ChainRow,
  one: { readonly item: WireItem; readonly received: Instant },
  print: NearPrint | undefined,
): { readonly filed?: FiledPrint } {
  if (!print || worded === undefined) return {};
  return { filed: { chain: id, version: worded, made: madeAt(one), print } };
}

/** The text that holds came before and is not the one known: two chains are one now, or a kill was taken back. */
async function readAgain(
  books: Books,
  row: ChainRow,
  version: Id | undefined,
): Promise<Pick<Change, 'filed' | 'near'>> {
  const item = version === undefined ? undefined : await books.wire.byId(version);
  const print = item && printOf(item.item);
  if (!item || !print) return { near: [] };
  const found = await books.near.sharing([print]);
  const own = { made: madeAt(item), print };
  const near = found.map(({ filed }) => filed).filter((filed) => isNear(own, filed));
  return { ...printedOf(row, item, print), near };
}

/** As many are compared with one in the same filing as are on file. */
const MOST_MET = 16;

/** Pairs among prints of one filing: those that share a mark and tell the same. */
function pairsOf(prints: readonly FiledPrint[]): readonly (readonly [Id, Id])[] {
  const byMark = new Map<number, FiledPrint[]>();
  const pairs: (readonly [Id, Id])[] = [];
  for (const one of prints) {
    for (const other of mostShared(one, byMark)) if (isNear(one, other)) pairs.push([one.chain, other.chain]);
    for (const mark of one.print.marks) {
      const met = byMark.get(mark);
      if (met) met.push(one);
      else byMark.set(mark, [one]);
    }
  }
  return pairs;
}

/** Those that share most marks with one. */
function mostShared(
  { print }: FiledPrint,
  byMark: ReadonlyMap<number, readonly FiledPrint[]>,
): readonly FiledPrint[] {
  const shared = new Map<FiledPrint, number>();
  for (const mark of print.marks)
    for (const other of byMark.get(mark)?.slice(-MOST_MET) ?? [])
      shared.set(other, (shared.get(other) ?? 0) + 1);
  if (shared.size <= MOST_MET) return [...shared.keys()];
  const sorted = [...shared].toSorted(([, a], [, b]) => b - a);
  return sorted.slice(0, MOST_MET).map(([other]) => other);
}

/** The places of what is filed, and of every other that moved. */
function moved(
  places: Filing['places'],
  members: ReadonlyMap<Id, GroupMember>,
  { chains }: PlannedFiling,
): Filing['places'] {
  const filed = new Set(chains.map(({ id }) => id));
  const kept = [...places].filter(([chain, { grouped: group, leads }]) => {
    const was = members.get(chain);
    return filed.has(chain) || was?.grouped !== group || was.leads !== leads;
  });
  return new Map(kept);
}
