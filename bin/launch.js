// Plain JavaScript that Node 20 can run: it hands over to the Node 24 that npm installed with the project.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKAGED_NODE = resolve(
  ROOT,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
const LEASH = new URL('leash.js', import.meta.url).href;
/**
 * Where Node keeps what it compiled, so that the next start need not: half the work of a start. Only who may install
 * the project may write there. What cannot be written is compiled each time.
 */
const COMPILED = resolve(ROOT, 'node_modules/.cache/node-compile-cache');
/** What a terminal, a shell or a service sends to a process that is to stop, or to look again. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];

/**
 * Runs a script of the project, named from its root, under the packaged Node, with the same folder, environment,
 * streams and exit code. Where this Node can (22.15 and later), the other takes its place: one process, nothing to
 * pass on. `npm start` and `npx` come this way, because they find the packaged Node first.
 */
export function launch(script, args) {
  if (!existsSync(PACKAGED_NODE)) return explain();
  process.env.NODE_COMPILE_CACHE ??= COMPILED;
  const words = [resolve(ROOT, script), ...args];
  if (process.execve) process.execve(PACKAGED_NODE, [PACKAGED_NODE, ...words], process.env);
  else accompany(words);
}

function explain() {
  console.error(
    'The Node 24 of this project is missing (node_modules/node). Run "npm ci" in its folder. If npm says that ' +
      'it left out install scripts, run "npm rebuild node" after it.',
  );
  process.exitCode = 1;
}

/**
 * The child has a session of its own, so that Ctrl-C, which a terminal sends to all it runs, reaches it once: from
 * us. The pipe is its leash: it closes when we die, even by kill -9.
 */
function accompany(words) {
  const child = spawn(PACKAGED_NODE, ['--import', LEASH, ...words], {
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on('error', (thrown) => {
    console.error(`The Node 24 of this project does not run: ${thrown.message}`);
    process.exitCode = 1;
  });
  // As a shell tells it: a program that a signal ended has 128 and the signal's number.
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}
