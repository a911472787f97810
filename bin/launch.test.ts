import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const RUN = fileURLToPath(new URL('run.js', import.meta.url));
// It listens before it says that it runs: a signal may come right after.
const SCRIPT = `
  const alive = setInterval(() => undefined, 1000);
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
    if (++signals === 1) setTimeout(() => { console.log(signal, signals); process.exitCode = 7; clearInterval(alive); }, 200);
  });
  console.log(JSON.stringify({ main: import.meta.main, args: process.argv.slice(2), node: process.version, pid: process.pid }));
  if (process.argv[2] === 'end') clearInterval(alive), process.exitCode = 5;`;

/** A Node as old as 20, which cannot give its place to another. */
const OLDER = ['--import', 'data:text/javascript,process.execve=undefined'];

interface Launched {
  readonly launcher: ChildProcess;
  readonly lines: AsyncIterator<string, undefined>;
}

async function launched(
  t: TestContext,
  flags: readonly string[],
  args: readonly string[],
): Promise<Launched> {
  const folder = await mkdtemp(join(tmpdir(), 'courant-test-'));
  t.after(() => rm(folder, { recursive: true }));
  const script = join(folder, 'script.ts');
  await writeFile(script, SCRIPT);
  const launcher = spawn(process.execPath, [...flags, RUN, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { launcher, lines: createInterface({ input: launcher.stdout })[Symbol.asyncIterator]() };
}

for (const [name, flags] of [
  ['by taking the place of the launcher', []],
  ['beside the launcher, where the Node is too old for that', OLDER],
] as const) {
  suite(`a script runs ${name}`, () => {
    test('with its words and its exit code', async (t) => {
      const { launcher, lines } = await launched(t, flags, ['end', '--json', 'a b']);
      const exit = once(launcher, 'exit');
      const said = JSON.parse((await lines.next()).value ?? '{}');
      assert.deepEqual(said.args, ['end', '--json', 'a b']);
      assert.equal(said.main, true);
      assert.match(said.node, /^v24\./);
      assert.equal(said.pid === launcher.pid, flags.length === 0);
      assert.deepEqual(await exit, [5, null]);
    });

    test('and is stopped once by a signal to the launcher', async (t) => {
      const { launcher, lines } = await launched(t, flags, []);
      await lines.next();
      const exit = once(launcher, 'exit');
      launcher.kill('SIGTERM');
      assert.equal((await lines.next()).value, 'SIGTERM 1');
      assert.deepEqual(await exit, [7, null]);
    });

    test('and does not outlive a launcher that is killed', async (t) => {
      const { launcher, lines } = await launched(t, flags, []);
      await lines.next();
      launcher.kill('SIGKILL');
      // The stream ends when the last process that writes to it has.
      const last = await lines.next();
      assert.equal(last.value, flags.length === 0 ? undefined : 'SIGTERM 1');
      assert.equal((await lines.next()).done, true);
    });
  });
}

test('without a script the usage is told', async () => {
  const run = spawn(process.execPath, [RUN], { stdio: 'ignore' });
  assert.deepEqual(await once(run, 'exit'), [2, null]);
});
