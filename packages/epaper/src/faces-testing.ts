import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Face } from './face.ts';
import type { Hyphenate } from './hyphenation.ts';
import type { Style, Type } from './piece.ts';

const require = createRequire(import.meta.url);

/** A face of an npm package of fonts, such as `pt-serif/400Regular/PTSerif_400Regular.ttf`. */
export function faceFrom(path: string): Face {
  return new Face(path, readFileSync(require.resolve(`@expo-google-fonts/${path}`)));
}

let styles: Readonly<Record<Style, Face>> | undefined;

/** The four styles of the text face, opened once. */
export function textFaces(): Readonly<Record<Style, Face>> {
  styles ??= {
    roman: faceFrom('pt-serif/400Regular/PTSerif_400Regular.ttf'),
    italic: faceFrom('pt-serif/400Regular_Italic/PTSerif_400Regular_Italic.ttf'),
    bold: faceFrom('pt-serif/700Bold/PTSerif_700Bold.ttf'),
    'bold-italic': faceFrom('pt-serif/700Bold_Italic/PTSerif_700Bold_Italic.ttf'),
  };
  return styles;
}

/** Text as the broadsheet sets it: 8.7 points on a column of 143.3. */
export function textType(hyphenate: Hyphenate, change: Partial<Type> = {}): Type {
  return { faces: textFaces(), size: 8.7, measure: 143.3, direction: 'ltr', hyphenate, ...change };
}
