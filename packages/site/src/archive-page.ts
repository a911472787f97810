import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { ArchiveSpan, Card, Edition } from '@courant/edition';
import { archivePath } from '@courant/edition';
import { cardTag } from './card.ts';
import { numberFormatter } from './formatter.ts';
import { frame } from './frame.ts';
import type { FrameData } from './frame-data.ts';
import { wordsOf } from './messages.ts';
import type { Step } from './page-data.ts';
import { breadcrumbs, collection, graph } from './page-data.ts';
import { SIZES } from './sizes.ts';
import { spanFormat, spanText } from './span-text.ts';
import { topicTitle } from './topic-page.ts';

/** What a page of the archive is made of: the whole archive, a year, a month or a day. */
export interface ArchivePage extends FrameData {
  readonly span?: ArchiveSpan;
  /** Years, months of the year or days of the month that hold a story, in their order; none on the page of a day. */
  readonly parts: readonly number[];
  /** Of a day, its stories; else the newest of the span. */
  readonly cards: readonly Card[];
  /** The spans beside this one that hold something. */
  readonly earlier?: ArchiveSpan;
  readonly later?: ArchiveSpan;
}

/** A page of the archive: the way up, what the span is divided into, and stories. */
export function archivePage(page: ArchivePage): Html {
  const { span, edition, cards } = page;
  const words = wordsOf(edition);
  const path = archivePath(edition, span);
  const title = span ? spanText(span, edition) : words('archive');
  const steps = [...wayTo(page), { name: title, path }];
  const drawn = cards.map((card) =>
    cardTag(page, card, { rank: 'third', level: 2, sizes: SIZES.small, hasStandfirst: true, hasMeta: true }),
  );
  const whole = [page.publication.name, edition.name, title].reduce((first, next) =>
    words('listed', { first, next }),
  );
  const isEmpty = cards.length === 0 && page.parts.length === 0;
  return frame(page, {
    head: {
      kind: 'website',
      title: span ? words('archiveOf', { span: title }) : title,
      description: words('archiveOf', { span: whole }),
      ...(isEmpty ? {} : { path }),
    },
    data: graph(breadcrumbs(page, steps), collection(page, { name: title, path, cards })),
    main: html`<header class="wrap page-head">${wayHtml(page)}<h1>${topicTitle(title, edition.locale)}</h1>${neighbours(page)}</header>
<div class="block wrap archive">${partsHtml(page)}
${drawn.length > 0 && html`<div class="river wide-river">${drawn}</div>`}
${isEmpty && html`<p class="empty">${words('archiveEmpty')}</p>`}</div>`,
  });
}

/** The spans around this one, the widest first. */
function wayTo(page: ArchivePage): readonly Step[] {
  const { span, edition } = page;
  if (!span) return [];
  const { year, month, day } = span;
  const wider: (ArchiveSpan | undefined)[] = [
    undefined,
    ...(month === undefined ? [] : [{ year }]),
    ...(month === undefined || day === undefined ? [] : [{ year, month }]),
  ];
  return wider.map((one) => ({
    name: one ? spanText(one, edition) : wordsOf(edition)('archive'),
    path: archivePath(edition, one),
  }));
}

function wayHtml(page: ArchivePage): Html {
  const steps = wayTo(page);
  if (steps.length === 0) return NOTHING;
  const items = steps.map(({ name, path }) => html`<li><a href="${href(path)}">${name}</a></li>`);
  return html`<nav class="crumb" aria-label="${wordsOf(page.edition)('youAreIn')}"><ol>${items}</ol></nav>`;
}

function partsHtml(page: ArchivePage): Html {
  const { span, parts, edition } = page;
  if (parts.length === 0) return NOTHING;
  if (span?.month !== undefined) return calendarHtml(page, { year: span.year, month: span.month });
  const items = parts.map((part) => {
    const inner = within(span, part);
    return html`<li><a href="${href(archivePath(edition, inner))}">${partText(inner, edition)}</a></li>`;
  });
  const kind = span === undefined ? 'years' : 'months';
  return html`<ol class="parts ${kind}">${items}</ol>`;
}

/** The first Monday of the calendar's reckoning: a week of days to name. */
const MONDAY = { year: 2024, month: 1, day: 1 } as const;
const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

/** A month as a calendar, in which the days that hold a story lead to them. */
function calendarHtml(page: ArchivePage, month: { readonly year: number; readonly month: number }): Html {
  const { parts, edition } = page;
  const heads = WEEK.map((n) => {
    const day = { ...MONDAY, day: MONDAY.day + n };
    return html`<th scope="col" abbr="${spanFormat(day, edition, { weekday: 'long' })}">${spanFormat(day, edition, { weekday: 'short' })}</th>`;
  });
  const rows = weeksOf(month).map((week) => {
    const cells = week.map((day) => {
      if (day === undefined) return html`<td></td>`;
      const name = numberFormatter(edition.locale).format(day);
      return parts.includes(day)
        ? html`<td><a href="${href(archivePath(edition, { ...month, day }))}">${name}</a></td>`
        : html`<td>${name}</td>`;
    });
    return html`<tr>${cells}</tr>`;
  });
  return html`<table class="calendar"><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`;
}

/** The days of a month in weeks that begin on Monday. */
function weeksOf({
  year,
  month,
}: {
  readonly year: number;
  readonly month: number;
}): readonly (readonly (number | undefined)[])[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const weeks = Math.ceil((before + count) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    WEEK.map((n) => {
      const day = week * 7 + n - before + 1;
      return day >= 1 && day <= count ? day : undefined;
    }),
  );
}

function within(span: ArchiveSpan | undefined, part: number): ArchiveSpan {
  if (!span) return { year: part };
  return { year: span.year, month: part };
}

/** A part as the list of its whole names it: a year, or a month by its name. */
function partText(span: ArchiveSpan, edition: Edition): string {
  return span.month === undefined ? spanText(span, edition) : spanFormat(span, edition, { month: 'long' });
}

function neighbours(page: ArchivePage): Html {
  const { earlier, later, edition } = page;
  if (!earlier && !later) return NOTHING;
  return html`<nav class="papers" aria-label="${wordsOf(edition)('archive')}">
${earlier && html`<a rel="prev" href="${href(archivePath(edition, earlier))}">${spanText(earlier, edition)}</a>`}
${later && html`<a rel="next" href="${href(archivePath(edition, later))}">${spanText(later, edition)}</a>`}</nav>`;
}
