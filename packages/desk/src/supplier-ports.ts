import type { Id, Instant } from '@courant/base';
import type { ChainsOnFile, ItemKey } from './wire-ports.ts';

/** Who sends copy, and what the paper has to say of them. */
export interface Supplier {
  readonly key: string;
  readonly name?: string;
  /** IANA, of times that come without one. */
  readonly timeZone?: string;
  /** Days its copy is kept; absent: for good. */
  readonly keepDays?: number;
}

/** Suppliers: those that sent copy, and those of whom something was said. */
export interface Suppliers {
  all(): Promise<readonly Supplier[]>;
  /** Of whom something was said; held until the transaction ends. */
  byKey(key: string): Promise<Supplier | undefined>;
  save(supplier: Supplier): Promise<void>;
}

/** Where a walk through what is old has come: a moment, and the one of that moment. */
export interface OldPlace {
  readonly at: Instant;
  readonly id: Id;
}

/** The next part of what is old of one supplier. */
export interface OldPart {
  readonly supplier: string;
  readonly before: Instant;
  /** Absent: from the oldest on. */
  readonly after?: OldPlace;
  readonly most: number;
}

/** What one step deleted, and where the walk is; no place: it is at its end. */
export interface Cleared {
  readonly deleted: number;
  readonly at?: OldPlace;
}

/** Copy whose time is over, and what is still known of it. */
export interface Retention {
  /**
   * Deletes chains of which nothing came since, with versions, receipts, and payloads that nothing else was read from;
   * marks of the versions stay. What a story used, or what waits for a person or a rule, is left alone. Filing is held.
   */
  clearChains(part: OldPart, now: Instant): Promise<Cleared>;
  /** Deletes receipts, and their payloads, from which nothing on file was read. */
  clearReceipts(part: OldPart): Promise<Cleared>;
  /** Forgets marks not seen since a moment, kills excepted; gives how many. */
  forget(before: Instant, most: number): Promise<number>;
  /** Marks of the deleted versions of chains that any of these names leads to, and the names. */
  marksOf(keys: readonly ItemKey[]): Promise<ChainsOnFile>;
  /** Notes that what is gone was sent again. */
  seen(marks: readonly Id[], at: Instant): Promise<void>;
}
