import type { Instant, Result } from '@courant/base';
import { done, later, millis, never, refused } from '@courant/base';
import type { Headers } from './http-headers.ts';
import { hmac, isSignedHex, signatureParts } from './signature.ts';

/** How a WebSub channel stands with its hub. */
export type Subscription =
  | { readonly state: 'none' }
  /** Asked for, and not confirmed; `until` where an earlier lease still runs. */
  | {
      readonly state: 'asked';
      readonly hub: string;
      readonly topic: string;
      readonly at: Instant;
      readonly until?: Instant;
    }
  | {
      readonly state: 'active';
      readonly hub: string;
      readonly topic: string;
      readonly until: Instant;
      readonly renewAt: Instant;
    }
  | {
      readonly state: 'denied';
      readonly hub: string;
      readonly topic: string;
      readonly at: Instant;
      readonly reason?: string;
    }
  /** We asked the hub to stop. */
  | { readonly state: 'leaving'; readonly hub: string; readonly topic: string };

/** No subscription, or one that ended. */
export const NO_SUBSCRIPTION: Subscription = { state: 'none' };

/** A hub that did not confirm is asked again after so many milliseconds. */
const ASK_AGAIN = 5 * 60_000;
/** One that denied us, after so many. */
const ASK_DENIED = 24 * 3_600_000;
/** Renewed when this part of the lease is left. */
const RENEW_AT_LEFT = 0.2;
/** No lease is believed to be longer: a year in seconds. */
const LONGEST_LEASE = 366 * 86_400;

/** Whether the hub is to be asked now, for the first time or again, before the lease ends. */
export function isSubscribingDue(subscription: Subscription, now: Instant): boolean {
  switch (subscription.state) {
    case 'none':
      return true;
    case 'asked':
      return later(subscription.at, ASK_AGAIN) <= now;
    case 'active':
      return subscription.renewAt <= now;
    case 'denied':
      return later(subscription.at, ASK_DENIED) <= now;
    case 'leaving':
      return false;
    default:
      return never(subscription);
  }
}

/** The subscription as it is stored before the hub is asked, since a hub may confirm before it answers. */
export function asking(was: Subscription, { hub, topic, at }: Asked): Subscription {
  const until = runsUntil(was);
  const runs = until !== undefined && until > at && 'topic' in was && was.topic === topic;
  return { state: 'asked', hub, topic, at, ...(runs ? { until } : {}) };
}

/** Whom we ask for what, and when. */
export interface Asked {
  readonly hub: string;
  readonly topic: string;
  readonly at: Instant;
}

function runsUntil(subscription: Subscription): Instant | undefined {
  return subscription.state === 'active' || subscription.state === 'asked' ? subscription.until : undefined;
}

/** What to answer a hub: the body of a 200, and the subscription to store before it is sent. */
export interface IntentAnswer {
  readonly body: string;
  readonly subscription: Subscription;
}

/**
 * Answers a hub that calls back by GET (WebSub §5.3): the challenge where we did ask for just that, else a refusal,
 * for which 404 is the status. Only one who knows the callback's address, and the topic, gets so far.
 */
export function answerIntent(
  query: URLSearchParams,
  subscription: Subscription,
  now: Instant,
): Result<IntentAnswer, 'not-asked'> {
  const mode = query.get('hub.mode');
  const isOurs = 'topic' in subscription && query.get('hub.topic') === subscription.topic;
  if (!isOurs) return notAsked('We have no such topic.');
  if (mode === 'denied') return denied(query, subscription, now);
  const challenge = query.get('hub.challenge') ?? '';
  if (challenge === '' || challenge.length > 2048) return notAsked('There is no challenge.');
  if (mode === 'unsubscribe' && subscription.state === 'leaving') {
    return done({ body: challenge, subscription: NO_SUBSCRIPTION });
  }
  const isWanted = subscription.state === 'asked' || subscription.state === 'active';
  if (mode !== 'subscribe' || !isWanted) return notAsked('We did not ask for that.');
  const seconds = query.get('hub.lease_seconds') ?? '';
  const lease = /^[1-9]\d{0,9}$/.test(seconds) ? Math.min(Number(seconds), LONGEST_LEASE) : undefined;
  if (lease === undefined) return notAsked('The lease is no number of seconds.');
  const { hub, topic } = subscription;
  const until = later(now, lease * 1000);
  const renewAt = later(until, -Math.round(lease * 1000 * RENEW_AT_LEFT));
  return done({ body: challenge, subscription: { state: 'active', hub, topic, until, renewAt } });
}

function notAsked(say: string): Result<never, 'not-asked'> {
  return refused('not-asked', say);
}

function denied(
  query: URLSearchParams,
  { hub, topic }: { readonly hub: string; readonly topic: string },
  at: Instant,
): Result<IntentAnswer, 'not-asked'> {
  const reason = query
    .get('hub.reason')
    ?.slice(0, 200)
    .replace(/\p{Cc}/gu, ' ');
  const subscription: Subscription = { state: 'denied', hub, topic, at, ...(reason ? { reason } : {}) };
  return done({ body: '', subscription });
}

/** By what a push of a hub is judged. */
export interface HubTrust {
  readonly subscription: Subscription;
  readonly secret: string;
  /** Whether SHA-1 is believed. */
  readonly sha1: boolean;
  readonly now: Instant;
}

/**
 * Whether content that a hub sends is from it (WebSub §7). `not-asked`: no subscription runs, 410 is the answer.
 * `unsigned`, `forged`: answer 202 all the same and keep nothing, as §7 has it, so that nobody learns by trying.
 */
export function checkHubPush(
  headers: Headers,
  body: Uint8Array,
  { subscription, secret, sha1, now }: HubTrust,
): Result<undefined, 'not-asked' | 'unsigned' | 'forged'> {
  const until = runsUntil(subscription);
  // A hub may send at once when it confirmed, and a little late; the lease itself is what it promised us.
  const runs = until !== undefined && millis(until) + ASK_AGAIN > millis(now);
  if (!runs) return refused('not-asked', 'No subscription runs.');
  const header = headers['x-hub-signature-256'] ?? headers['x-hub-signature'];
  if (header === undefined) return refused('unsigned', 'The hub did not sign what it sent.');
  const parts = signatureParts(header, 'sha256');
  const isStrong = parts !== undefined && (parts.hash !== 'sha1' || sha1);
  if (!isStrong)
    return refused('unsigned', 'The hub signed in a way that is not believed; “sha1” allows SHA-1.');
  const isGood = isSignedHex(parts.hex, hmac(parts.hash, secret, [body]));
  return isGood ? done(undefined) : refused('forged', 'The signature is not the hub’s.');
}
