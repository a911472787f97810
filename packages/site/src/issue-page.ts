import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { Card, Issue, Section } from '@courant/edition';
import {
  frontPath,
  issuePath,
  papersPath,
  SHEET_WIDTHS,
  sheetPath,
  sheetPicturePath,
} from '@courant/edition';
import { cardTag } from './card.ts';
import { calendarDayText } from './dates.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import { issueFiles } from './sheet-page.ts';
import { SIZES } from './sizes.ts';
import { titleTag } from './title.ts';
import { topicTitle } from './topic-page.ts';

/** The stories of one top-level section in a day's paper. */
export interface IssuePart {
  readonly section: Section;
  readonly cards: readonly Card[];
}

/** What a day's paper is made of, as the list of its stories. */
export interface IssuePage extends FrameData {
  /** Its day in the edition's zone, `2026-11-23`. */
  readonly date: string;
  readonly parts: readonly IssuePart[];
  /** The day of the paper before this one, where there is one. */
  readonly earlier?: string;
  readonly later?: string;
  /** Its pages, where they were printed. */
  readonly issue?: Issue;
}

/** A day's paper: its stories, section by section. */
export function issuePage(page: IssuePage): Html {
  const { date, parts, edition, publication } = page;
  const words = wordsOf(edition);
  const day = calendarDayText(date, edition);
  const count = parts.reduce((sum, part) => sum + part.cards.length, 0);
  const told = count > 0 ? words('issueCount', { count }) : words('issueEmpty');
  return frame(page, {
    head: {
      kind: 'website',
      title: words('listed', { first: edition.name, next: day }),
      path: issuePath(edition, date),
      description: words('issueOf', { day, paper: publication.name, edition: edition.name }),
    },
    main: html`<header class="wrap page-head issue-head"><p class="kicker">${edition.name}</p>
<h1><time datetime="${date}">${topicTitle(day, edition.locale)}</time></h1><p class="meta">${told}</p>
${neighbours(page)}</header>
${page.issue && sheetsHtml(page, page.issue)}
<div class="wrap issue">${parts.map((part) => partHtml(page, part))}</div>`,
  });
}

function neighbours(page: IssuePage): Html | undefined {
  const { earlier, later, edition } = page;
  const words = wordsOf(edition);
  if (earlier === undefined && later === undefined) return undefined;
  return html`<nav class="papers" aria-label="${words('otherPapers')}">
${earlier && html`<a rel="prev" href="${href(issuePath(edition, earlier))}">${words('earlierPaper')}</a>`}
${later && html`<a rel="next" href="${href(issuePath(edition, later))}">${words('laterPaper')}</a>`}</nav>`;
}

/** The pages as pictures, each leading to itself; one with a story that was withdrawn since shows its number alone. */
function sheetsHtml({ edition }: IssuePage, issue: Issue): Html {
  const words = wordsOf(edition);
  const sheets = issue.sheets.map(({ number, section, width, height, isWhole }, i) => {
    const name = words('listed', { first: words('printPage', { page: number }), next: section });
    const widest = SHEET_WIDTHS[SHEET_WIDTHS.length - 1] ?? SHEET_WIDTHS[0];
    const path = sheetPicturePath(edition, issue, { number, width: widest });
    const high = Math.round((height / width) * widest);
    const picture = html`<img src="${href(path)}" width="${widest}" height="${high}" alt="${name}" loading="${i > 3 ? 'lazy' : 'eager'}">`;
    return html`<li><a href="${href(sheetPath(edition, issue.day, number))}">${isWhole ? picture : name}</a></li>`;
  });
  return html`<section class="wrap sheets" aria-label="${words('printPages')}"><ol>${sheets}</ol>
<p class="papers">${issueFiles(edition, issue)}<a href="${href(papersPath(edition, issue.day.slice(0, 7)))}">${words('allPapers')}</a></p></section>`;
}

function partHtml(page: IssuePage, { section, cards }: IssuePart): Html {
  const drawn = cards.map((card, i) =>
    cardTag(
      page,
      card,
      i === 0 ? { rank: 'second', sizes: SIZES.quarter, hasStandfirst: true } : { rank: 'third' },
    ),
  );
  return html`<section class="part" data-section="${section.path}">${titleTag(section.name, frontPath(page.edition, section))}
<div class="stack">${drawn}</div></section>`;
}
