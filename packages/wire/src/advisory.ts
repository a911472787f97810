import type { Instant } from '@courant/base';
import { blockText } from '@courant/story';
import type { Mark } from './advisory.data.ts';
import {
  HEADLINE_EMBARGO,
  HEADLINE_MARKS,
  NO_EMBARGO,
  NOTE_EMBARGO,
  NOTE_MARKS,
  SLUG_MARKS,
} from './advisory.data.ts';
import { embargoEnd } from './embargo-words.ts';
import { present } from './fields.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem, WireSignal, WireWarning } from './wire-item.ts';

/** What the words of an item say beyond its fields; a field is there only where they add to or change the item. */
export interface Advice {
  readonly signal?: WireSignal;
  /** The number of a rewrite, where it is told. */
  readonly take?: number;
  readonly embargo?: Instant | 'indefinite';
  /** Without the marks in front of it, which are told in a warning. */
  readonly headline?: string;
  readonly warnings: readonly WireWarning[];
}

type Read = Pick<
  WireItem,
  'headline' | 'slug' | 'edNote' | 'signal' | 'embargo' | 'take' | 'versionCreated' | 'body'
>;

/**
 * Reads what agencies say in words; what a field says already is never overruled by them. Without a time at which the
 * item was written or received, no date without its year can be read, and its embargo holds for a person.
 */
export function advised(item: Read, options: Partial<ReadOptions> = {}): Advice {
  const head = unmarked(item.headline);
  const words = wordsOf(item, head.marks);
  const signal = item.signal === undefined ? words.signal : undefined;
  const held = item.embargo === undefined ? embargoIn(item, options) : undefined;
  const headline = head.rest === item.headline ? undefined : head.rest;
  const warnings = [
    ...(signal === undefined
      ? []
      : [{ code: 'signal-from-words', say: `Read as “${signal}” from the words of the item.` }]),
    ...(headline === undefined ? [] : [cut(item.headline ?? '', headline)]),
    ...(held?.warnings ?? []),
  ];
  const take = item.take === undefined ? words.take : undefined;
  return { ...present({ signal, take, embargo: held?.embargo, headline }), warnings };
}

function cut(before: string, after: string): WireWarning {
  const mark = before.slice(0, before.length - after.length).trim();
  return { code: 'headline-mark', say: `The headline began with “${mark.slice(0, 80)}”.` };
}

interface Found {
  readonly mark: Mark;
  readonly take: number | undefined;
}

/** Marks that stand one behind another, as "RPT-UPDATE 2-". */
const MOST_MARKS = 4;

/** A headline without the marks in front of it; one that is nothing but marks stays as it is. */
function unmarked(headline: string | undefined): {
  readonly rest?: string;
  readonly marks: readonly Found[];
} {
  if (headline === undefined) return { marks: [] };
  const marks: Found[] = [];
  let rest = headline;
  for (let i = 0; i < MOST_MARKS; i++) {
    const [found] = HEADLINE_MARKS.flatMap((mark) => foundIn(rest, mark));
    if (!found || found.text.length === rest.length) break;
    marks.push(found);
    rest = rest.slice(found.text.length);
  }
  return { rest: rest.trim() === '' ? headline : rest, marks };
}

function foundIn(text: string, mark: Mark): readonly (Found & { readonly text: string })[] {
  const found = mark.words.exec(text);
  const take = found?.groups?.take;
  return found ? [{ mark, take: take === undefined ? undefined : Number(take), text: found[0] }] : [];
}

const GRAVEST: readonly WireSignal[] = ['kill', 'correction', 'advisory', 'update'];

function wordsOf({ headline = '', slug = '', edNote = '' }: Read, head: readonly Found[]) {
  const found = [
    ...head,
    // One that was not cut, because nothing would be left, counts all the same.
    ...HEADLINE_MARKS.flatMap((mark) => [...foundIn(headline, mark), ...foundIn(slug, mark)]),
    ...SLUG_MARKS.flatMap((mark) => foundIn(slug, mark)),
    ...NOTE_MARKS.flatMap((mark) => foundIn(edNote, mark)),
  ];
  const signals = found.map(({ mark }) => mark.signal);
  const takes = found.flatMap(({ take }) => take ?? []);
  // "Ld-Writethru" without a number is the first.
  const isFirst = takes.length === 0 && /\b(?:Ld|Lead)-?Writethr/i.test(slug);
  return {
    signal: GRAVEST.find((signal) => signals.includes(signal)),
    take: takes.length > 0 ? Math.max(...takes) : isFirst ? 1 : undefined,
  };
}

/** Blocks for editors that are looked at for an embargo, and characters of each. */
const NOTES = { most: 8, length: 500 } as const;

function embargoIn(item: Read, options: Partial<ReadOptions>) {
  const { headline = '', slug = '', edNote = '', body } = item;
  const notebook = (body?.content ?? [])
    .flatMap((block) => (block.type === 'notebook' ? [block] : []))
    .slice(0, NOTES.most)
    // The text of a notebook block is none to anyone but an editor: its paragraphs are asked.
    .map(({ content }) => (content ?? []).map(blockText).join('\n').slice(0, NOTES.length));
  const notes = [edNote, ...notebook].filter((note) => !NO_EMBARGO.test(note));
  const behind = [
    ...notes.flatMap((note) => wordsBehind(note, NOTE_EMBARGO)),
    ...[headline, slug].flatMap((line) => wordsBehind(line, HEADLINE_EMBARGO)),
  ];
  if (behind.length === 0) return undefined;
  const written = { at: item.versionCreated ?? options.received, timeZone: options.timeZone };
  const ends = behind.flatMap((words) => embargoEnd(words, written) ?? []);
  // Of several dates the last: nothing may leave before it.
  const [last] = ends.toSorted((a, b) => (a.until > b.until ? -1 : 1));
  if (!last) return { embargo: 'indefinite' as const, warnings: [UNREAD] };
  return { embargo: last.until, warnings: [read(last, options.timeZone ?? 'UTC')] };
}

function wordsBehind(text: string, mark: RegExp): readonly string[] {
  const found = mark.exec(text);
  return found ? [text.slice(found.index + found[0].length)] : [];
}

const UNREAD: WireWarning = {
  code: 'embargo-from-words',
  say: 'It speaks of an embargo without a date we can read: a person must release it.',
};

function read({ until, isZoned }: { until: Instant; isZoned: boolean }, timeZone: string): WireWarning {
  const zone = isZoned ? '' : ` No zone was named: the time was read in ${timeZone}.`;
  return { code: 'embargo-from-words', say: `The embargo until ${until} was read from words.${zone}` };
}
