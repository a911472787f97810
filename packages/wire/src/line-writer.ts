import type { Inline, Mark } from '@courant/story';
import { isLink } from './html-line.ts';
import { writable } from './written.ts';
import type { XmlPart } from './xml-writer.ts';
import { element } from './xml-writer.ts';

/** How a format sets a word apart; nothing where it has no way to. */
export type SetApart = (mark: Mark['type'], inner: XmlPart) => XmlPart;

/** The words of a line that others may read: proposals and blanks that only wrapped it are not in it. */
export function wordsOf(inlines: readonly Inline[] | undefined): readonly Inline[] {
  return (inlines ?? []).flatMap((inline): readonly Inline[] => {
    if (inline.type === 'break') return [inline];
    if (inline.marks?.some((mark) => mark.type === 'insertion')) return [];
    const text = writable(inline.text).replace(/[\t\n\f ]+/g, ' ');
    return text === '' ? [] : [{ ...inline, text }];
  });
}

/** Whether a line has a word in it. */
export function isBlank(inlines: readonly Inline[]): boolean {
  return inlines.every((inline) => inline.type === 'break' || inline.text.trim() === '');
}

/** A line as it is written; words under one link are one link, however they are set. */
export function lineOf(inlines: readonly Inline[], setApart: SetApart): readonly XmlPart[] {
  const parts: XmlPart[] = [];
  let linked: XmlPart[] = [];
  for (const [i, inline] of inlines.entries()) {
    const href = linkOf(inline);
    const words = inline.type === 'break' ? element('br') : setWords(inline, setApart);
    if (href === undefined) {
      parts.push(words);
      continue;
    }
    linked.push(words);
    if (linkOf(inlines[i + 1]) === href) continue;
    parts.push(element('a', { href }, linked));
    linked = [];
  }
  return parts;
}

function setWords({ text, marks = [] }: Extract<Inline, { type: 'text' }>, setApart: SetApart): XmlPart {
  return marks.reduceRight<XmlPart>((inner, mark) => setApart(mark.type, inner), text);
}

function linkOf(inline: Inline | undefined): string | undefined {
  if (inline?.type !== 'text') return undefined;
  const href = inline.marks?.find((mark) => mark.type === 'link')?.attrs.href.trim();
  return href !== undefined && isLink(href) ? href : undefined;
}

/** Lines whose spaces and breaks carry meaning, as one text. */
export function preformattedText(inlines: readonly Inline[] | undefined): string {
  return preformatted(inlines)
    .map((inline) => (inline.type === 'break' ? '\n' : inline.text))
    .join('');
}

/** The same with its marks. */
export function preformatted(inlines: readonly Inline[] | undefined): readonly Inline[] {
  return (inlines ?? []).flatMap((inline): readonly Inline[] => {
    if (inline.type === 'break') return [{ type: 'text', text: '\n' }];
    if (inline.marks?.some((mark) => mark.type === 'insertion')) return [];
    return [{ ...inline, text: writable(inline.text) }];
  });
}
