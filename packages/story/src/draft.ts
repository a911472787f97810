import { Fault } from '@courant/base';
import { Node } from 'prosemirror-model';
import { initProseMirrorDoc, updateYFragment, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Body } from './body.ts';
import { BODY_SCHEMA, EMPTY_BODY } from './body.ts';
import type { Copy } from './copy.ts';
import { bodySchema } from './document.ts';
import { SCHEMA_MISMATCH } from './faults.ts';
import { replaceText } from './replace-text.ts';
import { storable } from './storable.ts';

/**
 * The draft of a story: a Yjs document made of an append-only list of updates, in any order. Texts that people type
 * in are shared texts (`headline` …), other fields stand in the map `fields`, the body in the fragment `body` in the
 * shape that ProseMirror's binding reads, the number of the schema in the map `meta`.
 */
export interface Draft {
  readonly doc: Y.Doc;
}

/** Fields that several people may type in at once: each is a shared text of its own. */
const TEXTS = [
  ...(['slug', 'kicker', 'headline', 'standfirst', 'byline', 'source'] as const),
  ...(['pictureCaption', 'urlSlug', 'edNote'] as const),
] as const;

/** Fields that are chosen rather than typed: the last choice stands. */
const CHOICES = [
  ...(['kind', 'language', 'dateline', 'urgency', 'embargo', 'subjects', 'keywords', 'picture'] as const),
  ...(['digitalSourceType', 'firstPublished', 'lastUpdated'] as const),
] as const;

/** Texts that every copy has, blank or not. */
const NEVER_ABSENT: ReadonlySet<string> = new Set(['slug', 'headline']);

/**
 * Opens a draft from its updates. `client` is a number no other writer has; it signs what is written here.
 * Throws Fault `schema-mismatch` where the draft was written under another number of the schema.
 */
export function openDraft(updates: readonly Uint8Array[], client: number): Draft {
  const doc = new Y.Doc({ gc: true });
  doc.clientID = client >>> 0;
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const schema: unknown = doc.getMap('meta').get('schema');
  if (schema !== undefined && schema !== BODY_SCHEMA) {
    throw new Fault(
      SCHEMA_MISMATCH,
      `This draft was written under schema ${String(schema)}; this is ${BODY_SCHEMA}.`,
      {
        hint: 'Load the newsroom anew; what you typed is kept.',
      },
    );
  }
  return { doc };
}

/** The copy a draft reads as. Fields that are absent are absent; an empty draft is an article without a word. */
export function readCopy({ doc }: Draft): Copy {
  const fields: Record<string, unknown> = { kind: 'article', language: 'en' };
  for (const name of TEXTS) {
    const text = doc.getText(name).toString();
    if (text !== '' || NEVER_ABSENT.has(name)) fields[name] = text;
  }
  const choices = doc.getMap('fields');
  for (const name of CHOICES) {
    const value = choices.get(name);
    if (value !== undefined && value !== null) fields[name] = value;
  }
  // Only `writeCopy` and the newsroom's form write these, each under its field's own type.
  return { ...(fields as unknown as Omit<Copy, 'body'>), body: readBody(doc) };
}

function readBody(doc: Y.Doc): Body {
  const fragment = doc.getXmlFragment('body');
  if (fragment.length === 0) return EMPTY_BODY;
  // Through the schema, so that defaults are filled in and every body has one form.
  const node = Node.fromJSON(bodySchema, yXmlFragmentToProsemirrorJSON(fragment));
  return asBody(node);
}

function asBody(node: Node): Body {
  const json: unknown = node.toJSON();
  const isDoc = typeof json === 'object' && json !== null && 'content' in json && Array.isArray(json.content);
  // A node of `bodySchema` has the shape of a Body: the schema and the type are two ways to say one thing.
  return isDoc ? (JSON.parse(JSON.stringify(json)) as Body) : EMPTY_BODY;
}

/**
 * Makes a draft read as this copy, changing as little as can be, so that what others type at the same time stays.
 * Gives the one update that does it, or undefined where nothing changed.
 */
export function writeCopy(draft: Draft, copy: Copy): Uint8Array | undefined {
  const { doc } = draft;
  const before = Y.encodeStateVector(doc);
  let isChanged = false;
  const onUpdate = () => {
    isChanged = true;
  };
  doc.on('update', onUpdate);
  doc.transact(() => {
    if (doc.getMap('meta').get('schema') === undefined) doc.getMap('meta').set('schema', BODY_SCHEMA);
    for (const name of TEXTS) replaceText(doc.getText(name), storable(copy[name] ?? ''));
    writeChoices(doc.getMap('fields'), copy);
    writeBody(doc, copy.body);
  });
  doc.off('update', onUpdate);
  return isChanged ? Y.encodeStateAsUpdate(doc, before) : undefined;
}

function writeChoices(fields: Y.Map<unknown>, copy: Copy): void {
  for (const name of CHOICES) {
    const value = copy[name];
    const isSame = JSON.stringify(fields.get(name)) === JSON.stringify(value);
    if (isSame) continue;
    if (value === undefined) fields.delete(name);
    else fields.set(name, JSON.parse(JSON.stringify(value)));
  }
}

function writeBody(doc: Y.Doc, body: Body): void {
  const fragment = doc.getXmlFragment('body');
  const wanted = bodySchema.nodeFromJSON(body);
  const { doc: current, meta } = initProseMirrorDoc(fragment, bodySchema);
  if (current.eq(wanted)) return;
  updateYFragment(doc, fragment, wanted, meta);
}

/** What a draft holds of every writer, as a Yjs state vector. */
export function stateVector({ doc }: Draft): Uint8Array {
  return Y.encodeStateVector(doc);
}

/** Whether a draft holds everything that a state vector names. */
export function covers({ doc }: Draft, vector: Uint8Array): boolean {
  const held = Y.decodeStateVector(Y.encodeStateVector(doc));
  for (const [client, clock] of Y.decodeStateVector(vector)) {
    if ((held.get(client) ?? 0) < clock) return false;
  }
  return true;
}
