import type { IssueInput } from './issue-input.ts';
import type { StandingType } from './standing-type.ts';

/** What pages are made with. */
export interface Making {
  readonly input: IssueInput;
  readonly type: StandingType;
}
