import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { PaperOfDay, PapersOfMonth } from '@courant/edition';
import { issuePath, papersPath, SHEET_WIDTHS, sheetPicturePath } from '@courant/edition';
import { calendarDayText } from './dates.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { breadcrumbs, graph } from './page-data.ts';
import { spanText } from './span-text.ts';
import { topicTitle } from './topic-page.ts';
import { daysOfMonth, weekdayNames } from './weekdays.ts';

/** What the calendar of a month's printed papers is made of. */
export interface PapersPage extends FrameData, PapersOfMonth {
  /** `2026-12`. */
  readonly month: string;
}

/** The front pages of a month, each on its day. */
export function papersPage(page: PapersPage): Html {
  const { month, edition, publication, papers } = page;
  const words = wordsOf(edition);
  const named = monthText(month, page);
  const title = words('papersOf', { month: named });
  const path = papersPath(edition, month);
  const printed = new Map(papers.map((paper) => [paper.day, paper]));
  const days = daysOfMonth(month, edition.locale).map(({ day, number, weekday }) => {
    const paper = printed.get(day);
    const content = paper ? paperLink(page, paper, number) : html`<span class="none">${number}</span>`;
    return html`<li data-weekday="${weekday}">${content}</li>`;
  });
  const heads = weekdayNames(edition.locale).map((name) => html`<li>${name}</li>`);
  return frame(page, {
    head: {
      kind: 'website',
      title,
      path,
      description: words('listed', { first: title, next: `${publication.name}, ${edition.name}` }),
    },
    data: graph(breadcrumbs(page, [{ name: title, path }])),
    main: html`<header class="wrap page-head"><p class="kicker">${edition.name}</p>
<h1>${topicTitle(title, edition.locale)}</h1>${neighbours(page)}</header>
<div class="wrap fronts"><ol class="weekdays" aria-hidden="true">${heads}</ol><ol class="days">${days}</ol></div>`,
  });
}

/** The ways to the nearest months that have a paper. */
function neighbours(page: PapersPage): Html | undefined {
  const { edition, earlier, later } = page;
  if (earlier === undefined && later === undefined) return undefined;
  return html`<nav class="papers" aria-label="${wordsOf(edition)('otherPapers')}">
${earlier && html`<a rel="prev" href="${href(papersPath(edition, earlier))}">${monthText(earlier, page)}</a>`}
${later && html`<a rel="next" href="${href(papersPath(edition, later))}">${monthText(later, page)}</a>`}</nav>`;
}

function monthText(month: string, { edition }: PapersPage): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return spanText({ year, month: number }, edition);
}

function paperLink({ edition }: PapersPage, paper: PaperOfDay, number: string): Html {
  const [width] = SHEET_WIDTHS;
  const height = Math.round((paper.height / paper.width) * width);
  const path = sheetPicturePath(edition, paper, { number: 1, width });
  const picture =
    paper.isWhole &&
    html`<img src="${href(path)}" width="${width}" height="${height}" alt="" loading="lazy">`;
  return html`<a href="${href(issuePath(edition, paper.day))}" aria-label="${calendarDayText(paper.day, edition)}"><time datetime="${paper.day}">${number}</time>${picture}</a>`;
}
