import { squeeze } from '@courant/base';
import { fitText } from './xml.ts';

/** What to send as Content-Type with the files that are lines of text. */
export const TEXT_MEDIA_TYPE = 'text/plain; charset=utf-8';

/** A value that stays on its line, whoever typed it. */
export function oneLine(value: string): string {
  return squeeze(fitText(value));
}

/** A file of lines; those that are absent leave no trace, an empty one is a blank line. */
export function linesOf(lines: readonly (string | undefined)[]): string {
  return `${lines.filter((line) => line !== undefined).join('\n')}\n`;
}
