import { escaped } from './html-escape.ts';
import { typeset } from './text-wire.ts';

/** Backspace begins a row of a table. */
const ROW = '\b';
/** A longer line is a sentence, also where columns are set around it. */
const LONGEST_ROW = 90;

/** The copy of an ANPA message as HTML; where it is set in columns, its lines stay lines. */
export function htmlOfAnpa(lines: readonly string[], isTable: boolean): string {
  const parts: { readonly name: 'p' | 'pre'; readonly lines: string[] }[] = [];
  let isParted = true;
  for (const line of lines) {
    const words = shown(line);
    if (words.trim() === '') isParted = true;
    else {
      const isRow = line.startsWith(ROW) || (isTable && words.length <= LONGEST_ROW);
      const open = parts.at(-1);
      // A paragraph begins with a TAB, a line of the head with a caret; anything else goes on.
      const goesOn = isRow ? open?.name === 'pre' : open?.name === 'p' && !isParted && !/^[\t^]/.test(line);
      if (goesOn) open?.lines.push(isRow ? line : words);
      else parts.push({ name: isRow ? 'pre' : 'p', lines: [isRow ? line : words] });
      isParted = false;
    }
  }
  return parts.map((part) => (part.name === 'pre' ? table(part.lines) : paragraph(part.lines))).join('');
}

function paragraph(lines: readonly string[]): string {
  const text = lines.join(' ').trim();
  return text === '___' ? '<hr>' : `<p>${escaped(text)}</p>`;
}

/** A line without the signs that set it. */
function shown(line: string): string {
  const set = withBlanks(line)
    .replaceAll('{', '½')
    .replace(/(?!\t)\p{Cc}/gu, ' ');
  return typeset(set)
    .replace(/^\^/, '')
    .replace(/[\s<=+]+$/, '')
    .replace(/^\s+/, '');
}

/** Rows of cells in columns of one width, other lines as they are. */
function table(lines: readonly string[]): string {
  const rows = lines.map((line) => (line.startsWith(ROW) ? cellsOf(line) : [shown(line)]));
  const widths: number[] = [];
  for (const cells of rows.filter((row) => row.length > 1)) {
    for (const [i, cell] of cells.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  }
  const set = rows.map((cells) =>
    cells.length === 1
      ? cells[0]
      : cells
          .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
          .join('  '),
  );
  return `<pre>${escaped(set.join('\n'))}</pre>`;
}

/** The first cell ends in US, those behind it begin with quads (RS); DC1 is a blank that does not break. */
function cellsOf(line: string): readonly string[] {
  const [stub = '', rest = ''] = withBlanks(line.slice(ROW.length)).split('\u001f');
  const cells = rest.split('\u001e').map((cell) => shown(cell).replace(/^_$/, '—'));
  return [stub.replace(/^\^/, '').trim(), ...cells.filter((cell) => cell !== '')];
}

function withBlanks(line: string): string {
  return line.replaceAll('\u0011 ', ' ').replaceAll('\u0011', ' ');
}
