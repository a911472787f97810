import type { Id, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Copy, Draft, Story } from '@courant/story';
import { covers, openDraft, readCopy, writeCopy } from '@courant/story';
import type { Actor } from './actor.ts';
import { allowed, held } from './order.ts';
import type { Books, Desk } from './ports.ts';

/** How long a publication waits for the editor's last keystrokes to arrive, in ms. */
const VECTOR_PATIENCE = 2_000;
const VECTOR_STEP = 50;

/** Opens the draft of a story as the books have it, under a writer's number of its own. */
export async function draftOf(desk: Desk, books: Books, story: Id): Promise<Draft> {
  return openDraft(await books.drafts.updates(story), writerNumber(desk));
}

/** Files a new story: its identity and the first update of its draft. */
export async function fileStory(
  desk: Desk,
  order: { actor: Actor; copy: Copy },
): Promise<Result<Story, 'not-allowed'>> {
  const right = allowed(order.actor, 'write');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => done(await addStory(desk, books, order)));
}

/** The same inside a transaction that does more. */
export async function addStory(
  desk: Desk,
  books: Books,
  order: { actor: Actor; copy: Copy },
): Promise<Story> {
  const at = desk.clock.now();
  const story: Story = { id: desk.newId(), slug: order.copy.slug, created: at, state: { state: 'draft' } };
  await books.stories.add(story);
  await setCopy(desk, books, { ...order, story: story.id });
  await books.record.audit({
    at,
    actor: order.actor.name,
    act: 'file',
    story: story.id,
    outcome: 'done',
    detail: {},
  });
  return story;
}

/** Writes copy into a draft as one update among the others: nobody else's typing is lost. */
export async function writeStory(
  desk: Desk,
  order: { actor: Actor; story: Id; copy: Copy },
): Promise<Result<'written' | 'unchanged', 'not-allowed' | 'unknown-story'>> {
  const right = allowed(order.actor, 'write');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    const story = await held(books, order.story);
    if (!story.ok) return story;
    return done((await setCopy(desk, books, order)) ? 'written' : 'unchanged');
  });
}

/** Makes a draft read as this copy; false where it already did. */
export async function setCopy(
  desk: Desk,
  books: Books,
  order: { actor: Actor; story: Id; copy: Copy },
): Promise<boolean> {
  const update = writeCopy(await draftOf(desk, books, order.story), order.copy);
  if (!update) return false;
  await books.drafts.add({ story: order.story, update, at: desk.clock.now(), actor: order.actor.name });
  await books.stories.setSlug(order.story, order.copy.slug);
  return true;
}

/** The copy of a draft as its newsroom sees it, notes and all. */
export async function draftCopy(desk: Desk, story: Id): Promise<Copy> {
  return desk.archive.within(async (books) => readCopy(await draftOf(desk, books, story)));
}

/**
 * Waits until the draft holds everything the editor saw (`vector`, a Yjs state vector), 2 s at the most;
 * whoever publishes must publish what they read.
 */
export async function awaitDraft(
  desk: Desk,
  story: Id,
  vector: Uint8Array | undefined,
): Promise<Result<true, 'draft-behind'>> {
  if (!vector) return done(true);
  for (let waited = 0; waited <= VECTOR_PATIENCE; waited += VECTOR_STEP) {
    if (await desk.archive.within(async (books) => covers(await draftOf(desk, books, story), vector)))
      return done(true);
    await desk.pause(VECTOR_STEP);
  }
  return refused(
    'draft-behind',
    'Some of what you typed has not arrived here yet: wait a moment, then publish again.',
  );
}

/** A number for one writer of one update; Yjs tells writers apart by 32 bits. */
function writerNumber(desk: Desk): number {
  const bytes = desk.chance(new Uint8Array(4));
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}
