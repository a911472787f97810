import type { Design } from './design.ts';
import type { Direction } from './face.ts';
import type { Hyphenate } from './hyphenation.ts';
import type { IssueStory } from './issue-story.ts';
import type { PageModel } from './page-model.ts';
import type { SetWords } from './ruler.ts';

/** A booked advertisement: a fixed block of whole columns and rows. */
export interface Advertisement {
  readonly id: string;
  readonly columns: number;
  readonly rows: number;
  /** What stands in it for those who cannot see it. */
  readonly words: string;
  /** Inside page it is booked for. */
  readonly page: number;
}

/** Words of the paper's own in an issue, in the language of the edition. */
export interface IssueWords extends SetWords {
  /** The day as the front and every folio say it. */
  readonly day: string;
  /** What stands left and right of the paper's name. */
  readonly ears: readonly [string, string];
  readonly frontPage: string;
  readonly inside: string;
  readonly inBrief: string;
  readonly advertisement: string;
  /** "Page 7". */
  readonly page: (number: number) => string;
  /** House advertisements, shown in turn: a line set large, and one below it. */
  readonly house: readonly { readonly headline: string; readonly text: string }[];
}

/** A section of the paper, in the order in which sections come. */
export interface IssueSection {
  readonly key: string;
  readonly name: string;
}

/** What a person asked for; what is not said is decided by what there is. */
export interface IssuePlan {
  /** Pages of the issue. */
  readonly pages?: number;
  /** Pages by key of their section. */
  readonly sections?: ReadonlyMap<string, number>;
  /** Page by id of the story that is to stand on it. */
  readonly pins?: ReadonlyMap<string, number>;
  /** Ids of stories that are kept for another day. */
  readonly held?: ReadonlySet<string>;
  /** Pages that stay as they are; what stands on them stands nowhere else. */
  readonly locked?: readonly PageModel[];
}

/** All that an issue is made from. */
export interface IssueInput {
  readonly publication: string;
  readonly edition: string;
  readonly editionName: string;
  /** ISO day. */
  readonly date: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  readonly hyphenate: Hyphenate;
  readonly design: Design;
  readonly words: IssueWords;
  readonly sections: readonly IssueSection[];
  readonly stories: readonly IssueStory[];
  readonly advertisements: readonly Advertisement[];
  readonly plan?: IssuePlan;
  /** Whether the time given is over: what is best so far is taken then. */
  readonly isLate: () => boolean;
}

/** A page as it was made, with what is wrong on it. */
export interface MadePage {
  readonly model: PageModel;
  readonly tombstones: number;
  readonly misordered: number;
  readonly pairs: number;
  /** Lines left empty at the end of stories. */
  readonly empty: number;
}
