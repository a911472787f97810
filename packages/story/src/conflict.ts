import type { Json, Result } from '@courant/base';
import { canonicalJson, done, refused } from '@courant/base';
import type { Block, Body, NewBlockId } from './body.ts';
import type { Conflict, Copy, CopyField } from './copy.ts';
import { wholeBody } from './document.ts';
import { CHOICE, CHOICES, TEXTS, wireVersion } from './field.ts';
import type { Part } from './merge-part.ts';
import { childrenOf, idOf, looksOf, withAttrs } from './merge-part.ts';
import { wellFormed } from './storable.ts';

/** Whose words hold: those in the copy, the wire's, or ours and the wire's after them. */
export type Choice = 'ours' | 'theirs' | 'both';

/** Why a conflict was not settled so. */
export type SettleRefusal = 'unknown-conflict' | 'no-both';

/**
 * The conflicts of a copy that still are any: not those whose blocks somebody took out, nor those where the copy has
 * come to say what the wire says.
 */
export function unsettled(copy: Copy): readonly Conflict[] {
  return (copy.conflicts ?? []).filter((conflict) => stands(copy, conflict));
}

function stands(copy: Copy, conflict: Conflict): boolean {
  if (conflict.at === 'field') return valueKey(copy[conflict.field]) !== valueKey(conflict.theirs);
  const blocks = blocksOf(copy.body, conflict);
  return blocks.length > 0 && blocks.map(looksOf).join('\n') !== conflict.theirs.map(looksOf).join('\n');
}

/** What is absent, null or blank is the same. */
function valueKey(value: unknown): string {
  return value === '' ? 'null' : canonicalJson(wellFormed(value));
}

function blocksOf(body: Body, { blocks }: { readonly blocks: readonly string[] }): readonly Block[] {
  const ids = new Set(blocks);
  return body.content.filter(({ attrs }) => ids.has(attrs.id));
}

/**
 * Settles a conflict: the copy with the words that hold, and without the conflict. The wire's blocks keep the ids of
 * those they take the place of; others get new ones.
 */
export function settle(
  copy: Copy,
  order: { readonly conflict: string; readonly choice: Choice },
  newBlockId: NewBlockId,
): Result<Copy, SettleRefusal> {
  const conflict = unsettled(copy).find(({ id }) => id === order.conflict);
  if (!conflict) {
    return refused('unknown-conflict', 'This conflict is settled already, or what it was about is gone.');
  }
  const { conflicts: _, ...rest } = copy;
  const left = (copy.conflicts ?? []).filter(({ id }) => id !== conflict.id);
  const without: Copy = left.length > 0 ? { ...rest, conflicts: left } : rest;
  if (order.choice === 'ours') return done(without);
  if (conflict.at === 'blocks') return settleBlocks(without, { ...order, ...conflict }, newBlockId);
  if (order.choice === 'both')
    return refused('no-both', `The ${conflict.field} has one value: choose ours or theirs.`);
  return done(withField(without, conflict.field, conflict.theirs));
}

function withField(copy: Copy, field: CopyField, value: Json): Copy {
  const { [field]: _, ...rest } = copy;
  // The conflict was read by the field's own reader, and fields that are never absent have a value in it.
  return (value === null ? rest : { ...rest, [field]: value }) as Copy;
}

function settleBlocks(
  copy: Copy,
  { choice, blocks, theirs }: Extract<Conflict, { at: 'blocks' }> & { readonly choice: Choice },
  newBlockId: NewBlockId,
): Result<Copy, SettleRefusal> {
  if (choice === 'both' && theirs.length === 0) {
    return refused('no-both', 'The wire took this out: keep it, or take it out.');
  }
  const replaced = blocksOf(copy.body, { blocks });
  const gone = new Set(choice === 'theirs' ? replaced : []);
  const taken = new Set(copy.body.content.filter((block) => !gone.has(block)).flatMap(idsIn));
  const mayKeep = new Set(replaced.flatMap(idsIn));
  const newId = (part: Part): string => {
    const own = idOf(part);
    const isOwn = mayKeep.has(own) && !taken.has(own);
    let id = isOwn ? own : newBlockId();
    while (taken.has(id)) id = newBlockId();
    taken.add(id);
    return id;
  };
  const coming = theirs.map((block) => withIds(block, newId));
  const place = choice === 'theirs' ? replaced[0] : replaced.at(-1);
  const content = copy.body.content.flatMap((block): readonly Part[] => {
    const stays = gone.has(block) ? [] : [block];
    return block === place ? [...stays, ...coming] : stays;
  });
  return done({ ...copy, body: wholeBody({ type: 'doc', content }) });
}

/** A part and all parts in it under ids of a maker's. */
export function withIds(part: Part, newId: (part: Part) => string): Part {
  const own = part.attrs && 'id' in part.attrs ? withAttrs(part, { id: newId(part) }) : part;
  return own.content ? { ...own, content: own.content.map((inner) => withIds(inner, newId)) } : own;
}

/** The ids of a part and of all parts in it. */
export function idsIn(part: Part): readonly string[] {
  const own = idOf(part);
  return [...(own === '' ? [] : [own]), ...childrenOf(part).flatMap(idsIn)];
}

const FIELDS: ReadonlySet<string> = new Set([...TEXTS, ...CHOICES]);

/** The conflicts a draft holds, by their ids, in the order of their ids; what is none is left out. */
export function conflictsIn(map: Readonly<Record<string, unknown>>): readonly Conflict[] {
  return Object.entries(map)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, value]) => (isRecord(value) ? conflictOf(id, value) : []));
}

function conflictOf(id: string, value: Readonly<Record<string, unknown>>): readonly Conflict[] {
  const wire = wireVersion(value.wire);
  const own = { id, ...(wire ? { wire } : {}) };
  if (value.at === 'field') {
    const { field } = value;
    if (!isField(field)) return [];
    const theirs = fieldValue(field, value.theirs);
    // A field that is never absent cannot be settled into nothing.
    const isAbsent = theirs === null && NEVER_ABSENT.has(field);
    return isAbsent ? [] : [{ at: 'field', ...own, field, theirs }];
  }
  const { blocks, theirs } = value;
  if (value.at !== 'blocks' || !Array.isArray(blocks) || !Array.isArray(theirs)) return [];
  const ids = blocks.filter((one) => typeof one === 'string');
  return [{ at: 'blocks', ...own, blocks: ids, theirs: wholeBody({ type: 'doc', content: theirs }).content }];
}

const NEVER_ABSENT: ReadonlySet<CopyField> = new Set(['kind', 'language', 'headline', 'slug']);

function isField(name: unknown): name is CopyField {
  return typeof name === 'string' && FIELDS.has(name);
}

function fieldValue(field: CopyField, value: unknown): Json {
  const choice = CHOICES.find((name) => name === field);
  if (choice !== undefined) return value === null ? null : wellFormed(CHOICE[choice](value));
  return typeof value === 'string' ? wellFormed(value) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
