import { sized } from './design.ts';
import { setRagged } from './heading.ts';
import type { IssuePicture } from './issue-story.ts';
import type { Block, Box } from './page-model.ts';
import { captionOf } from './picture-shape.ts';
import type { Ruler, Standing } from './ruler.ts';
import { BASELINE, oneLine, raggedBlock, round } from './ruler.ts';

/** Kicker, headline and standfirst of a story, from a row on. */
export function headBlocks({ shape, fit, role }: Standing, page: Ruler, row: number): readonly Block[] {
  const { founts, sheet, headlineAscent } = page.setting.design;
  const { head } = shape;
  const blocks: Block[] = [];
  const { kicker } = fit.story;
  if (kicker && head.kickerRows > 0) {
    const ragged = oneLine(kicker.toLocaleUpperCase(), founts.kicker, page);
    const y = page.row(row) + sheet.row * BASELINE - 1;
    blocks.push(
      raggedBlock({ role: 'kicker', fount: founts.kicker, ragged, colour: 'accent' }, page, { column: 0, y }),
    );
  }
  const fount = sized(founts.headline, head.size);
  const y = page.row(row + head.kickerRows) + head.size * headlineAscent + 1;
  blocks.push(raggedBlock({ role: 'headline', fount, ragged: head.headline }, page, { column: 0, y }));
  if (head.standfirst) {
    const own = role === 'lead' ? founts.leadStandfirst : founts.standfirst;
    const at = page.row(row + head.kickerRows + head.headlineRows) + own.size * 0.87;
    blocks.push(
      raggedBlock({ role: 'standfirst', fount: own, ragged: head.standfirst }, page, { column: 0, y: at }),
    );
  }
  return blocks;
}

/** Points between the foot of a picture and the baseline of its caption, and free above it below a headline. */
const CAPTION_BELOW = 9;
const ABOVE_CAPTION = 3;

/** A story's picture with its caption, from a row on; row 0 is above the headline. */
export function pictureBlocks({ shape }: Standing, page: Ruler, row: number): readonly Block[] {
  const { picture, columns } = shape;
  if (!picture) return [];
  const { design, direction } = page.setting;
  const column = columns - picture.columns;
  const whole = page.place(column, picture.columns, [row, row + picture.rows]);
  const isBelowHead = row > 0;
  const box = {
    ...whole,
    y: round(whole.y + (isBelowHead ? 1 : 0)),
    height: round(whole.height - ABOVE_CAPTION - (isBelowHead ? 1 : 0)),
  };
  const { hash, alt } = picture.picture;
  const fount = design.founts.caption;
  const ragged = setRagged(captionOf(picture.picture), { fount, measure: whole.width, direction });
  const y = box.y + box.height + CAPTION_BELOW;
  return [
    { kind: 'image', box, picture: hash, from: cutOf(picture.picture, box.width / box.height), alt },
    raggedBlock({ role: 'caption', fount, ragged, colour: 'grey' }, page, { column, y }),
  ];
}

/** The part of a picture that has a given shape and keeps its focal point, in parts of its width and height. */
function cutOf({ width, height, focus }: IssuePicture, ratio: number): Box {
  const own = width / height;
  const [w, h] = own > ratio ? [ratio / own, 1] : [1, own / ratio];
  const x = Math.min(1 - w, Math.max(0, focus.x - w / 2));
  const y = Math.min(1 - h, Math.max(0, focus.y - h / 2));
  return { x: round4(x), y: round4(y), width: round4(w), height: round4(h) };
}

function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
