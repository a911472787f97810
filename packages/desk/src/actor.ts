import type { Capability } from './rights.ts';

/** Who acts: a person, a token or a rule, with what it may do. */
export interface Actor {
  /** As the audit trail names it: `cli:root`, `token:wire push`, `schedule`. */
  readonly name: string;
  readonly may: readonly Capability[];
}
