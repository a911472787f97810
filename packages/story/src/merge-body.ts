import { type LineOptions, mergedLines, mergedText } from './merge-line.ts';
import type { Knowing } from './merge-match.ts';
import { mergedOrder } from './merge-order.ts';
import type { Part, Reading, Sides } from './merge-part.ts';
import {
  agreed,
  attrsOf,
  childrenOf,
  disputed,
  idOf,
  isHolder,
  isLine,
  isProse,
  looksOf,
  withAttrs,
  withChildren,
} from './merge-part.ts';
import { type Passage, passagesOf } from './merge-passage.ts';
import { broughtTo, mergedStart, mergedWhole } from './merge-start.ts';

type Parts = readonly Part[];

/** What a merge needs to know beside the parts. */
export interface PartOptions extends LineOptions {
  /** How their parts are known again in the base. */
  readonly knowing: Knowing;
}

/**
 * What a merge did with a passage. `kept`: as it stood here; `taken`: theirs, which nobody had touched here;
 * `combined`: changed by both; `added`, `removed`: by them; `cut`: changed by them, where it was cut here.
 */
export type Outcome = 'kept' | 'taken' | 'combined' | 'added' | 'removed' | 'cut';

/** A passage after the merge: both ways to read it, and what was done. */
export interface MergedPassage {
  readonly reading: Reading<Parts>;
  readonly outcome: Outcome;
  readonly isMoved: boolean;
  readonly sides: Sides<Parts>;
}

/** Merges lists of parts; the passages stand in the order of what came of it. */
export function mergedParts(sides: Sides<Parts>, options: PartOptions): readonly MergedPassage[] {
  const passages = passagesOf(sides, options.knowing);
  const { order, moved } = mergedOrder(passages);
  return order.flatMap((at) => {
    const passage = passages[at];
    if (!passage) return [];
    const own = partsOf(sides, passage);
    return [{ ...mergedPassage(own, options), isMoved: moved.has(at), sides: own }];
  });
}

function partsOf(sides: Sides<Parts>, passage: Passage): Sides<Parts> {
  const pick = (side: keyof Passage) => passage[side].flatMap((at) => sides[side][at] ?? []);
  return { base: pick('base'), ours: pick('ours'), theirs: pick('theirs') };
}

type Merged = Pick<MergedPassage, 'reading' | 'outcome'>;

function mergedPassage(sides: Sides<Parts>, options: PartOptions): Merged {
  const { base, ours, theirs } = sides;
  if (base.length === 0) {
    if (ours.length === 0)
      return { reading: agreed(theirs.map((part) => renewed(part, options))), outcome: 'added' };
    return { reading: agreed(brought(ours, theirs)), outcome: 'kept' };
  }
  if (ours.length === 0) {
    const isNews = theirs.length > 0 && looks(theirs) !== looks(base);
    return { reading: agreed([]), outcome: isNews ? 'cut' : 'kept' };
  }
  if (theirs.length === 0) {
    const isUntouched = looks(ours) === looks(base);
    return {
      reading: isUntouched ? agreed([]) : disputed(ours, []),
      outcome: isUntouched ? 'removed' : 'combined',
    };
  }
  return mergedAll(sides, options);
}

function looks(parts: Parts): string {
  return parts.map(looksOf).join('\n');
}

/** A passage that all three have. */
function mergedAll(sides: Sides<Parts>, options: PartOptions): Merged {
  const { base, ours, theirs } = sides;
  const [was, here, there] = [looks(base), looks(ours), looks(theirs)];
  const outcome = was === there || here === there ? 'kept' : was === here ? 'taken' : 'combined';
  const [one, our, their] = [base[0], ours[0], theirs[0]];
  const isOne = base.length === 1 && ours.length === 1 && theirs.length === 1;
  if (isOne && one && our && their && one.type === our.type && our.type === their.type && !isLine(our)) {
    return { reading: listed(mergedOne({ base: one, ours: our, theirs: their }, options)), outcome };
  }
  if (outcome === 'kept') return { reading: agreed(brought(ours, theirs)), outcome };
  const areLines = [...base, ...ours, ...theirs].every(isOne ? isLine : isProse);
  if (areLines) return { reading: mergedLines(sides, options), outcome };
  const fresh = theirs.map((part) => renewed(part, options));
  return { reading: outcome === 'taken' ? agreed(fresh) : disputed(ours, fresh), outcome };
}

/** Our parts, which have come from their version as well. What somebody put between them has come from nowhere. */
function brought(ours: Parts, theirs: Parts): Parts {
  const [their] = theirs;
  if (!their) return ours;
  return ours.map((part, i) => (i === 0 || attrsOf(part).from ? broughtTo(part, theirs[i] ?? their) : part));
}

