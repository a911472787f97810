import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import type { Edition } from '@courant/edition';
import type { Picture } from '@courant/picture';
import { renditionPath, widthsOf } from '@courant/picture';
import type { Copy, Correction } from '@courant/story';
import { bodyHtml } from '@courant/story';
import { momentText } from './dates.ts';
import { wordsOf } from './messages.ts';
import { captionTag } from './picture.ts';
import { datelineTag, showsPicture } from './story-body.ts';

/** A story as feeds carry it. */
export interface FeedStory {
  readonly copy: Copy;
  readonly corrections: readonly Correction[];
  /** Pictures its copy names, by id. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** Widest picture in a feed, in pixels: readers of feeds are columns. */
const WIDEST = 1080;

/** A whole story for readers elsewhere: its picture, its text, its corrections; addresses are paths of the site. */
export function feedStory({ copy, corrections, pictures }: FeedStory, edition: Edition): Html {
  const words = wordsOf(edition);
  const main = copy.picture === undefined ? undefined : pictures.get(copy.picture);
  const figure =
    main && !showsPicture(copy, main.id) ? figureTag(main, copy.pictureCaption ?? main.caption) : NOTHING;
  const body = bodyHtml(copy.body, {
    picture: ({ picture: id, alt, caption }) => {
      const picture = pictures.get(id);
      return picture && figureTag({ ...picture, alt: alt ?? picture.alt }, caption ?? picture.caption);
    },
    ...(copy.dateline ? { opening: datelineTag(copy.dateline, copy.language) } : {}),
    words: { table: words('table'), related: words('related') },
  });
  const notes = corrections.map(
    ({ at, note }) =>
      html`<p><strong>${words('correction')}</strong> (${momentText(at, edition)}): ${note}</p>`,
  );
  return html`${copy.standfirst && html`<p><strong>${copy.standfirst}</strong></p>`}${figure}${body}${notes}`;
}

function figureTag(picture: Picture, caption: string | undefined): Html {
  const width = widthsOf(picture).findLast((one) => one <= WIDEST) ?? picture.width;
  const height = Math.round((picture.height / picture.width) * width);
  return html`<figure><img src="${href(renditionPath(picture, width, 'jpeg'))}" width="${width}" height="${height}" alt="${picture.alt}">${captionTag(caption, picture.credit)}</figure>`;
}
