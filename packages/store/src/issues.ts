import type { Id, Instant, Json } from '@courant/base';
import type { Issues, PrintedSheet } from '@courant/desk';
import type { Edition, Issue, IssueSheet, PaperOfDay, PapersOfMonth, PrintedPlace } from '@courant/edition';
import type { IssueFront } from '@courant/press';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Issues as the desk writes them, in one transaction. */
export function issuesIn(tx: Tx): Issues {
  return {
    async hold(edition, day) {
      const { rows } = await sql<{ id: Id }>`
        select id from edition where key = ${edition} for no key update`.execute(tx);
      const [found] = rows;
      if (!found) return undefined;
      const last = await tx
        .selectFrom('issue')
        .select(({ fn }) => fn.max('version').as('version'))
        .where('edition', '=', found.id)
        .where('day', '=', day)
        .executeTakeFirst();
      return last?.version ?? 0;
    },
    async withdrawn(edition, stories) {
      const { rows } = await sql<{ story: Id }>`
        select w.story from unnest(${[...stories]}::uuid[]) as w (story)
        where not exists (
          select from live_placement p join edition e on e.id = p.edition where p.story = w.story and e.key = ${edition})
        order by w.story`.execute(tx);
      return rows.map(({ story }) => story);
    },
    add: (issue) => addIssue(tx, issue),
  };
}

async function addIssue(tx: Tx, issue: Parameters<Issues['add']>[0]): Promise<void> {
  const { id, edition, day, version, at, pdf, sheets } = issue;
  await sql`
    insert into issue (id, edition, day, version, published, model, report, pdf, pdf_bytes, epub_bytes)
    select ${id}, e.id, ${day}, ${version}, ${at}, ${JSON.stringify(issue.model)}::jsonb,
      ${JSON.stringify(issue.report)}::jsonb, ${pdf.hash}, ${pdf.bytes}, ${issue.epub.bytes}
    from edition e where e.key = ${edition}`.execute(tx);
  for (const sheet of sheets) await addSheet(tx, id, sheet);
}

async function addSheet(
  tx: Tx,
  issue: Id,
  { number, section, regions, stories }: PrintedSheet,
): Promise<void> {
  await tx.insertInto('issue_sheet').values({ issue, number, section }).execute();
  const parts = regions.map(({ model, tells }, position) => ({
    ...{ issue, number, position, tells: [...tells] },
    model: JSON.stringify(model),
  }));
  if (parts.length > 0) await tx.insertInto('issue_region').values(parts).execute();
  const told = stories.map((one, position) => ({ issue, number, position, ...one }));
  if (told.length > 0) await tx.insertInto('issue_story').values(told).execute();
}

/** What the pages of an issue have in common, as its model says. */
interface Frame {
  readonly page: { readonly width: number; readonly height: number };
}

interface IssueRow {
  readonly id: Id;
  readonly day: string;
  readonly version: number;
  readonly published: Instant;
  readonly model: Frame;
  readonly pdf_bytes: number;
  readonly epub_bytes: number;
}

/** The paper of a day as readers may see it; the newest of an edition where no day is given. */
export async function issueIn(tx: Tx, edition: Edition, day?: string): Promise<Issue | undefined> {
  const on = day === undefined ? sql`` : sql`and day = ${day}`;
  const { rows } = await sql<IssueRow>`
    select id, day, version, published, model, pdf_bytes, epub_bytes from live_issue
    where edition = ${edition.id} ${on} order by day desc limit 1`.execute(tx);
  const [row] = rows;
  if (!row) return undefined;
  const { id, version, published, model } = row;
  const sheets = await sheetsOf(tx, id, model);
  const isWhole = sheets.every((sheet) => sheet.isWhole);
  return {
    id,
    day: row.day,
    version,
    published,
    sheets,
    ...(isWhole ? { pdfBytes: row.pdf_bytes, epubBytes: row.epub_bytes } : {}),
  };
}

async function sheetsOf(tx: Tx, issue: Id, { page }: Frame): Promise<readonly IssueSheet[]> {
  const { rows } = await sql<Pick<IssueSheet, 'number' | 'section' | 'stories' | 'isWhole'>>`
    select s.number, s.section, s.whole as "isWhole",
      array(
        select t.story from issue_story t where t.issue = s.issue and t.number = s.number order by t.position) as stories
    from live_sheet s
    where s.issue = ${issue}
    order by s.number`.execute(tx);
  return rows.map((row) => ({ ...row, width: page.width, height: page.height }));
}

