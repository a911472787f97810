import { once } from 'node:events';
import type { Server } from 'node:http';
import { Fault } from '@courant/base';
import { CAPABILITIES } from '@courant/desk';
import { hasToken, indexMissing } from '@courant/store';
import type { Logger } from 'pino';
import { pino } from 'pino';
import { ChannelLoop } from './channel-loop.ts';
import { carriersOf } from './channel-tools.ts';
import type { Command, Exit, Given } from './command.ts';
import { darkroomOf } from './darkroom.ts';
import { loadDemo } from './demo.ts';
import { printDemo } from './demo-printing.ts';
import { untilTold } from './hours.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';
import { InboxLoop } from './inbox-loop.ts';
import { languagesOf } from './languages.ts';
import { openPressRoom } from './press-room.ts';
import { RetentionLoop } from './retention-loop.ts';
import { ScheduleLoop } from './schedule-loop.ts';
import { newToken } from './token.ts';

/** `courant start`: the whole paper in one process, database and all. */
export const startCommand: Command = {
  name: 'start',
  usage: '',
  summary: 'Run the paper: database, pages, API and schedules in one process',
  options: {},
  run: (_words, given) =>
    work(given, {
      role: 'owner',
      parts: [
        furnish,
        openSchedules,
        openSearch,
        openInbox,
        openChannels,
        openRetention,
        openDoors,
        openPrinting,
      ],
    }),
};

/** `courant serve`: pages and the API, beside other processes on one database. */
export const serveCommand: Command = {
  name: 'serve',
  usage: '',
  summary: 'Serve pages and the API, as one of several processes on one database',
  options: {},
  run: (_words, given) => work(given, { role: 'guest', parts: [openDoors] }),
};

/** `courant work`: what is due, beside other processes on one database. */
export const workCommand: Command = {
  name: 'work',
  usage: '',
  summary: 'Do what is due (schedules), as one of several processes on one database',
  options: {},
  run: (_words, given) =>
    work(given, {
      role: 'guest',
      parts: [openSchedules, openSearch, openInbox, openChannels, openRetention],
    }),
};

/** One thing a process does; gives what ends it. */
type Part = (house: House, given: Given, logger: Logger) => Promise<() => Promise<void>>;

async function work(given: Given, plan: { role: 'owner' | 'guest'; parts: readonly Part[] }): Promise<Exit> {
  const { config, output } = given;
  const logger = pino({ level: config.logLevel, base: null }, pino.destination({ fd: 2, sync: true }));
  const hours = untilTold();
  const house = await openHouse(config, {
    role: plan.role,
    say: (line) => output.progress(line),
    onLost: (thrown) => logger.debug({ err: thrown }, 'a connection to the database was lost'),
  });
  const endings = [() => house.close()];
  try {
    for (const part of plan.parts) endings.unshift(await part(house, given, logger));
    output.progress(`Closing (${await hours.over}) …`);
    return 0;
  } finally {
    hours.close();
    for (const end of endings) await end();
  }
}

/** Gives an empty house the demo paper and its editor-in-chief a token. */
async function furnish(house: House, { config, output }: Given): Promise<() => Promise<void>> {
  const stories = await loadDemo(house, darkroomOf(config));
  if (stories !== undefined) output.progress(`The demo paper is in, with ${stories} stories.`);
  if (!(await house.database.transaction(hasToken))) {
    const token = await newToken(house, 'editor-in-chief', CAPABILITIES);
    const say = `API token of the editor-in-chief, shown this once: ${token}`;
    output.result(say, { token });
  }
  return async () => {};
}

/** Lets readers search what was published before there was a search, while the paper runs. */
async function openSearch(house: House, _given: Given, logger: Logger): Promise<() => Promise<void>> {
  const ending = new AbortController();
  const entering = indexMissing(house.database, ending.signal).then(
    (stories) => stories > 0 && logger.info({ stories }, 'older stories can be searched now'),
    (thrown: unknown) => logger.error({ err: thrown }, 'older stories could not be entered into the search'),
  );
  return async () => {
    ending.abort();
    await entering;
  };
}

