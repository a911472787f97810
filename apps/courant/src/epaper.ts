import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishIssue } from '@courant/desk';
import { issuePath } from '@courant/edition';
import type { IssueModel, IssueReport } from '@courant/epaper';
import type { KeptIssue } from '@courant/store';
import { keptIssueIn } from '@courant/store';
import type { Command, Exit, Given, Words } from './command.ts';
import { needed, option, WrongWords } from './command.ts';
import { darkroomOf } from './darkroom.ts';
import { asGuest, atTheKeyboard, refusedWith } from './guest.ts';
import type { House } from './house.ts';
import type { IssueCopy } from './issue-copy.ts';
import { issueCopy } from './issue-copy.ts';
import { keptPaper, madePaper } from './issue-files.ts';
import { MOST_PAGES, planIn, unplanned } from './issue-plan.ts';
import type { IssueOrder, PrintedBefore } from './issue-print.ts';
import { changedStories, copyWords, unprintable } from './issue-print.ts';

/** Which paper is laid out, and how somebody wants it. */
const ORDER_OPTIONS = {
  edition: { type: 'string' },
  date: { type: 'string' },
  design: { type: 'string' },
  pages: { type: 'string' },
  plan: { type: 'string' },
} as const;
const ORDER_USAGE = '--edition EDITION --date 2026-11-24 [--design tabloid] [--pages 12] [--plan FILE]';

/** `courant epaper build`: the paper of a day as pages. */
export const epaperBuildCommand: Command = {
  name: 'epaper build',
  usage: `${ORDER_USAGE} [--out FOLDER]`,
  summary: 'Lay out the paper of a day by itself: a tagged PDF, an EPUB, its pages as data, and a report',
  options: { ...ORDER_OPTIONS, out: { type: 'string' } },
  run: (words, given) => onDay(words, given, (day) => build(day, option(words, 'out'))),
};

/** `courant epaper publish`: the paper of a day as pages, for readers. */
export const epaperPublishCommand: Command = {
  name: 'epaper publish',
  usage: ORDER_USAGE,
  summary: 'Lay out the paper of a day and publish its pages, PDF and EPUB, as a new version of that day',
  options: ORDER_OPTIONS,
  run: (words, given) => onDay(words, given, publishDay),
};

/** `courant epaper replate`: the pages of a printed paper on which something changed. */
export const epaperReplateCommand: Command = {
  name: 'epaper replate',
  usage: '--edition EDITION --date 2026-11-24',
  summary:
    'Make those pages of a published paper anew on which stories were changed or withdrawn, as its next version',
  options: { edition: { type: 'string' }, date: { type: 'string' } },
  run: (words, given) => onDay(words, given, replateDay),
};

/** What a day's paper is made with. */
interface DayWork extends IssueOrder {
  readonly house: House;
  readonly given: Given;
  readonly copy: IssueCopy;
  readonly before?: PrintedBefore;
}

async function onDay(words: Words, given: Given, work: (day: DayWork) => Promise<Exit>): Promise<Exit> {
  const [edition, order] = [needed(words, 'edition'), await orderIn(words)];
  const { day } = order;
  return asGuest(given, async (house) => {
    const copy = await issueCopy(house.shelf, { edition, day, words: copyWords });
    const refusal = refusalOf(copy, edition, order);
    if (!copy || refusal) {
      given.output.error(refusal ?? `There is no edition “${edition}”.`);
      return 1;
    }
    return work({ house, given, copy, ...order });
  });
}

async function orderIn(words: Words): Promise<IssueOrder> {
  const [day, pages, design, file] = [
    dayIn(words),
    pagesIn(words),
    option(words, 'design'),
    option(words, 'plan'),
  ];
  const plan = {
    ...(file === undefined ? {} : await planIn(file)),
    ...(pages === undefined ? {} : { pages }),
  };
  return { day, plan, ...(design === undefined ? {} : { design }) };
}

function dayIn(words: Words): string {
  const day = needed(words, 'date');
  const moment = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // The 31st of February is read as the 3rd of March.
  if (!Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day)) return day;
  throw new WrongWords(`“${day}” is no day: write it as 2026-11-24`);
}

function pagesIn(words: Words): number | undefined {
  const asked = option(words, 'pages');
  if (asked === undefined) return undefined;
  const pages = Number(asked);
  if (Number.isInteger(pages) && pages >= 2 && pages <= MOST_PAGES) return pages;
  throw new WrongWords(`--pages is a number from 2 to ${MOST_PAGES}`);
}

