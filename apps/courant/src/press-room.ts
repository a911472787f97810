import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { hostname } from 'node:os';
import { Follower, PageCache, pageAt } from '@courant/press';
import { unavailablePage } from '@courant/site';
import { forgetDead, LogBell, logReaderOn, signOff } from '@courant/store';
import type { Logger } from 'pino';
import { apiOf } from './api.ts';
import { styleSheet } from './assets.ts';
import { darkroomOf } from './darkroom.ts';
import type { House } from './house.ts';
import { serverOf } from './server.ts';

/** The part of a process that serves readers: page cache, follower and server. */
export interface PressRoom {
  readonly server: Server;
  readonly cache: PageCache;
  readonly follower: Follower;
  close(): Promise<void>;
}

/** Four signs of life fit into the 2 s after which acts stop waiting for a cache. */
const HEARTBEAT = 500;

/** Opens a page cache that follows the log, and the server before it; the server does not listen yet. */
export async function openPressRoom(house: House, logger: Logger): Promise<PressRoom> {
  const { config, database, shelf } = house;
  const name = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const log = logReaderOn(database, { name, address: config.publicUrl });
  const sheet = await styleSheet();
  const site = { origin: config.publicUrl, stylesheet: sheet.path };
  // On the list before the cache holds its first page: from here on acts wait for this process.
  const position = await log.head();
  await forgetDead(database);
  await log.enrol(position);
  const cache = new PageCache({
    position,
    limit: config.cacheBytes,
    render: (address) => pageAt(shelf, address, site),
  });
  const follower = new Follower({
    cache,
    log,
    ticks: () => performance.now(),
    staleLimit: config.staleLimit,
    onContact: (contact, thrown) => sayContact(logger, contact, thrown),
  });
  const catchUp = () => {
    follower
      .catchUp()
      .catch((thrown: unknown) => logger.error({ err: thrown }, 'the page cache could not follow the log'));
  };
  const bell = new LogBell(house.databaseUrl, catchUp);
  await bell.start();
  const heartbeat = setInterval(catchUp, HEARTBEAT);
  const readers = { cache, follower, unavailable: new TextEncoder().encode(unavailablePage({ locale: 'en', styles: sheet.path }).markup) };
  const server = serverOf({
    house,
    darkroom: darkroomOf(config),
    readers,
    api: apiOf(house, logger),
    assets: [sheet],
    logger,
  });
  return {
    server,
    cache,
    follower,
    async close() {
      clearInterval(heartbeat);
      await bell.stop();
      await closed(server);
      await signOff(database, name).catch((thrown: unknown) =>
        logger.warn({ err: thrown }, 'could not sign off'),
      );
    },
  };
}

function sayContact(logger: Logger, contact: 'lost' | 'regained', thrown: unknown): void {
  if (contact === 'regained') logger.info('the database is back');
  else logger.warn({ err: thrown }, 'the database is away; cached pages go on for a while');
}

/** Closes a server: no new connections, idle ones cut, those at work given 2 s. */
async function closed(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 2_000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
