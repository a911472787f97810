import type { Id, Instant, Json } from '@courant/base';
import type { WireItem } from '@courant/wire';
import { isKill, supersedes, versionOrder } from '@courant/wire';
import type { Arrival } from './wire-arrival.ts';
import type {
  ChainRow,
  ChainState,
  ChainsOnFile,
  Held,
  ItemKey,
  ItemName,
  NewVersion,
  PlannedFiling,
  VersionOnFile,
} from './wire-ports.ts';

/**
 * How filing came out. `accepted`: the first of its chain. `updated`: now the latest. `superseded`: an older version
 * than one on file; kept, and not used. `duplicate`: on file already. `gone`: on file before and deleted since, or older
 * than what was.
 */
export type FilingOutcome = 'accepted' | 'updated' | 'superseded' | 'duplicate' | 'gone';

/** What became of one arrival. */
export interface Outcome {
  readonly outcome: FilingOutcome;
  /** The version on file: its own, or the one it is a duplicate of; of what is gone, that which was. */
  readonly row: Id;
  readonly chain: Id;
}

/** What is to be written, and what became of each arrival, in their order. */
export interface FilingPlan {
  readonly filing: PlannedFiling;
  readonly outcomes: readonly Outcome[];
}

/** What filing decides by. */
export interface FilingBasis {
  /** Every chain that an arrival may belong to. */
  readonly onFile: ChainsOnFile;
  readonly arrivals: readonly Arrival[];
  /** Versions, on file or arriving, that are of one item though their ids differ. */
  readonly ties: readonly (readonly [Id, Id])[];
}

/** Name of an item among all suppliers. */
export function nameOf({ supplier, itemId }: ItemKey): string {
  return `${supplier}\n${itemId}`;
}

/** Settles what a number of arrivals are to the copy on file. Their order makes no difference to how chains end up. */
export function planFiling({ onFile, arrivals, ties }: FilingBasis): FilingPlan {
  const seen = new Map(onFile.versions.map((version) => [sameness(version), version]));
  const byPart = new Map(onFile.versions.map((version) => [partOf(version), version]));
  const chains = new Chains(onFile);
  const outcomes: Outcome[] = [];
  const versions: NewVersion[] = [];
  for (const arrival of arrivals) {
    const marked = markOf(arrival);
    const same = seen.get(sameness(marked)) ?? byPart.get(partOf(marked));
    if (same) {
      outcomes.push({ outcome: 'duplicate', row: same.row, chain: same.chain });
      continue;
    }
    const { chain, outcome } = chains.enter(marked, arrival);
    const version = { ...marked, chain };
    seen.set(sameness(version), version);
    byPart.set(partOf(version), version);
    versions.push(newVersion(arrival, chain));
    outcomes.push({ outcome, row: arrival.id, chain });
  }
  for (const [one, other] of ties) chains.tie(one, other);
  const now = (chain: Id) => chains.now(chain);
  return {
    filing: {
      versions: versions.map((version) => ({ ...version, chain: now(version.chain) })),
      names: chains.names(),
      chains: chains.rows(),
      joined: chains.joined(),
    },
    outcomes: outcomes.map((outcome) => ({ ...outcome, chain: now(outcome.chain) })),
  };
}

/** The same version with the same words, by whatever way it came. */
export function sameness({ supplier, id, version = '', contentHash }: VersionOnFile): string {
  return [supplier, id, version, contentHash].join('\n');
}

/** The same place of the same payload under the same version: read anew it is no second version. */
export function partOf({ supplier, id, version = '', payload, part }: VersionOnFile): string {
  return [supplier, id, version, payload, part].join('\n');
}

/** An arrival as filing compares it; its chain is not known yet and stands for itself. */
export function markOf(arrival: Omit<Arrival, 'words' | 'judged'>): VersionOnFile {
  const { id: row, item, supplier, contentHash, payload, part, received } = arrival;
  const { id, version, versionCreated, take, status, signal } = item;
  const said = { version, versionCreated, take, status, signal };
  const present = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { row, id, supplier, contentHash, payload, part, received, chain: row, ...present };
}

