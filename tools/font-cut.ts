import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import type { NewName } from './font-names.ts';
import { renamed } from './font-names.ts';

/** Numbers of the names that say what may be done with a font, and where it is written: they go with every copy. */
const LICENCE = [13, 14];

/**
 * Makers keep these names for their own files (OFL 1.1, condition 3): Adobe “Source”, ParaType “PT Serif”, IBM “Plex”.
 * What is cut from theirs goes by another.
 */
const RESERVED: readonly NewName[] = [
  ['Source Serif 4', 'Courant Serif'],
  ['SourceSerif4', 'CourantSerif'],
  ['PT Serif', 'Courant'],
  ['PTSerif', 'Courant'],
  ['IBM Plex Sans Arabic', 'Courant Sans Arabic'],
  ['IBMPlexSansArabic', 'CourantSansArabic'],
];

/** What is cut out of the file of a font. */
export interface CutOrder {
  /** Where the file is, as a `file:` address. */
  readonly address: string;
  /** The letters that are kept. */
  readonly text: string;
  readonly variationAxes?: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
  /** Leaves out other forms of letters that only features ask for. */
  readonly noLayoutClosure?: boolean;
}

/** Cuts a font into a folder as WOFF2, under a name made of its bytes; gives the name. */
export async function writeFontCut({ address, text, ...cutting }: CutOrder, folder: string): Promise<string> {
  const whole = await readFile(fileURLToPath(address));
  const cut = await subsetFont(whole, text, { targetFormat: 'sfnt', preserveNameIds: LICENCE, ...cutting });
  const bytes = await subsetFont(renamed(cut, RESERVED), '', {
    targetFormat: 'woff2',
    keepAllGlyphs: true,
    preserveNameIds: LICENCE,
  });
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.woff2`;
  await writeFile(join(folder, name), bytes);
  return name;
}
