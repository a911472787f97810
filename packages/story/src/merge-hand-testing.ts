import fc from 'fast-check';
import type { Body } from './body.ts';
import { anyBody, countedIds } from './copy-testing.ts';
import { parseBody } from './document.ts';

/** What one hand does to a body; places are shares of what there is, so that any deed fits any body. */
interface Deed {
  readonly does:
    | 'type'
    | 'note'
    | 'caption'
    | 'picture'
    | 'add'
    | 'take'
    | 'drop'
    | 'copy'
    | 'move'
    | 'split'
    | 'recast';
  readonly at: number;
  readonly to: number;
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });

/** What a hand does, one deed after the other. */
export const someDeeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({
    does: fc.constantFrom<Deed['does']>(
      ...([
        'type',
        'note',
        'caption',
        'picture',
        'add',
        'take',
        'drop',
        'copy',
        'move',
        'split',
        'recast',
      ] as const),
    ),
    at: share,
    to: share,
  }),
  { minLength: 1, maxLength: 8 },
);

/** A node of a body that may be changed in place. */
interface Open {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  content?: Open[];
  marks?: unknown[];
}

/** Kinds that hold a line of text. */
const LINES: ReadonlySet<string> = new Set(['paragraph', 'subhead', 'preformatted', 'cell', 'entry']);
/** Kinds of block that a line can be turned into. */
const CASTS = ['paragraph', 'subhead', 'preformatted'];
const WORDED = ['caption', 'alt', 'title', 'attribution'];

/** The body as a hand leaves it: each word it types is its name and a number, and can be found again. */
export function worked(body: Body, deeds: readonly Deed[], hand: string): Body {
  const doc = structuredClone(body) as unknown as Open;
  let typed = 0;
  for (const deed of deeds) DEEDS[deed.does]({ doc, deed, fresh: () => `${hand}${++typed}` });
  const parsed = parseBody(doc, countedIds());
  if (!parsed.ok) throw new Error(parsed.say);
  return parsed.value;
}

/** A hand at a body, with a deed and a maker of words of its own. */
interface Hand {
  readonly doc: Open;
  readonly deed: Deed;
  readonly fresh: () => string;
}

const DEEDS: Readonly<Record<Deed['does'], (hand: Hand) => void>> = {
  type: ({ doc, deed, fresh }) => type(picked(below(doc).filter(isText), deed.at), deed.to, fresh),
  note: ({ doc, deed, fresh }) => note(picked(below(doc).filter(isText), deed.at), fresh),
  caption: ({ doc, deed, fresh }) => caption(picked(below(doc).flatMap(captions), deed.at), fresh),
  picture: putPicture,
  add: ({ doc, deed, fresh }) =>
    add(
      picked(
        below(doc).filter((node) => LINES.has(node.type)),
        deed.at,
      ),
      doc,
      fresh,
    ),
  take: ({ doc, deed }) => take(picked(below(doc).filter(isText), deed.at), deed.to),
  drop: shift,
  copy: shift,
  move: shift,
  split: ({ doc, deed }) => recast(doc, deed),
  recast: ({ doc, deed }) => recast(doc, deed),
};

function below(node: Open): readonly Open[] {
  return (node.content ?? []).flatMap((inner) => [inner, ...below(inner)]);
}

function isText(node: Open): boolean {
  return node.type === 'text';
}

function picked<T>(of: readonly T[], at: number): T | undefined {
  return of[Math.floor(at * of.length)];
}

function type(text: Open | undefined, to: number, fresh: () => string): void {
  if (text?.text === undefined) return;
  const characters = [...text.text];
  text.text = characters.toSpliced(Math.floor(to * (characters.length + 1)), 0, ` ${fresh()} `).join('');
}

/** The places of a node where words stand beside its content. */
function captions({ attrs }: Open): readonly (readonly [Record<string, unknown>, string])[] {
  if (!attrs) return [];
  const listed = [attrs.pictures, attrs.links].filter(Array.isArray).flat() as Record<string, unknown>[];
  return [attrs, ...listed].flatMap((one) =>
    WORDED.filter((name) => name in one).map((name) => [one, name] as const),
  );
}

