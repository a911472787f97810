import type { Desk } from './ports.ts';

/** Who acts when time does. */
const CLOCK = 'clock';

/**
 * Closes one special, hot topic or series whose time has come: it leaves every list, and its page stays. Gives the
 * number of the log entry, or undefined where nothing is due.
 */
export async function closeDuePackage(desk: Desk): Promise<number | undefined> {
  return desk.archive.within(async (books) => {
    const now = desk.clock.now();
    const closed = await books.packages.closeDue(now);
    if (!closed) return undefined;
    const { id, editions } = closed;
    await books.record.audit({
      ...{ at: now, actor: CLOCK, act: 'close-package', outcome: 'done' },
      detail: { package: id, editions },
    });
    const entry = { at: now, kind: 'package-changed', editions, actor: CLOCK } as const;
    return books.record.append({ ...entry, payload: { packages: [id] } });
  });
}

/** Makes the lists of what is read most anew; gives the number of the log entry where one changed. */
export async function rankMostRead(desk: Desk): Promise<number | undefined> {
  return desk.archive.within(async (books) => {
    const now = desk.clock.now();
    const editions = await books.mostRead.rank(now);
    if (editions.length === 0) return undefined;
    return books.record.append({ at: now, kind: 'most-read-changed', editions, actor: CLOCK, payload: {} });
  });
}
