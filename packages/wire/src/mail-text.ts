import { escaped } from './html-escape.ts';

/** Characters of a line beyond which no program breaks it by itself, and below which none does. */
const WIDTH = { most: 100, least: 50 } as const;
/** Lines that stand by themselves: quoted ones, entries of lists, marks, and those of a head. */
const APART = /^(?:[>•*|#=_-]|\d{1,3}[.)]\s|[\p{L}\p{M} -]{1,16}[:：])/u;

/**
 * The plain text of a mail as HTML: blank lines part paragraphs. A line was broken by its width, and goes on, where the
 * next word had not fitted on it any more; every other end of a line was meant.
 */
export function htmlOfMailText(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trimEnd());
  const width = lines.reduce((most, { length }) => (length <= WIDTH.most ? Math.max(most, length) : most), 0);
  let html = '';
  let before = '';
  for (const line of lines) {
    if (line !== '') html += `${between(before, line, width)}${escaped(line)}`;
    else if (before !== '') html += '</p>';
    before = line;
  }
  return html;
}

function between(before: string, line: string, width: number): string {
  if (before === '') return '<p>';
  const [word = ''] = line.split(' ', 1);
  const isFull = width >= WIDTH.least && before.length + 1 + word.length > width;
  return isFull && !APART.test(line) && !APART.test(before) ? ' ' : '<br>';
}
