import { canonicalJson } from '@courant/base';
import type { Block, NewBlockId } from './body.ts';
import { idsIn, unsettled } from './conflict.ts';
import type { Conflict, Copy, CopyField, WireVersion } from './copy.ts';
import { wholeBody } from './document.ts';
import { MOST_EDITS } from './edit-script.ts';
import { type MergedPassage, mergedParts, type PartOptions } from './merge-body.ts';
import { type MergedField, mergedFields, redisputed, withFields } from './merge-field.ts';
import type { Part, Sides } from './merge-part.ts';
import { disputed, idOf, withAttrs, wordsOf } from './merge-part.ts';
import { wellFormed } from './storable.ts';

/**
 * What is merged: `base` is the copy as made from the version that the draft last had, `theirs` as made from the new
 * version, `ours` the draft as it stands. `wire` names the new version; a version that came twice with different
 * words needs two names, or base blocks that say they are of the same version.
 */
export interface MergeOrder extends Sides<Copy> {
  readonly wire: WireVersion;
}

/** One thing a merge did, for people to look at. Blocks are named by their ids in the copy that came of it. */
export type MergeChange =
  | { readonly kind: 'field'; readonly field: CopyField }
  /** `taken`: nobody had touched it here. `combined`: changed by both. */
  | { readonly kind: 'taken' | 'combined' | 'added' | 'moved'; readonly blocks: readonly string[] }
  | { readonly kind: 'removed'; readonly was: readonly Block[] }
  /** The wire changed what was cut here: it stays cut. */
  | { readonly kind: 'cut'; readonly theirs: readonly Block[] }
  /** The new version has no body: ours stays as it was. */
  | { readonly kind: 'no-body' };

/** What comes of a merge: the copy with its conflicts in it, all that are unsettled, and what was done. */
export interface Merged {
  readonly copy: Copy;
  readonly conflicts: readonly Conflict[];
  readonly changes: readonly MergeChange[];
}

/**
 * Merges a new version of the wire into a story in progress, field by field, block by block, and word by word inside
 * a block. Nothing a person typed is lost: where both say something else at one place, our words stand in the copy and
 * theirs in a conflict. A version the draft has already been merged with changes nothing.
 */
export function merge(order: MergeOrder, newBlockId: NewBlockId): Merged {
  const { base, ours, wire } = order;
  if (isSame(ours.wire, wire) && versionIn(base) !== wire.version) {
    return { copy: ours, conflicts: unsettled(ours), changes: [] };
  }
  const theirs = { ...order.theirs, wire, body: { ...order.theirs.body, content: signed(order) } };
  const ids = new Set(ours.body.content.flatMap(idsIn));
  const newId = () => {
    let id = newBlockId();
    while (ids.has(id)) id = newBlockId();
    ids.add(id);
    return id;
  };
  return merged({ base, ours, theirs }, { newId, knowing: 'by-words', open: unsettled(ours), wire });
}

/** A merge to be taken back: the copy before it, the copy that came of it, and the draft as it stands now. */
export interface UnmergeOrder {
  readonly before: Copy;
  readonly merged: Copy;
  readonly now: Copy;
}

/**
 * Takes a merge back in one step. Where nobody wrote since, the copy is the one before, to the letter; what was
 * written since stays, merged as the wire is.
 */
export function unmerge({ before, merged: after, now }: UnmergeOrder, newBlockId: NewBlockId): Merged {
  if (canonicalJson(wellFormed(now)) === canonicalJson(wellFormed(after))) {
    return { copy: before, conflicts: unsettled(before), changes: [] };
  }
  const ids = new Set(now.body.content.flatMap(idsIn));
  const newId = (part: Part) => {
    let id = idOf(part);
    while (ids.has(id) || id === '') id = newBlockId();
    ids.add(id);
    return id;
  };
  const sides = { base: after, ours: now, theirs: before };
  return merged(sides, { newId, knowing: 'by-name', open: before.conflicts ?? [], wire: before.wire });
}

interface MergeOptions extends Pick<PartOptions, 'newId' | 'knowing'> {
  /** Conflicts of earlier merges that nobody has settled. */
  readonly open: readonly Conflict[];
  readonly wire: WireVersion | undefined;
}

function merged(sides: Sides<Copy>, options: MergeOptions): Merged {
  const fields = mergedFields(sides).map((field) => stillOpen(field, sides.theirs, options.open));
  const hasBody = sides.theirs.body.content.some(isSomething);
  const passages = mergedParts(bodies(sides, hasBody), { ...options, mostEdits: mostEdits(sides) });
  const { body, conflicts: inBody } = readBody(passages, options);
  const conflicts = [...fieldConflicts(fields, options), ...inBody];
  const fresh = new Set(conflicts.map(({ id }) => id));
  const { conflicts: _, ...copy } = withFields(
    { ...sides.ours, body },
    fields.map(({ field, reading }) => [field, reading.ours]),
  );
  const all = [...options.open.filter(({ id }) => !fresh.has(id)), ...conflicts];
  const whole = unsettled({ ...copy, conflicts: all.toSorted((a, b) => (a.id < b.id ? -1 : 1)) });
  return {
    copy: whole.length > 0 ? { ...copy, conflicts: whole } : copy,
    conflicts: whole,
    changes: [
      ...fieldChanges(fields, sides.ours),
      ...passages.flatMap(changesOf),
      ...(hasBody ? [] : [{ kind: 'no-body' as const }]),
    ],
  };
}

