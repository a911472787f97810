import type { Id, Instant, Json, Result } from '@courant/base';
import { addressPart, canonicalJson, done, isId, refused } from '@courant/base';
import type { Copy, RevisionKind, Story } from '@courant/story';
import { addressOf, withSuffix } from '@courant/story';
import type { Acted } from './order.ts';
import type { Books, Desk, NamedTopic, Place, Revision } from './ports.ts';

/** Why clean copy cannot be released. */
export type ReleaseRefusal = 'no-place' | 'unknown-place' | 'nothing-changed';

/** A release: clean copy of a held story, and where it goes. */
export interface Release {
  readonly story: Story;
  readonly copy: Copy;
  readonly kind: RevisionKind;
  readonly published: Instant;
  readonly updated: Instant;
  readonly actor: string;
  /** Empty: where it stands already. */
  readonly places: readonly Place[];
  /** Public note of a correction. */
  readonly note?: string;
  /** A revision made before, as a schedule pins one. */
  readonly revision?: Revision;
}

/** Makes clean copy live, in one transaction with its log entry: the only way anything becomes public. */
export async function release(
  desk: Desk,
  books: Books,
  order: Release,
): Promise<Result<Acted, ReleaseRefusal>> {
  const before = await books.placements.of(order.story.id);
  const places = await destination(books, before, order.places);
  if (!places.ok) return places;
  const live =
    order.story.state.state === 'live' ? await books.revisions.byId(order.story.state.revision) : undefined;
  const made = order.revision ?? (await revise(desk, books, { order, live }));
  if (made === live && samePlaces(before, places.value)) {
    return refused('nothing-changed', 'Nothing has changed since this story was last published.');
  }
  const path = await settleAddress(desk, books, order);
  const opens = await books.placements.opened(editionsOf(places.value), {
    story: order.story.id,
    published: order.published,
  });
  await books.stories.setState(order.story.id, {
    state: 'live',
    revision: made.id,
    published: order.published,
    updated: order.updated,
  });
  await books.placements.set(order.story.id, {
    places: places.value,
    kind: order.copy.kind,
    published: order.published,
  });
  await books.placements.setLive(order.story.id, true);
  const ties = await list(desk, books, order);
  await books.search.enter(order.story.id, order.copy);
  const all = [...before, ...places.value];
  return done(await enter(desk, books, { order, revision: made, path, opens, places: all, ties }));
}

/** Puts the story on the lists its copy asks for; gives what it touches by that, with what it left. */
async function list(desk: Desk, books: Books, { story, copy, published }: Release): Promise<Ties> {
  const { language, authors = [] } = copy;
  const topics = (copy.subjects ?? []).flatMap(({ code, name }): readonly NamedTopic[] => {
    const urlSlug = addressPart(name ?? '');
    if (name === undefined || urlSlug === '') return [];
    return [{ id: desk.newId(), urlSlug, name, ...(code === undefined ? {} : { code }) }];
  });
  const original = copy.translates !== undefined && isId(copy.translates) ? copy.translates : undefined;
  return {
    subjects: await books.listings.enter(story.id, { authors, topics, language, published }),
    translations: await books.listings.tie(story.id, original),
  };
}

async function destination(
  books: Books,
  before: readonly Place[],
  asked: readonly Place[],
): Promise<Result<readonly Place[], 'no-place' | 'unknown-place'>> {
  const kept = before.filter((place) => !asked.some((other) => other.edition === place.edition));
  const places = [...kept, ...asked];
  if (places.length === 0) {
    return refused('no-place', 'Name at least one edition and section for this story to stand in.');
  }
  const unknown = await books.placements.unknown(asked);
  if (unknown.length === 0) return done(places);
  return refused('unknown-place', `There is no ${unknown.join(', no ')} in this paper.`);
}

