import type { Html } from '@courant/base';
import { html, NOTHING } from '@courant/base';
import type { BodyView, Copy, Dateline, PictureAttrs } from '@courant/story';
import { bodyHtml } from '@courant/story';
import { say, wordsOf } from './messages.ts';
import { captionTag, pictureTag } from './picture.ts';
import type { PublishedStory, StoryPage } from './published-story.ts';

/** Widths at which pictures of a story are drawn, as `sizes`. */
const SIZES = {
  main: '(min-width: 82rem) 742px, (min-width: 64rem) 57vw, 100vw',
  inset: '(min-width: 44rem) 616px, 92vw',
  gallery: '(min-width: 82rem) 966px, (min-width: 64rem) 74vw, 100vw',
} as const;

/** The main picture of a story; nothing where the body shows the same picture itself, as a gallery does. */
export function mainPicture({ story }: StoryPage): Html {
  const { copy, pictures } = story;
  const picture = copy.picture === undefined ? undefined : pictures.get(copy.picture);
  if (!picture || showsPicture(copy, picture.id)) return NOTHING;
  return html`<figure class="pic main">${pictureTag(picture, { sizes: SIZES.main, isFirst: true })}${captionTag(copy.pictureCaption ?? picture.caption, picture.credit)}</figure>`;
}

/** Whether a body shows a picture itself, so that it need not stand above it. */
export function showsPicture({ body }: Copy, id: string): boolean {
  return body.content.some((block) => {
    if (block.type === 'gallery') return block.attrs.pictures.some((one) => one.picture === id);
    return block.type === 'picture' && block.attrs.picture === id;
  });
}

/** The body of a story, opened by its dateline. */
export function storyBody(page: StoryPage): Html {
  return bodyHtml(page.story.copy.body, bodyView(page));
}

/** How the body of a story is drawn on its page. */
export function bodyView({ story, edition }: StoryPage): BodyView {
  const { copy } = story;
  const words = wordsOf(edition);
  const sizes = copy.kind === 'gallery' ? SIZES.gallery : SIZES.inset;
  return {
    picture: (attrs: PictureAttrs) => bodyPicture(story, attrs, sizes),
    ...(copy.dateline ? { opening: datelineTag(copy.dateline, copy.language) } : {}),
    words: { table: words('table'), related: words('related') },
    hasAnchors: true,
  };
}

function bodyPicture(story: PublishedStory, attrs: PictureAttrs, sizes: string): Html {
  const picture = story.pictures.get(attrs.picture);
  if (!picture) return NOTHING;
  const alt = attrs.alt ?? picture.alt;
  return html`<figure class="pic inset">${pictureTag(picture, { sizes, alt })}${captionTag(attrs.caption ?? picture.caption, picture.credit)}</figure>`;
}

/** `GORKI, Russia, April 22 (Agencies) – `, as it opens the first paragraph, with the commas of its language. */
export function datelineTag({ place, date, agencies = [] }: Dateline, language: string): Html {
  const listed = (first: string, next: string) => say(language, 'listed', { first, next });
  const from = date === undefined ? place : listed(place, date);
  const by = agencies.length > 0 ? ` (${agencies.reduce(listed)})` : '';
  return html`<span class="dateline">${from}${by}</span> – `;
}
