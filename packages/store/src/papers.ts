import type { Edition, Publication, Section } from '@courant/edition';
import { GENESIS_HASH } from '@courant/edition';
import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Whether a paper was set up in this database. */
export async function hasPaper(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('publication').select('id').executeTakeFirst()) !== undefined;
}

/**
 * Takes everything out: the paper, its copy, what came by wire, its log. How the desk is set up stays: channels,
 * suppliers, rules, presets, tokens. Consumers are struck off too, by which they learn that the
 * log they followed is no more.
 */
export async function emptyPaper(tx: Tx): Promise<void> {
  await sql`truncate publication, edition, section, picture, story, draft_update, revision, address, placement, schedule,
    author, topic, listing, translation, standing_page, search_document, read_count, most_read, package, package_edition, package_story,
    receipt, wire_payload, wire_item, wire_chain, wire_name, wire_near, wire_mark, wire_gone, wire_alert, wire_merge, wire_preset_chain,
    story_wire, issue, issue_sheet, issue_region, issue_story, publication_log, consumer, audit`.execute(tx);
  await tx.updateTable('log_head').set({ seq: 0, hash: GENESIS_HASH }).execute();
}

/** Whether the first act that the audit trail has was somebody's. */
export async function wasFoundedBy(tx: Tx, actor: string): Promise<boolean> {
  const first = await tx.selectFrom('audit').select('actor').orderBy('id').limit(1).executeTakeFirst();
  return first?.actor === actor;
}

/** A paper about to be founded. */
export interface NewPaper {
  readonly publication: Publication;
  readonly editions: readonly Edition[];
  readonly sections: readonly Section[];
}

/** Founds a paper: its publication, editions and sections, parents before children. */
export async function foundPaper(tx: Tx, paper: NewPaper): Promise<void> {
  const { id, name, tagline, disclosure, contact, policy } = paper.publication;
  await tx
    .insertInto('publication')
    .values({
      id,
      name,
      tagline: tagline ?? null,
      disclosure: disclosure ?? null,
      contact: contact ?? null,
      policy: JSON.stringify(policy ?? {}),
    })
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
    title: edition.title ?? null,
    tagline: edition.tagline ?? null,
    disclosure: edition.disclosure ?? null,
    sections: [...(edition.sections ?? [])],
    position,
  }));
  await tx.insertInto('edition').values(editions).execute();
  for (const { names = {}, ...section } of paper.sections) {
    await tx
      .insertInto('section')
      .values({ ...section, names: JSON.stringify(names), publication: id })
      .execute();
  }
}
