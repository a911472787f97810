import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BroadsheetFaces, Faces, Subset } from '@courant/epaper';
import { Face, openSubset } from '@courant/epaper';

/** The type an issue is set and printed in. */
export interface IssueType {
  readonly broadsheet: BroadsheetFaces;
  /** Every face by its id. */
  readonly faces: Faces;
  readonly subset: Subset;
}

const SERIF = {
  roman: import.meta.resolve('@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf'),
  italic: import.meta.resolve('@expo-google-fonts/pt-serif/400Regular_Italic/PTSerif_400Regular_Italic.ttf'),
  bold: import.meta.resolve('@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf'),
  boldItalic: import.meta.resolve('@expo-google-fonts/pt-serif/700Bold_Italic/PTSerif_700Bold_Italic.ttf'),
};
const DISPLAY = {
  bold: import.meta.resolve('@expo-google-fonts/playfair-display/700Bold/PlayfairDisplay_700Bold.ttf'),
  italic: import.meta.resolve(
    '@expo-google-fonts/playfair-display/500Medium_Italic/PlayfairDisplay_500Medium_Italic.ttf',
  ),
};
const SANS = {
  roman: import.meta.resolve('@expo-google-fonts/libre-franklin/400Regular/LibreFranklin_400Regular.ttf'),
  bold: import.meta.resolve('@expo-google-fonts/libre-franklin/700Bold/LibreFranklin_700Bold.ttf'),
};
const HARFBUZZ = import.meta.resolve('harfbuzzjs');

/** Opens the type of issues in Latin script. */
export async function issueType(): Promise<IssueType> {
  const text = {
    ...{ roman: await open(SERIF.roman), italic: await open(SERIF.italic), bold: await open(SERIF.bold) },
    'bold-italic': await open(SERIF.boldItalic),
  };
  const others = {
    ...{ headline: await open(DISPLAY.bold), headlineItalic: await open(DISPLAY.italic) },
    ...{ label: await open(SANS.roman), labelBold: await open(SANS.bold) },
  };
  const all = [...Object.values(text), ...Object.values(others)];
  const subsetter = new URL('harfbuzz-subset.wasm', HARFBUZZ);
  return {
    broadsheet: { text, ...others },
    faces: new Map(all.map((face) => [face.id, face])),
    subset: await openSubset(await readFile(subsetter)),
  };
}

/** A face is called by the name of its file: the same wherever the paper is installed. */
async function open(address: string): Promise<Face> {
  const path = fileURLToPath(address);
  return new Face(path.split(/[/\\]/).slice(-3).join('/'), await readFile(path));
}
