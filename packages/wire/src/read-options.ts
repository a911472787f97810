import type { Instant } from '@courant/base';

/** How a payload came. */
export interface ReadOptions {
  readonly received: Instant;
  /** Who sent it, where the channel knows. */
  readonly supplier?: string;
  /** IANA zone in which times without one are read; UTC where absent. */
  readonly timeZone?: string;
}
