import type { Id, Instant } from '@courant/base';
import type { Copy } from '@courant/story';
import type { ChainState, FiledItem, WireUse } from './wire-ports.ts';

/** What an agency did that a story made from its copy must be told. */
export type AlertKind = 'update' | 'correction' | 'kill';

/** How an alert stands: `passed` where a later version says something else. */
export type AlertState = 'open' | 'done' | 'dismissed' | 'passed';

/** An alert to be raised. */
export interface NewAlert {
  readonly id: Id;
  readonly story: Id;
  /** The version that is the news. */
  readonly item: Id;
  readonly kind: AlertKind;
  readonly raised: Instant;
}

/** That an agency did something that a story must be told. */
export interface WireAlert extends NewAlert {
  readonly state: AlertState;
  readonly supplier: string;
}

/** The version of an item that a story used last, and the one that holds now. */
export interface UsedChain {
  readonly chain: Id;
  readonly state: ChainState;
  readonly used: FiledItem;
  readonly latest: FiledItem;
}

/** A version merged into a story. */
export interface WireMerge {
  readonly id: Id;
  readonly story: Id;
  readonly base: Id;
  readonly item: Id;
  readonly before: Copy;
  readonly after: Copy;
  readonly made: Instant;
  readonly actor: string;
}

/** What stories made of agency copy. */
export interface WireUses {
  /** Every item that a story used, the one used last first. */
  of(story: Id): Promise<readonly UsedChain[]>;
  /** The stories made of these items. */
  storiesOf(chains: readonly Id[]): Promise<readonly { readonly story: Id; readonly chain: Id }[]>;
  link(use: WireUse): Promise<void>;
  unlink(use: Pick<WireUse, 'story' | 'item'>): Promise<void>;
  /** Raises alerts; what was open of the same items and is no kill is passed. */
  raise(alerts: readonly NewAlert[]): Promise<void>;
  /** An alert, held until the transaction ends. */
  alert(id: Id): Promise<WireAlert | undefined>;
  openAlerts(story: Id): Promise<readonly WireAlert[]>;
  settleAlert(id: Id, by: { state: AlertState; at: Instant; actor: string }): Promise<void>;
  keepMerge(merge: WireMerge): Promise<void>;
  /** The merge of a story that was made last and not undone. */
  lastMerge(story: Id): Promise<WireMerge | undefined>;
  undoMerge(id: Id, at: Instant): Promise<void>;
}
