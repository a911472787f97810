import type { Json } from '@courant/base';
import { canonicalJson } from '@courant/base';
import type { Copy, CopyField } from './copy.ts';
import { CHOICE, CHOICES, TEXTS } from './field.ts';
import { FIELD_MERGES } from './merge-field.data.ts';
import { mergedText } from './merge-line.ts';
import type { Reading, Sides } from './merge-part.ts';
import { agreed, disputed } from './merge-part.ts';
import { mergedWhole } from './merge-start.ts';
import { wellFormed } from './storable.ts';

/** A field after the merge: both ways to read it. Null: absent. */
export interface MergedField {
  readonly field: CopyField;
  readonly reading: Reading<Json>;
  /** Whether the wire changed it since the base. */
  readonly isChangedThere: boolean;
}

/** Merges every field beside the body. A version without a headline or a slug has nothing to say of them. */
export function mergedFields({ base, ours, theirs }: Sides<Copy>): readonly MergedField[] {
  return [...TEXTS, ...CHOICES].map((field) => {
    const sides = { base: valueIn(base, field), ours: valueIn(ours, field), theirs: valueIn(theirs, field) };
    const told = sides.theirs === null && NEVER_ABSENT.has(field) ? { ...sides, theirs: sides.base } : sides;
    const isChangedThere = canonicalJson(told.base) !== canonicalJson(told.theirs);
    return { field, reading: mergedField(field, told), isChangedThere };
  });
}

/** Fields that a wire without them does not take away. */
const NEVER_ABSENT: ReadonlySet<CopyField> = new Set(['headline', 'slug', 'kind', 'language']);

const TEXT_FIELDS: ReadonlySet<CopyField> = new Set(TEXTS);

function valueIn(copy: Copy, field: CopyField): Json {
  const value = wellFormed(copy[field]);
  return TEXT_FIELDS.has(field) && value === '' ? null : value;
}

function mergedField(field: CopyField, sides: Sides<Json>): Reading<Json> {
  const whole = mergedWhole(sides);
  if (!whole.isConflict) return whole;
  const { base, ours, theirs } = sides;
  switch (FIELD_MERGES[field]) {
    case 'words': {
      // Words of which one side has none have nothing in common that could be brought together.
      const isBare = [base, ours, theirs].includes(null);
      return isBare ? whole : mergedText({ base: text(base), ours: text(ours), theirs: text(theirs) });
    }
    case 'whole':
      return whole;
    case 'ours':
      return agreed(ours);
    case 'theirs':
      return agreed(theirs);
    case 'notes':
      return agreed([ours, theirs].filter((note) => note !== null).join('\n'));
    case 'list':
      return agreed(mergedList({ base: list(base), ours: list(ours), theirs: list(theirs) }));
  }
}

function text(value: Json): string {
  return typeof value === 'string' ? value : '';
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** Ours, without what they took out and with what they brought in. */
function mergedList({ base, ours, theirs }: Sides<readonly Json[]>): readonly Json[] {
  const [was, here, there] = [base, ours, theirs].map((side) => new Set(side.map(canonicalJson)));
  const kept = ours.filter((one) => !was?.has(canonicalJson(one)) || there?.has(canonicalJson(one)));
  const added = theirs.filter((one) => !was?.has(canonicalJson(one)) && !here?.has(canonicalJson(one)));
  return [...kept, ...added];
}

/** A copy with these values in its fields; null takes one away. */
export function withFields(copy: Copy, fields: readonly (readonly [CopyField, Json])[]): Copy {
  const made: Record<string, unknown> = { ...copy };
  for (const [field, value] of fields) {
    const choice = CHOICES.find((name) => name === field);
    const read = choice === undefined ? value : CHOICE[choice](value === null ? undefined : value);
    if (read === undefined || read === null) delete made[field];
    else made[field] = read;
  }
  // Each choice was read by its field's own reader; what is never absent keeps a value: it has one on every side.
  return { slug: '', headline: '', ...made } as unknown as Copy;
}

/** A dispute about a field of which nobody has settled the last one. */
export function redisputed({ field, reading }: MergedField, theirs: Copy): Reading<Json> {
  return reading.isConflict ? reading : disputed(reading.ours, valueIn(theirs, field));
}
