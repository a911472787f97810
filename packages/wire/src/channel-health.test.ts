import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instant } from '@courant/base';
import { instant, later, millis } from '@courant/base';
import fc from 'fast-check';
import type { ChannelHealth, VisitMoment } from './wire.ts';
import { closeChannel, failed, isDue, isSilent, newChannelHealth, reopen, visited } from './wire.ts';

const START = instant(Date.UTC(2011, 3, 23, 18, 0));
const ROUND = { every: 60, closeAfter: 5 };
const REASON = { code: 'unreachable', say: 'ftp.example does not answer.' };

function at(seconds: number, chance = 0.5): VisitMoment {
  return { at: later(START, seconds * 1000), round: ROUND, chance };
}

function waitOf(health: ChannelHealth, from: Instant): number {
  assert.ok(health.state !== 'closed');
  return (millis(health.nextVisit) - millis(from)) / 1000;
}

describe('the health of a channel', () => {
  it('is open and due at once when the channel is made', () => {
    const health = newChannelHealth(START);
    assert.equal(health.state, 'open');
    assert.ok(isDue(health, START));
  });

  const waits: readonly (readonly [string, Parameters<typeof visited>[1], number, number])[] = [
    ['nothing new', { brought: 0 }, 0.5, 60],
    ['nothing new, at the least of chance', { brought: 0 }, 0, 54],
    ['nothing new, at the most of chance', { brought: 0 }, 0.999999, 66],
    ['more waiting', { brought: 500, more: true }, 0.5, 0],
    ['a wish for rest', { brought: 1, rest: 900 }, 0, 900],
    ['a wish for rest, with chance', { brought: 1, rest: 900 }, 0.999999, 990],
    ['a wish for less rest than the round', { brought: 1, rest: 10 }, 0.5, 60],
    ['a wish for a year of rest', { brought: 0, rest: 31_536_000 }, 0, 86_400],
    ['a rest before more', { brought: 1, rest: 58, more: true }, 0, 58],
  ];
  for (const [name, outcome, chance, seconds] of waits) {
    it(`after ${name} the next visit is in ${seconds} s`, () => {
      const health = visited(newChannelHealth(START), outcome, at(0, chance));
      assert.equal(Math.round(waitOf(health, START)), seconds);
    });
  }

  it('fails with longer and longer waits, and closes with the reason', () => {
    let health: ChannelHealth = visited(newChannelHealth(START), { brought: 3 }, at(0));
    const seen: (readonly [string, number])[] = [];
    for (const seconds of [60, 120, 240, 480, 960]) {
      health = failed(health, REASON, at(seconds));
      seen.push([health.state, health.state === 'failing' ? waitOf(health, at(seconds).at) : 0]);
    }
    assert.deepEqual(seen, [
      ['failing', 60],
      ['failing', 120],
      ['failing', 240],
      ['failing', 480],
      ['closed', 0],
    ]);
    assert.ok(health.state === 'closed');
    assert.deepEqual(
      [health.reason, health.failuresInRow, health.failingSince, health.lastItem],
      [REASON, 5, at(60).at, START],
    );
    assert.deepEqual(health.counts, { visits: 6, brought: 3, refused: 0, failures: 5 });
    assert.ok(!isDue(health, later(START, 1e12)));
  });

  it('remembers what it refused last, whatever becomes of it', () => {
    const refused = [
      { name: 'a', say: 'It is too large.' },
      { name: 'b', say: 'It is larger.' },
    ];
    const health = visited(newChannelHealth(START), { brought: 1, refused }, at(0));
    const last = { ...refused[1], at: START };
    assert.deepEqual([health.counts.refused, health.lastRefused], [2, last]);
    const later = [visited(health, { brought: 1 }, at(60)), failed(health, REASON, at(60))];
    const ended = [closeChannel(health, REASON, at(60).at), reopen(health, at(60).at)];
    for (const one of [...later, ...ended]) assert.deepEqual(one.lastRefused, last, one.state);
  });

  it('waits an hour at the most, or its own round where that is longer', () => {
    const longest = (every: number): number => {
      let health: ChannelHealth = newChannelHealth(START);
      const moment = { at: START, round: { every, closeAfter: 1000 }, chance: 0.5 };
      for (let i = 0; i < 200; i++) health = failed(health, REASON, moment);
      return waitOf(health, START);
    };
    assert.deepEqual([longest(2), longest(60), longest(7200)], [3600, 3600, 7200]);
  });

  it('closes at once where the source says that it is gone', () => {
    const health = failed(newChannelHealth(START), { code: 'gone', say: 'It is gone.' }, at(0));
    assert.equal(health.state, 'closed');
  });

  it('is opened again by hand, with its counts, and by success', () => {
    let health: ChannelHealth = newChannelHealth(START);
    for (let i = 0; i < 6; i++) health = failed(health, REASON, at(i));
    assert.ok(health.state === 'closed');
    assert.equal(health.closedAt, at(4).at);
    const byHand = reopen(health, at(100).at);
    assert.ok(isDue(byHand, at(100).at));
    assert.equal(byHand.counts.failures, 6);
    const bySuccess = visited(health, { brought: 1 }, at(100));
    assert.deepEqual([bySuccess.state, bySuccess.lastItem], ['open', at(100).at]);
    const later = failed(bySuccess, REASON, at(160));
    assert.deepEqual([later.state, later.failuresInRow], ['failing', 1]);
  });

  it('is closed by hand with the reason given', () => {
    const reason = { code: 'by-hand', say: 'The contract ended.' };
    const health = closeChannel(newChannelHealth(START), reason, at(5).at);
    assert.deepEqual([health.state, health.reason, health.failuresInRow], ['closed', reason, 0]);
  });

  it('keeps its promises whatever happens to a channel', () => {
    const event = fc.oneof(
      fc.record({ brought: fc.nat(9), rest: fc.nat(100_000), more: fc.boolean() }),
      fc.constant(REASON),
      fc.constant('reopen' as const),
    );
    const chance = fc.double({ min: 0, max: 0.999999, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(event, chance), { maxLength: 40 }), (events) => {
        let health: ChannelHealth = newChannelHealth(START);
        let failures = 0;
        for (const [i, [what, luck]] of events.entries()) {
          const moment = at(i, luck);
          if (what === 'reopen') health = reopen(health, moment.at);
          else if ('code' in what) health = failed(health, what, moment);
          else health = visited(health, what, moment);
          failures = what !== 'reopen' && 'code' in what ? failures + 1 : 0;
          if (failures > 0) assert.equal(health.state === 'closed', failures >= ROUND.closeAfter);
          else assert.equal(health.state, 'open');
          if (health.state !== 'closed') assert.ok(health.nextVisit >= moment.at);
          const isRest = what !== 'reopen' && 'rest' in what;
          if (isRest) assert.ok(waitOf(health, moment.at) >= Math.min(what.rest, 86_400) - 0.001);
        }
      }),
    );
  });
});

