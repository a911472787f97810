import { makeFront, turnStory } from './front-page.ts';
import type { Pointer } from './furniture.ts';
import type { MadeIssue } from './issue.ts';
import type { IssueInput, MadePage } from './issue-input.ts';
import { leftOut, modelOf } from './issue-model.ts';
import { composePage } from './issue-page.ts';
import { reportOf } from './issue-report.ts';
import type { IssueStory } from './issue-story.ts';
import type { Making } from './making.ts';
import type { IssueModel, PageModel, Region } from './page-model.ts';
import type { SetPage } from './page-setting.ts';
import { setPage } from './page-setting.ts';
import { leadOf, pointerTo } from './pointer.ts';
import { makeSection } from './section-pages.ts';
import { StandingType } from './standing-type.ts';

/** An issue as it was made, and the ids of the stories that were edited or withdrawn since. */
export interface Replating {
  readonly before: IssueModel;
  readonly changed: ReadonlySet<string>;
}

/**
 * Makes those pages of an issue anew on which stories changed, as a paper is replated between two prints. All others
 * stay as they are, to the byte. What stood on a page stands there again, unless the copy has it no more; what the front
 * says of other pages is a change of the front. The report tells of the new pages alone. Undefined where they cannot be
 * filled so: then the whole issue is to be made.
 */
export function replate(
  input: IssueInput,
  { before, changed }: Replating,
  standing?: StandingType,
): MadeIssue | undefined {
  const type = standing?.isFor(input) ? standing : new StandingType(input);
  const open = openPages(before.pages, changed);
  const inside = before.pages.filter(({ number }) => number > 1 && open.has(number));
  const making = { input, type };
  const front = open.has(1) ? frontOf(before, inside, making) : undefined;
  if (open.has(1) && !front) return undefined;
  const turns = (front?.turns ?? []).map(({ story, rest }) => turnStory(story, rest));
  const pages = inside.flatMap((page) => remade(page, homesOfTurns(turns, inside, page), making) ?? []);
  if (pages.length < inside.length) return undefined;
  const numbers = inside.map(({ number }) => number);
  const onPage = (story: string) => numbers[pages.findIndex((page) => hasTurn(page, story))] ?? 2;
  const jumps = { onPage, fromPage: 1 };
  const parts = { pointers: pointersOf(before, { numbers, pages, input }) };
  const first = front && setPage(front.page, { input, isFront: true, jumps });
  if (front && !first) return undefined;
  const made: readonly MadePage[] = [
    ...(first
      ? [composePage(first, { input, number: 1, section: input.words.frontPage, parts, jumps })]
      : []),
    ...pages.map((page, i) => {
      const { number = 2, section = '' } = inside[i] ?? {};
      return composePage(page, { input, number, section, parts, jumps });
    }),
  ];
  const locked = before.pages.filter(({ number }) => !open.has(number));
  const model = modelOf({ ...input, plan: { ...input.plan, locked } }, made);
  return { model, report: reportOf(made, { input, ...leftOut(input, model) }) };
}

/** Pages with what changed on them, and those to which their stories run on. */
function openPages(pages: readonly PageModel[], changed: ReadonlySet<string>): ReadonlySet<number> {
  const open = new Set(
    pages.flatMap(({ number, regions }) => (regions.some((one) => tellsOf(one, changed)) ? [number] : [])),
  );
  const runs = pages.flatMap(({ number, regions }) =>
    regions.flatMap(({ turnsTo, turnsFrom }) => {
      const other = turnsTo ?? turnsFrom;
      return other === undefined ? [] : [[number, other] as const];
    }),
  );
  // A story runs over two pages, one of which is the front: after two rounds none is missing.
  for (const [one, other] of [...runs, ...runs]) if (open.has(one)) open.add(other);
  return open;
}

function tellsOf({ story, tells = [] }: Region, changed: ReadonlySet<string>): boolean {
  return (story !== undefined && changed.has(story)) || tells.some((one) => changed.has(one));
}

/** Stories of a page that begin there, those told in brief among them. */
function storiesOn({ regions }: PageModel, { stories }: IssueInput): readonly IssueStory[] {
  const ids = new Set(
    regions.flatMap(({ kind, story, tells = [] }) =>
      kind === 'story' ? (story ?? []) : kind === 'briefs' ? tells : [],
    ),
  );
  return stories.filter(({ id }) => ids.has(id));
}

function frontOf(before: IssueModel, inside: readonly PageModel[], making: Making) {
  const page = before.pages.find(({ number }) => number === 1);
  if (!page) return undefined;
  const mayRunOn = inside.some(({ regions }) => regions.some(({ kind }) => kind === 'turn'));
  const stories = storiesOn(page, making.input).map((story) =>
    mayRunOn ? story : { ...story, mayJump: false },
  );
  const front = makeFront(stories, making);
  return front && front.stories.size === stories.length ? front : undefined;
}

/** The ends of stories that a page takes: those it had, and those that had no page, where it is the first with any. */
function homesOfTurns(
  turns: readonly IssueStory[],
  inside: readonly PageModel[],
  page: PageModel,
): readonly IssueStory[] {
  const homeOf = (story: IssueStory) =>
    inside.find(({ regions }) => regions.some((one) => one.kind === 'turn' && one.story === story.id)) ??
    inside.find(({ regions }) => regions.some(({ kind }) => kind === 'turn'));
  return turns.filter((story) => homeOf(story) === page);
}

/** A page filled anew with what stood on it and the ends of stories that come to it; nothing where one has no place. */
function remade(page: PageModel, turns: readonly IssueStory[], making: Making): SetPage | undefined {
  const { input } = making;
  const head = input.sections.find(({ name }) => name === page.section)?.key ?? '';
  const copy = { numbers: [page.number], heads: [head], stories: storiesOn(page, input), turns };
  const { pages, held } = makeSection(copy, making);
  return held.length === 0 ? pages[0] : undefined;
}

function hasTurn({ filled }: SetPage, story: string): boolean {
  return filled.stories.some(({ kind, fit }) => kind === 'turn' && fit.story.id === story);
}

interface Remade {
  readonly numbers: readonly number[];
  readonly pages: readonly SetPage[];
  readonly input: IssueInput;
}

/** The leads of all inside pages: of those that stay, the story with the largest headline. */
function pointersOf(before: IssueModel, { numbers, pages, input }: Remade): readonly Pointer[] {
  return before.pages.flatMap(({ number, section, regions }) => {
    if (number === 1) return [];
    const own = pages[numbers.indexOf(number)];
    const lead = own ? leadOf(own.filled) : input.stories.find(({ id }) => id === largest(regions)?.story);
    return pointerTo(lead, { page: number, section });
  });
}

function largest(regions: readonly Region[]): Region | undefined {
  const stories = regions.filter(({ kind }) => kind === 'story');
  return stories.toSorted((a, b) => headlineSize(b) - headlineSize(a) || a.order - b.order)[0];
}

function headlineSize({ blocks }: Region): number {
  const sizes = blocks.flatMap((block) =>
    block.kind === 'text' && block.role === 'headline'
      ? block.lines.flatMap(({ spans }) => spans.map(({ size }) => size))
      : [],
  );
  return Math.max(0, ...sizes);
}
