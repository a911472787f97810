/**
 * `npm test`: the house's checks, then every test, on one PostgreSQL made for the run. Words after `--` choose
 * files by their path (`npm test -- wire`), and leave the checks out.
 */
import { delimiter, resolve } from 'node:path';
import { check, report } from './check.ts';
import { PLACES } from './debian.data.ts';
import { bringingCommand, bringPackages, missingPackages } from './debian.ts';
import type { TestCluster } from './test-cluster.ts';
import { startTestCluster } from './test-cluster.ts';
import { runTests, testFiles } from './test-run.ts';
import { readTree } from './tree.ts';

/** Where tests find the address of the run's PostgreSQL; one that is set already is used as it is. */
const DATABASE = 'COURANT_TEST_DATABASE';

/** Where tests find the folder of files that the run's papers share. */
const FILES = 'COURANT_TEST_FILES';

const root = resolve(import.meta.dirname, '..');

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function prepareMachine(): Promise<void> {
  const path = [process.env.PATH ?? '', ...PLACES].join(delimiter);
  const missing = await missingPackages(path);
  const brought = missing.filter(({ isService }) => process.env.CI !== undefined || !isService);
  if (brought.length > 0) {
    say(`Bringing ${brought.map(({ name }) => name).join(', ')} for the tests …`);
    await bringPackages(brought, root);
  }
  const left = await missingPackages(path);
  if (left.length === 0) return;
  say('Some tests will not run on this machine:');
  for (const { name, tests } of left) say(`    ${tests} (no ${name})`);
  say(`This brings what they need: ${bringingCommand(left)}`);
}

async function prepareDatabase(): Promise<TestCluster | undefined> {
  if (process.env[DATABASE]) return undefined;
  const cluster = await startTestCluster();
  process.env[DATABASE] = cluster.url;
  process.env[FILES] = cluster.files;
  return cluster;
}

async function runOnDatabase(words: readonly string[]): Promise<boolean> {
  const files = testFiles(readTree(root), words);
  if (files.length === 0) {
    say(`No test file has ${words.join(' or ')} in its path.`);
    return false;
  }
  const stopped = new AbortController();
  const stop = (): void => {
    say('\nStopping: tests that run now count as failed.');
    stopped.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const cluster = await prepareDatabase();
  try {
    return await runTests(root, files, stopped.signal);
  } finally {
    await cluster?.stop();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

async function main(words: readonly string[]): Promise<number> {
  await prepareMachine();
  const isInOrder = words.length > 0 || report(await check(root)) === 0;
  const isPassed = await runOnDatabase(words);
  if (!isInOrder) say('The house is not in order: the problems are listed above the tests.');
  return isInOrder && isPassed ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
