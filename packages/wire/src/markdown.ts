import { Marked } from 'marked';

/** Characters of one text at the most: none is longer. */
const MOST = 400_000;
/** Marks between two blank lines beyond which no writer goes, and how deep quotations and lists stand in each other. */
const MOST_MARKS = 600;
const DEEPEST = 20;
const MARKS = /[*_~`[\]<>!&|]/g;

/** Markdown as HTML; what stands in it as HTML already goes through as it is, for the body's own reader to judge. */
export function htmlOfMarkdown(text: string): string {
  const marked = new Marked({ async: false, gfm: true });
  return String(marked.parse(bounded(text.slice(0, MOST)), { async: false }));
}

/**
 * A text whose reading takes no longer than its length allows: the library's time grows with the square of the marks
 * that stand together. Where there are too many, each line stands alone; in a line of too many, marks are words.
 */
function bounded(text: string): string {
  return text
    .split(/(\n[ \t]*\n)/)
    .map((block) => (marksIn(block) <= MOST_MARKS ? block : block.split('\n').map(alone).join('\n\n')))
    .join('')
    .replace(/^(?:[ \t]*(?:>|[-+*](?![^ \t])|\d{1,9}[.)](?![^ \t]))){20,}/gm, shallow)
    .replace(/^[ \t]{40,}/gm, ' '.repeat(2 * DEEPEST));
}

/** Marks of lists and quotations at the start of a line, as deep as anybody reads. */
function shallow(marks: string): string {
  return (marks.match(/>|[-+*]|\d+[.)]/g) ?? []).slice(0, DEEPEST).join(' ');
}

function alone(line: string): string {
  return marksIn(line) <= MOST_MARKS ? line : line.replace(MARKS, '\\$&');
}

function marksIn(text: string): number {
  return text.match(MARKS)?.length ?? 0;
}
