import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServedPaper } from '../kits/served.ts';
import { servedPaper } from '../kits/served.ts';

/** Events of the wire desk as they come, until the test ends. */
async function* events(paper: ServedPaper, signal: AbortSignal, since?: number) {
  const back = since === undefined ? {} : { 'Last-Event-ID': String(since) };
  const headers = { Authorization: `Bearer ${paper.token}`, ...back };
  const response = await fetch(`${paper.url}/api/v1/wire/events`, { headers, signal });
  assert.equal(response.status, 200);
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const [, data] = /^data: (.*)$/m.exec(part) ?? [];
      if (data !== undefined) yield JSON.parse(data);
    }
  }
}

function item(id: string, version: string, headline: string) {
  return {
    ...{ uri: `urn:courier:${id}`, type: 'text', version, headline, language: 'en' },
    body_html: `<p>HARWICK (Courier) - ${headline}, the harbour office said.</p>`,
  };
}

async function push(paper: ServedPaper, body: unknown) {
  const response = await fetch(`${paper.url}/api/v1/wire/push/courier`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${paper.token}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}

async function get(paper: ServedPaper, path: string) {
  const headers = { Authorization: `Bearer ${paper.token}` };
  const response = await fetch(paper.url + path, { headers });
  return { status: response.status, json: await response.json() };
}

test('what is pushed is told, listed, found, opened, and made a story of', async (t) => {
  const paper = await servedPaper(t);
  const ending = new AbortController();
  t.after(() => ending.abort());
  const told = events(paper, ending.signal);
  const first = told.next();
  assert.deepEqual(await push(paper, item('ferry', '1', 'Ferry sails at noon')), {
    status: 202,
    json: { outcome: 'kept' },
  });
  const { value: row } = await first;
  assert.equal(row.headline, 'Ferry sails at noon');
  assert.deepEqual([row.supplier, row.state, row.versions], ['courier', 'usable', 1]);
  assert.equal((await push(paper, item('ferry', '1', 'Ferry sails at noon'))).json.outcome, 'known');

  await push(paper, item('ferry', '2', 'Ferry sails at one'));
  await push(paper, item('lighthouse', '1', 'Lighthouse goes dark'));
  assert.equal((await told.next()).value.versions, 2);
  assert.equal((await told.next()).value.headline, 'Lighthouse goes dark');

  const page = await get(paper, '/api/v1/wire?limit=1');
  assert.deepEqual(
    page.json.items.map(({ headline }: { headline: string }) => headline),
    ['Lighthouse goes dark'],
  );
  const rest = await get(paper, `/api/v1/wire?limit=1&cursor=${page.json.next}`);
  assert.deepEqual(
    rest.json.items.map(({ id }: { id: string }) => id),
    [row.id],
  );
  const found = await get(paper, '/api/v1/wire?q=ferries');
  assert.deepEqual(
    found.json.items.map(({ id }: { id: string }) => id),
    [row.id],
  );
  assert.deepEqual((await get(paper, '/api/v1/wire?q=ferry%20-noon%20-harbour')).json.items, []);

  const chain = await get(paper, `/api/v1/wire/${row.id}`);
  assert.deepEqual(
    chain.json.versions.map(({ item: { version } }: { item: { version: string } }) => version),
    ['2', '1'],
  );
  assert.deepEqual(chain.json.versions[0].changes.headline, [
    { kind: 'kept', text: 'Ferry sails at ' },
    { kind: 'removed', text: 'noon' },
    { kind: 'added', text: 'one' },
  ]);

  const taken = await paper.post(`/api/v1/wire/${row.id}/story`, {});
  assert.deepEqual([taken.status, taken.json.how], [200, 'made']);
  const used = await get(paper, `/api/v1/wire/${row.id}`);
  assert.deepEqual(used.json.row.usedBy, [taken.json.story]);

  const back = events(paper, ending.signal, row.filed);
  assert.equal((await back.next()).value.headline, 'Ferry sails at one');
});

test('what cannot be read is set apart with the reason, and is read again when told; strangers get nothing', async (t) => {
  const paper = await servedPaper(t);
  await push(paper, '<nitf><body>broken');
  await push(paper, item('ferry', '1', 'Ferry sails'));
  let listed = await get(paper, '/api/v1/wire-quarantine');
  for (let n = 0; n < 100 && listed.json.receipts.length === 0; n++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    listed = await get(paper, '/api/v1/wire-quarantine');
  }
  const [receipt] = listed.json.receipts;
  assert.deepEqual([receipt.channel, receipt.why], ['courier', 'broken']);
  const retried = await paper.post(`/api/v1/wire-quarantine/${receipt.id}/retry`, {});
  assert.deepEqual(retried, { status: 200, json: { receipts: 1 } });
  assert.equal((await get(paper, '/api/v1/wire')).status, 200);

  // Without the right token nobody pushes, reads or listens.
  for (const path of ['/api/v1/wire', '/api/v1/wire/events', '/api/v1/wire-quarantine']) {
    assert.equal((await fetch(paper.url + path)).status, 401, path);
  }
  const pushed = await fetch(`${paper.url}/api/v1/wire/push/courier`, { method: 'POST', body: '{}' });
  assert.equal(pushed.status, 401);
});
