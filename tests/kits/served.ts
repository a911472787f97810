import type { ChildProcess, ChildProcessByStdio } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { TestContext } from 'node:test';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@courant/store/testing';
import { filledDatabase } from '@courant/store/testing';

const COURANT = fileURLToPath(new URL('../../bin/courant.js', import.meta.url));

/** How a command ended. */
export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The demo paper, served by a process of its own on a database of the test's own. */
export interface ServedPaper {
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string;
  /** The number of its process. */
  readonly pid: number;
  readonly database: TestDatabase['database'];
  /** Runs a command of the CLI beside it. */
  courant(...words: readonly string[]): Promise<Ended>;
  /** Puts a secret away under a name. */
  putSecret(name: string, secret: string): Promise<void>;
  /** Gets a page or an answer as text. */
  get(path: string): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }>;
  /** Posts to the API with the token. */
  post(
    path: string,
    body: unknown,
  ): Promise<{ readonly status: number; readonly json: Record<string, unknown> }>;
}

/** What tells when a test is over. */
export type Ending = Pick<TestContext, 'after'>;

/** Where all demo papers of a run keep their files, which are named by what is in them. */
const SHARED_FILES = process.env.COURANT_TEST_FILES;

/** What is to be done when the tests of this file are over, the last first. */
const endings: (() => Promise<void> | void)[] = [];
after(async () => {
  for (const end of endings.toReversed()) await end();
});

let shared: Promise<ServedPaper> | undefined;

/** The demo paper for all tests of a file that leave it as they find it; it is stopped when the last has ended. */
export function sharedPaper(): Promise<ServedPaper> {
  shared ??= servedPaper({ after: (end: () => Promise<void> | void) => void endings.push(end) });
  return shared;
}

/** Starts the demo paper for one test; it is stopped when the test ends. */
export async function servedPaper(t: Ending, own: NodeJS.ProcessEnv = {}): Promise<ServedPaper> {
  const folder = await mkdtemp(join(tmpdir(), 'courant-served-'));
  if (SHARED_FILES) await symlink(SHARED_FILES, join(folder, 'files'));
  const place = { ...process.env, COURANT_VAR: folder, LOG_LEVEL: 'warn', DEMO_EPAPER: 'off' };
  const demo = await filledDatabase(t, {
    name: 'demo_paper',
    fill: async (url) => {
      const child = started({ ...place, DATABASE_URL: url, PORT: String(await freePort()) });
      const token = await untilServed(child);
      await ended(child);
      return token;
    },
  });
  const { database, remark: token } = demo;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = { ...place, DATABASE_URL: demo.url, PORT: String(port), ...own };
  const child = started(env);
  t.after(async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  });
  await untilServed(child);
  return {
    url,
    token,
    pid: child.pid ?? 0,
    database,
    courant: (...words) => run(words, env),
    putSecret: async (name, secret) => {
      const { exit, stderr } = await run(['secret', 'put', name], env, secret);
      if (exit !== 0) throw new Error(stderr);
    },
    async get(path) {
      const response = await fetch(url + path, { redirect: 'manual' });
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
    async post(path, body) {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, json: (await response.json()) as Record<string, unknown> };
    },
  };
}

function started(env: NodeJS.ProcessEnv): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, [COURANT, 'start', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function untilServed(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  let token = '';
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Record<string, unknown>;
    if (typeof said.token === 'string') token = said.token;
    if (said.url !== undefined) {
      child.stdout.resume();
      return token;
    }
  }
  throw new Error('the paper ended before it was served');
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

function run(words: readonly string[], env: NodeJS.ProcessEnv, input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [COURANT, ...words], { env }, (thrown, stdout, stderr) => {
      resolve({ exit: thrown ? Number(thrown.code ?? 1) : 0, stdout, stderr });
    });
    child.stdin?.end(input);
  });
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
