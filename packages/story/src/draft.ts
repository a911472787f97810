import { canonicalJson, Fault } from '@courant/base';
import * as Y from 'yjs';
import { BODY_SCHEMA } from './body.ts';
import { readFragment, writeFragment } from './body-fragment.ts';
import { conflictsIn } from './conflict.ts';
import type { Copy } from './copy.ts';
import { DRAFT_UNREADABLE, SCHEMA_MISMATCH, VECTOR_UNREADABLE } from './faults.ts';
import { CHOICE, CHOICES, TEXTS } from './field.ts';
import { replaceText } from './replace-text.ts';
import { storable, wellFormed } from './storable.ts';

/**
 * The draft of a story: a Yjs document made of an append-only list of updates, in any order. Texts that people type
 * in are shared texts (`headline` …), other fields stand in the map `fields`, conflicts each by its id in the map `conflicts`, the body in the fragment `body` in the
 * shape that ProseMirror's binding reads, the number of the schema in the map `meta`.
 */
export interface Draft {
  readonly doc: Y.Doc;
}

/** Texts that every copy has, blank or not. */
const NEVER_ABSENT: ReadonlySet<string> = new Set(['slug', 'headline']);

/**
 * Opens a draft from its updates, in any order. `client` is a number no other writer has; it signs what is written
 * here. Throws Fault `schema-mismatch` where the draft was written under another number of the schema, and
 * `draft-unreadable` where an update is none.
 */
export function openDraft(updates: readonly Uint8Array[], client: number): Draft {
  const doc = new Y.Doc({ gc: true });
  doc.clientID = client >>> 0;
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
  } catch (cause) {
    throw new Fault(DRAFT_UNREADABLE, 'An update of this draft cannot be read.', {
      cause,
      hint: 'Bring the draft back from a backup, or from the editors who still have it open.',
    });
  }
  const schema: unknown = doc.getMap('meta').get('schema');
  if (schema !== undefined && schema !== BODY_SCHEMA) {
    throw new Fault(
      SCHEMA_MISMATCH,
      `This draft was written under schema ${String(schema)}; this is ${BODY_SCHEMA}.`,
      { hint: 'Load the newsroom anew; what you typed is kept.' },
    );
  }
  return { doc };
}

/**
 * The copy a draft reads as. Fields that are absent are absent, and so are values that a field cannot have; an empty
 * draft is an article without a word. Throws Fault `draft-unreadable` where its body nests deeper than any story.
 */
export function readCopy({ doc }: Draft): Copy {
  const fields: Record<string, unknown> = { kind: 'article', language: 'en' };
  for (const name of TEXTS) {
    const text = doc.getText(name).toString();
    if (text !== '' || NEVER_ABSENT.has(name)) fields[name] = text;
  }
  const choices = doc.getMap('fields');
  for (const name of CHOICES) {
    const value = CHOICE[name](choices.get(name));
    if (value !== undefined) fields[name] = value;
  }
  const conflicts = conflictsIn(doc.getMap('conflicts').toJSON());
  if (conflicts.length > 0) fields.conflicts = conflicts;
  // Texts are texts, and each choice was read as its field's own type.
  return { ...(fields as unknown as Omit<Copy, 'body'>), body: readFragment(doc.getXmlFragment('body')) };
}

/**
 * Makes a draft read as this copy, changing as little as can be, so that what others type at the same time stays.
 * Gives the one update that does it, or undefined where nothing changed.
 */
export function writeCopy({ doc }: Draft, copy: Copy): Uint8Array | undefined {
  let update: Uint8Array | undefined;
  const keep = (made: Uint8Array) => {
    update = made;
  };
  doc.on('update', keep);
  try {
    doc.transact(() => {
      const meta = doc.getMap('meta');
      if (meta.get('schema') === undefined) meta.set('schema', BODY_SCHEMA);
      for (const name of TEXTS) replaceText(doc.getText(name), storable(copy[name] ?? ''));
      writeChoices(doc.getMap('fields'), copy);
      writeConflicts(doc.getMap('conflicts'), copy);
      writeFragment(doc, doc.getXmlFragment('body'), copy.body);
    });
  } finally {
    doc.off('update', keep);
  }
  return update;
}

function writeChoices(fields: Y.Map<unknown>, copy: Copy): void {
  for (const name of CHOICES) {
    const value = copy[name];
    if (value === undefined) {
      if (fields.has(name)) fields.delete(name);
      continue;
    }
    const wanted = wellFormed(value);
    if (canonicalJson(wellFormed(fields.get(name) ?? null)) !== canonicalJson(wanted))
      fields.set(name, wanted);
  }
}

/** Each conflict for itself: two people who settle one each must not bring the other back. */
function writeConflicts(map: Y.Map<unknown>, { conflicts = [] }: Copy): void {
  const wanted = new Map(conflicts.map((conflict) => [conflict.id, wellFormed(conflict)]));
  for (const id of [...map.keys()]) if (!wanted.has(id)) map.delete(id);
  for (const [id, conflict] of wanted) {
    if (canonicalJson(wellFormed(map.get(id))) !== canonicalJson(conflict)) map.set(id, conflict);
  }
}

/**
 * What a draft holds of every writer, as a Yjs state vector. It counts what was added: a deletion alone, which adds
 * nothing, does not show in it.
 */
export function stateVector({ doc }: Draft): Uint8Array {
  return Y.encodeStateVector(doc);
}

/** Whether a draft holds everything that a state vector names. Throws Fault `vector-unreadable` on what is none. */
export function covers({ doc }: Draft, vector: Uint8Array): boolean {
  const held = Y.decodeStateVector(Y.encodeStateVector(doc));
  for (const [client, clock] of clocksOf(vector)) {
    if ((held.get(client) ?? 0) < clock) return false;
  }
  return true;
}

function clocksOf(vector: Uint8Array): ReadonlyMap<number, number> {
  try {
    return Y.decodeStateVector(vector);
  } catch (cause) {
    throw new Fault(VECTOR_UNREADABLE, 'This is no Yjs state vector.', {
      cause,
      hint: 'Send what Y.encodeStateVector gives of the document the editor saw.',
    });
  }
}
