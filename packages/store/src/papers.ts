import type { Id, Instant } from '@courant/base';
import type { Edition, Publication, Section, StoryPackage } from '@courant/edition';
import { GENESIS_HASH } from '@courant/edition';
import type { Picture } from '@courant/picture';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Whether a paper was set up in this database. */
export async function hasPaper(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('publication').select('id').executeTakeFirst()) !== undefined;
}

/**
 * Takes everything out: the paper, its copy, its log. Consumers are struck off too, by which they learn that the
 * log they followed is no more.
 */
export async function emptyPaper(tx: Tx): Promise<void> {
  await sql`truncate publication, edition, section, picture, story, draft_update, revision, address, placement, schedule,
    package, package_edition, package_story, wire_payload, wire_item, story_wire, publication_log, consumer, audit`.execute(
    tx,
  );
  await tx.updateTable('log_head').set({ seq: 0, hash: GENESIS_HASH }).execute();
}

/** A paper about to be founded. */
export interface NewPaper {
  readonly publication: Publication;
  readonly editions: readonly Edition[];
  readonly sections: readonly Section[];
}

/** Founds a paper: its publication, editions and sections, parents before children. */
export async function foundPaper(tx: Tx, paper: NewPaper): Promise<void> {
  const { id, name, tagline, disclosure, contact } = paper.publication;
  await tx
    .insertInto('publication')
    .values({ id, name, tagline: tagline ?? null, disclosure: disclosure ?? null, contact: contact ?? null })
    .execute();
  const editions = paper.editions.map((edition, position) => ({
    id: edition.id,
    publication: id,
    key: edition.key,
    name: edition.name,
    locale: edition.locale,
    time_zone: edition.timeZone,
    date_style: edition.dateStyle,
    is_default: edition.isDefault,
    share_services: [...edition.shareServices],
    position,
  }));
  await tx.insertInto('edition').values(editions).execute();
  for (const section of paper.sections) {
    await tx
      .insertInto('section')
      .values({ ...section, publication: id })
      .execute();
  }
}

/** A special or hot topic with its stories and the editions it stands in. */
export interface NewPackage extends StoryPackage {
  readonly position: number;
  readonly editions: readonly Id[];
  readonly stories: readonly Id[];
}

/** Opens a special or hot topic. */
export async function openPackage(tx: Tx, pack: NewPackage): Promise<void> {
  const { id, kind, title, position } = pack;
  const row = { id, kind, url_slug: pack.urlSlug, title, teaser: pack.teaser ?? null, position, open: true };
  await tx.insertInto('package').values(row).execute();
  for (const edition of pack.editions)
    await tx.insertInto('package_edition').values({ package: id, edition }).execute();
  const members = pack.stories.map((story, at) => ({ package: id, story, position: at }));
  if (members.length > 0) await tx.insertInto('package_story').values(members).execute();
}

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
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await tx.selectFrom('picture').select('id').where('hash', '=', hash).executeTakeFirstOrThrow()).id;
}

/** The picture whose file has this hash. */
export async function pictureByHash(
  tx: Tx,
  hash: string,
): Promise<{ width: number; mediaType: string } | undefined> {
  return tx
    .selectFrom('picture')
    .select(['width', 'media_type as mediaType'])
    .where('hash', '=', hash)
    .executeTakeFirst();
}