/** What a page of an issue is drawn from: what all its pages have in common, and its parts that readers may see. */
export async function sheetModelIn(
  tx: Tx,
  issue: Id,
  number: number,
): Promise<{ readonly issue: Json; readonly regions: readonly Json[] } | undefined> {
  const { rows } = await sql<{ issue: Json; regions: Json[] }>`
    select i.model as issue, s.regions from live_issue i join live_sheet s on s.issue = i.id
    where i.id = ${issue} and s.number = ${number}`.execute(tx);
  return rows[0];
}

/** Of the last version of a day's paper what the picture of its front page needs, while all on it is live. */
export async function issueFrontIn(tx: Tx, edition: Id, day: string): Promise<IssueFront | undefined> {
  const { rows } = await sql<IssueFront>`
    select i.version, (i.model #> '{page,width}')::float8 as width, (i.model #> '{page,height}')::float8 as height
    from live_issue i join live_sheet s on s.issue = i.id
    where i.edition = ${edition} and i.day = ${day} and s.number = 1 and s.whole`.execute(tx);
  return rows[0];
}

/** The papers that readers may see of a month, `2026-12`. */
export async function papersIn(tx: Tx, edition: Id, month: string): Promise<PapersOfMonth> {
  const { rows: papers } = await sql<PaperOfDay>`
    select i.day, i.version, (i.model #> '{page,width}')::float8 as width,
      (i.model #> '{page,height}')::float8 as height, s.whole as "isWhole"
    from live_issue i join live_sheet s on s.issue = i.id and s.number = 1
    where i.edition = ${edition} and i.day between ${`${month}-01`} and ${`${month}-31`}
    order by i.day`.execute(tx);
  const { rows: around } = await sql<{ earlier: string | null; later: string | null }>`
    select max(left(day, 7)) filter (where day < ${`${month}-01`}) as earlier,
      min(left(day, 7)) filter (where day > ${`${month}-31`}) as later
    from live_issue where edition = ${edition}`.execute(tx);
  const { earlier = null, later = null } = around[0] ?? {};
  return { papers, ...(earlier === null ? {} : { earlier }), ...(later === null ? {} : { later }) };
}

/** The last version of a day's paper, whole, as the desk has it: withdrawn stories are still in it. */
export interface KeptIssue {
  readonly version: number;
  readonly model: Json;
  readonly sheets: readonly { readonly number: number; readonly section: string; readonly regions: Json[] }[];
  /** The revisions its stories were set from, by the stories' ids. */
  readonly revisions: ReadonlyMap<Id, Id>;
}

/** Reads the last version of a day's paper; undefined where none was printed. */
export async function keptIssueIn(tx: Tx, edition: Id, day: string): Promise<KeptIssue | undefined> {
  const issue = await tx
    .selectFrom('issue')
    .select(['id', 'version', 'model'])
    .where('edition', '=', edition)
    .where('day', '=', day)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (!issue) return undefined;
  const { rows: sheets } = await sql<KeptIssue['sheets'][number]>`
    select s.number, s.section, array(
        select r.model from issue_region r
        where r.issue = s.issue and r.number = s.number order by r.position) as regions
    from issue_sheet s where s.issue = ${issue.id} order by s.number`.execute(tx);
  const told = await tx
    .selectFrom('issue_story')
    .select(['story', 'revision'])
    .where('issue', '=', issue.id)
    .execute();
  const revisions = new Map(told.map(({ story, revision }) => [story, revision]));
  return { version: issue.version, model: issue.model, sheets, revisions };
}

/** Where an edition printed a live story last. */
export async function printedStoryIn(tx: Tx, edition: Id, story: Id): Promise<PrintedPlace | undefined> {
  return tx
    .selectFrom('printed_story')
    .select(['day', 'page', 'section'])
    .where('edition', '=', edition)
    .where('story', '=', story)
    .executeTakeFirst();
}

/** Hash of the PDF of an issue, by which its files are named. */
export async function issueFilesIn(tx: Tx, issue: Id): Promise<string | undefined> {
  const found = await tx.selectFrom('live_issue').select('pdf').where('id', '=', issue).executeTakeFirst();
  return found?.pdf;
}
