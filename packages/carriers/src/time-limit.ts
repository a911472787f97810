import { Fault } from '@courant/base';
import { STOPPED, TIMED_OUT } from './faults.ts';

/** How long a work may take. */
export interface TimeLimit {
  readonly milliseconds: number;
  /** Ends it from outside. */
  readonly signal: AbortSignal;
  /** What takes too long then, as it may be printed. */
  readonly place: string;
}

/**
 * What a work gives, if it comes in time. The work is handed a signal by which to drop its sockets. Throws Fault
 * `timed-out`, or `stopped` where it was ended from outside; leaves no timer.
 */
export async function withinTime<T>(limit: TimeLimit, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ended = new AbortController();
  const end = Promise.withResolvers<never>();
  ended.signal.addEventListener('abort', () => end.reject(ended.signal.reason), { once: true });
  const stop = (): void => ended.abort(stoppedFault(limit.place));
  limit.signal.addEventListener('abort', stop, { once: true });
  if (limit.signal.aborted) stop();
  const timer = setTimeout(() => ended.abort(lateFault(limit)), limit.milliseconds);
  try {
    return await Promise.race([end.promise, work(ended.signal)]);
  } catch (thrown) {
    // Whatever an ended work threw, the end is the reason.
    throw ended.signal.aborted ? ended.signal.reason : thrown;
  } finally {
    clearTimeout(timer);
    limit.signal.removeEventListener('abort', stop);
  }
}

function stoppedFault(place: string): Fault {
  return new Fault(STOPPED, `The visit to ${place} was ended.`, { hint: 'It goes on with the next one.' });
}

function lateFault({ place, milliseconds }: TimeLimit): Fault {
  const say = `${place} took longer than ${Math.round(milliseconds / 1000)} s.`;
  return new Fault(TIMED_OUT, say, { hint: 'It is tried again; if it stays so, ask the supplier.' });
}
