import type { Id, Instant } from '@courant/base';
import type { NearPrint } from './wire-near-print.ts';

/** The print of an item's text on file. */
export interface FiledPrint {
  readonly chain: Id;
  /** The version whose text it is. */
  readonly version: Id;
  /** When that was made, by what its sender says, or else when it came. */
  readonly made: Instant;
  readonly print: NearPrint;
}

/** A place in a group: items that tell the same are one row of the live list, that of the newest. */
export interface GroupPlace {
  /** Id of the eldest chain of the group; its own where an item is alone. */
  readonly grouped: Id;
  readonly leads: boolean;
}

/** An item on file with its place; without a print where its text says too little, was withdrawn, or was forgotten. */
export interface GroupMember extends GroupPlace {
  readonly chain: Id;
  readonly newest: Instant;
  readonly filed?: FiledPrint;
}

/** What came before of the same, as rules are told of it. */
export interface NearSeen {
  /** Who sent it. */
  readonly suppliers: readonly string[];
  /** How the stories stand that were made of it. */
  readonly stories: readonly string[];
}

/** Somebody who sent the same before, and how stories stand that were made of it. */
export interface NearSender {
  /** The item that was looked for. */
  readonly chain: Id;
  readonly supplier: string;
  readonly stories: readonly string[];
}

/** The prints of late, and the groups that came of them. */
export interface NearBook {
  /** For each of some prints those on file that share most marks with it, a few at the most. */
  sharing(
    prints: readonly NearPrint[],
  ): Promise<readonly { readonly asked: number; readonly filed: FiledPrint }[]>;
  /** Everybody in the groups of some chains. */
  members(chains: readonly Id[]): Promise<readonly GroupMember[]>;
  /** Who sent what stands in the groups of some chains. */
  senders(chains: readonly Id[]): Promise<readonly NearSender[]>;
  /** Drops prints filed before a moment, a part at a time; gives whether there are more. Groups stay as they are. */
  forget(before: Instant): Promise<boolean>;
}

/** Prints that one filing writes, and those of chains that have no such text any more. */
export interface PrintsFiled {
  readonly kept: readonly FiledPrint[];
  readonly gone: readonly Id[];
  /** From when on they are kept. */
  readonly at: Instant;
}
