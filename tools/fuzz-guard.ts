import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

/** Work on one file, in ms of the processor, and bytes that the process may grow by over what whole files took. */
const MOST_MS = 2_000;
const MOST_BYTES = 256 * 1024 * 1024;
const EVERY_MS = 20;
/** The process's own: a thread's is a pipe to the thread that reads. */
const STDERR = 2;

/** Odd while a file is read; another number for each. */
const state: Int32Array = workerData;
const pause = new Int32Array(new SharedArrayBuffer(4));
const resting = process.memoryUsage.rss();
let [seen, began] = [0, 0];

// No timer: whoever waits for the reader's thread waits for ever where that hangs.
parentPort?.postMessage('ready');
for (;;) {
  Atomics.wait(pause, 0, 0, EVERY_MS);
  const now = Atomics.load(state, 0);
  const { user, system } = process.cpuUsage();
  const ms = (user + system) / 1_000;
  if (now !== seen) [seen, began] = [now, ms];
  if (now % 2 === 0) continue;
  if (ms - began > MOST_MS) end('hung');
  if (process.memoryUsage.rss() - resting > MOST_BYTES) end('swelled');
}

/** Says why, and ends the process: the thread that reads may no longer listen. */
function end(why: string): void {
  writeSync(STDERR, `${why}\n`);
  process.kill(process.pid, 'SIGKILL');
}
