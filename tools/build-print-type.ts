import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faceName, PRINT_FACES } from '@courant/courant/print-faces';
import { faceStyles } from '@courant/epaper';
import { writeFontCut } from './font-cut.ts';
import { ARABIC_LETTERS, LATIN_LETTERS } from './fonts.data.ts';

/**
 * Cuts the type of printed pages, as browsers load it, into a folder: a WOFF2 file for each face, and `print.css`, by
 * which the pages of an issue find them.
 */
export async function buildPrintType(folder: string): Promise<void> {
  const addresses = new Map<string, string>();
  for (const [script, faces] of Object.entries(PRINT_FACES)) {
    const letters = script === 'Arab' ? [...LATIN_LETTERS, ...ARABIC_LETTERS] : LATIN_LETTERS;
    const text = letters.map((point) => String.fromCodePoint(point)).join('');
    for (const address of new Set(Object.values(faces)))
      addresses.set(faceName(address), `/assets/${await writeFontCut({ address, text }, folder)}`);
  }
  await writeFile(join(folder, 'print.css'), faceStyles(addresses));
}
