import type { Id, Instant } from '@courant/base';
import type { Packages } from '@courant/desk';
import type { StoryPackage } from '@courant/edition';
import type { OpenPackage } from '@courant/press';
import type { Tx } from './database.ts';
import { picturesById } from './pictures.ts';

/** A special, hot topic or series with its stories and the editions it stands in. */
export interface NewPackage extends Omit<StoryPackage, 'closed'> {
  readonly position: number;
  readonly editions: readonly Id[];
  readonly stories: readonly Id[];
  /** When it closes by itself. */
  readonly closes?: Instant;
  /** Id of the picture its teasers show. */
  readonly picture?: Id;
}

/** Opens a special, hot topic or series. */
export async function openPackage(tx: Tx, pack: NewPackage): Promise<void> {
  const { id, kind, title, position, language } = pack;
  const row = {
    ...{
      id,
      kind,
      url_slug: pack.urlSlug,
      title,
      teaser: pack.teaser ?? null,
      position,
      language,
      open: true,
    },
    ...{
      palette: pack.palette ?? null,
      picture: pack.picture ?? null,
      closes: pack.closes ?? null,
      closed: null,
    },
  };
  await tx.insertInto('package').values(row).execute();
  for (const edition of pack.editions)
    await tx.insertInto('package_edition').values({ package: id, edition }).execute();
  const members = pack.stories.map((story, at) => ({ package: id, story, position: at }));
  if (members.length > 0) await tx.insertInto('package_story').values(members).execute();
}

/** The packages of an edition that are or were open, in their order, with the ids of their live stories. */
export async function packagesIn(tx: Tx, edition: Id): Promise<readonly OpenPackage[]> {
  const packages = await tx
    .selectFrom('live_package')
    .selectAll()
    .where('edition', '=', edition)
    .orderBy('position')
    .execute();
  if (packages.length === 0) return [];
  const ids = packages.map((row) => row.id);
  const members = await tx
    .selectFrom('package_story')
    .innerJoin('live_placement', 'live_placement.story', 'package_story.story')
    .select(['package', 'package_story.story', 'published'])
    .where('package', 'in', ids)
    .where('live_placement.edition', '=', edition)
    .orderBy('position')
    .execute();
  const pictures = await picturesById(
    tx,
    packages.flatMap((row) => row.picture ?? []),
  );
  return packages.map((row): OpenPackage => {
    const own = members.filter((member) => member.package === row.id);
    const picture = row.picture === null ? undefined : pictures.get(row.picture);
    return {
      ...{ id: row.id, kind: row.kind, urlSlug: row.url_slug, title: row.title, language: row.language },
      ...(row.teaser === null ? {} : { teaser: row.teaser }),
      ...(row.palette === null ? {} : { palette: row.palette }),
      ...(row.closed === null ? {} : { closed: row.closed }),
      ...(picture === undefined ? {} : { picture }),
      stories: own.map((member) => member.story),
    };
  });
}

/** Specials, hot topics and series, in one transaction. */
export function packagesOn(tx: Tx): Packages {
  return {
    async closeDue(now) {
      const due = await tx
        .selectFrom('package')
        .select('id')
        .where('open', '=', true)
        .where('closes', '<=', now)
        .orderBy('closes')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (!due) return undefined;
      await tx.updateTable('package').set({ open: false, closed: now }).where('id', '=', due.id).execute();
      const editions = tx
        .selectFrom('package_edition')
        .innerJoin('edition', 'edition.id', 'package_edition.edition')
        .select('edition.key')
        .where('package', '=', due.id)
        .orderBy('edition.position');
      return { id: due.id, editions: (await editions.execute()).map((row) => row.key) };
    },
  };
}
