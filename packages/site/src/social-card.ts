import type { Id, Instant } from '@courant/base';

/** Width and height in pixels of the card that stands for a story without a picture on other sites. */
export const SOCIAL_CARD = { width: 1200, height: 630 } as const;

/** The path of a story's card as PNG; the time of its last change is in it, so a cached card is never an older one. */
export function socialCardPath(story: { readonly id: Id; readonly updated: Instant }): string {
  return `/cards/${story.id}-${new Date(story.updated).getTime().toString(36)}.png`;
}