describe('the silence of a channel', () => {
  const zone = 'Europe/Berlin';
  const night = { zone, from: '22:00', until: '06:00' };
  const rows: readonly (readonly [string, string, string, Parameters<typeof isSilent>[1], boolean])[] = [
    ['within the time', '2011-04-23T10:00Z', '2011-04-23T10:59Z', { within: 3600 }, false],
    ['after the time', '2011-04-23T10:00Z', '2011-04-23T11:01Z', { within: 3600 }, true],
    // 22:00 in Berlin is 20:00 UTC in April.
    ['in the night', '2011-04-23T19:30Z', '2011-04-24T03:59Z', { within: 3600, quiet: night }, false],
    ['in the morning', '2011-04-23T19:30Z', '2011-04-24T04:29Z', { within: 3600, quiet: night }, false],
    ['later that morning', '2011-04-23T19:30Z', '2011-04-24T04:31Z', { within: 3600, quiet: night }, true],
    ['before the night', '2011-04-23T18:30Z', '2011-04-23T19:45Z', { within: 3600, quiet: night }, true],
    // The clocks go forward on 27 March 2011: the night has seven hours.
    ['over the change', '2011-03-26T20:30Z', '2011-03-27T04:25Z', { within: 3600, quiet: night }, false],
    ['after the change', '2011-03-26T20:30Z', '2011-03-27T04:35Z', { within: 3600, quiet: night }, true],
    [
      'midday break',
      '2011-04-21T10:30Z',
      '2011-04-21T12:20Z',
      { within: 3600, quiet: { zone: 'UTC', from: '11:00', until: '12:00' } },
      false,
    ],
    // 24 April 2011 is a Sunday.
    [
      'on a Sunday',
      '2011-04-23T12:00Z',
      '2011-04-24T20:00Z',
      { within: 43_200, quiet: { zone: 'UTC', days: [0] } },
      false,
    ],
    [
      'on Monday',
      '2011-04-23T12:00Z',
      '2011-04-25T00:05Z',
      { within: 43_200, quiet: { zone: 'UTC', days: [0] } },
      true,
    ],
    ['for years', '2001-04-23T12:00Z', '2011-04-25T10:00Z', { within: 86_400, quiet: night }, true],
  ];
  for (const [name, lastItem, now, rule, expected] of rows) {
    it(`${name} is ${expected ? 'an alarm' : 'none'}`, () => {
      const seen = { since: instant(0), lastItem: instant(new Date(lastItem)) };
      assert.equal(isSilent(seen, rule, instant(new Date(now))), expected);
    });
  }

  it('of a channel that never brought anything counts from when it was made', () => {
    assert.ok(!isSilent({ since: START }, { within: 3600 }, at(3600).at));
    assert.ok(isSilent({ since: START }, { within: 3600 }, at(3601).at));
  });

  it('with quiet hours is never longer than without', () => {
    const hour = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
    const zones = fc.constantFrom('UTC', zone, 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia');
    const span = { passed: fc.nat(9 * 86_400), within: fc.integer({ min: 60, max: 86_400 }) };
    fc.assert(
      fc.property(fc.record({ ...span, from: hour, until: hour, where: zones }), (row) => {
        const now = at(row.passed).at;
        const rule = { within: row.within };
        const quiet = { zone: row.where, from: row.from, until: row.until };
        const isAlarm = isSilent({ since: START }, { ...rule, quiet }, now);
        if (isAlarm) assert.ok(isSilent({ since: START }, rule, now));
      }),
      { numRuns: 60 },
    );
  });
});
