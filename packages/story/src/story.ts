export type * from './body.ts';
export { BODY_SCHEMA, blockIds, EMPTY_BODY } from './body.ts';
export type { Copy, Dateline, StoryKind, Subject } from './copy.ts';
export type { Correction, RevisionKind, Story, StoryState } from './state.ts';