function caption(place: readonly [Record<string, unknown>, string] | undefined, fresh: () => string): void {
  if (!place) return;
  const [attrs, name] = place;
  attrs[name] = `${attrs[name] ?? ''} ${fresh()}`.trim();
}

function add(line: Open | undefined, doc: Open, fresh: () => string): void {
  if (line) line.content = [...(line.content ?? []), { type: 'text', text: ` ${fresh()}` }];
  else
    doc.content = [
      ...(doc.content ?? []),
      { type: 'paragraph', attrs: {}, content: [{ type: 'text', text: fresh() }] },
    ];
}

function note(text: Open | undefined, fresh: () => string): void {
  const { marks = [] } = text ?? {};
  // A note stands alone, and on no words that are only proposed.
  if (!text || /note|tion/.test(JSON.stringify(marks))) return;
  text.marks = [...marks, { type: 'note', attrs: { thread: fresh() } }];
}

function putPicture({ doc, deed, fresh }: Hand): void {
  const picture = {
    type: 'picture',
    attrs: { id: '', from: null, picture: fresh(), caption: null, alt: null },
  };
  const content = doc.content ?? [];
  doc.content = content.toSpliced(Math.floor(deed.at * (content.length + 1)), 0, picture);
}

function take(text: Open | undefined, to: number): void {
  if (text?.text === undefined) return;
  text.text = text.text.slice(0, Math.ceil(to * text.text.length)) || '-';
}

function shift({ doc, deed: { does, at, to } }: Hand): void {
  const holders = [doc, ...below(doc)].filter(({ content = [] }) => content.length > 1);
  const holder = picked(holders, at) ?? doc;
  const content = holder.content ?? [];
  const from = Math.floor(at * content.length);
  const moved = content[from];
  if (!moved) return;
  const place = Math.floor(to * (content.length + 1));
  if (does === 'copy') holder.content = content.toSpliced(place, 0, structuredClone(moved));
  const rest = content.toSpliced(from, 1);
  if (does === 'drop' && (rest.length > 0 || holder === doc)) holder.content = rest;
  if (does === 'move') holder.content = rest.toSpliced(place, 0, moved);
}

function recast(doc: Open, { does, at, to }: Deed): void {
  const content = doc.content ?? [];
  const from = Math.floor(at * content.length);
  const line = content[from];
  if (!line || !CASTS.includes(line.type)) return;
  if (does === 'recast') {
    const attrs = { id: line.attrs?.id, from: line.attrs?.from };
    doc.content = content.with(from, { ...line, type: picked(CASTS, to) ?? line.type, attrs });
    return;
  }
  const words = line.content ?? [];
  const place = Math.floor(to * (words.length + 1));
  const rest = { ...line, attrs: { ...line.attrs, id: '' }, content: words.slice(place) };
  doc.content = content.toSpliced(from, 1, { ...line, content: words.slice(0, place) }, rest);
}

/** A body as it came, as we leave it and as the wire has it next, of whatever blocks. */
export const someHands = fc
  .record({ base: anyBody, ours: someDeeds, theirs: someDeeds, isNumbered: fc.boolean() })
  .map(({ base, ours, theirs, isNumbered }) => {
    const from = (body: Body, version: string): Body => ({
      ...body,
      content: body.content.map((block, i) => {
        const origin = { item: 'afp', version, block: i };
        return { ...block, attrs: { ...block.attrs, from: isNumbered ? origin : null } } as typeof block;
      }),
    });
    const was = from(base, '1');
    return { base: was, ours: worked(was, ours, 'ours'), theirs: from(worked(was, theirs, 'theirs'), '2') };
  });

/** The words of a hand that stand in a value, wherever in it. */
export function wordsOfHand(value: unknown, hand: string): ReadonlySet<string> {
  return new Set(JSON.stringify(value).match(new RegExp(`${hand}\\d+`, 'g')) ?? []);
}
