import type { Instant } from '@courant/base';

/** How a payload came. */
export interface ReadOptions {
  readonly received: Instant;
  /** Who sent it, where the channel knows. */
  readonly supplier?: string;
  /** IANA zone in which times without one are read; UTC where absent. */
  readonly timeZone?: string;
  /** What it was called, where that says more than its content does: a format is never told by it. */
  readonly name?: string;
  /** What our own mail server found of the mail it came by (RFC 8601), never what the mail says of itself. */
  readonly authentication?: string;
}
