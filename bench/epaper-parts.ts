import type { IssueInput, IssueModel, PdfParts } from '@courant/epaper';
import { partsFor } from '@courant/epaper/testing';

/** What an invented issue is printed with. What cutting pictures takes is the darkroom's time, not the page's. */
export async function printParts({ design }: IssueInput, model: IssueModel): Promise<PdfParts> {
  const faces = [...Object.values(design.text), ...Object.values(design.founts).map(({ face }) => face)];
  return partsFor(model, { faces: new Map(faces.map((face) => [face.id, face])), pixelsPerInch: 160 });
}
