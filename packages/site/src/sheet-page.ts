import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { Card, Issue, IssueSheet } from '@courant/edition';
import { issueEpubPath, issuePath, issuePdfPath, sheetPath } from '@courant/edition';
import type { Correction } from '@courant/story';
import { cardTag } from './card.ts';
import { calendarDayText, momentTag } from './dates.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { directionOf, wordsOf } from './messages.ts';

/** A page of a printed paper. */
export interface SheetPage extends FrameData {
  readonly issue: Issue;
  readonly sheet: IssueSheet;
  /** The page as SVG; hidden from those who listen, for whom its stories stand below. */
  readonly drawing: Html;
  /** Path of the style sheet that brings the page's type. */
  readonly typePath: string;
  /** Path of the module by which it is read on a screen. */
  readonly scriptPath?: string;
  /** The live stories of the issue, by their ids. */
  readonly cards: ReadonlyMap<string, Card>;
  /** The notes of stories of this page that were corrected since it was printed, by their ids. */
  readonly corrected: ReadonlyMap<string, readonly Correction[]>;
}

/** A page of a day's paper as it was printed, with the stories on it as links to where they stand now. */
export function sheetPage(page: SheetPage): Html {
  const { edition, issue, sheet, drawing, cards } = page;
  const words = wordsOf(edition);
  const day = calendarDayText(issue.day, edition);
  const number = words('printPage', { page: sheet.number });
  const stories = sheet.stories.flatMap((story) => cards.get(story) ?? []);
  const title = words('listed', {
    first: words('listed', { first: number, next: sheet.section }),
    next: day,
  });
  return frame(page, {
    head: {
      kind: 'website',
      title,
      path: sheetPath(edition, issue.day, sheet.number),
      sheets: [page.typePath],
      modules: page.scriptPath === undefined ? [] : [page.scriptPath],
    },
    main: html`<header class="wrap page-head sheet-head"><p class="kicker"><a href="${href(issuePath(edition, issue.day))}">${day}</a></p>
<h1>${number} · ${sheet.section}</h1>${turning(page)}</header>
<div class="wrap replica" id="replica">${tools(page)}
<div class="sheet-beside"><div class="sheet-view"><div class="sheet-plane">${drawing}</div></div>${article(page)}</div></div>
<section class="wrap sheet-stories"><h2>${words('printStories')}</h2><div class="stack">${stories.map((card) => html`${cardTag(page, card, { rank: 'third', hasStandfirst: true })}${notes(page, card)}`)}</div></section>`,
  });
}

/** What was corrected in a story since its page was printed. */
function notes({ corrected, edition }: SheetPage, { story }: Card): readonly Html[] {
  const words = wordsOf(edition);
  return (corrected.get(story) ?? []).map(
    ({ at, note }) =>
      html`<p class="correction"><strong>${words('sheetCorrected')}</strong> ${momentTag(at, edition)} ${note}</p>`,
  );
}

/** The ways to the pages before and after, to all pages, and to what can be kept of the issue. */
function turning({ edition, issue, sheet }: SheetPage): Html {
  const words = wordsOf(edition);
  const named = (number: number) => words('printPage', { page: number });
  const there = (number: number) => issue.sheets.some((one) => one.number === number);
  const [before, after] = [sheet.number - 1, sheet.number + 1];
  const [back, onward] = directionOf(edition.locale) === 'rtl' ? ['→', '←'] : ['←', '→'];
  const all = issue.sheets.map(({ number, section }) => {
    const path = sheetPath(edition, issue.day, number);
    const name = words('listed', { first: named(number), next: section });
    return number === sheet.number
      ? html`<li><a href="${href(path)}" aria-label="${name}" aria-current="page">${number}</a></li>`
      : html`<li><a href="${href(path)}" aria-label="${name}">${number}</a></li>`;
  });
  return html`<nav class="papers" aria-label="${words('printPages')}">
${there(before) && html`<a rel="prev" href="${href(sheetPath(edition, issue.day, before))}">${back} ${named(before)}</a>`}
${there(after) && html`<a rel="next" href="${href(sheetPath(edition, issue.day, after))}">${named(after)} ${onward}</a>`}
<ol class="sheet-numbers">${all}</ol>
${issueFiles(edition, issue)}</nav>`;
}

/** What a script of the page can do for those who look: size, two pages at once, and finding words in the issue. */
function tools({ edition, issue }: SheetPage): Html {
  const words = wordsOf(edition);
  const pages = issue.sheets.length > 2;
  return html`<div class="sheet-tools tool" role="group" aria-label="${words('sheetTools')}">
<button type="button" data-sheet="smaller" aria-label="${words('sheetSmaller')}">−</button>
<button type="button" data-sheet="whole">${words('sheetWhole')}</button>
<button type="button" data-sheet="larger" aria-label="${words('sheetLarger')}">+</button>
${pages && html`<button type="button" data-sheet="spread" aria-pressed="false">${words('sheetSpread')}</button>`}
<button type="button" data-do="print">${words('print')}</button>
<form class="sheet-find" role="search"><input type="search" name="words" aria-label="${words('sheetFind')}" placeholder="${words('sheetFind')}" autocomplete="off"><button>${words('search')}</button></form>
<ol class="sheet-found" aria-live="polite" data-none="${words('sheetNone')}" hidden></ol></div>`;
}

/** Where a script shows a story beside its page. */
function article({ edition }: SheetPage): Html {
  const words = wordsOf(edition);
  return html`<dialog class="sheet-article" id="sheet-article" aria-label="${words('sheetStory')}">
<div class="sheet-turn"><button type="button" data-story-step="-1">${words('sheetEarlier')}</button><button type="button" data-story-step="1">${words('sheetLater')}</button><button type="button" data-story-step="0">${words('close')}</button></div>
<div class="told" tabindex="-1" autofocus></div></dialog>`;
}

/** Links to the PDF and the EPUB of an issue; none while a story in it is withdrawn. */
export function issueFiles(edition: FrameData['edition'], issue: Issue): Html {
  return html`${issue.pdfBytes !== undefined && html`<a href="${href(issuePdfPath(edition, issue))}" type="application/pdf">PDF</a>`}
${issue.epubBytes !== undefined && html`<a href="${href(issueEpubPath(edition, issue))}" type="application/epub+zip">EPUB</a>`}`;
}
