import type { Instant } from '@courant/base';
import { Fault, isId } from '@courant/base';
import type { Addresses, Stories } from '@courant/desk';
import type { Story, StoryState } from '@courant/story';
import type { Selectable } from 'kysely';
import type { Tx } from './database.ts';
import type { StoryRow } from './tables.ts';

/** Stories by identity, in one transaction. */
export function storiesIn(tx: Tx): Stories {
  return {
    async lock(id) {
      const row = await tx
        .selectFrom('story')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row && storyOf(row);
    },
    async named(reference) {
      return (await rowsNamed(tx, reference.trim())).map(storyOf);
    },
    async add(story) {
      const { id, slug, created } = story;
      await tx
        .insertInto('story')
        .values({ id, slug, created, ...columnsOf(story.state) })
        .execute();
    },
    async setState(id, state) {
      await tx.updateTable('story').set(columnsOf(state)).where('id', '=', id).execute();
    },
    async setSlug(id, slug) {
      await tx.updateTable('story').set({ slug }).where('id', '=', id).where('slug', '<>', slug).execute();
    },
  };
}

async function rowsNamed(tx: Tx, reference: string): Promise<readonly Selectable<StoryRow>[]> {
  const stories = tx.selectFrom('story').selectAll('story');
  const id = reference.toLowerCase();
  if (isId(id)) return stories.where('id', '=', id).execute();
  const path = pathOf(reference);
  if (path === undefined) return stories.where('slug', '=', reference).orderBy('created').limit(20).execute();
  return stories.innerJoin('address', 'address.story', 'story.id').where('path', '=', path).execute();
}

function pathOf(reference: string): string | undefined {
  if (reference.startsWith('/')) return reference;
  if (!/^https?:\/\//i.test(reference) || !URL.canParse(reference)) return undefined;
  return decodeURI(new URL(reference).pathname);
}

type StateColumns = Pick<StoryRow, 'state' | 'live_revision' | 'published' | 'updated' | 'ended' | 'notice'>;

const NONE = { live_revision: null, published: null, updated: null, ended: null, notice: null } as const;

function columnsOf(state: StoryState): StateColumns {
  switch (state.state) {
    case 'draft':
      return { ...NONE, state: 'draft' };
    case 'live':
      return {
        ...NONE,
        state: 'live',
        live_revision: state.revision,
        published: state.published,
        updated: state.updated,
      };
    case 'unpublished':
      return { ...NONE, state: 'unpublished', published: state.published, ended: state.at };
    case 'killed':
      return { ...NONE, state: 'killed', published: state.published, ended: state.at, notice: state.notice };
  }
}

/** The story a row holds. Throws Fault `bad-row` where the row breaks its own checks. */
export function storyOf(row: Selectable<StoryRow>): Story {
  return { id: row.id, slug: row.slug, created: row.created, state: stateOf(row) };
}

function stateOf(row: Selectable<StoryRow>): StoryState {
  if (row.state === 'draft') return { state: 'draft' };
  const published = present(row.published, row);
  if (row.state === 'live') {
    const revision = present(row.live_revision, row);
    return { state: 'live', revision, published, updated: present(row.updated, row) };
  }
  const at: Instant = present(row.ended, row);
  if (row.state === 'unpublished') return { state: 'unpublished', at, published };
  return { state: 'killed', at, published, notice: present(row.notice, row) };
}

function present<T>(value: T | null, row: { readonly id: string }): T {
  if (value !== null) return value;
  throw new Fault('bad-row', `Story ${row.id} lacks what its state needs.`);
}

/** The addresses of stories, in one transaction. */
export function addressesIn(tx: Tx): Addresses {
  return {
    async canonical(story) {
      const rows = tx
        .selectFrom('address')
        .select('path')
        .where('story', '=', story)
        .where('canonical', '=', true);
      return (await rows.executeTakeFirst())?.path;
    },
    async all(story) {
      const rows = await tx
        .selectFrom('address')
        .select('path')
        .where('story', '=', story)
        .orderBy('since')
        .execute();
      return rows.map((row) => row.path);
    },
    async claim({ path, story, at }) {
      const address = { path, story, canonical: false, since: at };
      await tx
        .insertInto('address')
        .values(address)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const holder = tx.selectFrom('address').select('story').where('path', '=', path);
      if ((await holder.executeTakeFirst())?.story !== story) return false;
      await tx
        .updateTable('address')
        .set({ canonical: false })
        .where('story', '=', story)
        .where('canonical', '=', true)
        .execute();
      await tx.updateTable('address').set({ canonical: true }).where('path', '=', path).execute();
      return true;
    },
    inherit: (inheritance) => inherit(tx, inheritance),
  };
}

async function inherit(tx: Tx, { paths, story, at }: Parameters<Addresses['inherit']>[0]): Promise<void> {
  if (paths.length === 0) return;
  const rows = paths.map((path) => ({ path, story, canonical: false, since: at }));
  await tx
    .insertInto('address')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
