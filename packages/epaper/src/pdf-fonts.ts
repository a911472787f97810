import type { Face } from './face.ts';
import { issueBlocks } from './issue-blocks.ts';
import type { IssueModel, Line } from './page-model.ts';
import { PdfFont } from './pdf-font.ts';
import type { PdfObjects, PdfTools } from './pdf-objects.ts';
import type { Faces, PlacedLine } from './placed-line.ts';
import { placeLine } from './placed-line.ts';

/**
 * The fonts of an issue and its lines, placed. All lines are seen before the first is drawn: what a glyph is read as,
 * and so which words need to be told, depends on all of them.
 */
export class PdfFonts {
  readonly #fonts = new Map<Face, PdfFont>();
  readonly #lines = new Map<Line, PlacedLine>();

  constructor(issue: IssueModel, faces: Faces, objects: PdfObjects) {
    for (const block of issueBlocks(issue))
      for (const line of block.kind === 'text' ? block.lines : []) this.#learn(line, faces, objects);
  }

  /** The font of a face that lines are set in. */
  of(face: Face): PdfFont | undefined {
    return this.#fonts.get(face);
  }

  /** A line with the places of its words. */
  placed(line: Line): PlacedLine | undefined {
    return this.#lines.get(line);
  }

  /** Writes the fonts. */
  write(objects: PdfObjects, tools: PdfTools): void {
    for (const font of this.#fonts.values()) font.write(objects, tools);
  }

  #learn(line: Line, faces: Faces, objects: PdfObjects): void {
    const placed = placeLine(line, faces);
    this.#lines.set(line, placed);
    for (const word of placed.words) {
      const font = this.#fonts.get(word.face) ?? new PdfFont(word.face, this.#fonts.size + 1, objects);
      this.#fonts.set(word.face, font);
      font.learn(word, line.isHyphenated === true);
    }
  }
}
