import { squeeze } from '@courant/base';
import type { Block, Copy, Dateline, Inline, StoryKind } from '@courant/story';
import { EMPTY_BODY, inlineText } from '@courant/story';
import { datelineOf } from './dateline.ts';
import { EXPORT_FORMATS } from './export-formats.data.ts';
import type { WireItem } from './wire-item.ts';

/** What an item does not say of a story made from it. */
export interface CopyDefaults {
  /** BCP 47. */
  readonly language: string;
  readonly kind?: StoryKind;
}

const FOR_NEWSROOMS: ReadonlySet<WireItem['kind']> = new Set(['event', 'planning', 'package', 'concept']);

/**
 * Whether an item is told to newsrooms and not to readers: an event, a plan, a package of other items, a concept.
 * Nothing of the kind goes public unless a person makes a story of it.
 */
export function isForNewsrooms({ kind }: Pick<WireItem, 'kind'>): boolean {
  return FOR_NEWSROOMS.has(kind);
}

/** Formats of archives: their times are when a story was public elsewhere, not when it came to us. */
const ARCHIVES: ReadonlySet<string> = new Set(['page-text', ...EXPORT_FORMATS]);

/**
 * The copy of a story made from an item. The dateline is cut from the first paragraph, because pages set it in
 * front again, where nothing else stands before its dash; everything else is taken over as it is.
 */
export function copyFromItem(item: WireItem, defaults: CopyDefaults): Copy {
  const { standfirst, byline, kicker, source, dateline, urgency, embargo, subjects, keywords, edNote } = item;
  const body = item.body ?? EMPTY_BODY;
  const headline = item.headline ?? '';
  const opening = dateline && withoutDateline(body.content, dateline);
  return {
    kind: defaults.kind ?? 'article',
    language: item.language ?? defaults.language,
    slug: item.slug ?? squeeze(headline).toLowerCase(),
    headline,
    ...defined({
      kicker,
      standfirst,
      byline,
      dateline: opening ? { ...opening.found, ...dateline } : dateline,
      source,
      urgency,
      embargo,
      subjects,
      keywords,
      edNote,
    }),
    ...(ARCHIVES.has(item.format) ? times(item) : {}),
    // The words of the old address stay the words of the new one.
    ...(EXPORT_FORMATS.has(item.format) ? defined({ urlSlug: item.slug }) : {}),
    body: opening ? { type: 'doc', content: opening.rest } : body,
  };
}

function times({ firstCreated, versionCreated }: WireItem) {
  return defined({ firstPublished: firstCreated ?? versionCreated, lastUpdated: versionCreated });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(fields: T): Defined<T> {
  // Members without a value fall away, which is what the type says.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}

interface Opening {
  /** What the text says of its dateline. */
  readonly found: Partial<Dateline>;
  readonly rest: readonly Block[];
}

/** The blocks without the dateline they begin with; undefined where they do not, and keep every word. */
function withoutDateline(blocks: readonly Block[], dateline: Dateline): Opening | undefined {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph') return undefined;
  const text = inlineText(first.content);
  const read = datelineOf(text);
  const isSame = read && dateline.place.toLowerCase().startsWith(read.dateline.place.toLowerCase());
  const end = isSame ? text.length - read.rest.length : endOf(text, dateline);
  const content = end === undefined ? [] : cut(first.content ?? [], end);
  if (content.length === 0) return undefined;
  return { found: isSame ? read.dateline : {}, rest: [{ ...first, content }, ...others] };
}

/** Place, agencies, date and the dash: the longest a dateline gets is some 80 characters. */
const LONGEST = 90;
const DASH = /\s*(?:[-–—_]{1,2})\s+/g;

/** Where a dateline ends before whose dash a text says nothing but its place, date and agencies. */
function endOf(text: string, { place, date = '', agencies = [] }: Dateline): number | undefined {
  for (const dash of text.slice(0, LONGEST).matchAll(DASH)) {
    const head = text.slice(0, dash.index);
    const left = [place, date, ...agencies].reduce(without, head);
    // "(New York, NY - October 21) It": a dash inside brackets ends nothing.
    const isWhole = head.split('(').length === head.split(')').length;
    if (isWhole && left !== head && !/[\p{L}\p{N}]/u.test(left)) return dash.index + dash[0].length;
  }
  return undefined;
}

function without(text: string, part: string): string {
  const at = part === '' ? -1 : text.toLowerCase().indexOf(part.toLowerCase());
  return at < 0 ? text : text.slice(0, at) + text.slice(at + part.length);
}

/** A line without its first characters; a break counts as one. */
function cut(line: readonly Inline[], characters: number): readonly Inline[] {
  let left = characters;
  return line.flatMap((inline): readonly Inline[] => {
    const length = inline.type === 'break' ? 1 : inline.text.length;
    const gone = Math.min(left, length);
    left -= gone;
    if (gone === length) return [];
    return inline.type === 'break' ? [inline] : [{ ...inline, text: inline.text.slice(gone) }];
  });
}
