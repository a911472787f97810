import type { Darkroom } from '@courant/darkroom';
import type { Issue } from '@courant/edition';
import { issueEpubPath, issuePath, issuePdfPath, SHEET_WIDTHS, sheetPicturePath } from '@courant/edition';
import type { House } from './house.ts';
import { sheetPictureName } from './issue-files.ts';
import type { Rendition } from './pictures.ts';

const ADDRESS = /^(\/.*)?\/epaper\/(\d{4}-\d\d-\d\d)\/[^/]+\.(?:webp|pdf|epub)$/;
/** What is withdrawn from an issue is gone from its files as well: they are asked for again. */
const MAX_AGE_SECONDS = 300;

/** Whether an address is one of the files of an issue. */
export function isIssueFile(address: string): boolean {
  return ADDRESS.test(address);
}

/** The PDF or EPUB of an issue, or the picture of one of its pages; undefined where there is none that readers may see. */
export async function issueFileAt(
  house: House,
  darkroom: Darkroom,
  address: string,
): Promise<Rendition | undefined> {
  const [, prefix = '', day = ''] = ADDRESS.exec(address) ?? [];
  const found = await house.shelf.read(async (snapshot) => {
    const { editions } = await snapshot.paper();
    const edition = editions.find((one) => issuePath(one, day) === `${prefix}/epaper/${day}`);
    const issue = edition && (await snapshot.issue(edition, day));
    const hash = issue && (await snapshot.issueFiles(issue.id));
    return edition && issue && hash !== undefined ? { edition, issue, hash } : undefined;
  });
  if (!found) return undefined;
  const { edition, issue, hash } = found;
  if (issue.pdfBytes !== undefined && address === issuePdfPath(edition, issue)) {
    const bytes = await darkroom.keptPrint(`${hash}.pdf`);
    return bytes && { mediaType: 'application/pdf', bytes, maxAge: MAX_AGE_SECONDS };
  }
  if (issue.epubBytes !== undefined && address === issueEpubPath(edition, issue)) {
    const bytes = await darkroom.keptPrint(`${hash}.epub`);
    return bytes && { mediaType: 'application/epub+zip', bytes, maxAge: MAX_AGE_SECONDS };
  }
  const picture = picturesOf(issue).find((one) => address === sheetPicturePath(edition, issue, one));
  const bytes = picture && (await darkroom.keptPrint(sheetPictureName(hash, picture.number, picture.width)));
  return bytes && { mediaType: 'image/webp', bytes, maxAge: MAX_AGE_SECONDS };
}

function picturesOf({ sheets }: Issue): readonly { readonly number: number; readonly width: number }[] {
  const whole = sheets.filter(({ isWhole }) => isWhole);
  return whole.flatMap(({ number }) => SHEET_WIDTHS.map((width) => ({ number, width })));
}
