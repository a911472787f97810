import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@courant/base';
import { Fault, instant } from '@courant/base';
import { addressGuard, addressPolicy } from './address-guard.ts';
import type { Carrier, Memory, Parcel, Visit } from './ports.ts';

/** A guard that lets tests reach this machine by address; names lead where the table says. */
export function guardForTests(names: Readonly<Record<string, readonly string[]>> = {}) {
  const policy = addressPolicy(['127.0.0.1', '::1']);
  assert.ok(policy.ok);
  return addressGuard(policy.value, async (host) => names[host] ?? []);
}

/** The clock of the machine. */
export const CLOCK: Clock = { now: () => instant(Date.now()) };

/** Secrets of tests by name. */
export function secretsForTests(known: Readonly<Record<string, string>> = {}) {
  return async (name: string): Promise<string | undefined> => known[name];
}

/** A receiver that keeps parcels in a list; it fails where the function says so, as a full disk would. */
export class Desk {
  readonly parcels: Parcel[] = [];
  readonly memories: Memory[] = [];
  memory: Memory = {};
  failOn: (parcel: Parcel) => boolean = () => false;

  /** One visit, with the memory of the one before. */
  async visit(carrier: Carrier, signal: AbortSignal = new AbortController().signal): Promise<Visit> {
    const visit = await carrier.visit({
      memory: this.memory,
      signal,
      receive: async (parcel) => {
        if (this.failOn(parcel))
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        this.parcels.push(parcel);
      },
      remember: async (memory) => {
        this.memories.push(memory);
        this.memory = structuredClone(memory);
      },
    });
    // What is stored is JSON.
    this.memory = JSON.parse(JSON.stringify(visit.memory));
    return visit;
  }

  texts(): readonly string[] {
    return this.parcels.map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
  }

  names(): readonly (string | undefined)[] {
    return this.parcels.map(({ name }) => name);
  }
}

/** Asserts that a work throws a fault of a code, with a hint; gives the fault. */
export async function faultOf(work: Promise<unknown>, code: string): Promise<Fault> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(thrown instanceof Fault, `no fault was thrown, but ${String(thrown)}`);
  assert.equal(thrown.code, code, thrown.message);
  assert.ok(thrown.hint !== undefined && thrown.hint.length > 10, `no hint: ${thrown.message}`);
  assert.match(thrown.message, /\.$/);
  return thrown;
}

/** What holds the process open: sockets, servers, timers, children. */
function held(): readonly string[] {
  const ours = /^(TCP|TLS|Pipe|Timeout|Immediate|FSReq|FSEvent|Process|GetAddrInfo|Zlib)/;
  return process.getActiveResourcesInfo().filter((name) => ours.test(name));
}

/** Waits until nothing is open but what was before; fails with a list where something stays. */
export async function nothingStaysOpen(before: readonly string[] = []): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (held().length <= before.length) return;
    await wait(10);
  }
  assert.deepEqual(held(), before);
}

/** What is open now. */
export { held as openNow };
