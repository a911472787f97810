import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shareLinks } from './share.ts';
import { RETIRED_SERVICES, SHARE_SERVICES } from './share-services.data.ts';

const STORY = { url: 'https://courant.example/2011/04/23/un-chief', title: 'Ban & “support”: 50% قمة 🐟' };

test('a share link carries address and headline, encoded', () => {
  const { links } = shareLinks({ shareServices: ['x'] }, STORY);
  const address = new URL(links[0]?.address ?? '');
  assert.equal(address.origin + address.pathname, 'https://x.com/intent/post');
  assert.equal(address.searchParams.get('url'), STORY.url);
  assert.equal(address.searchParams.get('text'), STORY.title);
});

test('links stand in the order of the settings, and an unknown key is left out', () => {
  const { links } = shareLinks({ shareServices: ['email', 'friendster', 'toString', 'reddit'] }, STORY);
  assert.deepEqual(
    links.map((link) => link.key),
    ['email', 'reddit'],
  );
});

test('a service of 2011 that is gone is named with its successor and has no address', () => {
  const bar = shareLinks({ shareServices: ['facebook', 'myspace', 'mixx'] }, STORY);
  assert.deepEqual(
    bar.links.map((link) => link.key),
    ['facebook'],
  );
  assert.deepEqual(
    bar.retired.map((service) => [service.name, service.successor]),
    [
      ['Myspace', 'Facebook'],
      ['Mixx', 'Reddit'],
    ],
  );
  assert.doesNotMatch(JSON.stringify(bar.retired), /http/);
});

test('every successor is a service that works', () => {
  for (const { successor } of Object.values(RETIRED_SERVICES))
    assert.ok(SHARE_SERVICES[successor], successor);
});

test('no headline breaks out of its place in an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      for (const { address } of shareLinks(
        { shareServices: Object.keys(SHARE_SERVICES) },
        { ...STORY, title },
      ).links) {
        assert.match(address, /^(https:\/\/|mailto:\?)[\w.~%/?=&-]+$/);
      }
    }),
  );
});
