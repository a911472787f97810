import type { Copyfit } from './copyfit.ts';
import { copyfit } from './copyfit.ts';
import type { IssueInput } from './issue-input.ts';
import type { IssueStory } from './issue-story.ts';

/** Stories set on a column, each once. */
export class Fits {
  readonly #input: IssueInput;
  readonly #known = new Map<IssueStory, Copyfit>();

  constructor(input: IssueInput) {
    this.#input = input;
  }

  /** A story set on a column. */
  of(story: IssueStory): Copyfit {
    const known = this.#known.get(story);
    if (known) return known;
    const fit = copyfit(story, this.#input);
    this.#known.set(story, fit);
    return fit;
  }

  /** Cells of a page, about, that a story asks for. */
  demand(story: IssueStory): number {
    const { whole } = this.of(story);
    if (story.kind === 'brief') return whole + 3;
    return whole * 1.14 + 24 + (story.pictures.length > 0 ? 68 : 0);
  }
}
