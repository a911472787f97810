import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Edition } from '@courant/edition';
import { dayIn } from '@courant/press';
import { wasFoundedBy } from '@courant/store';
import type { Logger } from 'pino';
import { DEMO_ACTOR } from './demo.ts';
import type { House } from './house.ts';
import { unprintable } from './issue-print.ts';

const PROGRAM = fileURLToPath(new URL('courant.ts', import.meta.url));

/**
 * Has the paper of the day printed for each edition of the demo that has none yet, one after another, each by a process
 * of its own: whoever reads meanwhile is not kept waiting. Gives what ends it.
 */
export function printDemo(house: House, logger: Logger): () => Promise<void> {
  const ending = new AbortController();
  const printing = printAll(house, logger, ending.signal).catch((thrown: unknown) => {
    if (!ending.signal.aborted) logger.error({ err: thrown }, 'the demo’s paper of the day was not printed');
  });
  return async () => {
    ending.abort();
    await printing;
  };
}

async function printAll(house: House, logger: Logger, signal: AbortSignal): Promise<void> {
  if (!(await house.database.transaction((tx) => wasFoundedBy(tx, DEMO_ACTOR)))) return;
  for (const { edition, day } of await wanting(house)) {
    if (signal.aborted) return;
    const words = ['epaper', 'publish', '--edition', edition.key, '--date', day, '--json'];
    const child = spawn(process.execPath, [PROGRAM, ...words], { signal, stdio: 'ignore' });
    const [exit] = await once(child, 'exit');
    logger.info({ edition: edition.key, day, exit }, 'the paper of the day was printed');
  }
}

async function wanting(
  house: House,
): Promise<readonly { readonly edition: Edition; readonly day: string }[]> {
  return house.shelf.read(async (snapshot) => {
    const { editions } = await snapshot.paper();
    const days = editions
      .filter((edition) => unprintable(edition) === undefined)
      .map(async (edition) => {
        const newest = await snapshot.newestMoment(edition);
        if (newest === undefined) return [];
        const day = dayIn(edition, newest);
        return (await snapshot.issue(edition, day)) ? [] : [{ edition, day }];
      });
    return (await Promise.all(days)).flat();
  });
}
