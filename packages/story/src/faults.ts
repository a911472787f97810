/** A draft was written under another number of the document schema than this code has. */
export const SCHEMA_MISMATCH = 'schema-mismatch';