function isSame(one: WireVersion | undefined, other: WireVersion): boolean {
  return one?.item === other.item && one.version === other.version;
}

/** The version that the blocks of a copy say they are of. */
function versionIn({ body }: Copy): string | undefined {
  return body.content.find(({ attrs }) => attrs.from)?.attrs.from?.version;
}

/** Their blocks, each of which says what it came from. */
function signed({ theirs, wire }: MergeOrder): readonly Block[] {
  return theirs.body.content.map((block, i) => {
    if (block.attrs.from) return block;
    // The same block with one attribute more.
    return withAttrs(block, { from: { ...wire, block: i } }) as Block;
  });
}

/** Blocks that show something without a word. */
const SHOWN: ReadonlySet<string> = new Set(['picture', 'gallery', 'embed', 'related']);

function isSomething(block: Block): boolean {
  return SHOWN.has(block.type) || wordsOf(block) !== '';
}

/** The bodies to be merged. A version without one (a kill, an advisory) says nothing of ours. */
function bodies({ base, ours, theirs }: Sides<Copy>, hasBody: boolean): Sides<readonly Part[]> {
  const was = base.body.content;
  return { base: was, ours: ours.body.content, theirs: hasBody ? theirs.body.content : was };
}

/** Work that comparing words may be in all, in squares of edits: about a tenth of a second. */
const MOST_WORK = 6_400_000;

function mostEdits({ ours }: Sides<Copy>): number {
  return Math.min(MOST_EDITS, Math.floor(Math.sqrt(MOST_WORK / Math.max(1, ours.body.content.length))));
}

/** A field that was in dispute before, and that the wire changed again, still is. */
function stillOpen(field: MergedField, theirs: Copy, open: readonly Conflict[]): MergedField {
  const isOpen = open.some((conflict) => conflict.at === 'field' && conflict.field === field.field);
  return isOpen && field.isChangedThere ? { ...field, reading: redisputed(field, theirs) } : field;
}

function fieldConflicts(fields: readonly MergedField[], options: MergeOptions): readonly Conflict[] {
  return fields
    .filter(({ reading }) => reading.isConflict)
    .map(({ field, reading }) => ({
      at: 'field',
      id: `field-${field}`,
      field,
      theirs: reading.theirs,
      ...(options.wire ? { wire: options.wire } : {}),
    }));
}

function fieldChanges(fields: readonly MergedField[], ours: Copy): readonly MergeChange[] {
  return fields
    .filter(({ field, reading }) => {
      const was = wellFormed(ours[field] === '' ? undefined : ours[field]);
      return field !== 'wire' && canonicalJson(was) !== canonicalJson(reading.ours);
    })
    .map(({ field }) => ({ kind: 'field', field }));
}

interface ReadBody {
  readonly body: Copy['body'];
  readonly conflicts: readonly Conflict[];
}

/** The body in our reading, and a conflict for each passage that can be read in two ways. */
function readBody(passages: readonly MergedPassage[], { open, wire }: MergeOptions): ReadBody {
  const inDispute = new Set(open.flatMap((conflict) => (conflict.at === 'blocks' ? conflict.blocks : [])));
  const conflicts = passages.flatMap((passage): readonly Conflict[] => {
    const { ours, theirs, isConflict } = readingOf(passage, inDispute);
    const [first] = ours;
    if (!isConflict || !first) return [];
    const blocks = ours.map(idOf);
    const body = wholeBody({ type: 'doc', content: theirs });
    const own = { at: 'blocks', id: `block-${blocks[0]}`, blocks, theirs: body.content } as const;
    return [wire ? { ...own, wire } : own];
  });
  const content = passages.flatMap(({ reading }) => reading.ours);
  return { body: wholeBody({ type: 'doc', content }), conflicts };
}

/** A passage that was in dispute before, and that the wire changed again, still is. */
function readingOf({ reading, outcome, sides }: MergedPassage, inDispute: ReadonlySet<string>) {
  const isOpen = sides.ours.some((part) => inDispute.has(idOf(part)));
  const isChanged = outcome !== 'kept' && !reading.isConflict;
  return isOpen && isChanged ? disputed(reading.ours, sides.theirs) : reading;
}

function changesOf({ reading, outcome, isMoved, sides }: MergedPassage): readonly MergeChange[] {
  const blocks = reading.ours.map(idOf);
  const moved: readonly MergeChange[] = isMoved && blocks.length > 0 ? [{ kind: 'moved', blocks }] : [];
  switch (outcome) {
    case 'kept':
      return moved;
    case 'removed':
      return [{ kind: 'removed', was: wholeBody({ type: 'doc', content: sides.ours }).content }];
    case 'cut':
      return [{ kind: 'cut', theirs: wholeBody({ type: 'doc', content: sides.theirs }).content }];
    case 'taken':
    case 'combined':
    case 'added':
      return [{ kind: outcome, blocks }, ...moved];
  }
}
