/**
 * Loaded before each test file, in its process. A file whose tests are over but whose process lives on has left a
 * timer, socket or child open: that fails here, by name, where it would otherwise hang the whole run.
 */
import { writeSync } from 'node:fs';
import { after } from 'node:test';

/** A paper that all tests of a file shared ends after the last of them. */
const GRACE_MS = 15_000;
const FILE_LIMIT_MS = process.env.COURANT_SOAK === undefined ? 480_000 : 3_600_000;

function endAfter(ms: number, why: string): void {
  const end = (): void => {
    const open = new Set(process.getActiveResourcesInfo());
    writeSync(process.stderr.fd, `${why} Still open: ${[...open].join(', ')}.\n`);
    process.exit(1);
  };
  // Alone it keeps no process alive: it fires only where something else does.
  setTimeout(end, ms).unref();
}

endAfter(FILE_LIMIT_MS, `The tests of this file took longer than ${FILE_LIMIT_MS / 1000} s.`);
after(() => endAfter(GRACE_MS, 'The tests are over and the process lives on: close what was opened.'));
