import { squeeze } from '@courant/base';
import type { Block, Copy, Inline, StoryKind } from '@courant/story';
import { EMPTY_BODY, inlineText } from '@courant/story';
import type { WireItem } from './wire-item.ts';

/** What an item does not say of a story made from it. */
export interface CopyDefaults {
  /** BCP 47. */
  readonly language: string;
  readonly kind?: StoryKind;
}

/** Formats of archives: their times are when a story was public elsewhere, not when it came to us. */
const ARCHIVES: ReadonlySet<string> = new Set(['page-text']);

/**
 * The copy of a story made from an item. The dateline is cut from the first paragraph, because pages set it in
 * front again; everything else is taken over as it is.
 */
export function copyFromItem(item: WireItem, defaults: CopyDefaults): Copy {
  const { standfirst, byline, kicker, source, dateline, urgency, embargo, subjects, keywords, edNote } = item;
  const body = item.body ?? EMPTY_BODY;
  const headline = item.headline ?? '';
  return {
    kind: defaults.kind ?? 'article',
    language: item.language ?? defaults.language,
    slug: item.slug ?? squeeze(headline).toLowerCase(),
    headline,
    ...defined({
      kicker,
      standfirst,
      byline,
      dateline,
      source,
      urgency,
      embargo,
      subjects,
      keywords,
      edNote,
    }),
    ...(ARCHIVES.has(item.format) ? times(item) : {}),
    body: dateline ? { type: 'doc', content: withoutDateline(body.content, dateline.place) } : body,
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

/** Place, whatever agency and date say, and the dash: the longest a dateline gets is some 80 characters. */
const DASH = /\s*(?:[-–—_]{1,2}|--)\s+/;
const LONGEST = 90;

function withoutDateline(blocks: readonly Block[], place: string): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  const text = inlineText(first.content);
  if (!text.trimStart().toLowerCase().startsWith(place.toLowerCase())) return blocks;
  const dash = DASH.exec(text.slice(0, LONGEST));
  if (!dash) return blocks;
  const content = cut(first.content ?? [], dash.index + dash[0].length);
  return content.length === 0 ? blocks : [{ ...first, content }, ...rest];
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
