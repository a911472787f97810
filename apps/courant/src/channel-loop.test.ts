import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@courant/base';
import { Fault, idMaker, instant, later } from '@courant/base';
import type { Visit } from '@courant/carriers';
import { EDITOR_IN_CHIEF, reopenChannel, setChannel } from '@courant/desk';
import { archiveOn } from '@courant/store';
import { NO_SERVER, TEST_SERVER, testDatabase } from '@courant/store/testing';
import { ChannelLoop } from './channel-loop.ts';
import { CHANCE, deskOf } from './house.ts';

const EDITOR = { name: 'test:editor', may: EDITOR_IN_CHIEF };
const MINUTE = 60_000;
const NOTHING: Visit = { brought: 0, memory: {} };

/** A desk with a clock that stands until it is moved, and a loop that visits what a function answers for. */
async function loopOf(t: TestContext, visit: () => Promise<Visit>) {
  const { database } = await testDatabase(t);
  let at: Instant = instant(new Date('2026-03-14T09:26:53.589Z'));
  const clock = { now: () => at };
  const on = { archive: archiveOn(database), clock, timeZone: 'UTC' };
  const desk = deskOf(on, idMaker(clock, CHANCE));
  const said: string[] = [];
  let visits = 0;
  const loop = new ChannelLoop({
    desk,
    carrierOf: async () => ({
      visit: () => {
        visits++;
        return visit();
      },
    }),
    onVisit: ({ health }) => said.push(health.state),
    onSilence: (key, isSilent) => said.push(`${key} ${isSilent ? 'is silent' : 'speaks'}`),
    onFault: (thrown) => assert.fail(String(thrown)),
  });
  loop.start();
  t.after(() => loop.stop());
  const health = async () => {
    const [channel] = await desk.archive.within(({ channels }) => channels.all());
    return channel?.health;
  };
  const forward = (ms: number) => {
    at = later(at, ms);
  };
  return { desk, said, forward, health, visits: () => visits };
}

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let n = 0; n < 600; n++) {
    if (await holds()) return;
    await sleep(50);
  }
  assert.fail(`it does not come to be that ${what}`);
}

suite('the loop that visits channels', { skip: TEST_SERVER ? false : NO_SERVER }, () => {
  test('closes one that fails over and over, with the reason, and visits it no more until somebody opens it', async (t) => {
    let isAway = true;
    const { desk, said, forward, health, visits } = await loopOf(t, async () => {
      if (isAway) throw new Fault('unreachable', 'agency.example does not answer.');
      return NOTHING;
    });
    const settings = { kind: 'http', address: 'https://agency.example/feed', every: 60, closeAfter: 3 };
    await setChannel(desk, { actor: EDITOR, key: 'agency', settings });
    for (const state of ['failing', 'failing', 'closed']) {
      const before = said.length;
      await until(() => said.length > before, `it is ${state}`);
      assert.equal(said.at(-1), state);
      forward(120 * MINUTE);
    }
    const closed = await health();
    assert.ok(closed?.state === 'closed');
    const reason = { code: 'unreachable', say: 'agency.example does not answer.' };
    assert.deepEqual([closed.reason, closed.failuresInRow], [reason, 3]);
    forward(600 * MINUTE);
    await sleep(1_200);
    assert.equal(visits(), 3, 'nobody goes there');
    isAway = false;
    await reopenChannel(desk, { actor: EDITOR, key: 'agency' });
    await until(() => visits() === 4, 'it is visited at once');
    await until(async () => (await health())?.state === 'open', 'it is open');
  });

  test('comes back by itself from one that fails, and tells when nothing comes for too long', async (t) => {
    const answers: (() => Visit)[] = [];
    const { desk, said, forward, health } = await loopOf(t, async () =>
      (answers.shift() ?? (() => NOTHING))(),
    );
    answers.push(() => {
      throw new Fault('unreachable', 'agency.example does not answer.');
    });
    const settings = {
      kind: 'http',
      address: 'https://agency.example/feed',
      every: 60,
      silence: { within: 600 },
    };
    await setChannel(desk, { actor: EDITOR, key: 'agency', settings });
    await until(() => said.includes('failing'), 'it fails');
    forward(5 * MINUTE);
    await until(() => said.at(-1) === 'open', 'it is open again');
    forward(6 * MINUTE);
    await until(() => said.includes('agency is silent'), 'the silence is told');
    // The alarm is told once.
    for (let n = 0; n < 2; n++) {
      forward(2 * MINUTE);
      await sleep(700);
    }
    assert.equal(said.filter((line) => line === 'agency is silent').length, 1);
    answers.push(() => ({ brought: 1, memory: {} }));
    const last = () => health().then((now) => now?.lastItem);
    assert.equal(await last(), undefined);
    forward(2 * MINUTE);
    await until(async () => (await last()) !== undefined, 'something came');
    forward(2 * MINUTE);
    await until(() => said.includes('agency speaks'), 'the end of the silence is told');
  });
});
