import type { Json } from '@courant/base';

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
  /** Ends the visit: the process stops, or it took too long. */
  readonly signal: AbortSignal;
}

/** How a visit came out; one that failed throws a Fault with a code of this room. */
export interface Visit {
  /** Parcels kept. */
  readonly brought: number;
  readonly memory: Memory;
  /** Seconds the other side asks us to stay away (Retry-After, ttl). */
  readonly rest?: number;
}

/** Goes to one place and brings what is new there. */
export interface Carrier {
  visit(order: VisitOrder): Promise<Visit>;
}
