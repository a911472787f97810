import type { Json } from '@courant/base';
import type { Subscription } from './subscription.ts';

/** One thing a channel brought: the bytes as they came, and what was said around them. */
export interface Parcel {
  readonly bytes: Uint8Array;
  /** IANA media type, where the carrier was told one; never believed, only kept. */
  readonly mediaType?: string;
  /** What it was called where it came from: a file's name, an address, a message id. */
  readonly name?: string;
  /** What stood around it: HTTP or mail headers in lower case, times of a file. No secret is among them. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Keeps a parcel for good. Once it resolves, the carrier may take the original away or mark it seen; if it throws, the
 * carrier leaves everything as it was and ends its visit with that fault.
 */
export type Receive = (parcel: Parcel) => Promise<void>;

/** What a carrier wants to know again at its next visit: validators, positions, names seen. */
export type Memory = { readonly [name: string]: Json };

/** One visit to where copy comes from. */
export interface VisitOrder {
  readonly memory: Memory;
  readonly receive: Receive;
  /**
   * Stores what the carrier knows while the visit goes on: now and then, and before it fails, so that what is kept is
   * not brought again. Optional: ingest knows what it has.
   */
  readonly remember?: (memory: Memory) => Promise<void>;
  /** Ends the visit: the process stops, or it took too long. */
  readonly signal: AbortSignal;
}

/** Something that was there and was not brought, and will not be. */
export interface RefusedParcel {
  readonly name: string;
  /** A sentence for the channel's log. */
  readonly say: string;
}

/** How a visit came out; one that failed throws a Fault with a code of this room. */
export interface Visit {
  /** Parcels kept. */
  readonly brought: number;
  readonly memory: Memory;
  readonly refused?: readonly RefusedParcel[];
  /** Seconds the other side asks us to stay away (Retry-After). */
  readonly rest?: number;
  /** More waits there than one visit brings: come again at once. */
  readonly more?: boolean;
  /** The address that the other side wants to be called by from now on: a proposal to a person. */
  readonly movedTo?: string;
}

/** Goes to one place and brings what is new there. */
export interface Carrier {
  visit(order: VisitOrder): Promise<Visit>;
}

/** The page of the subscription that a WebSub channel has; our own route reads and writes it too. */
export interface SubscriptionBook {
  /** The address of ours that the hub is to call: one for each channel, with a part that nobody guesses. */
  readonly callback: string;
  read(): Promise<Subscription>;
  write(subscription: Subscription): Promise<void>;
}
