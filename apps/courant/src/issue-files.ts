import { createHash } from 'node:crypto';
import type { Html, Id, Json } from '@courant/base';
import type { Darkroom } from '@courant/darkroom';
import type { LaidOutIssue, PrintedRegion, PrintedSheet } from '@courant/desk';
import { SHEET_WIDTHS } from '@courant/edition';
import type { IssueModel, IssueReport, PageModel } from '@courant/epaper';
import { pageOutlines } from '@courant/epaper';
import type { IssueCopy } from './issue-copy.ts';
import { issueEpub } from './issue-epub.ts';
import type { IssueOrder, PrintedBefore } from './issue-print.ts';
import { cutOfBlock, madeIssue, PALETTE, printedCuts, printedIssue } from './issue-print.ts';
import { issueType } from './issue-type.ts';

/** Pixels across, of the front page as an EPUB's cover. */
const COVER_WIDTH = 800;

/** The paper of a day, made: its pages as data, its PDF and EPUB, and what there is to say of it. */
export interface MadePaper {
  readonly model: IssueModel;
  readonly report: IssueReport;
  readonly pdf: Uint8Array;
  readonly epub: Uint8Array;
  /** Revisions from which its stories were set, by the ids of these. */
  readonly revisions: ReadonlyMap<string, string>;
  /** Cuts of pictures by their keys, as JPEG. */
  readonly cuts: ReadonlyMap<string, Uint8Array>;
}

/** Lays out the paper of a day and prints it, `before`: as it was printed before. Throws Fault `picture-lost`. */
export async function madePaper(
  copy: IssueCopy,
  asked: IssueOrder & {
    readonly darkroom: Darkroom;
    readonly origin: string;
    readonly before?: PrintedBefore;
  },
): Promise<MadePaper> {
  const { darkroom, origin, ...order } = asked;
  const type = await issueType();
  const { model, report } = await madeIssue(copy, { type, ...order });
  const cuts = await printedCuts(model, { stories: copy.stories, darkroom });
  const revisions = new Map(copy.stories.map(({ id, revision }) => [id, revision]));
  const front = model.pages[0];
  const drawing = front && drawingOf(front, { model, cuts, pixels: COVER_WIDTH });
  const [cover = new Uint8Array()] = drawing
    ? await darkroom.pictured((await drawing).markup, [COVER_WIDTH], 'jpeg')
    : [];
  const epub = await issueEpub(model, { copy, cover, origin, darkroom });
  return { model, report, cuts, revisions, epub, pdf: printedIssue(model, { type, pictures: cuts }) };
}

/** Puts a paper's PDF and the pictures of its pages among the files; gives it as the desk publishes it. */
export async function keptPaper(made: MadePaper, darkroom: Darkroom): Promise<LaidOutIssue> {
  const { pages, ...frame } = made.model;
  const hash = createHash('sha256').update(made.pdf).digest('hex');
  await darkroom.keepPrint(`${hash}.pdf`, made.pdf);
  await darkroom.keepPrint(`${hash}.epub`, made.epub);
  for (const page of pages) await keepPictures(page, { made, hash, darkroom });
  return {
    ...{ edition: frame.edition, day: frame.date, model: asJson(frame), report: asJson(made.report) },
    sheets: pages.map((page) => sheetOf(page, made.revisions)),
    pdf: { hash, bytes: made.pdf.byteLength },
    epub: { bytes: made.epub.byteLength },
  };
}

/** The name under which the picture of a page is kept. */
export function sheetPictureName(hash: string, number: number, width: number): string {
  return `${hash}-${number}-${width}.webp`;
}

interface Keeping {
  readonly made: MadePaper;
  readonly hash: string;
  readonly darkroom: Darkroom;
}

async function keepPictures(page: PageModel, { made, hash, darkroom }: Keeping): Promise<void> {
  const drawing = await drawingOf(page, { ...made, pixels: Math.max(...SHEET_WIDTHS) });
  const pictures = await darkroom.pictured(drawing.markup, SHEET_WIDTHS);
  for (const [i, width] of SHEET_WIDTHS.entries()) {
    const bytes = pictures[i];
    if (bytes) await darkroom.keepPrint(sheetPictureName(hash, page.number, width), bytes);
  }
}

interface Drawing extends Pick<MadePaper, 'model' | 'cuts'> {
  readonly pixels: number;
}

/** A page as a drawing that stands alone, in a width of pixels. */
async function drawingOf(page: PageModel, { model, cuts, pixels }: Drawing): Promise<Html> {
  const { faces } = await issueType();
  return pageOutlines(page, {
    ...{ sheet: model.page, faces, palette: PALETTE, pixels },
    jpegOf: (block) => Buffer.from(cuts.get(cutOfBlock(block).key) ?? []).toString('base64'),
  });
}

function sheetOf(page: PageModel, revisions: MadePaper['revisions']): PrintedSheet {
  const told = page.regions
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ kind, story, tells = [] }) => (kind === 'briefs' ? tells : (story ?? [])));
  const stories = [...new Set(told)].flatMap((story) => {
    const revision = revisions.get(story);
    return revision === undefined ? [] : [{ story: story as Id, revision: revision as Id }];
  });
  const regions = page.regions.map((region): PrintedRegion => {
    const { story, tells = [] } = region;
    const named = story === undefined ? tells : [story, ...tells];
    return { model: asJson(region), tells: named.map((one) => one as Id) };
  });
  return { number: page.number, section: page.section, regions, stories };
}

/** Models and reports are plain data: what JSON keeps is all of it. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}
