import { canonicalJson } from '@courant/base';
import { wellFormed } from './storable.ts';

/**
 * Any node of a body as the merge sees it: blocks, what stands in them, and lines. The body that comes of a merge
 * goes through the schema again, so nothing here has to be believed.
 */
export interface Part {
  readonly type: string;
  readonly attrs?: object;
  readonly content?: readonly Part[];
  readonly text?: string;
  readonly marks?: readonly object[];
}

/**
 * Two ways to read what came of a merge: with our words, and with theirs, wherever both sides said something else
 * at one place. Without such a place both are the same.
 */
export interface Reading<T> {
  readonly ours: T;
  readonly theirs: T;
  readonly isConflict: boolean;
}

/** The three versions of one thing: what both started from, what stands in the draft, what the wire has now. */
export interface Sides<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/** The attributes of a part. */
export type Attrs = Readonly<Record<string, unknown>>;

/** A reading that is the same both ways. */
export function agreed<T>(value: T): Reading<T> {
  return { ours: value, theirs: value, isConflict: false };
}

/** A reading where both sides said something else. */
export function disputed<T>(ours: T, theirs: T): Reading<T> {
  return { ours, theirs, isConflict: true };
}

/** The attributes of a part, none where it has none. */
export function attrsOf({ attrs }: Part): Attrs {
  // An object without a call signature: its members can be asked for by name.
  return (attrs ?? {}) as Attrs;
}

/** The id of a part; blank where its kind has none. */
export function idOf(part: Part): string {
  const { id } = attrsOf(part);
  return typeof id === 'string' ? id : '';
}

/** A part with other attributes than it had, the rest as they were. */
export function withAttrs(part: Part, attrs: Attrs): Part {
  return { ...part, attrs: { ...part.attrs, ...attrs } };
}

const LINES: ReadonlySet<string> = new Set(['paragraph', 'subhead', 'preformatted', 'entry', 'cell']);

/** Whether a part holds words and breaks. */
export function isLine({ type }: Part): boolean {
  return LINES.has(type);
}

/** Whether words may go from such a part into one beside it: what people split and join. */
export function isProse({ type }: Part): boolean {
  return type === 'paragraph' || type === 'subhead';
}

const HOLDERS: ReadonlySet<string> = new Set([
  ...['quote', 'list', 'item', 'table', 'row', 'factbox', 'notebook'],
  ...['gallery', 'related'],
]);

/** Whether a part holds other parts. */
export function isHolder({ type }: Part): boolean {
  return HOLDERS.has(type);
}

/** Lists that a part keeps as one attribute: the pictures of a gallery, the links of a box. */
const LISTED: Readonly<Record<string, string>> = { gallery: 'pictures', related: 'links' };

/** The parts inside a part; pictures of a gallery and links of a box count as parts too. */
export function childrenOf(part: Part): readonly Part[] {
  const name = LISTED[part.type];
  if (name === undefined) return part.content ?? [];
  const listed = attrsOf(part)[name];
  return Array.isArray(listed) ? listed.map((attrs: object) => ({ type: 'listed', attrs })) : [];
}

/** The same part with other parts inside. */
export function withChildren(part: Part, children: readonly Part[]): Part {
  const name = LISTED[part.type];
  if (name === undefined) return { ...part, content: children };
  return withAttrs(part, { [name]: children.map(attrsOf) });
}

/** Attributes that say which part it is and whence, and nothing a reader could see. */
const NAMES: ReadonlySet<string> = new Set(['id', 'from']);

/** What a part says for itself beside its content: its attributes without id and origin. */
export function ownAttrs(part: Part): Attrs {
  return Object.fromEntries(Object.entries(attrsOf(part)).filter(([name]) => !NAMES.has(name)));
}

/** All that a reader or an editor could see of a part, as one text to compare by. */
export function looksOf(part: Part): string {
  const told = JSON.stringify(part, (name, value: unknown) => {
    if (NAMES.has(name)) return undefined;
    // What is empty or unset may as well be absent: readers of other formats write it so.
    const isNothing = value === null || (Array.isArray(value) && value.length === 0);
    return isNothing ? undefined : value;
  });
  return canonicalJson(wellFormed(JSON.parse(told)));
}

/** Attributes whose words a reader sees. */
const WORDED = ['caption', 'alt', 'title', 'attribution'] as const;

/** All words of a part, its captions and titles with them; those of parts inside on lines of their own. */
export function wordsOf(part: Part): string {
  if (part.text !== undefined) return part.text;
  if (part.type === 'break') return '\n';
  const attrs = attrsOf(part);
  const told = WORDED.map((name) => attrs[name]).filter((words) => typeof words === 'string');
  const inner = childrenOf(part).map(wordsOf);
  return [...told, isLine(part) ? inner.join('') : inner.join('\n')].join('\n').trim();
}
