import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Darkroom, RenditionOrder } from '@courant/darkroom';
import type { Edition } from '@courant/edition';
import type {
  CopyWords,
  Design,
  ImageBlock,
  IssueInput,
  IssueModel,
  IssuePlan,
  IssueStory,
  IssueWords,
  MadeIssue,
  Palette,
  PaperFaces,
  PictureCut,
} from '@courant/epaper';
import {
  broadsheet,
  hyphenationOf,
  makeIssue,
  naskhBroadsheet,
  pictureCut,
  pictureCuts,
  replate,
  tabloid,
  writePdf,
} from '@courant/epaper';
import { directionOf, wordsOf } from '@courant/site';
import type { IssueCopy } from './issue-copy.ts';
import type { IssueType } from './issue-type.ts';
import type { PrintScript } from './print-faces.data.ts';

/** Fine enough to be read enlarged on a screen. */
const PIXELS_PER_INCH = 160;
/** What a printed page is drawn in. */
export const PALETTE: Palette = {
  ...{ ink: '#1a1a1a', grey: '#6b6b6b', accent: '#8b1a1a', tint: '#f1efe9', paper: '#ffffff' },
};
/** An issue takes no longer: the best so far is taken then. */
const LONGEST_MS = 10_000;

/** The designs for papers of each script, by their names; the first is taken where none is asked for. */
const DESIGNS: Readonly<Record<PrintScript, ReadonlyMap<string, (faces: PaperFaces) => Design>>> = {
  Latn: new Map([
    ['broadsheet', broadsheet],
    ['tabloid', tabloid],
  ]),
  Arab: new Map([['naskh-broadsheet', naskhBroadsheet]]),
};

/** Why an edition cannot be printed, so or at all, in a sentence; undefined where it can. */
export function unprintable({ name, locale }: Edition, design?: string): string | undefined {
  const script = scriptOf(locale);
  if (!script)
    return `${name} cannot be printed yet: there is neither design nor type for pages in ${locale}.`;
  const designs = [...DESIGNS[script].keys()];
  if (design === undefined || designs.includes(design)) return undefined;
  return `There is no design “${design}” for ${name}: it is printed as ${designs.join(' or ')}.`;
}

function scriptOf(locale: string): PrintScript | undefined {
  const { script } = new Intl.Locale(locale).maximize();
  return script === 'Latn' || script === 'Arab' ? script : undefined;
}

function designFor(locale: string, type: IssueType, name?: string): Design {
  const script = scriptOf(locale) ?? 'Latn';
  const [first] = DESIGNS[script].values();
  const made = (name === undefined ? undefined : DESIGNS[script].get(name)) ?? first ?? broadsheet;
  return made(type.papers[script]);
}

/** How the issue of a day is to be: its design and plan, where somebody asked for them. */
export interface IssueOrder {
  readonly day: string;
  readonly design?: string;
  readonly plan?: IssuePlan;
}

/** Words of the paper's own in its stories. */
export function copyWords(edition: Edition): CopyWords {
  const words = wordsOf(edition);
  return {
    by: (name) => words('by', { name }),
    listed: (first, next) => words('listed', { first, next }),
  };
}

/** Makes the issue of a day from its copy; of one that was printed only the pages on which something changed, where they can be. */
export async function madeIssue(
  copy: IssueCopy,
  { before, ...order }: IssueOrder & { readonly type: IssueType; readonly before?: PrintedBefore },
): Promise<MadeIssue> {
  const input = await issueInput(copy, order);
  const changed = before && changedStories(copy, before);
  return (changed && replate(input, { before: before.model, changed })) ?? makeIssue(input);
}

/** An issue as it was printed, with the revisions its stories were set from. */
export interface PrintedBefore {
  readonly model: IssueModel;
  readonly revisions: ReadonlyMap<string, string>;
}

/** The stories of an issue that read otherwise now, or are withdrawn. */
export function changedStories({ stories }: IssueCopy, { revisions }: PrintedBefore): ReadonlySet<string> {
  const now = new Map(stories.map(({ id, revision }) => [id, revision]));
  return new Set([...revisions].flatMap(([id, revision]) => (now.get(id) === revision ? [] : [id])));
}

