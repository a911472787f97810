import type { Line } from './page-model.ts';

/** A text without what can be neither drawn nor written in XML: controls, halves of pairs, what is no character. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Noncharacter_Code_Point}\ufeff]/gu, '');
}

/** What a line shows, the hyphen at its end too. */
export function lineText({ spans }: Line): string {
  return spans.map(({ text }) => printable(text)).join('');
}

/** The text of lines put together again: without the hyphens that are not in the copy. */
export function joinLines(lines: readonly Line[]): string {
  return lines
    .map((line) => {
      const text = lineText(line);
      if (line.isHyphenated) return text.replace(/-$/, '');
      return line.isJoined ? text : `${text} `;
    })
    .join('')
    .trim();
}
