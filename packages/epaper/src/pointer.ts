import type { Pointer } from './furniture.ts';
import type { IssueStory } from './issue-story.ts';
import type { FilledPage } from './page-filling.ts';

/** The story that leads a page. */
export function leadOf({ stories }: FilledPage): IssueStory | undefined {
  return stories.find(({ kind }) => kind === 'story')?.fit.story;
}

/** What the front says of a page: its lead by its shortest headline; nothing where it has no lead. */
export function pointerTo(
  lead: IssueStory | undefined,
  { page, section }: { readonly page: number; readonly section: string },
): readonly Pointer[] {
  const headline = lead?.headlines.at(-1);
  return lead && headline ? [{ story: lead.id, headline, kicker: section, page }] : [];
}
