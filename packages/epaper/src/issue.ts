import { Fault } from '@courant/base';
import { ISSUE_UNFIT } from './faults.ts';
import type { FixedParts } from './fixed-block.ts';
import { makeFront, turnStory } from './front-page.ts';
import type { Pointer } from './furniture.ts';
import type { IssueInput, IssueSection, MadePage } from './issue-input.ts';
import { leftOut, modelOf } from './issue-model.ts';
import { composePage } from './issue-page.ts';
import type { IssueReport } from './issue-report.ts';
import { reportOf } from './issue-report.ts';
import type { IssueStory } from './issue-story.ts';
import type { Making } from './making.ts';
import type { Locks } from './page-lock.ts';
import { locksOf } from './page-lock.ts';
import type { IssueModel } from './page-model.ts';
import type { SectionPages } from './page-plan.ts';
import { planPages } from './page-plan.ts';
import { setPage } from './page-setting.ts';
import { leadOf, pointerTo } from './pointer.ts';
import type { MadeSection } from './section-pages.ts';
import { makeSection } from './section-pages.ts';
import { StandingType } from './standing-type.ts';

/** Numbers of pages that are tried where more cannot be filled: even, as sheets are printed, and at last a front alone. */
const FEWER = [22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 1];

/** An issue as it was made, and what there is to say of it. */
export interface MadeIssue {
  readonly model: IssueModel;
  readonly report: IssueReport;
}

/**
 * Makes the issue of a day: the front, whose stories may go on inside, then the pages of each section. What found no
 * place is in the report. Where pages cannot be filled from what there is, it is laid out without jumps, then with
 * fewer pages. `standing`: type that stood from the making before, in whose stead it will stand for the next; it
 * hastens, and changes nothing. The same input gives the same issue, to the last byte, unless its time was over. Throws the fault
 * `issue-unfit` where not even a front can be filled.
 */
export function makeIssue(asked: IssueInput, standing?: StandingType): MadeIssue {
  const input = { ...asked, stories: withNews(asked.stories) };
  const type = standing?.isFor(input) ? standing : new StandingType(input);
  type.begin();
  let best: LaidOut | undefined;
  let planned = 0;
  for (let i = 0; ; i++) {
    const attempt = attemptAt(i, input, planned);
    if (!attempt) break;
    const laid = layOut({ input: attempt, type });
    planned ||= laid.planned;
    if (laid.isWhole) return laid.issue;
    // One that lost the end of a story is no issue; of the others, the one with the most pages is best.
    if (laid.isUnbroken && laid.issue.model.pages.length > (best?.issue.model.pages.length ?? 0)) best = laid;
    if (best && input.isLate()) break;
  }
  if (best) return best.issue;
  throw new Fault(ISSUE_UNFIT, `No front page can be filled from ${input.stories.length} stories.`, {
    hint: 'Add stories with a picture among them, or fewer that must run whole.',
  });
}

/** A front is made of stories: on a day that has nothing but briefs they are those. */
function withNews(stories: readonly IssueStory[]): readonly IssueStory[] {
  return stories.some(({ kind }) => kind !== 'brief')
    ? stories
    : stories.map((story) => ({ ...story, kind: 'news' }));
}

/** The ways to lay out an issue, the best first: as asked, without jumps, then with ever fewer pages, each both ways. */
function attemptAt(number: number, input: IssueInput, planned: number): IssueInput | undefined {
  const isAsked = input.plan?.pages !== undefined || (input.plan?.locked ?? []).length > 0;
  const fewer = Math.floor(number / 2);
  const pages = [planned, ...FEWER.filter((one) => one < planned)][fewer];
  if (pages === undefined || (isAsked && fewer > 0)) return undefined;
  const plan = fewer === 0 ? {} : { plan: { ...input.plan, pages } };
  const stories = input.stories.map((story) => ({ ...story, mayJump: false }));
  return { ...input, ...plan, ...(number % 2 === 1 ? { stories } : {}) };
}

interface LaidOut {
  readonly issue: MadeIssue;
  /** Pages that were planned. */
  readonly planned: number;
  /** Whether every page that was planned is there. */
  readonly isWhole: boolean;
  /** Whether it has a front, and every story that goes on has its end. */
  readonly isUnbroken: boolean;
}