async function issueInput(
  copy: IssueCopy,
  { type, day, plan, design }: IssueOrder & { readonly type: IssueType },
): Promise<IssueInput> {
  const { edition, publication, sections, stories } = copy;
  const late = performance.now() + LONGEST_MS;
  return {
    ...{ publication, edition: edition.key, editionName: edition.name, date: day, stories },
    ...{ language: edition.locale, direction: directionOf(edition.locale) },
    design: designFor(edition.locale, type, design),
    hyphenate: await hyphenationOf(edition.locale),
    words: issueWords(edition, day),
    sections: sections.map(({ path, name }) => ({ key: path, name })),
    advertisements: [],
    ...(plan === undefined ? {} : { plan }),
    isLate: () => performance.now() > late,
  };
}

/** A day as an issue names it. */
export function dayOfIssue({ locale }: Edition, day: string): string {
  const date = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, date).format(new Date(`${day}T12:00:00Z`));
}

function issueWords(edition: Edition, day: string): IssueWords {
  const words = wordsOf(edition);
  return {
    continuedOn: (page) => words('printContinued', { page }),
    continuedFrom: (page) => words('printFrom', { page }),
    day: dayOfIssue(edition, day),
    ears: [edition.tagline ?? '', ''],
    frontPage: words('printFront'),
    inside: words('printInside'),
    inBrief: words('printBriefs'),
    advertisement: words('printAdvertisement'),
    page: (page) => words('printPage', { page }),
    house: [
      { headline: words('printSite'), text: words('printSiteText') },
      { headline: words('printWrite'), text: words('printWriteText') },
    ],
  };
}

/** What an issue is printed with. */
interface Printing {
  readonly stories: readonly IssueStory[];
  readonly darkroom: Darkroom;
}

/** The parts of pictures that an issue shows, by their keys, as JPEG cut from the originals. Throws Fault `picture-lost`. */
export async function printedCuts(
  model: IssueModel,
  { stories, darkroom }: Printing,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const originals = new Map(
    stories.flatMap(({ pictures }) => pictures.map((one) => [one.hash, one] as const)),
  );
  const pictures = new Map<string, Uint8Array>();
  for (const cut of pictureCuts(model, PIXELS_PER_INCH)) {
    const original = originals.get(cut.picture);
    if (original) pictures.set(cut.key, await darkroom.print(renditionOf(cut, original)));
  }
  return pictures;
}

/** Where the part of a picture that a block of a page shows is to be had, once it was printed. */
export function printCutPath(block: ImageBlock): string {
  return `/pictures/${block.picture}/${printName(cutOfBlock(block))}.jpg`;
}

/** The cut that a block of a page shows. */
export function cutOfBlock(block: ImageBlock): PictureCut {
  return pictureCut(block, PIXELS_PER_INCH);
}

function printName({ key }: PictureCut): string {
  return `print-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
}

/** Prints an issue as PDF. */
export function printedIssue(
  model: IssueModel,
  { type, pictures }: { readonly type: IssueType; readonly pictures: ReadonlyMap<string, Uint8Array> },
): Uint8Array {
  return writePdf(model, {
    ...{ faces: type.faces, palette: PALETTE, pictures, pixelsPerInch: PIXELS_PER_INCH },
    tools: {
      deflate: (bytes) => deflateSync(bytes),
      digest: (bytes) => createHash('sha256').update(bytes).digest(),
      subset: type.subset,
    },
  });
}

/** The part of an original that a page shows, in whole pixels of it; never enlarged. */
function renditionOf(cut: PictureCut, original: Sized): RenditionOrder {
  const { from, width, height } = cut;
  const left = Math.min(original.width - 1, Math.round(from.x * original.width));
  const top = Math.min(original.height - 1, Math.round(from.y * original.height));
  const within = {
    width: Math.max(1, Math.min(original.width - left, Math.round(from.width * original.width))),
    height: Math.max(1, Math.min(original.height - top, Math.round(from.height * original.height))),
  };
  const scale = Math.min(1, within.width / width);
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const name = printName(cut);
  return { hash: cut.picture, width: size.width, format: 'jpeg', cut: { left, top, within, ...size, name } };
}

interface Sized {
  readonly width: number;
  readonly height: number;
}
