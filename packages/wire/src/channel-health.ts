import type { Instant } from '@courant/base';
import { later, never } from '@courant/base';
import type { ChannelRound } from './channel.ts';

/** How a channel does, and when it is visited next. A closed one is visited by nobody. */
export type ChannelHealth = OpenChannel | FailingChannel | ClosedChannel;

/** What is known of a channel in every state. */
export interface ChannelSeen {
  /** Since when there is a channel. */
  readonly since: Instant;
  /** When the other side last answered as it should. */
  readonly lastSeen?: Instant;
  /** When it last brought something. */
  readonly lastItem?: Instant;
  /** What was there last and not brought, and why; its sentence says where it is. */
  readonly lastRefused?: RefusedCopy & { readonly at: Instant };
  readonly counts: ChannelCounts;
}

/** Something that a visit found and did not bring, nor will. */
export interface RefusedCopy {
  readonly name: string;
  /** What is wrong with it, and where it is. */
  readonly say: string;
}

/** Counts since the channel was made. */
export interface ChannelCounts {
  readonly visits: number;
  readonly brought: number;
  readonly refused: number;
  readonly failures: number;
}

/** All is well. */
export interface OpenChannel extends ChannelSeen {
  readonly state: 'open';
  readonly nextVisit: Instant;
}

/** The last visit failed; the next ones come later and later. */
export interface FailingChannel extends ChannelSeen {
  readonly state: 'failing';
  readonly failuresInRow: number;
  readonly failingSince: Instant;
  readonly reason: ChannelFailure;
  readonly nextVisit: Instant;
}

/** It failed too often, or its source said that it is gone; somebody must look at it, or a push arrive. */
export interface ClosedChannel extends ChannelSeen {
  readonly state: 'closed';
  readonly failuresInRow: number;
  readonly failingSince: Instant;
  readonly closedAt: Instant;
  readonly reason: ChannelFailure;
}

/** Why a visit failed: the fault's code, its sentence and its hint. */
export interface ChannelFailure {
  readonly code: string;
  readonly say: string;
  readonly hint?: string;
}

/** What a visit, or a push, came to. */
export interface VisitOutcome {
  readonly brought: number;
  readonly refused?: readonly RefusedCopy[];
  /** Seconds the other side asks us to stay away. */
  readonly rest?: number;
  /** More waits there: the next visit is due at once. */
  readonly more?: boolean;
}

/** When something happened to a channel, and what decides when it is visited next. */
export interface VisitMoment {
  readonly at: Instant;
  readonly round: Pick<ChannelRound, 'every' | 'closeAfter'>;
  /** A random number from 0 up to 1, so that visits to one server do not fall together. */
  readonly chance: number;
}

/** Codes after which no further visit makes sense: the source says itself that it is gone for good. */
const FINAL = new Set(['gone']);
/** Seconds between visits to a channel that fails, at the most; longer only where its own round is longer. */
const LONGEST_WAIT = 3600;
/** Seconds after the first failure, at the least. */
const FIRST_WAIT = 5;
/** Nobody can ask us to stay away for longer: seconds. */
const LONGEST_REST = 86_400;
/** By so much of itself a wait is longer or shorter. */
const JITTER = 0.1;

/** A channel that was just made: due at once. */
export function newChannelHealth(at: Instant): OpenChannel {
  const counts = { visits: 0, brought: 0, refused: 0, failures: 0 };
  return { state: 'open', since: at, counts, nextVisit: at };
}

/** After a visit or push that went well: open, also where it was closed. */
export function visited(health: ChannelHealth, outcome: VisitOutcome, moment: VisitMoment): OpenChannel {
  const { at, round, chance } = moment;
  const { counts } = health;
  const refused = outcome.refused ?? [];
  const last = refused.at(-1);
  return {
    state: 'open',
    ...seenOf(health),
    lastSeen: at,
    ...(outcome.brought > 0 ? { lastItem: at } : {}),
    ...(last ? { lastRefused: { ...last, at } } : {}),
    counts: {
      ...counts,
      visits: counts.visits + 1,
      brought: counts.brought + outcome.brought,
      refused: counts.refused + refused.length,
    },
    nextVisit: later(at, milliseconds(waitAfter(outcome, round, chance))),
  };
}

/** What stays known of a channel whatever its state becomes. */
function seenOf({ since, lastSeen, lastItem, lastRefused, counts }: ChannelHealth): ChannelSeen {
  return {
    since,
    ...(lastSeen === undefined ? {} : { lastSeen }),
    ...(lastItem === undefined ? {} : { lastItem }),
    ...(lastRefused === undefined ? {} : { lastRefused }),
    counts,
  };
}

function waitAfter(outcome: VisitOutcome, { every }: VisitMoment['round'], chance: number): number {
  const rest = Math.min(Math.max(outcome.rest ?? 0, 0), LONGEST_REST);
  // Never earlier than we were asked to come.
  if (rest > every) return rest * (1 + JITTER * chance);
  if (outcome.more === true && rest === 0) return 0;
  return Math.max(rest, every * jitter(chance));
}

function jitter(chance: number): number {
  return 1 - JITTER + 2 * JITTER * chance;
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** After a visit that failed: failing, or closed after too many in a row or a failure that is final. */
export function failed(
  health: ChannelHealth,
  reason: ChannelFailure,
  moment: VisitMoment,
): FailingChannel | ClosedChannel {
  const { at, round, chance } = moment;
  const { counts } = health;
  const failuresInRow = failuresOf(health) + 1;
  const seen = {
    ...seenOf(health),
    counts: { ...counts, visits: counts.visits + 1, failures: counts.failures + 1 },
    failuresInRow,
    failingSince: health.state === 'open' ? at : health.failingSince,
    reason,
  };
  const isClosed = health.state === 'closed' || FINAL.has(reason.code) || failuresInRow >= round.closeAfter;
  if (isClosed) {
    return { state: 'closed', ...seen, closedAt: health.state === 'closed' ? health.closedAt : at };
  }
  const wait = backOff(failuresInRow, round.every) * jitter(chance);
  return { state: 'failing', ...seen, nextVisit: later(at, milliseconds(wait)) };
}

function failuresOf(health: ChannelHealth): number {
  switch (health.state) {
    case 'open':
      return 0;
    case 'failing':
    case 'closed':
      return health.failuresInRow;
    default:
      return never(health);
  }
}

/** Seconds to wait after so many failures in a row: twice as long each time, up to an hour or the channel's round. */
function backOff(failuresInRow: number, every: number): number {
  const first = Math.max(every, FIRST_WAIT);
  return Math.min(first * 2 ** Math.min(failuresInRow - 1, 30), Math.max(LONGEST_WAIT, every));
}

/** A channel that somebody opens again: due at once, its failures forgotten, its counts kept. */
export function reopen(health: ChannelHealth, at: Instant): OpenChannel {
  return { state: 'open', ...seenOf(health), nextVisit: at };
}

/** A channel that somebody closes by hand, with their reason. */
export function closeChannel(health: ChannelHealth, reason: ChannelFailure, at: Instant): ClosedChannel {
  return {
    state: 'closed',
    ...seenOf(health),
    failuresInRow: failuresOf(health),
    failingSince: health.state === 'open' ? at : health.failingSince,
    closedAt: at,
    reason,
  };
}

/** Whether a channel is to be visited now. */
export function isDue(health: ChannelHealth, now: Instant): boolean {
  return health.state !== 'closed' && health.nextVisit <= now;
}
