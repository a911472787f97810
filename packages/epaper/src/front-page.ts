import type { IssueInput } from './issue-input.ts';
import type { IssueBlock, IssueStory } from './issue-story.ts';
import type { Making } from './making.ts';
import { canStand, houseEntry, indexEntry } from './page-entry.ts';
import type { SetPage } from './page-setting.ts';
import { settle } from './page-setting.ts';

/** The front as it is laid out, and the stories that go on inside. */
export interface Front {
  readonly page: SetPage;
  readonly stories: ReadonlySet<string>;
  readonly turns: readonly { readonly story: IssueStory; readonly rest: readonly IssueBlock[] }[];
}

/** Stories of a front, beside what was pinned to it. */
const STORIES = 5;
/** The lead is the most important of so many that has a picture. */
const LEADS = 3;
/** Stories of a front that may go on inside: the others are short enough, or are cut. */
const JUMPING = 3;

/** Lays out the front: the most important stories, of which the longer go on inside, and the index. */
export function makeFront(stories: readonly IssueStory[], { input, type }: Making): Front | undefined {
  const { design } = input;
  const chosen = frontStories(stories, input);
  const entries = chosen
    .map((story, i) =>
      type.entry(story, {
        ...{ kind: 'story', role: i === 0 ? 'lead' : i < 3 ? 'second' : 'third' },
        ...{ priority: i === 0 ? 200 : story.priority, stories: [story.id] },
        ...{ pageRows: design.sheet.frontRows, mayJump: story.mayJump && i < JUMPING },
      }),
    )
    .filter(canStand);
  for (let count = entries.length; count > 0; count--) {
    const stories = entries.slice(0, count);
    const index = indexEntry(design);
    const rows = design.sheet.frontRows;
    const filled =
      type.filling.fill({ stories, fixed: [index], rows }) ??
      type.filling.fill({ stories, fixed: [index, houseEntry(design)], rows });
    const page = filled && settle(filled, input, true);
    if (page) return frontOf(page);
  }
  return undefined;
}

function frontStories(stories: readonly IssueStory[], { plan }: IssueInput): readonly IssueStory[] {
  const pinned = (story: IssueStory) => plan?.pins?.get(story.id);
  const order = stories
    .filter((story) => story.kind !== 'brief' && (pinned(story) ?? 1) === 1)
    .toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  const asked = order.filter((story) => pinned(story) === 1);
  const others = order.filter((story) => pinned(story) !== 1 && story.kind === 'news');
  const chosen = [...asked, ...others.slice(0, Math.max(0, STORIES - asked.length))].toSorted(
    (a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1),
  );
  const lead = chosen.slice(0, LEADS).find(({ pictures }) => pictures.length > 0) ?? chosen[0];
  return lead ? [lead, ...chosen.filter((story) => story !== lead)] : [];
}

function frontOf(page: SetPage): Front {
  const turns = page.way.placed.flatMap(({ item, shape }, i) => {
    const story = page.filled.stories[item]?.fit.story;
    return story && shape?.isJumped ? [{ story, rest: page.set[i]?.rest ?? [] }] : [];
  });
  return { page, stories: new Set(page.filled.stories.map(({ fit }) => fit.story.id)), turns };
}

/** The end of a story that began on the front, as it goes into its page. */
export function turnStory(story: IssueStory, rest: readonly IssueBlock[]): IssueStory {
  const { id, revision, section, priority, kind, headlines, pullQuotes, mayLose } = story;
  return {
    ...{ id, revision, section, priority, kind, pullQuotes, mayLose },
    ...{ headlines: headlines.slice(-1), body: rest, pictures: [], mayJump: false },
  };
}
