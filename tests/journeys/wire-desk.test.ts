import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServedPaper } from '../kits/served.ts';
import { servedPaper } from '../kits/served.ts';

/** Events of the wire desk as they come, from now on until the test ends. */
async function events(paper: ServedPaper, signal: AbortSignal, since?: number) {
  const back = since === undefined ? {} : { 'Last-Event-ID': String(since) };
  const headers = { Authorization: `Bearer ${paper.token}`, ...back };
  const response = await fetch(`${paper.url}/api/v1/wire/events`, { headers, signal });
  assert.equal(response.status, 200);
  return eventsIn(response);
}

async function* eventsIn(response: Response) {
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
  const told = await events(paper, ending.signal);
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

  const back = await events(paper, ending.signal, row.filed);
  assert.equal((await back.next()).value.headline, 'Ferry sails at one');
});

test('what is sent twice under two ids is one row, opened as a group, and told as one', async (t) => {
  const paper = await servedPaper(t);
  const ending = new AbortController();
  t.after(() => ending.abort());
  const told = await events(paper, ending.signal);
  const first = told.next();
  const text = 'Ferry sails at noon from the old quay, and again at four if the wind allows it';
  await push(paper, item('ferry', '1', text));
  const { value: before } = await first;
  assert.deepEqual([before.leads, before.alike, before.alikeBy], [true, 1, []]);
  await push(paper, item('again', '1', text));
  const after = [(await told.next()).value, (await told.next()).value];
  const place = ({ id, leads, alike, group }: typeof before) => [id === before.id, leads, alike, group];
  assert.deepEqual(after.map(place).toSorted(), [
    [false, true, 2, before.group],
    [true, false, 2, before.group],
  ]);
  const list = async (query: string) => (await get(paper, `/api/v1/wire${query}`)).json.items;
  assert.deepEqual(
    (await list('')).map(({ alike, alikeBy }: typeof before) => [alike, alikeBy]),
    [[2, ['courier']]],
  );
  assert.equal((await list('?grouped=false')).length, 2);
  assert.equal((await list(`/${before.id}/group`)).length, 2);
  assert.equal((await get(paper, `/api/v1/wire/${before.id}`)).json.alike.length, 1);
  assert.equal((await get(paper, '/api/v1/wire/nothing/group')).status, 404);
  assert.equal((await get(paper, '/api/v1/wire?grouped=perhaps')).status, 400);
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

test('rules publish by themselves, carry kills out, and presets gather what they mean', async (t) => {
  const paper = await servedPaper(t);
  const put = async (path: string, body: unknown) => {
    const headers = { Authorization: `Bearer ${paper.token}`, 'Content-Type': 'application/json' };
    const response = await fetch(paper.url + path, { method: 'PUT', headers, body: JSON.stringify(body) });
    return { status: response.status, json: await response.json() };
  };
  await push(paper, item('before', '1', 'Ferry inquiry opens'));
  await until(async () => (await get(paper, '/api/v1/wire')).json.items.length === 1);
  const wrong = await put('/api/v1/wire-rules', {
    rules: [{ name: 'Out', when: { field: 'colour', is: 'red' } }],
  });
  assert.deepEqual([wrong.status, wrong.json.code], [422, 'bad-rules']);
  assert.match(wrong.json.detail, /^rules\[0\]\.when\.field: “colour” is no field/);

  const when = { field: 'headline', words: 'ferry' };
  const publish = { places: [{ edition: 'international', section: 'world' }] };
  const rules = [
    { name: 'Ferries', when, route: { desk: 'sea', priority: 1 }, publish, kill: true },
    { name: 'Lamps', when: { field: 'headline', words: 'lamp' }, hold: true, notify: ['night'] },
  ];
  const tried = await paper.post('/api/v1/wire-rules/test', { rules, days: 1 });
  assert.deepEqual(tried.json.rules, [
    { rule: 'Ferries', items: 1 },
    { rule: 'Lamps', items: 0 },
  ]);
  assert.equal((await put('/api/v1/wire-rules', { rules })).status, 200);
  assert.deepEqual((await get(paper, '/api/v1/wire-rules')).json, { rules });
  const presets = [{ key: 'ferries', name: 'Ferries', filter: when }];
  assert.equal((await put('/api/v1/wire-presets', { presets })).status, 200);

  await push(paper, item('ferry', '1', 'Ferry sails at noon'));
  await push(paper, item('lamp', '1', 'Lamp goes dark'));
  const found = async (headline: string, isIt: (row: { readonly usedBy: readonly string[] }) => boolean) => {
    for (let n = 0; n < 200; n++) {
      const { json } = await get(paper, '/api/v1/wire?limit=10');
      const row = json.items.find((one: { headline: string }) => one.headline === headline);
      if (row && isIt(row)) return row;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return assert.fail(`“${headline}” did not come to be as it should`);
  };
  const row = await found('Ferry sails at noon', ({ usedBy }) => usedBy.length === 1);
  assert.deepEqual([row.desks, row.presets], [['sea'], ['ferries']]);
  const lamp = await found('Lamp goes dark', () => true);
  assert.deepEqual([lamp.held, lamp.notify], ['rule', ['night']]);

  const story = `/api/v1/stories/${row.usedBy[0]}`;
  await until(async () => (await paper.get(story)).status === 200);
  const { json: told } = await get(paper, `/api/v1/wire/${row.id}`);
  assert.deepEqual(
    told.versions[0].trail.map(({ did }: { did: string }) => did),
    ['routed to desk sea, priority 1', `published story ${row.usedBy[0]}`],
  );

  await push(paper, { ...item('ferry', '2', 'Ferry sails at noon'), pubstatus: 'canceled' });
  await until(async () => (await paper.get(story)).status === 410);
  await until(async () => {
    const { json } = await get(paper, '/api/v1/wire-presets');
    const [preset] = json.presets;
    // What came before the preset was made belongs to it too.
    return !preset.isStale && preset.today === 2;
  });
});

test('how long copy is kept is said by command or API, and what is older goes', async (t) => {
  const paper = await servedPaper(t);
  await push(paper, item('ferry', '1', 'Ferry sails'));
  await push(paper, item('tug', '1', 'Tug comes'));
  await until(async () => (await get(paper, '/api/v1/wire')).json.items.length === 2);
  const put = async (path: string, body: unknown) => {
    const headers = { Authorization: `Bearer ${paper.token}`, 'Content-Type': 'application/json' };
    const response = await fetch(paper.url + path, { method: 'PUT', headers, body: JSON.stringify(body) });
    return { status: response.status, json: await response.json() };
  };
  const wrong = await put('/api/v1/wire-suppliers/courier', { timeZone: 'Atlantis' });
  assert.deepEqual([wrong.status, wrong.json.code], [422, 'supplier-settings']);
  const body = { keepDays: 30, timeZone: 'Europe/Oslo' };
  assert.deepEqual(await put('/api/v1/wire-suppliers/The%20North', body), {
    status: 200,
    json: { key: 'The North', ...body },
  });
  const set = await paper.courant('supplier', 'set', 'courier', '--keep-days', '30');
  assert.deepEqual(
    [set.exit, set.stdout.trim()],
    [0, 'courier: kept 30 days, but for what stories used'],
    set.stderr,
  );
  assert.deepEqual((await get(paper, '/api/v1/wire-suppliers')).json.suppliers, [
    { key: 'The North', ...body },
    { key: 'courier', keepDays: 30 },
  ]);

  const { pool } = paper.database;
  await pool.query(
    `update wire_chain set newest = newest - interval '31 days' where summary->>'headline' = 'Tug comes'`,
  );
  await pool.query(
    `update wire_item set received = received - interval '31 days' where item->>'headline' = 'Tug comes'`,
  );
  const cleared = await paper.courant('supplier', 'clear', '--json');
  assert.equal(JSON.parse(cleared.stdout).chains, 1);
  const { items } = (await get(paper, '/api/v1/wire')).json;
  assert.deepEqual(
    items.map(({ headline }: { headline: string }) => headline),
    ['Ferry sails'],
  );
  const listed = await paper.courant('supplier', 'list');
  assert.match(listed.stdout, /^The North: kept 30 days.*times in Europe\/Oslo\ncourier: kept 30 days/);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 200; n++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('it did not come to be in time');
}
