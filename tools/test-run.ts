import { join } from 'node:path';
import { run } from 'node:test';
import { testReport } from './test-report.ts';
import type { Tree } from './tree.ts';

/** A test may take so long unless it says otherwise. */
const TEST_LIMIT_MS = 120_000;

/** And a file so long, though it hears nothing of its own limits. */
const FILE_LIMIT_MS = process.env.COURANT_SOAK === undefined ? 500_000 : 3_700_000;

/** Folders whose files take longest: begun first, so that no core waits for one of them at the end. */
const SLOW = ['tests/faults/', 'tests/'];

/** The test files whose path holds one of the words; all where no word is given. The slow ones come first. */
export function testFiles(tree: Tree, words: readonly string[]): readonly string[] {
  const files = tree.paths.filter((path) => /\.test\.tsx?$/.test(path));
  const wanted = files.filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
  const rank = (path: string) => {
    const at = SLOW.findIndex((folder) => path.startsWith(folder));
    return at < 0 ? SLOW.length : at;
  };
  return wanted.toSorted((a, b) => rank(a) - rank(b));
}

/** Runs test files, two at a time, each in a process of its own. True where all passed. */
export async function runTests(
  root: string,
  files: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  const report = testReport(root, (text) => process.stdout.write(text));
  const events = run({
    files: files.map((file) => join(root, file)),
    concurrency: 2,
    // A file that never comes back to its own clock is ended from here.
    timeout: FILE_LIMIT_MS,
    execArgv: [`--test-timeout=${TEST_LIMIT_MS}`, '--import', join(root, 'tools/test-watch.ts')],
    signal,
  });
  for await (const event of events) report.take(event);
  return report.end();
}
