import { escaped } from './html-escape.ts';

/** Columns: at least two gaps, or one of four blanks; and rules drawn of dashes. */
const COLUMNS = /\S {2,}\S.*\S {2,}\S|\S {4,}\S|^-{5,}\s*$/;
/** A title between columns is short. */
const SHORT = 40;
const FEWEST_LINES = 3;
/** No table is wider: a longer line is a paragraph, or a bomb. */
const LONGEST_ROW = 400;
/** Characters of one paragraph looked at; what is longer is no copy. */
const LONGEST = 1_000_000;
/** Lines that a machine broke are of one length, about that of a teleprinter's. */
const WRAPPED = { least: 45, most: 84 } as const;

/**
 * Wire copy as one text, its paragraphs only indented and its tables only set in columns (Reuters sends it in one
 * `<p>`), as HTML with paragraphs and preformatted parts. Undefined where it is an ordinary paragraph, also one whose
 * lines are indented because its document was printed prettily: there no line begins at the margin.
 */
export function htmlOfLines(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const lines = text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n');
  const later = lines.slice(1).filter((line) => line.trim() !== '');
  const hasMargin = later.some((line) => /^\S/.test(line));
  const hasIndent = later.some((line) => /^ {2,}\S/.test(line));
  const columns = lines.filter(isColumns).length;
  if (lines.length < FEWEST_LINES || !hasMargin || (!hasIndent && columns < FEWEST_LINES)) return undefined;
  return htmlOfParts(lines);
}

/**
 * The copy of a text wire as HTML: a blank line or an indent begins a paragraph, lines within one are joined, and what
 * is set in columns stays as it is.
 */
export function htmlOfCopy(text: string): string {
  return htmlOfParts(text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n'));
}

function htmlOfParts(lines: readonly string[]): string {
  return partsOf(lines)
    .map(({ isTable, lines: part }) =>
      isTable
        ? `<pre>${escaped(part.join('\n'))}</pre>`
        : `<p>${escaped(part.map((line) => line.trimEnd()).join(' '))}</p>`,
    )
    .join('');
}

/** Whether breaks only end lines of a machine's length, as AAP sends them; then they mean nothing. */
export function isWrapped(lines: readonly string[]): boolean {
  const ended = lines.slice(0, -1).map((line) => line.trim().length);
  return ended.length > 0 && ended.every((length) => length >= WRAPPED.least && length <= WRAPPED.most);
}

interface Part {
  readonly isTable: boolean;
  readonly lines: string[];
}

function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (const [i, line] of lines.entries()) {
    const isTable = isColumns(line) || isBetweenColumns(lines, i);
    const open = parts.at(-1);
    const goesOn = open?.isTable === isTable && (isTable || (line.trim() !== '' && !/^ +\S/.test(line)));
    if (goesOn) open?.lines.push(line);
    else parts.push({ isTable, lines: [line] });
  }
  return parts.filter((part) => part.lines.some((line) => line.trim() !== ''));
}

function isColumns(line: string | undefined): boolean {
  return line !== undefined && line.length <= LONGEST_ROW && COLUMNS.test(line.trim());
}

function isBetweenColumns(lines: readonly string[], i: number): boolean {
  const line = lines[i]?.trim() ?? '';
  const isNear = isColumns(lines[i - 1]) || isColumns(lines[i + 1]);
  return line !== '' && line.length < SHORT && isNear;
}
