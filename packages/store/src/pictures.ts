import type { Id, Instant } from '@courant/base';
import { isId } from '@courant/base';
import type { Picture } from '@courant/picture';
import type { Selectable } from 'kysely';
import type { Tx } from './database.ts';
import type { PictureRow } from './tables.ts';

/** Adds a picture to the library; one with the same bytes is given back instead. */
export async function addPicture(tx: Tx, picture: Picture, at: Instant): Promise<Id> {
  const { id, hash, width, height, alt, caption, credit, focus } = picture;
  await tx
    .insertInto('picture')
    .values({
      id,
      hash,
      media_type: picture.mediaType,
      width,
      height,
      alt,
      caption: caption ?? null,
      credit: credit ?? null,
      focus_x: focus.x,
      focus_y: focus.y,
      created: at,
      preview: picture.preview ?? null,
      words: JSON.stringify(picture.words ?? {}),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await tx.selectFrom('picture').select('id').where('hash', '=', hash).executeTakeFirstOrThrow()).id;
}

/** The picture whose file has this hash. */
export async function pictureByHash(tx: Tx, hash: string): Promise<Picture | undefined> {
  const row = await tx.selectFrom('picture').selectAll().where('hash', '=', hash).executeTakeFirst();
  return row && pictureOf(row);
}

/** Pictures by their ids; an id that no picture has is passed over. */
export async function picturesById(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Picture>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('picture')
    .selectAll()
    .where('id', 'in', [...new Set(ids)].filter(isId))
    .execute();
  return new Map(rows.map((row) => [row.id, pictureOf(row)]));
}

/** The picture a row holds. */
export function pictureOf(row: Omit<Selectable<PictureRow>, 'created'>): Picture {
  return {
    id: row.id,
    width: row.width,
    height: row.height,
    mediaType: row.media_type,
    hash: row.hash,
    alt: row.alt,
    ...(row.caption === null ? {} : { caption: row.caption }),
    ...(row.credit === null ? {} : { credit: row.credit }),
    focus: { x: row.focus_x, y: row.focus_y },
    ...(row.preview === null ? {} : { preview: row.preview }),
    ...(Object.keys(row.words).length === 0 ? {} : { words: row.words }),
  };
}
