import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '@courant/wire/testing';
import { chanceFrom } from '@courant/wire/testing';
import type { Paper } from '../kits/paper.ts';
import { startedPaper, until } from '../kits/paper.ts';
import { servedPaper } from '../kits/served.ts';
import { sized } from '../kits/soak.ts';
import { inventedCopy, shuffled } from '../kits/wire-corpus.ts';

const CHAINS = sized(24, 120);
const DELIVERIES = sized(4, 10);
const SENDERS = 4;
/** The share of sendings whose line breaks in the middle. */
const CUT = 0.08;
const PATIENCE = 60_000;

test('fed by a line that breaks, killed, its database killed, and fed again in other orders, the desk has what one clean delivery gives', {
  timeout: sized(240_000, 900_000),
}, async (t) => {
  const seed = Number(process.env.COURANT_STORM ?? Date.now() % 1_000_000);
  t.diagnostic(`the storm’s seed is ${seed}; COURANT_STORM=${seed} gives the same again`);
  const chance = chanceFrom(seed);
  const files = inventedCopy(chance, CHAINS);
  const clean = await cleanly(t, files);
  const paper = await startedPaper(t);
  const watch = new Watch(paper);
  for (let delivery = 0; delivery < DELIVERIES; delivery++) {
    const strike = sleep(chance() * 1_500).then(() =>
      watch.strike(STRIKES[delivery % STRIKES.length] ?? 'both'),
    );
    await deliver(paper, shuffled(files, chance), chance);
    await strike;
  }
  await watch.end();
  await drained(() => paper.courant('wire', 'export'), clean);
  assert.equal((await paper.courant('log', 'verify')).exit, 0);
  assert.equal(await paper.stop(), 0);
});

type Victim = 'paper' | 'postgres' | 'both';
const STRIKES: readonly Victim[] = ['paper', 'postgres', 'both'];

/** What the desk has of files that came once, in their order, and nothing went wrong. */
async function cleanly(t: TestContext, files: readonly Buffer[]): Promise<string> {
  const paper = await servedPaper(t);
  for (const bytes of files) {
    const headers = { Authorization: `Bearer ${paper.token}` };
    const body = new Uint8Array(bytes);
    const sent = await fetch(`${paper.url}/api/v1/wire/push/courier`, { method: 'POST', headers, body });
    assert.equal(sent.status, 202, await sent.text());
  }
  const isRead = async () => {
    const { rows } = await paper.database.pool.query(`select from receipt where state = 'new' limit 1`);
    return rows.length === 0;
  };
  await until(isRead, { within: PATIENCE, what: 'the inbox is read' });
  const { stdout } = await paper.courant('wire', 'export');
  assert.ok(stdout.split('\n').length > CHAINS);
  return stdout;
}

/** Waits until what is printed is what is wanted; fails with both where it does not come to be. */
async function drained(print: () => Promise<{ readonly stdout: string }>, wanted: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  let { stdout } = await print();
  while (stdout !== wanted && performance.now() < end) {
    await sleep(500);
    ({ stdout } = await print());
  }
  assert.equal(stdout, wanted);
}

/** Sends every file until each was answered with a yes. */
async function deliver(paper: Paper, files: readonly Buffer[], chance: Chance): Promise<void> {
  const left = [...files];
  const send = async () => {
    for (let bytes = left.pop(); bytes; bytes = left.pop()) {
      if (chance() < CUT) await cutOff(paper, bytes);
      await sendUntilKept(paper, bytes);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
}

async function sendUntilKept(paper: Paper, bytes: Buffer): Promise<void> {
  const body = new Uint8Array(bytes);
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const headers = { Authorization: `Bearer ${paper.token}` };
    const signal = AbortSignal.timeout(10_000);
    const answer = await fetch(`${paper.url}/api/v1/wire/push/courier`, {
      method: 'POST',
      headers,
      body,
      signal,
    })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      // The line broke: nobody knows what became of it, so it is sent again.
      .catch(() => undefined);
    if (answer?.status === 202) return;
    if (answer) assert.equal(answer.status, 503, answer.text);
    await sleep(20);
  }
  assert.fail('a payload was not kept in a minute');
}

/** A sending that breaks off half way. */
async function cutOff(paper: Paper, body: Buffer): Promise<void> {
  const socket = connect(paper.place.port, '127.0.0.1');
  // Nobody may be there at all.
  const isThere = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  socket.on('error', () => socket.destroy());
  socket.write(
    `POST /api/v1/wire/push/courier HTTP/1.1\r\nHost: paper\r\nAuthorization: Bearer ${paper.token}\r\n` +
      `Content-Length: ${body.length}\r\n\r\n`,
  );
  socket.write(body.subarray(0, body.length / 2));
  await sleep(5);
  socket.destroy();
}

/** Ends processes, and starts the paper again whenever it is not there. */
class Watch {
  readonly #paper: Paper;
  readonly #work: Promise<void>;
  #isOver = false;

  constructor(paper: Paper) {
    this.#paper = paper;
    this.#work = this.#keep();
  }

  async strike(victim: Victim): Promise<void> {
    const postgres = await this.#paper.postgresPid();
    if (victim !== 'paper' && postgres !== undefined) process.kill(postgres, 'SIGKILL');
    if (victim !== 'postgres') await this.#paper.kill9();
  }

  /** Resolves when the paper runs and is left alone. */
  async end(): Promise<void> {
    await until(() => this.#paper.isRunning, { within: PATIENCE, what: 'the paper runs again' });
    this.#isOver = true;
    await this.#work;
  }

  async #keep(): Promise<void> {
    while (!this.#isOver) {
      if (this.#paper.isRunning) await sleep(10);
      // One whose database is struck while it starts is started once more.
      else await this.#paper.start().catch(() => undefined);
    }
  }
}