async function openSchedules(house: House, _given: Given, logger: Logger): Promise<() => Promise<void>> {
  const loop = new ScheduleLoop(await house.desk(), {
    onSettled: ({ schedule, outcome }) =>
      logger.info(
        { schedule: schedule.id, story: schedule.story, outcome: outcome.ok ? 'done' : outcome.say },
        'a schedule came due',
      ),
    onFault: (thrown) => logger.error({ err: thrown }, 'a schedule failed and will be tried again'),
  });
  loop.start();
  return () => loop.stop();
}

/** Reads and files what arrives. */
async function openInbox(house: House, _given: Given, logger: Logger): Promise<() => Promise<void>> {
  const loop = new InboxLoop({
    desk: await house.desk(),
    databaseUrl: house.databaseUrl,
    language: async () => (await languagesOf(house))[0] ?? 'en',
    onRound: ({ receipts, quarantined, outcomes }) =>
      logger.info({ receipts, quarantined, items: outcomes.length }, 'copy was filed'),
    onTodo: ({ item, trail }) => logger.info({ item, trail }, 'rules were carried out'),
    onFaults: (faults) => logger.error({ faults }, 'rules or presets cannot be read and are left out'),
    onFault: (thrown) => logger.error({ err: thrown }, 'copy could not be filed and will be tried again'),
  });
  await loop.start();
  return () => loop.stop();
}

/** Goes where copy is and brings it. */
async function openChannels(house: House, _given: Given, logger: Logger): Promise<() => Promise<void>> {
  const loop = new ChannelLoop({
    desk: await house.desk(),
    carrierOf: carriersOf(house),
    onVisit: ({ key, health }, end) => {
      const said = end.ok ? end.value : end.reason;
      const isWorse = !end.ok || health.state !== 'open' || end.value.refused !== undefined;
      logger[isWorse ? 'warn' : 'debug'](
        { channel: key, state: health.state, ...said },
        'a channel was visited',
      );
    },
    onSilence: (channel, isSilent) =>
      logger.warn({ channel }, isSilent ? 'nothing comes by a channel' : 'copy comes by a channel again'),
    onFault: (thrown) => logger.error({ err: thrown }, 'a channel could not be visited and will be again'),
  });
  loop.start();
  return () => loop.stop();
}

/** Deletes copy that its supplier's row says is not kept any longer. */
async function openRetention(house: House, _given: Given, logger: Logger): Promise<() => Promise<void>> {
  const loop = new RetentionLoop(await house.desk(), {
    onPass: (deleted) => logger.info(deleted, 'copy whose time is over was deleted'),
    onFault: (thrown) =>
      logger.error({ err: thrown }, 'old copy could not be deleted and will be tried again'),
  });
  loop.start();
  return () => loop.stop();
}

/** Has the demo paper's day printed, once readers are served. */
async function openPrinting(house: House, { config }: Given, logger: Logger): Promise<() => Promise<void>> {
  return config.printsDemo ? printDemo(house, logger) : async () => {};
}

async function openDoors(
  house: House,
  { config, output }: Given,
  logger: Logger,
): Promise<() => Promise<void>> {
  const press = await openPressRoom(house, logger);
  try {
    await listening(press.server, config);
  } catch (thrown) {
    await press.close();
    throw thrown;
  }
  await house.announce(config.publicUrl);
  output.result(`The paper is at ${config.publicUrl} (Ctrl-C stops it).`, {
    ok: true,
    url: config.publicUrl,
  });
  return () => press.close();
}

async function listening(server: Server, { port, host }: Given['config']): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
    if (code !== 'EADDRINUSE') throw thrown;
    throw new Fault('port-taken', `Something else listens on port ${port}.`, {
      hint: `Start with another: PORT=${port + 1} npm start.`,
    });
  }
}
