import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFontCut } from './font-cut.ts';
import type { FontCut } from './fonts.data.ts';
import { FONT_CUTS } from './fonts.data.ts';

/**
 * Cuts the paper's type into a folder: a WOFF2 file for each cut, under a name made of its bytes, the sheet that
 * declares them, and `fonts.json`, which says by language what is loaded early.
 */
export async function buildFonts(folder: string): Promise<void> {
  const rules: string[] = [];
  const early: Record<string, string[]> = {};
  const emphasis: Record<string, string[]> = {};
  for (const cut of FONT_CUTS) {
    const name = await writeCut(cut, folder);
    rules.push(ruleOf(cut, name));
    if (cut.early !== undefined) early[cut.early] = [...(early[cut.early] ?? []), name];
    if (cut.emphasis !== undefined) emphasis[cut.emphasis] = [...(emphasis[cut.emphasis] ?? []), name];
  }
  await writeFile(join(folder, 'fonts.css'), rules.join('\n'));
  await writeFile(join(folder, 'fonts.json'), JSON.stringify({ early, emphasis }));
}

function writeCut({ from, letters, axes, isJoined = false }: FontCut, folder: string): Promise<string> {
  const order = {
    address: import.meta.resolve(from),
    text: letters.map(([first, last]) => lettersBetween(first, last)).join(''),
    variationAxes: axes,
    // Other forms of a letter that no page asks for would be a third of the file.
    noLayoutClosure: !isJoined,
  };
  return writeFontCut(order, folder);
}

function lettersBetween(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('');
}

/**
 * A font that comes late is not put in the place of another: lines would break anew under a reader's eyes. It is there
 * on the next page.
 */
function ruleOf({ family, style, axes, letters }: FontCut, name: string): string {
  const weight = axes.wght;
  const weights = typeof weight === 'number' ? weight : `${weight?.min ?? 400} ${weight?.max ?? 400}`;
  const range = letters.map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`);
  return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weights};font-display:optional;src:url(/assets/${name})format("woff2");unicode-range:${range.join(',')}}`;
}

function hex(point: number): string {
  return point.toString(16).toUpperCase();
}