function refusalOf(
  copy: IssueCopy | undefined,
  edition: string,
  { day, design, plan }: IssueOrder,
): string | undefined {
  if (!copy) return `There is no edition “${edition}”: name one by the word of its address.`;
  const lacking = unprintable(copy.edition, design) ?? unplanned(copy, plan);
  if (lacking !== undefined) return lacking;
  if (copy.stories.length > 0) return undefined;
  return `${copy.edition.name} published nothing on ${day} or the day before: there is no paper of that day.`;
}

async function build({ house, given, copy, ...asked }: DayWork, out?: string): Promise<0> {
  const folder = out ?? join(given.config.varDir, 'epaper', copy.edition.key, asked.day);
  const darkroom = darkroomOf(house.config);
  const origin = house.config.publicUrl;
  const { model, report, pdf, epub } = await madePaper(copy, { darkroom, origin, ...asked });
  await mkdir(folder, { recursive: true });
  const files = [
    ['issue.pdf', pdf],
    ['issue.epub', epub],
    ['pages.json', JSON.stringify(model)],
    ['report.json', `${JSON.stringify(report, null, 2)}\n`],
  ] as const;
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  given.output.result(told(report, { copy, where: `are in ${folder}` }), {
    ok: true,
    folder,
    files: files.map(([name]) => name),
    report,
  });
  return 0;
}

async function replateDay({ house, given, copy, day }: DayWork): Promise<Exit> {
  const { edition } = copy;
  const kept = await house.database.transaction((tx) => keptIssueIn(tx, edition.id, day));
  if (!kept) {
    given.output.error(`${edition.name} has no paper of ${day}: publish one with epaper publish.`);
    return 1;
  }
  const before = printedBefore(kept);
  if (changedStories(copy, before).size === 0) {
    const { version } = kept;
    given.output.result(`Nothing on its pages has changed: version ${version} stands.`, {
      ok: true,
      version,
    });
    return 0;
  }
  return publishDay({ house, given, copy, day, before, design: before.model.design });
}

function printedBefore({ model, sheets, revisions }: KeptIssue): PrintedBefore {
  // The desk wrote both, by the form of the model's number.
  const frame = model as unknown as Omit<IssueModel, 'pages'>;
  const pages = sheets as unknown as IssueModel['pages'];
  return { model: { ...frame, pages }, revisions };
}

async function publishDay({ house, given, copy, ...asked }: DayWork): Promise<Exit> {
  const darkroom = darkroomOf(house.config);
  const made = await madePaper(copy, { darkroom, origin: house.config.publicUrl, ...asked });
  const issue = await keptPaper(made, darkroom);
  const outcome = await publishIssue(await house.desk(), { actor: atTheKeyboard(), issue });
  if (!outcome.ok) return refusedWith(given.output, outcome);
  const { version, seq } = outcome.value;
  const url = house.config.publicUrl + issuePath(copy.edition, asked.day);
  const before = asked.before?.model.pages ?? [];
  const pages = made.model.pages.flatMap((page) => (before.includes(page) ? [] : [page.number]));
  const where = `are published as version ${version}: ${url}`;
  const said =
    asked.before === undefined
      ? told(made.report, { copy, where })
      : `Made anew for version ${version}: pages ${pages.join(', ')} of ${made.model.pages.length}. ${url}`;
  given.output.result(said, { ok: true, version, seq, url, pages, report: made.report });
  return 0;
}

function told(
  report: IssueReport,
  { copy, where }: { readonly copy: IssueCopy; readonly where: string },
): string {
  const headlines = new Map(copy.stories.map(({ id, headlines: [first] }) => [id, first]));
  const name = (story: string) => `“${headlines.get(story) ?? story}”`;
  const { pages, lines, trims, held, widows, tombstones, misordered, pairs, missing } = report;
  return [
    `${pages} pages of ${copy.stories.length} stories, ${lines} lines, ${where}.`,
    ...trims.map(({ story, page, lines: cut }) => `Page ${page}: ${cut} lines are cut from ${name(story)}.`),
    ...held.map((story) => `There is no room for ${name(story)}: it is held over.`),
    ...(missing.length > 0 ? [`No face has all signs of: ${missing.slice(0, 20).join(', ')}.`] : []),
    `Widows ${widows}, headlines that read as one ${tombstones}, out of order ${misordered} of ${pairs} pairs.`,
  ].join('\n');
}
