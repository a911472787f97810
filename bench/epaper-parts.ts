import type { IssueInput, IssueModel, PdfParts } from '@courant/epaper';
import { facesIn } from '@courant/epaper';
import { partsFor } from '@courant/epaper/testing';

/** What an invented issue is printed with. What cutting pictures takes is the darkroom's time, not the page's. */
export async function printParts({ design }: IssueInput, model: IssueModel): Promise<PdfParts> {
  return partsFor(model, { faces: facesIn(design), pixelsPerInch: 160 });
}
