import { canonicalJson } from '@courant/base';
import type { Attrs, Part, Reading, Sides } from './merge-part.ts';
import { agreed, attrsOf, disputed, ownAttrs } from './merge-part.ts';
import { wellFormed } from './storable.ts';

type Merged<T> = (name: string, sides: Sides<T>) => Reading<T>;

/**
 * A part without its content: kind and attributes of whichever side changed them. It keeps our id, and says that it
 * has come from their version.
 */
export function mergedStart(
  { base, ours, theirs }: Sides<Part>,
  merged: Merged<unknown> = (_, sides) => mergedWhole(sides),
): Reading<Part> {
  const start = (type: string, own: Attrs): Part => {
    const attrs = { ...own, ...namesOf(ours, theirs) };
    return Object.keys(attrs).length === 0 ? { type } : { type, attrs };
  };
  const own = { base: ownAttrs(base), ours: ownAttrs(ours), theirs: ownAttrs(theirs) };
  const our = start(ours.type, own.ours);
  const told = [base, ours, theirs].map((one) => `${one.type} ${keyOf(ownAttrs(one))}`);
  if (told[0] === told[2] || told[1] === told[2]) return agreed(our);
  if (told[0] === told[1]) return agreed(start(theirs.type, own.theirs));
  if (ours.type !== theirs.type) return disputed(our, start(theirs.type, own.theirs));
  const attrs = mergedAttrs(own, merged);
  return {
    ours: start(ours.type, attrs.ours),
    theirs: start(ours.type, attrs.theirs),
    isConflict: attrs.isConflict,
  };
}

/** Our id where the kind has ids, and the origin their version gives; ours where theirs has none. */
function namesOf(ours: Part, theirs: Part): Attrs {
  const [our, their] = [attrsOf(ours), attrsOf(theirs)];
  const id = 'id' in our ? { id: our.id } : {};
  if (their.from) return { ...id, from: their.from };
  return 'from' in our ? { ...id, from: our.from } : id;
}

/** Our part under the origin their version gives it. */
export function broughtTo(ours: Part, theirs: Part): Part {
  return ours.attrs === undefined ? ours : { ...ours, attrs: { ...ours.attrs, ...namesOf(ours, theirs) } };
}

/** Merges attributes each for itself, `merged` by its name and values; what is null is as good as absent. */
function mergedAttrs({ base, ours, theirs }: Sides<Attrs>, merged: Merged<unknown>): Reading<Attrs> {
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  const values = [...names].map((name) => ({
    name,
    value: merged(name, { base: base[name], ours: ours[name], theirs: theirs[name] }),
  }));
  const reading = (side: 'ours' | 'theirs') =>
    Object.fromEntries(values.map(({ name, value }) => [name, value[side]]));
  return {
    ours: reading('ours'),
    theirs: reading('theirs'),
    isConflict: values.some(({ value }) => value.isConflict),
  };
}

/** Takes whichever side changed a value; where both did, both readings. */
export function mergedWhole<T>({ base, ours, theirs }: Sides<T>): Reading<T> {
  const keys = [base, ours, theirs].map(keyOf);
  if (keys[0] === keys[2] || keys[1] === keys[2]) return agreed(ours);
  return keys[0] === keys[1] ? agreed(theirs) : disputed(ours, theirs);
}

/** A value as one text to compare by; what is absent and what is null are the same. */
function keyOf(value: unknown): string {
  return canonicalJson(wellFormed(value ?? null));
}
