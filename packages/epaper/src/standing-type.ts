import type { Copyfit } from './copyfit.ts';
import { copyfit } from './copyfit.ts';
import type { IssueInput } from './issue-input.ts';
import type { IssueStory } from './issue-story.ts';
import { Kept } from './kept.ts';
import type { Casting, StoryEntry } from './page-entry.ts';
import { storyEntry } from './page-entry.ts';
import { PageFilling } from './page-filling.ts';

/** Stories that stand at the most; an issue has about a hundred, and a few of them twice. */
const STORIES = 1000;

/** What type stands by: where any of it changes, all is set anew. */
export type TypeSetting = Pick<IssueInput, 'design' | 'direction' | 'hyphenate' | 'words'>;

/**
 * Type that was set and stands for the next making of an issue, as printers kept it: stories on their column, the shapes
 * they can have, and pages filled with them. A story is known by all that is said of it, so that one which was edited is
 * set anew and no other is. What two makings of a whole issue in a row did not ask for is let go.
 */
export class StandingType {
  readonly filling: PageFilling;
  readonly #setting: TypeSetting;
  readonly #fits = new Kept<string, Copyfit>(STORIES);
  readonly #keys = new WeakMap<IssueStory, string>();
  readonly #entries = new WeakMap<Copyfit, Map<string, StoryEntry>>();

  constructor({ design, direction, hyphenate, words }: TypeSetting) {
    this.#setting = { design, direction, hyphenate, words };
    this.filling = new PageFilling(design);
  }

  /** Whether an issue is set in the same way. */
  isFor({ design, direction, hyphenate, words }: TypeSetting): boolean {
    const own = this.#setting;
    const isSame = own.design === design && own.hyphenate === hyphenate && own.words === words;
    return isSame && own.direction === direction;
  }

  /** Begins another making. */
  begin(): void {
    this.#fits.age();
    this.filling.age();
  }

  /** A story set on a column. */
  of(story: IssueStory): Copyfit {
    const key = this.#keys.get(story) ?? JSON.stringify(story);
    this.#keys.set(story, key);
    return this.#fits.of(key, () => copyfit(story, this.#setting));
  }

  /** A story with every shape it can have in its role. */
  entry(story: IssueStory, casting: Casting): StoryEntry {
    const fit = this.of(story);
    const known = this.#entries.get(fit) ?? new Map<string, StoryEntry>();
    this.#entries.set(fit, known);
    const key = JSON.stringify(casting);
    const entry = known.get(key) ?? storyEntry(fit, casting, this.#setting);
    known.set(key, entry);
    return entry;
  }

  /** Cells of a page, about, that a story asks for. */
  demand(story: IssueStory): number {
    const { whole } = this.of(story);
    if (story.kind === 'brief') return whole + 3;
    return whole * 1.14 + 24 + (story.pictures.length > 0 ? 68 : 0);
  }
}
