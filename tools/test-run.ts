import { join } from 'node:path';
import { run } from 'node:test';
import { testReport } from './test-report.ts';
import type { Tree } from './tree.ts';

/** A test may take so long unless it says otherwise. */
const TEST_LIMIT_MS = 120_000;

/** The test files whose path holds one of the words; all where no word is given. The slow journeys come first. */
export function testFiles(tree: Tree, words: readonly string[]): readonly string[] {
  const files = tree.paths.filter((path) => /\.test\.tsx?$/.test(path));
  const wanted = files.filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
  return wanted.toSorted((a, b) => Number(b.startsWith('tests/')) - Number(a.startsWith('tests/')));
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
    execArgv: [`--test-timeout=${TEST_LIMIT_MS}`, '--import', join(root, 'tools/test-watch.ts')],
    signal,
  });
  for await (const event of events) report.take(event);
  return report.end();
}
