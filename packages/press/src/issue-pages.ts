import { isId } from '@courant/base';
import type { Issue, IssueSheet } from '@courant/edition';
import { issuePath, papersPath, sheetPath } from '@courant/edition';
import { issuePage, papersPage, sheetPage, wordsOf } from '@courant/site';
import type { Correction } from '@courant/story';
import { drawn, moved } from './drawn-page.ts';
import type { Page } from './page-cache.ts';
import type { Reading } from './reading.ts';
import { issueTag, paperTag, storyTag } from './tags.ts';

/** Stories of a day that are listed; more than any paper brings. */
const DAY_LIMIT = 500;

/** The way to the edition's latest paper. */
export async function latestIssue(reading: Reading): Promise<Page | undefined> {
  const issue = await reading.issue();
  if (!issue) return undefined;
  const to = issuePath(reading.edition, issue.date);
  return moved(reading.snapshot, { to, status: 302, tags: reading.tags });
}

/** A day's paper: its pages where it was printed, and its stories section by section. */
export async function issueOf(reading: Reading, date: string): Promise<Page | undefined> {
  if (Number.isNaN(new Date(`${date}T12:00:00Z`).getTime())) return undefined;
  const cards = await reading.ofDay(date, DAY_LIMIT);
  if (cards.length === 0) return undefined;
  const tops = reading.paper.sections.filter((section) => !section.path.includes('/'));
  const parts = tops.flatMap((section) => {
    const own = cards.filter((card) => `${card.section.path}/`.startsWith(`${section.path}/`));
    return own.length > 0 ? [{ section, cards: own }] : [];
  });
  const around = await reading.snapshot.daysAround(reading.edition, date);
  // Another edition may have had no paper that day; its latest it has.
  const { key } = reading.edition;
  const frame = await reading.frame((other) => issuePath(other, other.key === key ? date : undefined));
  const issue = await printedOn(reading, date);
  return drawn(reading, issuePage({ ...frame, date, parts, ...around, ...(issue ? { issue } : {}) }));
}

/** The calendar of a month's printed papers; none of a month without any. */
export async function papersOf(reading: Reading, month: string): Promise<Page | undefined> {
  const { edition, snapshot, tags } = reading;
  // A paper of any day changes which months have one.
  tags.add(paperTag(edition.key));
  const printed = await snapshot.papers(edition, month);
  if (printed.papers.length === 0) return undefined;
  for (const { day } of printed.papers) tags.add(issueTag(edition.key, day));
  const frame = await reading.frame((other) =>
    other.key === edition.key ? papersPath(other, month) : issuePath(other),
  );
  return drawn(reading, papersPage({ ...frame, ...printed, month }));
}

/** One page of a day's paper as it was printed, without what was withdrawn since. */
export async function sheetOf(reading: Reading, date: string, number: number): Promise<Page | undefined> {
  const { edition, snapshot, site } = reading;
  const issue = await printedOn(reading, date);
  const sheet = issue?.sheets.find((one) => one.number === number);
  if (!issue || !sheet || !site.drawSheet || site.sheetType === undefined) return undefined;
  const model = await snapshot.sheetModel(issue.id, number);
  if (!model) return undefined;
  // A page may point to stories on others.
  const told = [...new Set(issue.sheets.flatMap(({ stories }) => stories))];
  const stories = told.filter(isId);
  const found = reading.cards(await snapshot.cards({ edition: edition.id, stories }));
  const cards = new Map(found.map((card) => [card.story as string, card]));
  const corrected = await correctedSince(reading, issue, sheet);
  const flag = wordsOf(edition)('sheetCorrected');
  const drawing = await site.drawSheet({
    ...{ model, number, marks: new Map([...corrected.keys()].map((story) => [story, flag])) },
    storyPath: (story) => cards.get(story)?.path,
    pagePath: (other) => sheetPath(edition, date, other),
  });
  const frame = await reading.frame((other) =>
    other.key === edition.key ? sheetPath(other, date, number) : issuePath(other),
  );
  return drawn(
    reading,
    sheetPage({
      ...{ ...frame, issue, sheet, drawing, typePath: site.sheetType, cards, corrected },
      ...(site.scripts ? { scriptPath: site.scripts.replica } : {}),
    }),
  );
}

/** The notes of stories of a page that were corrected since it was printed, by their ids. */
async function correctedSince(
  { snapshot }: Reading,
  { published }: Issue,
  { stories }: IssueSheet,
): Promise<ReadonlyMap<string, readonly Correction[]>> {
  const live = await snapshot.stories(stories.filter(isId));
  return new Map(
    live.flatMap(({ story, corrections }) => {
      const since = corrections.filter(({ at }) => at > published);
      return since.length > 0 ? [[story as string, since] as const] : [];
    }),
  );
}

async function printedOn(reading: Reading, date: string): Promise<Issue | undefined> {
  const { edition, snapshot, tags } = reading;
  tags.add(issueTag(edition.key, date));
  const issue = await snapshot.issue(edition, date);
  // What is withdrawn, or comes back, changes what may be shown of it.
  for (const { stories } of issue?.sheets ?? []) for (const story of stories) tags.add(storyTag(story));
  return issue;
}
