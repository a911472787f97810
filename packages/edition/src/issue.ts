import type { Id, Instant } from '@courant/base';
import type { Edition } from './paper.ts';
import { issuePath } from './paper.ts';

/** A version of a day's paper as laid-out pages, as readers may see it now. */
export interface Issue {
  readonly id: Id;
  /** ISO day in the edition's zone. */
  readonly day: string;
  /** 1 for the first printed that day; a later one takes its place at the same address. */
  readonly version: number;
  readonly published: Instant;
  readonly sheets: readonly IssueSheet[];
  /** Sizes of its PDF and EPUB in bytes; absent while a story that stands in it is withdrawn. */
  readonly pdfBytes?: number;
  readonly epubBytes?: number;
}

/** A page of an issue, without its drawing. */
export interface IssueSheet {
  /** From 1. */
  readonly number: number;
  /** Name of its section as the page's head shows it. */
  readonly section: string;
  /** Width and height in points. */
  readonly width: number;
  readonly height: number;
  /** Ids of the stories on it, in the order in which they are read; those that go on from another page too. */
  readonly stories: readonly string[];
  /** Whether it may be shown as a picture: not while a story that stands on it is withdrawn. */
  readonly isWhole: boolean;
}

/** The papers that an edition printed in a month, and the nearest months before and after it with any. */
export interface PapersOfMonth {
  /** In the order of their days. */
  readonly papers: readonly PaperOfDay[];
  /** `2026-11`. */
  readonly earlier?: string;
  readonly later?: string;
}

/** A day's paper as a calendar shows it. */
export interface PaperOfDay {
  readonly day: string;
  readonly version: number;
  /** Width and height of its front page in points. */
  readonly width: number;
  readonly height: number;
  /** Whether its front page may be shown as a picture. */
  readonly isWhole: boolean;
}

/** The path of the calendar of a month's papers, `2026-12`. */
export function papersPath(edition: Pick<Edition, 'key' | 'isDefault'>, month: string): string {
  return issuePath(edition, month);
}

/** Where a story stands in print. */
export interface PrintedPlace {
  /** ISO day of the issue. */
  readonly day: string;
  /** The page it begins on. */
  readonly page: number;
  /** Name of the section as that page's head shows it. */
  readonly section: string;
}

/** Widths in pixels in which the pages of an issue are pictured. */
export const SHEET_WIDTHS = [240, 480] as const;

/** The path of a page of a day's paper. */
export function sheetPath(edition: Pick<Edition, 'key' | 'isDefault'>, date: string, number: number): string {
  return `${issuePath(edition, date)}/${number}`;
}

/** The path of the picture of a page; another version of the paper has another. */
export function sheetPicturePath(
  edition: Pick<Edition, 'key' | 'isDefault'>,
  issue: Pick<Issue, 'day' | 'version'>,
  { number, width }: { readonly number: number; readonly width: number },
): string {
  return `${issuePath(edition, issue.day)}/${issue.version}-${number}-${width}.webp`;
}

/** The path of the EPUB of a version of a day's paper. */
export function issueEpubPath(
  edition: Pick<Edition, 'key' | 'isDefault'>,
  issue: Pick<Issue, 'day' | 'version'>,
): string {
  return issuePdfPath(edition, issue).replace(/pdf$/, 'epub');
}

/** The path of the PDF of a version of a day's paper. */
export function issuePdfPath(
  edition: Pick<Edition, 'key' | 'isDefault'>,
  issue: Pick<Issue, 'day' | 'version'>,
): string {
  return `${issuePath(edition, issue.day)}/${edition.key}-${issue.day}-${issue.version}.pdf`;
}
