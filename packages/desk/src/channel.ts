import type { Instant, Json, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { ChannelFailure, ChannelHealth, VisitOutcome } from '@courant/wire';
import {
  closeChannel as closed,
  failed,
  isVisited,
  newChannelHealth,
  readChannelSettings,
  reopen,
  visited,
} from '@courant/wire';
import type { Actor } from './actor.ts';
import type { Channel } from './channel-ports.ts';
import { allowed } from './order.ts';
import type { Books, Desk } from './ports.ts';

/** An order to add a channel, or to change what it is told. */
export interface ChannelOrder {
  readonly actor: Actor;
  readonly key: string;
  readonly supplier?: string;
  readonly settings: Json;
}

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Adds a channel or changes it; one that was closed is open again, and where it was is remembered if it stays the place. */
export async function setChannel(
  desk: Desk,
  { actor, key, supplier, settings }: ChannelOrder,
): Promise<Result<Channel, 'not-allowed' | 'channel-settings'>> {
  const right = allowed(actor, 'settings');
  if (!right.ok) return right;
  if (!KEY.test(key)) {
    return refused(
      'channel-settings',
      'A channel’s name is small letters, digits and dashes, 63 at the most.',
    );
  }
  const read = readChannelSettings(settings);
  if (!read.ok) return refused('channel-settings', read.say);
  return desk.archive.within(async (books) => {
    const known = await books.channels.byKey(key);
    const now = desk.clock.now();
    const channel: Channel = {
      id: known?.id ?? desk.newId(),
      key,
      ...(supplier === undefined ? {} : { supplier }),
      settings: read.value,
      health: known ? reopen(known.health, now) : newChannelHealth(now),
      memory: known && known.settings.kind === read.value.kind ? known.memory : {},
    };
    await books.channels.save(channel, dueOf(channel));
    await recorded(desk, books, { actor, act: 'set-channel', key });
    return done(channel);
  });
}

/** Closes a channel by hand, with the reason. */
export async function closeChannel(
  desk: Desk,
  { actor, key, why }: { actor: Actor; key: string; why: string },
): Promise<Result<Channel, 'not-allowed' | 'unknown-channel'>> {
  const reason: ChannelFailure = { code: 'by-hand', say: why };
  return change(desk, { actor, key, act: 'close-channel' }, (health, now) => closed(health, reason, now));
}

/** Opens a channel that was closed; it is visited at once. */
export async function reopenChannel(
  desk: Desk,
  { actor, key }: { actor: Actor; key: string },
): Promise<Result<Channel, 'not-allowed' | 'unknown-channel'>> {
  return change(desk, { actor, key, act: 'reopen-channel' }, reopen);
}

/** Removes a channel; what it brought stays. */
export async function removeChannel(
  desk: Desk,
  { actor, key }: { actor: Actor; key: string },
): Promise<Result<true, 'not-allowed' | 'unknown-channel'>> {
  const right = allowed(actor, 'settings');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    if (!(await books.channels.remove(key))) return unknown(key);
    await recorded(desk, books, { actor, act: 'remove-channel', key });
    return done(true);
  });
}

interface Change {
  readonly actor: Actor;
  readonly key: string;
  readonly act: string;
}

async function change(
  desk: Desk,
  { actor, key, act }: Change,
  become: (health: ChannelHealth, now: Instant) => ChannelHealth,
): Promise<Result<Channel, 'not-allowed' | 'unknown-channel'>> {
  const right = allowed(actor, 'wire');
  if (!right.ok) return right;
  return desk.archive.within(async (books) => {
    const known = await books.channels.byKey(key);
    if (!known) return unknown(key);
    const channel = { ...known, health: become(known.health, desk.clock.now()) };
    await books.channels.settle(key, channel.health, dueOf(channel));
    await recorded(desk, books, { actor, act, key });
    return done(channel);
  });
}

function unknown(key: string): Result<never, 'unknown-channel'> {
  return refused('unknown-channel', `There is no channel “${key}”.`);
}

async function recorded(desk: Desk, books: Books, { actor, act, key }: Change): Promise<void> {
  const at = desk.clock.now();
  await books.record.audit({ at, actor: actor.name, act, outcome: 'done', detail: { channel: key } });
}

/** How a visit ended: what it brought, or why it failed. */
export type VisitEnd =
  | { readonly ok: true; readonly value: VisitOutcome }
  | { readonly ok: false; readonly reason: ChannelFailure };

/** Ends a visit, or a push: the channel's health says when the next is due. Gives what became of its health. */
export async function settleVisit(
  desk: Desk,
  key: string,
  end: VisitEnd,
): Promise<ChannelHealth | undefined> {
  return desk.archive.within(async (books) => {
    // What was set, closed or removed while the visit went on counts.
    const channel = await books.channels.byKey(key);
    if (!channel) return undefined;
    const moment = { at: desk.clock.now(), round: channel.settings, chance: chanceOf(desk) };
    const health = end.ok
      ? visited(channel.health, end.value, moment)
      : failed(channel.health, end.reason, moment);
    const isClosedByHand = channel.health.state === 'closed' && channel.health.reason.code === 'by-hand';
    const kept = isClosedByHand ? channel.health : health;
    await books.channels.settle(key, kept, dueOf({ ...channel, health: kept }));
    return kept;
  });
}

function dueOf({ settings, health }: Pick<Channel, 'settings' | 'health'>): Instant | undefined {
  return isVisited(settings) && health.state !== 'closed' ? health.nextVisit : undefined;
}

/** A number from 0 up to 1. */
function chanceOf(desk: Desk): number {
  const bytes = desk.chance(new Uint8Array(4));
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32;
}