function samePlaces(before: readonly Place[], after: readonly Place[]): boolean {
  const key = (places: readonly Place[]) =>
    places.map((place) => `${place.edition}/${place.section}`).toSorted();
  return key(before).join() === key(after).join();
}

/** Makes the revision, or gives back the live one where its copy is the same. */
export async function revise(
  desk: Desk,
  books: Books,
  { order, live }: { readonly order: Omit<Release, 'places'>; readonly live?: Revision | undefined },
): Promise<Revision> {
  const contentHash = desk.sha256(canonicalJson(order.copy as unknown as Json));
  if (live && live.contentHash === contentHash && order.note === undefined) return live;
  const revision: Revision = {
    id: desk.newId(),
    story: order.story.id,
    number: (await books.revisions.latestNumber(order.story.id)) + 1,
    kind: order.kind,
    copy: order.copy,
    contentHash,
    ...(order.note === undefined ? {} : { note: order.note }),
    made: desk.clock.now(),
    actor: order.actor,
  };
  await books.revisions.add(revision);
  return revision;
}

/** The story's address: kept for good, unless its editors give it another URL slug; then the old one redirects. */
async function settleAddress(desk: Desk, books: Books, order: Release): Promise<string> {
  const current = await books.addresses.canonical(order.story.id);
  if (current !== undefined && order.copy.urlSlug === undefined) return current;
  const wanted = addressOf(order.copy, order.published, desk.timeZone);
  // A suffix was ours to add, so an address with one still is the address of that slug.
  if (current?.startsWith(wanted) && /^(-\d+)?$/.test(current.slice(wanted.length))) return current;
  for (let n = 1; ; n++) {
    const path = n === 1 ? wanted : withSuffix(wanted, n);
    if (await books.addresses.claim({ path, story: order.story.id, at: desk.clock.now() })) return path;
  }
}

/** What a story is tied to beside its places: authors and topics, and its translations. */
export interface Ties {
  readonly subjects: readonly Id[];
  readonly translations: readonly Id[];
}

interface Entry {
  readonly order: Release;
  readonly revision: Revision;
  readonly path: string;
  readonly opens: readonly string[];
  readonly places: readonly Place[];
  readonly ties: Ties;
}

async function enter(desk: Desk, books: Books, entry: Entry): Promise<Acted> {
  const { order, revision } = entry;
  const at = desk.clock.now();
  const editions = editionsOf(entry.places);
  await books.record.audit({
    at,
    actor: order.actor,
    act: order.kind,
    story: order.story.id,
    outcome: 'done',
    detail: { revision: revision.id, editions },
  });
  const seq = await books.record.append({
    at,
    kind: order.kind,
    story: order.story.id,
    revision: revision.id,
    editions,
    actor: order.actor,
    payload: {
      content: revision.contentHash,
      ...(order.note === undefined ? {} : { note: desk.sha256(order.note) }),
      ...(await reach(books, order.story.id, entry)),
      kind: order.copy.kind,
      published: order.published,
      ...(entry.opens.length === 0 ? {} : { opens: entry.opens }),
    },
  });
  return { act: order.kind, story: order.story.id, seq, revision: revision.id, path: entry.path, editions };
}

/** What a change of a story reaches beside the story itself: its addresses, places and packages. */
export async function reach(
  books: Books,
  story: Id,
  { places, ties }: { readonly places: readonly Place[]; readonly ties: Ties },
) {
  const seen = new Map(places.map((place) => [`${place.edition} ${place.section}`, place]));
  return {
    paths: await books.addresses.all(story),
    places: [...seen.values()],
    packages: await books.placements.packages(story),
    ...(ties.subjects.length === 0 ? {} : { subjects: ties.subjects.toSorted() }),
    ...(ties.translations.length === 0 ? {} : { translations: ties.translations.toSorted() }),
  };
}

/** Keys of the editions of some places, each once, in order. */
export function editionsOf(places: readonly Place[]): readonly string[] {
  return [...new Set(places.map((place) => place.edition))].toSorted();
}
