import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BroadsheetFaces, Faces, Subset } from '@courant/epaper';
import { Face, openSubset } from '@courant/epaper';
import type { PrintFace } from './print-faces.data.ts';
import { faceName, PRINT_FACES } from './print-faces.data.ts';

/** The type an issue is set and printed in. */
export interface IssueType {
  readonly broadsheet: BroadsheetFaces;
  /** Every face by its id. */
  readonly faces: Faces;
  readonly subset: Subset;
}

const HARFBUZZ = import.meta.resolve('harfbuzzjs');

let opened: Promise<IssueType> | undefined;

/** The type of issues in Latin script, opened when it is first asked for. */
export function issueType(): Promise<IssueType> {
  opened ??= openType();
  return opened;
}

async function openType(): Promise<IssueType> {
  const faces = new Map(
    await Promise.all(PRINT_FACES.map(async (one) => [one.use, await open(one)] as const)),
  );
  const of = (use: PrintFace['use']): Face => {
    const face = faces.get(use);
    if (!face) throw new RangeError(`print-faces.data.ts names a face for ${use}`);
    return face;
  };
  const subsetter = new URL('harfbuzz-subset.wasm', HARFBUZZ);
  return {
    broadsheet: {
      text: {
        ...{ roman: of('roman'), italic: of('italic'), bold: of('bold'), 'bold-italic': of('bold-italic') },
      },
      ...{ headline: of('headline'), headlineItalic: of('headlineItalic') },
      ...{ label: of('label'), labelBold: of('labelBold') },
    },
    faces: new Map([...faces.values()].map((face) => [face.id, face])),
    subset: await openSubset(await readFile(subsetter)),
  };
}

async function open(face: PrintFace): Promise<Face> {
  return new Face(faceName(face), await readFile(fileURLToPath(face.address)));
}
