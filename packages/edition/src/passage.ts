import type { FoundWord } from './search-text.ts';
import { wordsOfText } from './search-text.ts';

/** A piece of a text, and whether it is what was asked for. */
export interface Marked {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A text cut into what was asked for and what was not; runs of matches that only blanks part are one. */
export function marked(text: string, isMatch: (word: string) => boolean): readonly Marked[] {
  return cut(
    text,
    wordsOfText(text).filter(({ word }) => isMatch(word)),
  );
}

function cut(text: string, matches: readonly FoundWord[]): readonly Marked[] {
  const pieces: { text: string; isMatch: boolean }[] = [];
  let at = 0;
  for (const { start, end } of matches) {
    const between = text.slice(at, start);
    const last = pieces.at(-1);
    if (last?.isMatch && between.trim() === '') last.text += between + text.slice(start, end);
    else {
      if (between !== '') pieces.push({ text: between, isMatch: false });
      pieces.push({ text: text.slice(start, end), isMatch: true });
    }
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatch: false });
  return pieces;
}

/** Where a passage begins and ends; both count code units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The passage of some paragraphs that says most of what was asked for, at most so many code units of it, marked; an
 * ellipsis stands where the paragraph goes on. Undefined where no paragraph has a word of it.
 */
export function passageOf(
  paragraphs: readonly string[],
  { isMatch, most }: { readonly isMatch: (word: string) => boolean; readonly most: number },
): readonly Marked[] | undefined {
  let best: { readonly value: number; readonly text: string; readonly span: Span } | undefined;
  for (const text of paragraphs) {
    const words = wordsOfText(text);
    const matches = words.filter(({ word }) => isMatch(word));
    for (const [i, first] of matches.entries()) {
      const within = matches.slice(i).filter(({ end }) => end - first.start <= most);
      const value = new Set(within.map(({ word }) => word)).size * 100 + within.length;
      if (value <= (best?.value ?? 0)) continue;
      const last = within.at(-1)?.end ?? first.end;
      best = { value, text, span: around({ text, words, most }, { start: first.start, end: last }) };
    }
  }
  if (!best) return undefined;
  const { text, span } = best;
  const pieces = marked(text.slice(span.start, span.end).trim(), isMatch);
  return [
    ...(span.start > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...pieces,
    ...(span.end < text.length ? [{ text: ' …', isMatch: false }] : []),
  ];
}

interface Paragraph {
  readonly text: string;
  readonly words: readonly FoundWord[];
  readonly most: number;
}

/** Widens a span to whole words about it, a third of the room before it; a paragraph that fits is taken whole. */
function around({ text, words, most }: Paragraph, span: Span): Span {
  if (text.length <= most) return { start: 0, end: text.length };
  const room = Math.max(0, most - (span.end - span.start));
  const from = Math.max(0, Math.min(span.start - Math.floor(room / 3), text.length - most));
  const start = from === 0 ? 0 : (words.find((word) => word.start >= from)?.start ?? span.start);
  const limit = Math.max(span.end, start + most);
  const to = words.findLast((word) => word.end <= limit)?.end ?? span.end;
  return {
    start: Math.min(start, span.start),
    end: limit >= text.length ? text.length : Math.max(to, span.end),
  };
}
