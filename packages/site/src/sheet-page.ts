import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { Card, Issue, IssueSheet } from '@courant/edition';
import { issueEpubPath, issuePath, issuePdfPath, sheetPath } from '@courant/edition';
import { cardTag } from './card.ts';
import { calendarDayText } from './dates.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';

/** A page of a printed paper. */
export interface SheetPage extends FrameData {
  readonly issue: Issue;
  readonly sheet: IssueSheet;
  /** The page as SVG; hidden from those who listen, for whom its stories stand below. */
  readonly drawing: Html;
  /** Path of the style sheet that brings the page's type. */
  readonly typePath: string;
  /** The live stories of the page, by their ids. */
  readonly cards: ReadonlyMap<string, Card>;
}

/** A page of a day's paper as it was printed, with the stories on it as links to where they stand now. */
export function sheetPage(page: SheetPage): Html {
  const { edition, issue, sheet, drawing, cards } = page;
  const words = wordsOf(edition);
  const day = calendarDayText(issue.day, edition);
  const number = words('printPage', { page: sheet.number });
  const stories = sheet.stories.flatMap((story) => cards.get(story) ?? []);
  return frame(page, {
    head: {
      kind: 'website',
      title: words('listed', { first: words('listed', { first: number, next: sheet.section }), next: day }),
      path: sheetPath(edition, issue.day, sheet.number),
      sheets: [page.typePath],
    },
    main: html`<header class="wrap page-head sheet-head"><p class="kicker"><a href="${href(issuePath(edition, issue.day))}">${day}</a></p>
<h1>${number} · ${sheet.section}</h1>${turning(page)}</header>
<div class="wrap sheet-view">${drawing}</div>
<section class="wrap sheet-stories"><h2>${words('printStories')}</h2><div class="stack">${stories.map((card) => cardTag(page, card, { rank: 'third', hasStandfirst: true }))}</div></section>`,
  });
}

function turning({ edition, issue, sheet }: SheetPage): Html {
  const words = wordsOf(edition);
  const named = (number: number) => words('printPage', { page: number });
  const there = (number: number) => issue.sheets.some((one) => one.number === number);
  const [before, after] = [sheet.number - 1, sheet.number + 1];
  return html`<nav class="papers" aria-label="${words('printPages')}">
${there(before) && html`<a rel="prev" href="${href(sheetPath(edition, issue.day, before))}">← ${named(before)}</a>`}
${there(after) && html`<a rel="next" href="${href(sheetPath(edition, issue.day, after))}">${named(after)} →</a>`}
${issueFiles(edition, issue)}</nav>`;
}

/** Links to the PDF and the EPUB of an issue; none while a story in it is withdrawn. */
export function issueFiles(edition: FrameData['edition'], issue: Issue): Html {
  return html`${issue.pdfBytes !== undefined && html`<a href="${href(issuePdfPath(edition, issue))}" type="application/pdf">PDF</a>`}
${issue.epubBytes !== undefined && html`<a href="${href(issueEpubPath(edition, issue))}" type="application/epub+zip">EPUB</a>`}`;
}
