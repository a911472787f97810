import type { Id, Instant, Json } from '@courant/base';
import type { VersionMark, WireItem } from '@courant/wire';
import type { GroupPlace, PrintsFiled } from './wire-near-ports.ts';

/** A wire item as filed. */
export interface FiledItem {
  readonly id: Id;
  readonly supplier: string;
  readonly contentHash: string;
  /** SHA-256 of the raw payload it was read from. */
  readonly payload: string;
  /** Its place among the items of that payload. */
  readonly part: number;
  readonly received: Instant;
  readonly chain: Id;
  readonly item: WireItem;
}

/** An item by who sent it and what they call it. */
export interface ItemKey {
  readonly supplier: string;
  readonly itemId: string;
}

/** What filing must know of a version that is on file: no text of it. */
export interface VersionOnFile extends VersionMark {
  readonly row: Id;
  readonly supplier: string;
  readonly chain: Id;
  readonly contentHash: string;
  readonly payload: string;
  readonly part: number;
  readonly received: Instant;
  /** Why its chain is held, where it is the version that holds. */
  readonly held?: Held;
  /** Whether it says anything itself. */
  readonly hasWords?: boolean;
}

/** How an item stands: what its latest version says. */
export type ChainState = 'usable' | 'withheld' | 'killed';

/** Why a person must look at copy before it is used. */
export type Held = 'embargo' | 'status' | 'restricted' | 'after-kill' | 'rule';

/** Texts of an item by what a word in them is worth to a search. */
export interface WeighedWords {
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly d: string;
}

/** What a row of the live list shows of an item. */
export interface WireSummary {
  readonly [name: string]: Json;
}

/** What a rule said copy is for. */
export interface Route {
  readonly rule: string;
  readonly desk?: string;
  readonly section?: string;
  readonly edition?: string;
  readonly priority?: number;
  readonly tag?: string;
}

/** What a rule did with an item, or why not. */
export interface TrailEntry {
  readonly rule: string;
  readonly did: string;
  readonly why?: string;
}

/** An item with all its versions, as filing leaves it. */
export interface ChainRow {
  readonly id: Id;
  readonly supplier: string;
  readonly latest: Id;
  readonly state: ChainState;
  readonly held?: Held;
  readonly versions: number;
  /** The latest version that says anything; absent: none does. */
  readonly worded?: Id;
  /** Absent: the latest version was on file before, and what the list shows stays. */
  readonly shown?: ShownChain;
}

/** What the live list shows and finds of an item, taken from its latest version with words. */
export interface ShownChain {
  readonly kind: string;
  readonly language?: string;
  readonly urgency?: number;
  readonly newest: Instant;
  readonly summary: WireSummary;
  readonly words: WeighedWords;
  readonly routes: readonly Route[];
  readonly desks: readonly string[];
  /** Keys of the presets that it belongs to. */
  readonly presets: readonly Id[];
}

/** A version to be put on file. */
export interface NewVersion extends Omit<FiledItem, 'chain'> {
  readonly chain: Id;
  readonly channel?: string;
  readonly trail: readonly TrailEntry[];
  readonly todo?: Json;
}

/** What an item is called, and the chain that is it. */
export interface ItemName extends ItemKey {
  readonly chain: Id;
}

/** Chains on file: every version of them, and every name. */
export interface ChainsOnFile {
  readonly versions: readonly VersionOnFile[];
  readonly names: readonly ItemName[];
}

/** What one filing writes, before it is settled what tells the same. */
export interface PlannedFiling {
  readonly names: readonly ItemName[];
  readonly versions: readonly NewVersion[];
  readonly chains: readonly ChainRow[];
  /** Chains that turned out to be one: those of the first are now the second's. */
  readonly joined: readonly { readonly from: Id; readonly to: Id }[];
}

/** What one filing writes. */
export interface Filing extends PlannedFiling {
  /** The places of its chains in groups, and of every other whose place is another now. */
  readonly places: ReadonlyMap<Id, GroupPlace>;
  readonly prints: PrintsFiled;
}

/** A payload as it arrived by a channel. */
export interface Receipt {
  readonly id: Id;
  readonly channel: string;
  readonly supplier?: string;
  readonly payload: string;
  readonly mediaType?: string;
  readonly name?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly received: Instant;
}

/** How the reading of a receipt ended. */
export type ReceiptOutcome =
  | { readonly state: 'read'; readonly items: number }
  | { readonly state: 'quarantined'; readonly why: string; readonly say: string };

/** A receipt that waits to be read, with its bytes and who sent it. */
export interface Unread extends Receipt {
  readonly bytes: Uint8Array;
  readonly attempts: number;
  /** IANA zone of the supplier's times. */
  readonly timeZone?: string;
}

/** How much of the inbox is taken in hand. */
export interface InboxMost {
  readonly receipts: number;
  readonly bytes: number;
  /** Receipts that are in hand already. */
  readonly except: readonly Id[];
}

/** A receipt and how its reading ended. */
export interface SettledReceipt {
  readonly id: Id;
  readonly outcome: ReceiptOutcome;
}

/** What arrived and was not filed yet. */
export interface Inbox {
  /** Keeps a payload and its receipt; the same bytes again by the same channel only count. */
  receive(receipt: Receipt, bytes: Uint8Array): Promise<'kept' | 'known'>;
  /** The receipts that came first of those not read, their attempts counted; at least one, however large. */
  take(most: InboxMost): Promise<readonly Unread[]>;
  settle(settled: readonly SettledReceipt[], at: Instant): Promise<void>;
}

/** Agency copy on file. */
export interface WireItems {
  /** Holds filing until the transaction ends: chains that belong together are never filed side by side. */
  holdFiling(): Promise<void>;
  keepPayload(payload: { hash: string; bytes: Uint8Array; received: Instant }): Promise<void>;
  /** The chains that any of these names leads to, whole. */
  chainsOf(keys: readonly ItemKey[]): Promise<ChainsOnFile>;
  file(filing: Filing): Promise<void>;
  byId(id: Id): Promise<FiledItem | undefined>;
  /** All versions of a chain, oldest arrival first. */
  versions(chain: Id): Promise<readonly FiledItem[]>;
  /** The chain an item belongs to. */
  chain(key: ItemKey): Promise<Id | undefined>;
  /** The story made from a chain, the first where there are several. */
  story(chain: Id): Promise<Id | undefined>;
}

/** That a story used a version of an item. */
export interface WireUse {
  readonly story: Id;
  readonly item: Id;
  readonly at: Instant;
  readonly how: 'made' | 'rewritten' | 'merged';
  readonly actor: string;
}
