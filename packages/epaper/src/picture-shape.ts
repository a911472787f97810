import type { Design, Role } from './design.ts';
import { rowsFor, span } from './design.ts';
import type { Direction } from './face.ts';
import { setRagged } from './heading.ts';
import type { IssuePicture, IssueStory } from './issue-story.ts';

/** A story's picture in its place: across the whole story, or beside the first of its columns. */
export interface PictureShape {
  readonly picture: IssuePicture;
  readonly place: 'across' | 'beside';
  readonly columns: number;
  /** Rows of the picture, and of the caption below it. */
  readonly rows: number;
  readonly captionRows: number;
  readonly cost: number;
}

/** Where a picture is set. */
export interface PicturePlace {
  readonly design: Design;
  readonly direction: Direction;
  readonly role: Role;
  readonly columns: number;
  /** Rows of the page's part that stories fill. */
  readonly pageRows: number;
}

const SMALLEST_ROWS = 5;
const ABOVE_CAPTION = 4;
/** Points for a tenth of a picture's height cut or grown, squared. */
const CROP = 0.7;
const TALL_AND_WIDE = 3;
const TALL_ACROSS = 2;
/** What it costs to leave a story's picture out. */
const LEFT_OUT: Readonly<Record<Role, number>> = {
  ...{ lead: 14, feature: 14, second: 5, third: 2.5, briefs: 0, turn: 0 },
};
/** A lead that has no picture leads a grey page. */
const GREY_LEAD = 8;

/** What a story costs that is set without a picture. */
export function withoutPicture({ pictures }: IssueStory, role: Role): number {
  return pictures.length > 0 ? LEFT_OUT[role] : role === 'lead' ? GREY_LEAD : 0;
}

/** Every place and height worth trying for a story's picture. */
export function pictureShapes({ pictures }: IssueStory, place: PicturePlace): readonly PictureShape[] {
  const [picture] = pictures;
  if (!picture || place.role === 'turn' || place.role === 'briefs') return [];
  return widthsOf(place).flatMap((columns) => heightsOf(picture, columns, place));
}

function widthsOf({ role, columns }: PicturePlace): readonly number[] {
  const all = Array.from({ length: columns }, (_, i) => columns - i);
  if (role === 'lead' || role === 'feature') return all.filter((width) => width >= Math.max(3, columns - 2));
  return all.filter((width) => width === columns || (width >= columns / 2 - 0.01 && width <= 4));
}

function heightsOf(picture: IssuePicture, columns: number, place: PicturePlace): readonly PictureShape[] {
  const { design, direction } = place;
  const { sheet, limits, founts } = design;
  const ratio = picture.width / picture.height;
  const width = span(sheet, columns);
  const natural = width / ratio / sheet.row;
  const least = Math.max(SMALLEST_ROWS, Math.round(natural * (1 - limits.crop.less)));
  const most = Math.min(
    Math.floor(place.pageRows * limits.tallestPicture),
    Math.round(natural * (1 + limits.crop.more)),
  );
  const where = columns === place.columns ? 'across' : 'beside';
  const isTall = ratio < 1;
  const shape =
    (isTall && columns >= 4 ? TALL_AND_WIDE : 0) +
    (isTall && where === 'across' && place.columns >= 3 ? TALL_ACROSS : 0);
  const { lines } = setRagged(captionOf(picture), { fount: founts.caption, measure: width, direction });
  const captionRows = rowsFor(sheet, lines.length * founts.caption.leading + ABOVE_CAPTION);
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, i) => {
    const rows = least + i;
    const crop = ((rows / Math.round(natural) - 1) / 0.1) ** 2 * CROP;
    return { picture, place: where, columns, rows, captionRows, cost: shape + crop };
  });
}

/** The line under a picture: what it shows, and whose it is in capitals. */
export function captionOf({ caption, credit }: IssuePicture): string {
  return `${caption} ${credit.toLocaleUpperCase()}`.trim();
}
