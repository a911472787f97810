import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { hostname } from 'node:os';
import type { PageCacheOptions, Site } from '@courant/press';
import { Follower, PageCache, pageAt } from '@courant/press';
import { unavailablePage } from '@courant/site';
import { Bell, forgetDead, logReaderOn, signOff } from '@courant/store';
import type { Logger } from 'pino';
import { apiOf } from './api.ts';
import type { Asset } from './assets.ts';
import { styleSheet } from './assets.ts';
import { darkroomOf } from './darkroom.ts';
import type { House } from './house.ts';
import { WALL_CLOCK } from './house.ts';
import { LiveUpdates } from './live-updates.ts';
import { pageFonts } from './page-fonts.ts';
import { pageScripts } from './page-scripts.ts';
import { printType } from './print-type.ts';
import { ReadCounter } from './read-counter.ts';
import { serverOf } from './server.ts';
import { drawSheet } from './sheet-drawing.ts';
import { WireEvents } from './wire-events.ts';

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
  const { config, database } = house;
  const name = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const { site, assets } = await dressed(config.publicUrl, logger);
  const updates = new LiveUpdates({ page: (address) => cache.page(address) });
  const { cache, follower } = await follow(house, { name, site, logger, updates });
  const stopFollowing = await keepUp(house, follower, logger);
  const { markup } = unavailablePage({ locale: 'en', styles: site.stylesheet });
  const readers = { cache, follower, unavailable: Buffer.from(markup) };
  const darkroom = darkroomOf(config);
  const reads = new ReadCounter({ database, clock: WALL_CLOCK, logger });
  reads.start();
  const wireEvents = await openWireEvents(house, logger);
  const server = serverOf({
    house,
    reads,
    darkroom,
    readers,
    api: apiOf(house, logger),
    updates,
    wireEvents,
    assets,
    logger,
  });
  return {
    server,
    cache,
    follower,
    async close() {
      updates.close();
      await wireEvents.close();
      await closed(server);
      await reads.stop();
      await stopFollowing();
      await signOff(database, name).catch((thrown: unknown) =>
        logger.warn({ err: thrown }, 'could not sign off'),
      );
    },
  };
}

async function openWireEvents({ database, databaseUrl }: House, logger: Logger): Promise<WireEvents> {
  const onFault = (thrown: unknown) => logger.error({ err: thrown }, 'arrivals could not be told');
  const events = new WireEvents({ database, databaseUrl, onFault });
  await events.start();
  return events;
}

/** How pages are dressed, and the files of that. */
async function dressed(
  origin: string,
  logger: Logger,
): Promise<{ readonly site: Site; readonly assets: readonly Asset[] }> {
  const fonts = await pageFonts(logger);
  const sheet = await styleSheet(fonts?.sheet);
  const scripts = await pageScripts(logger);
  const print = await printType(logger);
  const site: Site = {
    origin,
    stylesheet: sheet.path,
    ...(fonts ? { fonts: fonts.early, emphasisFonts: fonts.emphasis } : {}),
    ...(scripts ? { scripts: scripts.names } : {}),
    ...(print ? { drawSheet, sheetType: print.sheet } : {}),
  };
  const files = [fonts, scripts, print].flatMap((one) => one?.assets ?? []);
  return { site, assets: [sheet, ...files] };
}

interface Following {
  readonly name: string;
  readonly site: Site;
  readonly logger: Logger;
  readonly updates: LiveUpdates;
}

/** A cache that begins at the head of the log, on the list of those that acts wait for before it holds a page. */
async function follow({ config, database, shelf }: House, { name, site, logger, updates }: Following) {
  const log = logReaderOn(database, { name, address: config.publicUrl });
  const position = await log.head();
  await forgetDead(database);
  await log.enrol(position);
  const render = (address: string) => pageAt(shelf, address, site);
  const onTouched: PageCacheOptions['onTouched'] = (tags) => updates.touched(tags);
  const cache = new PageCache({ position, limit: config.cacheBytes, render, onTouched });
  const follower = new Follower({
    cache,
    log,
    ticks: () => performance.now(),
    staleLimit: config.staleLimit,
    onContact: (contact, thrown) => sayContact(logger, contact, thrown),
  });
  return { cache, follower };
}

/** Wakes a follower at every entry and every heartbeat, until the function it gives is called. */
async function keepUp(house: House, follower: Follower, logger: Logger): Promise<() => Promise<void>> {
  const catchUp = () => {
    follower.catchUp().catch((thrown: unknown) => {
      logger.error({ err: thrown }, 'the page cache could not follow the log');
    });
  };
  const bell = new Bell({ url: house.databaseUrl, channel: 'publication_log', wake: catchUp });
  await bell.start();
  const heartbeat = setInterval(catchUp, HEARTBEAT);
  return async () => {
    clearInterval(heartbeat);
    await bell.stop();
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
