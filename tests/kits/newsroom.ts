import { createHash, webcrypto } from 'node:crypto';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Id, Instant } from '@courant/base';
import { idMaker, instant, later } from '@courant/base';
import type { Actor, Desk } from '@courant/desk';
import { draftCopy, EDITOR_IN_CHIEF, fileStory, writeStory } from '@courant/desk';
import type { Edition, Section } from '@courant/edition';
import type { Shelf } from '@courant/press';
import type { Database } from '@courant/store';
import { archiveOn, foundPaper, shelfOn } from '@courant/store';
import { testDatabase } from '@courant/store/testing';
import type { Copy } from '@courant/story';

/** A clock that stands until it is moved. */
export interface StoppedClock {
  now(): Instant;
  forward(ms: number): void;
}

/** A paper of a test's own on a real database: two editions, four sections, a desk with a stopped clock. */
export interface Newsroom {
  readonly database: Database;
  readonly url: string;
  readonly desk: Desk;
  readonly shelf: Shelf;
  readonly clock: StoppedClock;
  readonly editor: Actor;
  readonly editions: { readonly home: Edition; readonly abroad: Edition };
  readonly sections: readonly Section[];
  file(copy?: Partial<Copy>): Promise<Id>;
  /** Changes some fields of a draft, as an editor would. */
  write(story: Id, copy: Partial<Copy>): Promise<void>;
}

/** Opens a newsroom for one test; its database is dropped when the test ends. */
export async function newsroom(t: TestContext): Promise<Newsroom> {
  const { database, url } = await testDatabase(t);
  let at = instant(new Date('2026-03-14T09:26:53.589Z'));
  const clock = {
    now: () => at,
    forward: (ms: number) => {
      at = later(at, ms);
    },
  };
  const newId = idMaker(clock, (bytes) => webcrypto.getRandomValues(bytes));
  const desk: Desk = {
    archive: archiveOn(database),
    clock,
    newId,
    chance: (bytes) => webcrypto.getRandomValues(bytes),
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    pause: async (ms) => void (await sleep(ms)),
    timeZone: 'Europe/London',
  };
  const { editions, sections } = await found(database, newId);
  const editor: Actor = { name: 'test:editor', may: EDITOR_IN_CHIEF };
  const file = async (copy: Partial<Copy> = {}) => {
    const filed = await fileStory(desk, { actor: editor, copy: copyOf(copy) });
    if (!filed.ok) throw new Error(filed.say);
    return filed.value.id;
  };
  /** Changes some fields of a draft, as an editor would. */
  const write = async (story: Id, copy: Partial<Copy>) => {
    const drafted = await draftCopy(desk, story);
    const written = await writeStory(desk, { actor: editor, story, copy: { ...drafted, ...copy } });
    if (!written.ok) throw new Error(written.say);
  };
  return { database, url, desk, shelf: shelfOn(database), clock, editor, editions, sections, file, write };
}

async function found(database: Database, newId: () => Id) {
  const edition = { locale: 'en-GB', dateStyle: 'long', shareServices: ['x', 'email'] } as const;
  const editions = {
    home: {
      ...edition,
      id: newId(),
      key: 'home',
      name: 'Home Edition',
      timeZone: 'Europe/London',
      isDefault: true,
    },
    abroad: {
      ...edition,
      id: newId(),
      key: 'abroad',
      name: 'Abroad',
      timeZone: 'Asia/Tokyo',
      isDefault: false,
    },
  };
  const sections = ['world', 'world/politics', 'sport', 'opinion'].map((path, position) => ({
    id: newId(),
    path,
    name: path,
    position,
  }));
  const publication = { id: newId(), name: 'The Test' };
  await database.transaction((tx) =>
    foundPaper(tx, { publication, editions: Object.values(editions), sections }),
  );
  return { editions, sections };
}

/** Copy with good defaults: an article of two paragraphs. */
export function copyOf(copy: Partial<Copy> = {}): Copy {
  return {
    kind: 'article',
    language: 'en',
    slug: 'weir',
    headline: 'The weir holds',
    body: bodyOf('The weir held through the night.', 'Nobody in the lower town slept.'),
    ...copy,
  };
}

/** A body of plain paragraphs. */
export function bodyOf(...paragraphs: readonly string[]): Copy['body'] {
  const content = paragraphs.map((text, i) => ({
    type: 'paragraph' as const,
    attrs: { id: `b${i + 1}` },
    content: [{ type: 'text' as const, text }],
  }));
  return { type: 'doc', content };
}

/** The value of what must have gone well. */
export function did<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly say: string },
): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.say);
}

/** The code of what must have been refused. */
export function why(outcome: { readonly ok: boolean; readonly why?: string }): string | undefined {
  return outcome.ok ? undefined : outcome.why;
}

/** Where stories of tests usually stand. */
export const PLACES = [{ edition: 'home', section: 'world/politics' }] as const;
