import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../kits/paper.ts';
import { besideAt, Paper, startedPaper } from '../kits/paper.ts';

const PAUSE = 4_000;
const PLACES = [{ edition: 'international', section: 'world/politics' }];

test('a process that was asleep while a story was corrected answers its first reader with the new page', async (t) => {
  const first = await startedPaper(t);
  const second = new Paper(await besideAt(first.place), 'serve');
  await second.start();
  const filed = await first.post('/api/v1/stories', {
    slug: 'lock',
    headline: 'The lock is shut',
    bodyHtml: '<p>It was shut at nine.</p>',
  });
  const { story } = JSON.parse(filed.text) as { readonly story: string };
  const published = await first.post(`/api/v1/stories/${story}/publish`, { places: PLACES });
  const { url } = JSON.parse(published.text) as { readonly url: string };
  const path = new URL(url).pathname;

  // Whatever the moment of its work at which it falls asleep.
  for (let round = 1; round <= 3; round++) {
    const before = await second.get(path);
    assert.equal(before.status, 200);
    const etag = before.headers.get('etag') ?? '';
    await sleep(round * 130);
    second.signal('SIGSTOP');
    const stopped = performance.now();
    const correction = { note: `Note ${round}.`, bodyHtml: `<p>It was shut at ${round}.</p>` };
    const corrected = await first.post(`/api/v1/stories/${story}/correct`, correction);
    assert.equal(corrected.status, 200, corrected.text);
    assert.match(proseOf(await first.get(path)), new RegExp(`shut at ${round}\\.`));

    // Asked while it sleeps, so that no answer can come before these.
    const waiting = Array.from({ length: 4 }, () => second.get(path));
    const asked = fetch(second.url + path, { headers: { 'If-None-Match': etag } });
    await sleep(Math.max(0, PAUSE - (performance.now() - stopped)));
    second.signal('SIGCONT');
    for (const answer of await Promise.all(waiting)) {
      assert.equal(answer.status, 200);
      assert.match(proseOf(answer), new RegExp(`shut at ${round}\\.`));
    }
    const { status } = await asked;
    assert.equal(status, 200, 'it does not say that the old page is still good');
  }
  assert.equal(await second.stop(), 0);
  assert.equal(await first.stop(), 0);
});

function proseOf({ text }: Answer): string {
  return /<div class="prose">(.*?)<\/div>/s.exec(text)?.[1] ?? 'no prose';
}
