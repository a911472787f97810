import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import type { LogEntry } from '@courant/edition';
import fc from 'fast-check';
import type { Page } from './page-cache.ts';
import { PageCache } from './page-cache.ts';
import { listTag, storyTag, touched } from './tags.ts';

const AT = '2026-01-01T00:00:00.000Z' as Instant;

function entry(seq: number, story: string): LogEntry {
  return {
    seq,
    at: AT,
    kind: 'publish',
    story: story as LogEntry['story'] & string,
    editions: ['home'],
    payload: { actor: '', places: [{ edition: 'home', section: 'world/asia' }] },
    hash: '',
  };
}

function page(text: string, seq: number, tags: readonly string[]): Page {
  return { status: 200, mediaType: 'text/html', body: new TextEncoder().encode(text), tags, seq, keep: true };
}

const text = (made: Page) => new TextDecoder().decode(made.body);

test('an entry evicts exactly the pages whose tags it touches', async () => {
  const tagsOf: Record<string, readonly string[]> = {
    '/a': [storyTag('a')],
    '/b': [storyTag('b')],
    '/world': [listTag('home', 'world'), storyTag('b')],
    '/sport': [listTag('home', 'sport')],
  };
  const cache = new PageCache({
    position: 0,
    limit: 1e6,
    render: async (address) => page(address, 0, tagsOf[address] ?? []),
  });
  for (const address of Object.keys(tagsOf)) await cache.page(address);
  assert.deepEqual([...cache.takeIn(entry(1, 'a'))].toSorted(), ['/a', '/world']);
  assert.equal(cache.held('/a'), undefined);
  assert.ok(cache.held('/b'));
  assert.ok(cache.held('/sport'));
});

test('a page whose making is overtaken by a publication is made again, and the old one is never stored', async () => {
  let version = 1;
  let seq = 0;
  const { promise: paused, resolve: resume } = Promise.withResolvers<void>();
  const { promise: reading, resolve: hasRead } = Promise.withResolvers<void>();
  const cache = new PageCache({
    position: 0,
    limit: 1e6,
    render: async () => {
      const snapshot = page(`version ${version}`, seq, [storyTag('a')]);
      hasRead();
      await paused;
      return snapshot;
    },
  });
  const asked = cache.page('/a');
  await reading;
  version = 2;
  seq = 1;
  cache.takeIn(entry(1, 'a'));
  resume();
  assert.equal(text(await asked), 'version 2');
  assert.equal(text(cache.held('/a') ?? page('none', 0, [])), 'version 2');
});

test('a page whose making is overtaken by something else is stored as it is', async () => {
  const cache = new PageCache({ position: 0, limit: 1e6, render: async () => page('a', 0, [storyTag('a')]) });
  cache.takeIn(entry(1, 'b'));
  await cache.page('/a');
  assert.ok(cache.held('/a'));
});

test('a page read from a snapshot older than all the cache remembers is not trusted', async () => {
  let made = 0;
  const cache = new PageCache({
    position: 0,
    limit: 1e6,
    render: async () => page('a', made++ === 0 ? 0 : 2_000, [storyTag('a')]),
  });
  for (let seq = 1; seq <= 2_000; seq++) cache.takeIn(entry(seq, `s${seq}`));
  await cache.page('/a');
  assert.equal(made, 2);
});

test('several readers of one address wait for one making', async () => {
  let made = 0;
  const cache = new PageCache({ position: 0, limit: 1e6, render: async () => page(`${++made}`, 0, []) });
  await Promise.all(Array.from({ length: 20 }, () => cache.page('/a')));
  assert.equal(made, 1);
});

test('a page that is not to be kept is made for every reader', async () => {
  let made = 0;
  const cache = new PageCache({
    position: 0,
    limit: 1e6,
    render: async () => ({ ...page(`${++made}`, 0, []), keep: false }),
  });
  await cache.page('/nothing');
  await cache.page('/nothing');
  assert.equal(made, 2);
  assert.equal(cache.size.pages, 0);
});

test('a making that fails leaves no trace', async () => {
  let fails = true;
  const cache = new PageCache({
    position: 0,
    limit: 1e6,
    render: async () => {
      if (fails) throw new Error('no database');
      return page('a', 0, []);
    },
  });
  await assert.rejects(cache.page('/a'), /no database/);
  fails = false;
  assert.equal(text(await cache.page('/a')), 'a');
});

test('the cache never holds more bytes than its limit, whatever is asked of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 40 })), { maxLength: 60 }),
      async (asked) => {
        const cache = new PageCache({
          position: 0,
          limit: 100,
          render: async (address) => page('x'.repeat(Number(address)), 0, [storyTag(address)]),
        });
        for (const [n, size] of asked) await cache.page(`${size + n / 100}`);
        assert.ok(cache.size.bytes <= 100);
      },
    ),
  );
});

test('after any order of makings and entries no held page is older than an entry that touches it', async () => {
  const step = fc.oneof(
    fc.record({ act: fc.constant('publish' as const), story: fc.nat(5) }),
    fc.record({ act: fc.constant('read' as const), story: fc.nat(5) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      let seq = 0;
      const latest = new Map<string, number>();
      const cache = new PageCache({
        position: 0,
        limit: 1e6,
        render: async (address) => {
          const made = page(`${latest.get(address) ?? 0}`, seq, [storyTag(address)]);
          await Promise.resolve();
          return made;
        },
      });
      const reading: Promise<Page>[] = [];
      for (const { act, story } of steps) {
        const address = `s${story}`;
        if (act === 'read') reading.push(cache.page(address));
        else {
          latest.set(address, ++seq);
          cache.takeIn(entry(seq, address));
        }
      }
      await Promise.all(reading);
      for (const [address, version] of latest) {
        const held = cache.held(address);
        if (held) assert.equal(text(held), `${version}`);
      }
    }),
  );
});

test('a cache that begins anew forgets what was being made', async () => {
  let log = 'old';
  const { promise: paused, resolve: resume } = Promise.withResolvers<void>();
  const cache = new PageCache({
    position: 60,
    limit: 1e6,
    render: async () => {
      const made = page(log, log === 'old' ? 60 : 3, [storyTag('a')]);
      await paused;
      return made;
    },
  });
  const asked = cache.page('/a');
  log = 'new';
  cache.clear(3);
  resume();
  assert.equal(text(await asked), 'new');
});

test('a publication touches its story, its section with those above, its edition, archive and log, and nothing else', () => {
  assert.deepEqual([...touched(entry(1, 'a'))].toSorted(), [
    'archive:home',
    'list:home/',
    'list:home/world',
    'list:home/world/asia',
    'log',
    'story:a',
  ]);
});
