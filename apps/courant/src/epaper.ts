import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IssueReport } from '@courant/epaper';
import type { Command, Given, Words } from './command.ts';
import { needed, option, WrongWords } from './command.ts';
import { darkroomOf } from './darkroom.ts';
import { asGuest } from './guest.ts';
import type { House } from './house.ts';
import type { IssueCopy } from './issue-copy.ts';
import { issueCopy } from './issue-copy.ts';
import { copyWords, madeIssue, printedIssue, unprintable } from './issue-print.ts';
import { issueType } from './issue-type.ts';

const MOST_PAGES = 24;

/** `courant epaper build`: the paper of a day as pages. */
export const epaperBuildCommand: Command = {
  name: 'epaper build',
  usage: '--edition EDITION --date 2026-11-24 [--pages 12] [--out FOLDER]',
  summary: 'Lay out the paper of a day by itself: a tagged PDF, its pages as data, and a report',
  options: {
    edition: { type: 'string' },
    date: { type: 'string' },
    pages: { type: 'string' },
    out: { type: 'string' },
  },
  async run(words, given) {
    const [edition, day, pages] = [needed(words, 'edition'), dayIn(words), pagesIn(words)];
    return asGuest(given, async (house) => {
      const copy = await issueCopy(house.shelf, { edition, day, words: copyWords });
      const refusal = refusalOf(copy, edition, day);
      if (!copy || refusal) {
        given.output.error(refusal ?? `There is no edition “${edition}”.`);
        return 1;
      }
      const folder = option(words, 'out') ?? join(given.config.varDir, 'epaper', edition, day);
      return build({ house, given, copy, day, folder, ...(pages === undefined ? {} : { pages }) });
    });
  },
};

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

function refusalOf(copy: IssueCopy | undefined, edition: string, day: string): string | undefined {
  if (!copy) return `There is no edition “${edition}”: name one by the word of its address.`;
  const lacking = unprintable(copy.edition);
  if (lacking !== undefined) return lacking;
  if (copy.stories.length > 0) return undefined;
  return `${copy.edition.name} published nothing on ${day} or the day before: there is no paper of that day.`;
}

interface Build {
  readonly house: House;
  readonly given: Given;
  readonly copy: IssueCopy;
  readonly day: string;
  readonly pages?: number;
  readonly folder: string;
}

async function build({ house, given, copy, folder, ...asked }: Build): Promise<0> {
  const type = await issueType();
  const { model, report } = await madeIssue(copy, { type, ...asked });
  const darkroom = darkroomOf(house.config);
  const pdf = await printedIssue(model, { stories: copy.stories, type, darkroom });
  await mkdir(folder, { recursive: true });
  const files = [
    ['issue.pdf', pdf],
    ['pages.json', JSON.stringify(model)],
    ['report.json', `${JSON.stringify(report, null, 2)}\n`],
  ] as const;
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  given.output.result(told(report, { copy, folder }), {
    ok: true,
    folder,
    files: files.map(([name]) => name),
    report,
  });
  return 0;
}

function told(
  report: IssueReport,
  { copy, folder }: { readonly copy: IssueCopy; readonly folder: string },
): string {
  const headlines = new Map(copy.stories.map(({ id, headlines: [first] }) => [id, first]));
  const name = (story: string) => `“${headlines.get(story) ?? story}”`;
  const { pages, lines, trims, held, widows, tombstones, misordered, pairs, missing } = report;
  return [
    `${pages} pages of ${copy.stories.length} stories, ${lines} lines, are in ${folder}.`,
    ...trims.map(({ story, page, lines: cut }) => `Page ${page}: ${cut} lines are cut from ${name(story)}.`),
    ...held.map((story) => `There is no room for ${name(story)}: it is held over.`),
    ...(missing.length > 0 ? [`No face has all signs of: ${missing.slice(0, 20).join(', ')}.`] : []),
    `Widows ${widows}, headlines that read as one ${tombstones}, out of order ${misordered} of ${pairs} pairs.`,
  ].join('\n');
}
