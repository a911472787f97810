import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { NewName } from './font-names.ts';
import { renamed } from './font-names.ts';
import type { FontCut } from './fonts.data.ts';
import { FONT_CUTS } from './fonts.data.ts';

/** Numbers of the names that say what may be done with a font, and where it is written: they go with every copy. */
const LICENCE = [13, 14];

/** Adobe keeps “Source” for its own files: what is cut from them goes by another name (OFL 1.1, condition 3). */
const RESERVED: readonly NewName[] = [
  ['Source Serif 4', 'Courant Serif'],
  ['SourceSerif4', 'CourantSerif'],
];

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

async function writeCut({ from, letters, axes, isJoined = false }: FontCut, folder: string): Promise<string> {
  const whole = await readFile(fileURLToPath(import.meta.resolve(from)));
  const text = letters.map(([first, last]) => lettersBetween(first, last)).join('');
  const cut = await subsetFont(whole, text, {
    targetFormat: 'sfnt',
    variationAxes: axes,
    preserveNameIds: LICENCE,
    // Other forms of a letter that no page asks for would be a third of the file.
    noLayoutClosure: !isJoined,
  });
  const bytes = await subsetFont(renamed(cut, RESERVED), '', {
    targetFormat: 'woff2',
    keepAllGlyphs: true,
    preserveNameIds: LICENCE,
  });
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.woff2`;
  await writeFile(join(folder, name), bytes);
  return name;
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