function newVersion(arrival: Arrival, chain: Id): NewVersion {
  const { judged, words: _, print: __, isAfterKill: ___, ...rest } = arrival;
  return { ...rest, chain, trail: judged.trail, ...(judged.todo === undefined ? {} : { todo: judged.todo }) };
}

/** The chains that arrivals touch, while they are being filed. */
class Chains {
  /** By chain: its versions, on file and arriving. */
  readonly #versions = new Map<Id, VersionOnFile[]>();
  readonly #byName = new Map<string, ItemName>();
  readonly #named = new Map<string, ItemName>();
  readonly #byRow = new Map<Id, Id>();
  readonly #arrivals = new Map<Id, Arrival>();
  readonly #onFile: ReadonlySet<Id>;
  readonly #touched = new Set<Id>();
  readonly #joined = new Map<Id, Id>();

  constructor({ versions, names }: ChainsOnFile) {
    this.#onFile = new Set(versions.map(({ chain }) => chain));
    for (const version of versions) this.#add(version, version.chain);
    for (const name of names) this.#byName.set(nameOf(name), name);
  }

  /** Puts an arrival into its chain, or begins one. */
  enter(version: VersionOnFile, arrival: Arrival): { chain: Id; outcome: FilingOutcome } {
    const { supplier } = version;
    const keys = [arrival.item.id, ...(arrival.item.replaces ?? [])].map((itemId) => ({ supplier, itemId }));
    const known = keys.flatMap((key) => this.#byName.get(nameOf(key))?.chain ?? []);
    for (const other of known.slice(1)) this.#join(other, known[0] ?? other);
    const chain = this.now(known[0] ?? version.row);
    const others = this.#versions.get(chain) ?? [];
    const isLatest = others.every((other) => !supersedes(other, version));
    this.#arrivals.set(version.row, arrival);
    this.#add(version, chain);
    for (const key of keys) this.#name({ ...key, chain });
    this.#touched.add(chain);
    return { chain, outcome: outcomeOf(others.length, isLatest) };
  }

  tie(one: Id, other: Id): void {
    const [a, b] = [this.#byRow.get(one), this.#byRow.get(other)];
    if (a !== undefined && b !== undefined) this.#join(b, a);
  }

  /** Chains on file that are another's now. */
  joined(): PlannedFiling['joined'] {
    return [...this.#joined.keys()]
      .filter((from) => this.#onFile.has(from))
      .map((from) => ({ from, to: this.now(from) }));
  }

  /** What a chain is called now. */
  now(chain: Id): Id {
    const to = this.#joined.get(chain);
    return to === undefined ? chain : this.now(to);
  }

  /** What was not called so before. */
  names(): readonly ItemName[] {
    return [...this.#named.values()].map((name) => ({ ...name, chain: this.now(name.chain) }));
  }

  /** Every chain that is not what it was. */
  rows(): readonly ChainRow[] {
    return [...new Set([...this.#touched].map((chain) => this.now(chain)))].map((chain) => this.#row(chain));
  }

  #row(chain: Id): ChainRow {
    const versions = (this.#versions.get(chain) ?? []).toSorted((a, b) => versionOrder(b, a));
    const [latest] = versions;
    if (!latest) throw new Error(`chain ${chain} has no version`);
    const worded = versions.find((version) => this.#hasWords(version));
    // Where nothing was ever said the latest version stands for itself.
    const arrived = this.#arrivals.get((worded ?? latest).row);
    const held = heldBy(versions, this.#arrivals.get(latest.row));
    return {
      ...{ id: chain, supplier: latest.supplier, latest: latest.row, versions: versions.length },
      state: stateOf(latest),
      ...(held ? { held } : {}),
      ...(worded ? { worded: worded.row } : {}),
      // What the list is to show, where the latest version that has words is among the arrivals.
      ...(arrived ? { shown: shownOf(arrived) } : {}),
    };
  }

  #hasWords({ row, hasWords: isSaid = true }: VersionOnFile): boolean {
    const arrival = this.#arrivals.get(row);
    return arrival ? hasWords(arrival.item) : isSaid;
  }

  #add(version: VersionOnFile, chain: Id): void {
    const versions = this.#versions.get(chain);
    if (versions) versions.push(version);
    else this.#versions.set(chain, [version]);
    this.#byRow.set(version.row, chain);
  }

  #name(name: ItemName): void {
    const key = nameOf(name);
    if (this.#byName.has(key)) return;
    this.#byName.set(key, name);
    this.#named.set(key, name);
  }

  /** The chain on file keeps its name; of two on file the elder does. */
  #join(one: Id, other: Id): void {
    const [a, b] = [this.now(one), this.now(other)];
    if (a === b) return;
    const keepsA = this.#onFile.has(a) && (!this.#onFile.has(b) || a < b);
    const [from, to] = keepsA ? [b, a] : [a, b];
    for (const version of this.#versions.get(from) ?? []) this.#add(version, to);
    this.#versions.delete(from);
    this.#joined.set(from, to);
    for (const chain of [from, to]) this.#touched.add(chain);
  }
}

function outcomeOf(others: number, isLatest: boolean): FilingOutcome {
  if (others === 0) return 'accepted';
  return isLatest ? 'updated' : 'superseded';
}

function stateOf(latest: VersionOnFile): ChainState {
  if (isKill(latest)) return 'killed';
  return latest.status === 'withheld' ? 'withheld' : 'usable';
}

function heldBy(versions: readonly VersionOnFile[], arrival: Arrival | undefined): Held | undefined {
  const [latest, ...earlier] = versions;
  if (latest && !isKill(latest) && earlier.some((version) => isKill(version))) return 'after-kill';
  if (!arrival) return latest?.held;
  if (arrival.isAfterKill && latest && !isKill(latest)) return 'after-kill';
  const { item, judged } = arrival;
  if (item.embargo === 'indefinite') return 'embargo';
  const codes = item.warnings.map(({ code }) => code);
  if (codes.includes('unknown-status')) return 'status';
  if (codes.includes('restricted')) return 'restricted';
  return judged.isHeld ? 'rule' : undefined;
}

function hasWords(item: WireItem): boolean {
  return item.headline !== undefined || item.body !== undefined;
}

function shownOf({ item, received, words, judged }: Arrival): NonNullable<ChainRow['shown']> {
  const { routes, presets } = judged;
  return {
    kind: item.kind ?? 'text',
    ...(item.language === undefined ? {} : { language: item.language }),
    ...(item.urgency === undefined ? {} : { urgency: item.urgency }),
    newest: received,
    summary: { ...summaryOf(item), ...(judged.notify ? { notify: judged.notify } : {}) },
    words,
    ...{ routes, presets },
    desks: [...new Set(routes.flatMap(({ desk }) => desk ?? []))],
  };
}

/** What a row of the list shows; bodies are read when somebody opens it. */
function summaryOf(item: WireItem): { readonly [name: string]: Json } {
  const { headline, slug, kicker, byline, dateline, source, signal, take, embargo, version } = item;
  const made: Instant | undefined = item.versionCreated;
  const warnings = item.warnings.map(({ code }) => code);
  const place = dateline?.place;
  const said = { headline, slug, kicker, byline, place, source, signal, take, embargo, version, made };
  const present = Object.entries(said).filter(([, value]) => value !== undefined);
  const media = item.media?.length ?? 0;
  return JSON.parse(
    JSON.stringify({
      ...Object.fromEntries(present),
      ...(media > 0 ? { media } : {}),
      ...(warnings.length > 0 ? { warnings } : {}),
    }),
  );
}