function listed({ ours, theirs, isConflict }: Reading<Part | undefined>): Reading<Parts> {
  return { ours: ours ? [ours] : [], theirs: theirs ? [theirs] : [], isConflict };
}

/** One part of one kind in all three; undefined where nothing is left in it. */
function mergedOne(sides: Sides<Part>, options: PartOptions): Reading<Part | undefined> {
  const start = mergedStart(sides, mergedAttr);
  if (sides.ours.type === 'table' && !haveSameColumns(sides)) return wholeTable(sides);
  if (!isHolder(sides.ours)) return start;
  const children = sides.ours.type === 'row' ? mergedCells(sides, options) : mergedChildren(sides, options);
  if (children === undefined) return disputed(sides.ours, sides.theirs);
  return {
    ours: filled(start.ours, children.ours),
    theirs: filled(start.theirs, children.theirs),
    isConflict: start.isConflict || children.isConflict,
  };
}

/** A table of which somebody changed the columns is no longer a table of the same cells. */
function haveSameColumns({ base, ours, theirs }: Sides<Part>): boolean {
  const columns = (table: Part) => Math.max(0, ...childrenOf(table).map((row) => childrenOf(row).length));
  return columns(base) === columns(ours) && columns(base) === columns(theirs);
}

function wholeTable({ base, ours, theirs }: Sides<Part>): Reading<Part> {
  const our = broughtTo(ours, theirs);
  const their = withAttrs(theirs, { id: idOf(ours) });
  const was = looksOf(base);
  if (looksOf(ours) === was) return agreed(their);
  return looksOf(theirs) === was || looksOf(ours) === looksOf(theirs) ? agreed(our) : disputed(our, their);
}

/** Attributes that are words, and are merged as words. */
const WORDED: ReadonlySet<string> = new Set(['caption', 'alt', 'title', 'attribution']);

/** Lists of a part that are merged entry by entry, as its children. */
const LISTS: ReadonlySet<string> = new Set(['pictures', 'links']);

function mergedAttr(name: string, { base, ours, theirs }: Sides<unknown>): Reading<unknown> {
  if (LISTS.has(name)) return agreed(ours);
  const areWords = typeof base === 'string' && typeof ours === 'string' && typeof theirs === 'string';
  if (WORDED.has(name) && areWords) return mergedText({ base, ours, theirs });
  return mergedWhole({ base, ours, theirs });
}

/** Kinds that may stand empty. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['row', 'gallery', 'related']);

function filled(start: Part, children: Parts): Part | undefined {
  return children.length === 0 && !MAY_BE_EMPTY.has(start.type) ? undefined : withChildren(start, children);
}

function mergedChildren({ base, ours, theirs }: Sides<Part>, options: PartOptions): Reading<Parts> {
  const sides = { base: childrenOf(base), ours: childrenOf(ours), theirs: childrenOf(theirs) };
  const passages = mergedParts(sides, options).map(({ reading }) => reading);
  return {
    ours: passages.flatMap((reading) => reading.ours),
    theirs: passages.flatMap((reading) => reading.theirs),
    isConflict: passages.some(({ isConflict }) => isConflict),
  };
}

/** Cells are known by their column; undefined where the columns of a row are no longer the same. */
function mergedCells({ base, ours, theirs }: Sides<Part>, options: PartOptions): Reading<Parts> | undefined {
  if (looksOf(ours) === looksOf(base)) return agreed(childrenOf(theirs));
  if (looksOf(theirs) === looksOf(base)) return agreed(childrenOf(ours));
  const [was, their] = [childrenOf(base), childrenOf(theirs)];
  const columns = childrenOf(ours);
  if (was.length !== columns.length || their.length !== columns.length) return undefined;
  const cells = columns.map((cell, i) =>
    mergedLines({ base: [was[i] ?? cell], ours: [cell], theirs: [their[i] ?? cell] }, options),
  );
  return {
    ours: cells.flatMap((cell) => cell.ours),
    theirs: cells.flatMap((cell) => cell.theirs),
    isConflict: cells.some(({ isConflict }) => isConflict),
  };
}

/** A part of theirs as a new part here: it and all parts in it get ids of their own. */
export function renewed(part: Part, options: Pick<PartOptions, 'newId'>): Part {
  const content = part.content?.map((inner) => renewed(inner, options));
  const own = content ? { ...part, content } : part;
  return 'id' in attrsOf(part) ? withAttrs(own, { id: options.newId(part) }) : own;
}