function layOut(making: Making): LaidOut {
  const { input } = making;
  const { plan } = input;
  const locks = locksOf(plan);
  const stories = input.stories.filter(({ id }) => !plan?.held?.has(id) && !locks.stories.has(id));
  const frontCopy = locks.isInsideLocked ? stories.map((story) => ({ ...story, mayJump: false })) : stories;
  const front = locks.pages.has(1) ? undefined : makeFront(frontCopy, making);
  const turns = (front?.turns ?? []).map(({ story, rest }) => turnStory(story, rest));
  const inside = stories.filter(({ id }) => !front?.stories.has(id));
  const sections = insideSections({ stories: inside, turns, locks }, making);
  const pageOf = (story: string) => turnPage(sections, story);
  const pointers = pointersOf(sections);
  const jumps = { onPage: pageOf, fromPage: 1 };
  const first = front && setPage(front.page, { input, isFront: true, jumps });
  const parts: Omit<FixedParts, 'page'> = { pointers };
  const made: MadePage[] = [
    ...(first
      ? [composePage(first, { input, number: 1, section: input.words.frontPage, parts, jumps })]
      : []),
    // Inside nothing goes on elsewhere, and what comes from the front says so already.
    ...sections.flatMap(({ own, numbers, made: { pages } }) =>
      pages.map((page, i) => {
        const section = headOf(own, numbers[i])?.name ?? '';
        return composePage(page, { input, number: numbers[i] ?? own.first, section, parts, jumps });
      }),
    ),
  ];
  const model = modelOf(input, made);
  const planned = sections.reduce((sum, { numbers }) => sum + numbers.length, locks.pages.size + 1);
  const isUnbroken = (first !== undefined || locks.pages.has(1)) && areTurnsThere(model);
  const issue = { model, report: reportOf(made, { input, ...leftOut(input, model) }) };
  return { issue, planned, isUnbroken, isWhole: isUnbroken && model.pages.length >= planned };
}

/** Whether every story that goes on elsewhere does so. */
function areTurnsThere({ pages }: IssueModel): boolean {
  const regions = pages.flatMap((page) => page.regions);
  const turned = new Set(regions.flatMap(({ kind, story }) => (kind === 'turn' ? (story ?? []) : [])));
  return regions.every(({ turnsTo, story }) => turnsTo === undefined || turned.has(story ?? ''));
}

interface InsideSection {
  readonly own: SectionPages;
  readonly numbers: readonly number[];
  readonly made: MadeSection;
}

interface InsideCopy {
  readonly stories: readonly IssueStory[];
  readonly turns: readonly IssueStory[];
  readonly locks: Locks;
}

function insideSections({ stories, turns, locks }: InsideCopy, making: Making): readonly InsideSection[] {
  const { input, type } = making;
  const { sheet } = input.design;
  const pageCells = sheet.columns * (sheet.rows + sheet.gap);
  const demands = input.sections.map((section) => {
    const own = stories.filter((story) => story.section === section.key);
    const kept = (input.plan?.locked ?? []).filter(
      (page) => page.number > 1 && page.section === section.name,
    );
    return {
      ...section,
      isOpinion: own.length > 0 && own.every(({ kind }) => kind === 'opinion'),
      cells: own.reduce((sum, story) => sum + type.demand(story), kept.length * pageCells),
    };
  });
  const most = demands.find(({ cells }) => cells > 0);
  const all = demands.map((one) =>
    one === most ? { ...one, cells: turns.reduce((sum, story) => sum + type.demand(story), one.cells) } : one,
  );
  const planned = planPages(all, pageCells, input.plan);
  const open = planned.map(({ first, heads }) =>
    heads.map((_, i) => first + i).filter((number) => !locks.pages.has(number)),
  );
  const firstOpen = open.findIndex((numbers) => numbers.length > 0);
  return planned.map((own, i) => {
    const keys = new Set(own.sections.map(({ key }) => key));
    const copy = stories.filter(({ section }) => keys.has(section));
    const numbers = open[i] ?? [];
    const heads = numbers.map((number) => headOf(own, number)?.key ?? '');
    const made = makeSection({ numbers, heads, stories: copy, turns: i === firstOpen ? turns : [] }, making);
    return { own, numbers, made };
  });
}

/** The section that leads a page. */
function headOf({ heads, first }: SectionPages, number = first): IssueSection | undefined {
  return heads[number - first];
}

function turnPage(sections: readonly InsideSection[], story: string): number {
  for (const { numbers, made } of sections) {
    const at = made.pages.findIndex(({ filled }) =>
      filled.stories.some(({ kind, fit }) => kind === 'turn' && fit.story.id === story),
    );
    if (at >= 0) return numbers[at] ?? 2;
  }
  return 2;
}

/** The lead of every inside page, the most important first within its section. */
function pointersOf(sections: readonly InsideSection[]): readonly Pointer[] {
  return sections.flatMap(({ own, numbers, made }) =>
    made.pages.flatMap(({ filled }, i) => {
      const page = numbers[i] ?? own.first;
      return pointerTo(leadOf(filled), { page, section: headOf(own, page)?.name ?? '' });
    }),
  );
}
