import { assignSection, lastOf } from './assignment.ts';
import { joinBriefs } from './briefs.ts';
import type { Role } from './design.ts';
import type { IssueInput } from './issue-input.ts';
import type { IssueStory } from './issue-story.ts';
import type { Making } from './making.ts';
import type { StoryEntry } from './page-entry.ts';
import { advertisementEntry, canStand } from './page-entry.ts';
import type { SetPage } from './page-setting.ts';
import { settle } from './page-setting.ts';

/** What a section's pages are made from. */
export interface SectionCopy {
  /** Its pages that are to be laid out. */
  readonly numbers: readonly number[];
  /** Key of the section that leads each of them. */
  readonly heads: readonly string[];
  readonly stories: readonly IssueStory[];
  /** Ends of stories from the front. */
  readonly turns: readonly IssueStory[];
}

/** A section's pages, set. */
export interface MadeSection {
  readonly pages: readonly SetPage[];
  readonly held: readonly StoryEntry[];
}

/** A page filled so far by the least that its stories need cannot be laid out. */
const FULL = 0.99;

/** Makes the pages of a section: a lead with a picture on each, briefs in columns. */
export function makeSection(copy: SectionCopy, making: Making): MadeSection {
  const { input, type } = making;
  const { filling } = type;
  const { design } = input;
  const { sheet } = design;
  const rooms = copy.numbers.map((number, i) => {
    const booked = input.advertisements.filter(({ page }) => page === number);
    const fixed = booked.map((advertisement) => advertisementEntry(advertisement, design));
    return { number, section: copy.heads[i] ?? '', rows: sheet.rows, fixed };
  });
  const taken = rooms.flatMap(({ fixed }) => fixed).reduce((sum, { area }) => sum + area, 0);
  const room = rooms.length * sheet.columns * (sheet.rows + sheet.gap) - taken;
  const cast = castEntries(copy, making);
  const held = cast.filter((entry) => !canStand(entry));
  let entries = cast.filter(canStand);
  while (entries.reduce((sum, { area }) => sum + area.least, 0) > room * FULL) {
    const last = lastOf(entries);
    if (!last) break;
    held.push(last);
    entries = entries.filter((entry) => entry !== last);
  }
  for (;;) {
    const homes = homesOf(entries, copy, input);
    const assigned = assignSection({ rooms, entries, homes }, { design, filling, isLate: input.isLate });
    const pages = assigned.pages.flatMap((page) => settle(page, input, false) ?? []);
    const last = lastOf(entries);
    if (pages.length === rooms.length || !last) return { pages, held: [...held, ...assigned.held] };
    held.push(last);
    entries = entries.filter((entry) => entry !== last);
  }
}

/** Gives every story its role: as many leads as pages, with pictures where there are, then seconds, then thirds. */
function castEntries(
  { numbers, heads, stories, turns }: SectionCopy,
  { input, type }: Making,
): readonly StoryEntry[] {
  const pageRows = input.design.sheet.rows;
  const main = stories
    .filter(({ kind }) => kind !== 'brief')
    .toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  const leads = leadsOf(main, heads);
  const others = main.filter((story) => !leads.includes(story));
  const cast = (story: IssueStory, role: Role, priority = story.priority) =>
    type.entry(story, { kind: 'story', role, priority, stories: [story.id], pageRows });
  const briefs = joinBriefs(
    stories.filter(({ kind }) => kind === 'brief'),
    { pages: numbers.length, headline: input.words.inBrief },
  );
  return [
    ...leads.map((story) => cast(story, story.kind === 'opinion' ? 'feature' : 'lead', story.priority + 100)),
    ...others.map((story, i) => cast(story, i < numbers.length ? 'second' : 'third')),
    ...turns.map((story, i) =>
      type.entry(story, { kind: 'turn', role: 'turn', priority: 40 - i, stories: [story.id], pageRows }),
    ),
    ...briefs.map(({ story, stories: ids }) =>
      type.entry(story, { kind: 'briefs', role: 'briefs', priority: 5, stories: ids, pageRows }),
    ),
  ];
}

/** The lead of each page, of its own section where that has enough, with a picture where there are. */
function leadsOf(main: readonly IssueStory[], heads: readonly string[]): readonly IssueStory[] {
  const leads = new Set<IssueStory>();
  const keys = [...new Set(heads)];
  const chosen = keys.map((key) => {
    const pages = heads.filter((one) => one === key).length;
    const own = main.filter(({ section }) => section === key);
    const pictured = own.slice(0, pages * 3).filter(({ pictures }) => pictures.length > 0);
    const some = [...pictured, ...own.filter((story) => !pictured.includes(story))].slice(0, pages);
    for (const story of some) leads.add(story);
    return { some, missing: pages - some.length };
  });
  return chosen.flatMap(({ some, missing }) => {
    const others = main.filter((story) => !leads.has(story)).slice(0, missing);
    for (const story of others) leads.add(story);
    return [...some, ...others].toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  });
}

/** Leads stand one a page, and what was pinned where it was pinned. */
function homesOf(
  entries: readonly StoryEntry[],
  { numbers }: SectionCopy,
  { plan }: IssueInput,
): ReadonlyMap<string, number> {
  const leads = entries.filter(({ role }) => role === 'lead' || role === 'feature');
  const homes = new Map(leads.map(({ key }, i) => [key, i]));
  for (const { key, kind, fit } of entries) {
    const page = plan?.pins?.get(fit.story.id);
    const at = page === undefined ? -1 : numbers.indexOf(page);
    if (kind !== 'turn' && at >= 0) homes.set(key, at);
  }
  return homes;
}
