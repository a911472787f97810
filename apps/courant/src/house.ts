import { createHash, webcrypto } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance, Clock, NewId } from '@courant/base';
import { idMaker, instant, isFault } from '@courant/base';
import type { Desk } from '@courant/desk';
import type { Shelf } from '@courant/press';
import { archiveOn, Database, hasPaper, migrate, paperIn, shelfOn } from '@courant/store';
import type { Config } from './config.ts';
import { PAPER_RUNS_ALREADY } from './faults.ts';
import type { OpenDatabase } from './held-database.ts';
import { openDatabase } from './owner.ts';

/** The wall clock. */
export const WALL_CLOCK: Clock = { now: () => instant(Date.now()) };

/** The machine's own randomness. */
export const CHANCE: Chance = (bytes) => webcrypto.getRandomValues(bytes);

/** A running paper without its doors: database, desk and shelf, wired. */
export interface House {
  readonly config: Config;
  readonly database: Database;
  /** Where the database answers, for connections of one's own. */
  readonly databaseUrl: string;
  readonly newId: NewId;
  readonly shelf: Shelf;
  desk(): Promise<Desk>;
  /** Lets a second owner of this database be told where this one answers. */
  announce(address: string): Promise<void>;
  close(): Promise<void>;
}

/** How a house is opened. */
export interface HouseOptions {
  /** `owner` runs the paper (`start`); a `guest` joins the database that runs, or starts it for as long as it works. */
  readonly role: 'owner' | 'guest';
  /** Told of what takes long. */
  readonly say: (line: string) => void;
  /** Told of connections that break while nobody uses them, and of a database that could not be started again yet. */
  readonly onLost?: (thrown: unknown) => void;
}

/** Opens the database, brings it to this version and wires the rooms. */
export async function openHouse(config: Config, options: HouseOptions): Promise<House> {
  const cluster = await openDatabase({ ...options, varDir: config.varDir, ...urlOf(config) });
  const database = new Database(cluster.url, options.onLost ? { onLost: options.onLost } : {});
  cluster.onDeath(() => void revive(cluster, options));
  try {
    const applied = await migrate(database);
    if (applied.length > 0) options.say(`The database is at ${applied.at(-1)}.`);
    return wire(config, cluster, database);
  } catch (thrown) {
    await database.close();
    await cluster.close();
    throw thrown;
  }
}

const REVIVAL = { first: 100, longest: 5_000 };

/** Starts our own PostgreSQL again after it died under us, as often as it takes. */
async function revive(cluster: OpenDatabase, options: HouseOptions): Promise<void> {
  for (let wait = REVIVAL.first; ; wait = Math.min(wait * 2, REVIVAL.longest)) {
    try {
      return await cluster.restart();
    } catch (thrown) {
      options.onLost?.(thrown);
      // Another process owns the paper now; this one has nothing left to come back to.
      if (isFault(thrown, PAPER_RUNS_ALREADY)) return;
    }
    await sleep(wait, undefined, { ref: false });
  }
}

function urlOf(config: Config): { databaseUrl?: string } {
  return config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl };
}

function wire(config: Config, cluster: OpenDatabase, database: Database): House {
  const newId = idMaker(WALL_CLOCK, CHANCE);
  return {
    config,
    database,
    databaseUrl: cluster.url,
    newId,
    shelf: shelfOn(database),
    desk: async () =>
      deskOf(
        { archive: archiveOn(database), clock: WALL_CLOCK, timeZone: await zoneOfAddresses(database) },
        newId,
      ),
    announce: (address) => cluster.announce(address),
    async close() {
      await database.close();
      await cluster.close();
    },
  };
}

/** A desk on an archive; the clock may be another than the wall's, as when copy is filed under its own time. */
export function deskOf(on: Pick<Desk, 'archive' | 'clock' | 'timeZone'>, newId: NewId): Desk {
  return {
    ...on,
    newId,
    chance: CHANCE,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    pause: async (ms) => void (await sleep(ms)),
  };
}

/** Days in addresses are those of the default edition, for every edition: a story has one address. */
async function zoneOfAddresses(database: Database): Promise<string> {
  return database.transaction(async (tx) => {
    if (!(await hasPaper(tx))) return 'UTC';
    const { editions } = await paperIn(tx);
    return editions.find((edition) => edition.isDefault)?.timeZone ?? 'UTC';
  });
}
