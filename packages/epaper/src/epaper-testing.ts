export { PALETTE, partsFor } from './issue-testing.ts';
export { smallIssue } from './small-issue-testing.ts';
