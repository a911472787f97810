import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Faces, PaperFaces, Subset } from '@courant/epaper';
import { Face, openSubset } from '@courant/epaper';
import type { FaceUse, PrintScript } from './print-faces.data.ts';
import { faceName, PRINT_FACES } from './print-faces.data.ts';

/** The type issues are set and printed in. */
export interface IssueType {
  /** The faces of papers of each script. */
  readonly papers: Readonly<Record<PrintScript, PaperFaces>>;
  /** Every face by its id. */
  readonly faces: Faces;
  readonly subset: Subset;
}

const HARFBUZZ = import.meta.resolve('harfbuzzjs');

let opened: Promise<IssueType> | undefined;

/** The type of issues, opened when it is first asked for. */
export function issueType(): Promise<IssueType> {
  opened ??= openType();
  return opened;
}

async function openType(): Promise<IssueType> {
  const addresses = new Set(Object.values(PRINT_FACES).flatMap((faces) => Object.values(faces)));
  const faces = new Map(
    await Promise.all([...addresses].map(async (address) => [address, await open(address)] as const)),
  );
  const paper = (script: PrintScript): PaperFaces => {
    const of = (use: FaceUse): Face => {
      const face = faces.get(PRINT_FACES[script][use]);
      if (!face) throw new RangeError(`print-faces.data.ts names a face for ${use}`);
      return face;
    };
    return {
      text: {
        ...{ roman: of('roman'), italic: of('italic'), bold: of('bold'), 'bold-italic': of('bold-italic') },
      },
      ...{ headline: of('headline'), headlineItalic: of('headlineItalic') },
      ...{ label: of('label'), labelBold: of('labelBold') },
    };
  };
  const subsetter = new URL('harfbuzz-subset.wasm', HARFBUZZ);
  return {
    papers: { Latn: paper('Latn'), Arab: paper('Arab') },
    faces: new Map([...faces.values()].map((face) => [face.id, face])),
    subset: await openSubset(await readFile(subsetter)),
  };
}

async function open(address: string): Promise<Face> {
  return new Face(faceName(address), await readFile(fileURLToPath(address)));
}
