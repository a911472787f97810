/** A draft was written under another number of the document schema than this code has. */
export const SCHEMA_MISMATCH = 'schema-mismatch';

/** An update of a draft is no Yjs update, or the draft nests deeper than can be read. */
export const DRAFT_UNREADABLE = 'draft-unreadable';

/** What came as a Yjs state vector is none. */
export const VECTOR_UNREADABLE = 'vector-unreadable';
