import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faceName, PRINT_FACES } from '@courant/courant/print-faces';
import { faceStyles } from '@courant/epaper';
import subsetFont from 'subset-font';
import type { NewName } from './font-names.ts';
import { renamed } from './font-names.ts';
import { LATIN_LETTERS } from './fonts.data.ts';

/** Numbers of the names that say what may be done with a font, and where it is written: they go with every copy. */
const LICENCE = [13, 14];

/** ParaType keeps “PT Serif” for its own files: what is cut from them goes by another name (OFL 1.1, condition 3). */
const RESERVED: readonly NewName[] = [
  ['PT Serif', 'Courant'],
  ['PTSerif', 'Courant'],
];

/**
 * Cuts the type of printed pages, as browsers load it, into a folder: a WOFF2 file for each face, and `print.css`, by
 * which the pages of an issue find them.
 */
export async function buildPrintType(folder: string): Promise<void> {
  const addresses = new Map<string, string>();
  const text = LATIN_LETTERS.map((point) => String.fromCodePoint(point)).join('');
  for (const face of PRINT_FACES) {
    const whole = await readFile(fileURLToPath(face.address));
    const cut = await subsetFont(whole, text, { targetFormat: 'sfnt', preserveNameIds: LICENCE });
    const bytes = await subsetFont(renamed(cut, RESERVED), '', {
      ...{ targetFormat: 'woff2', keepAllGlyphs: true, preserveNameIds: LICENCE },
    });
    const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.woff2`;
    await writeFile(join(folder, name), bytes);
    addresses.set(faceName(face), `/assets/${name}`);
  }
  await writeFile(join(folder, 'print.css'), faceStyles(addresses));
}
