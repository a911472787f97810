import type { Inline, Mark } from './body.ts';

/** A line in its one form: texts that stand side by side under the same marks are one text. */
export function joinedLine(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    const isMore = last?.type === 'text' && inline.type === 'text' && areSame(last.marks, inline.marks);
    if (isMore) joined.splice(-1, 1, { ...last, text: last.text + inline.text });
    else joined.push(inline);
  }
  return joined;
}

function areSame(a: readonly Mark[] | undefined, b: readonly Mark[] | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** A line without the blanks and breaks at its ends. */
export function trimmedLine(inlines: readonly Inline[]): readonly Inline[] {
  const start = inlines.findIndex(hasWords);
  if (start < 0) return [];
  const end = inlines.findLastIndex(hasWords);
  return inlines.slice(start, end + 1).map((inline, i) => {
    if (inline.type === 'break') return inline;
    const opened = i === 0 ? inline.text.trimStart() : inline.text;
    return { ...inline, text: i === end - start ? opened.trimEnd() : opened };
  });
}

function hasWords(inline: Inline): boolean {
  return inline.type === 'text' && inline.text.trim() !== '';
}
