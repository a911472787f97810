import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Ended } from './served.ts';
import { freePort } from './served.ts';

const COURANT = fileURLToPath(new URL('../../bin/courant.js', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../apps/courant/src/courant.ts', import.meta.url));
/** Tells the paper to stop when the test's process dies, however it dies. */
const LEASH = new URL('../../bin/leash.js', import.meta.url).href;
const LONGEST_START = 60_000;
const LONGEST_ANSWER = 30_000;

/** Numbers of an account of this machine; without any, the test's own. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** Where a paper of a test's own is kept and served. */
export interface PaperPlace {
  /** The folder, with a database server of its own. */
  readonly varDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly port: number;
  /** Whose the processes are. */
  readonly runAs: RunAs;
  /** What ends the processes that were started for it. */
  readonly endings: (() => Promise<void>)[];
}

/** An answer of the paper, whole. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** A place for one test, with nothing in it; what was kept and started there is gone when the test ends. */
export async function paperPlace(
  t: TestContext,
  env: NodeJS.ProcessEnv = {},
  runAs: RunAs = {},
): Promise<PaperPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'courant-paper-'));
  // The account that the database runs under for root must pass through.
  await chmod(folder, 0o755);
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(folder, runAs.uid, runAs.gid);
  const varDir = join(folder, 'var');
  const port = await freePort();
  const { DATABASE_URL: _, ...inherited } = process.env;
  const endings: PaperPlace['endings'] = [];
  t.after(async () => {
    // A paper that still runs would start its database again.
    for (const end of endings) await end();
    await clear(folder);
  });
  const own = { COURANT_VAR: varDir, PORT: String(port), LOG_LEVEL: 'warn', DEMO_EPAPER: 'off' };
  return { varDir, port, runAs, endings, env: { ...inherited, ...own, ...env } };
}

/** The same paper, served by one more process on a port of its own. */
export async function besideAt(place: PaperPlace): Promise<PaperPlace> {
  const port = await freePort();
  return { ...place, port, env: { ...place.env, PORT: String(port) } };
}

/** A process of the real program that serves a paper; it may be ended and started again. */
export class Paper {
  readonly place: PaperPlace;
  /** Without a slash at the end. */
  readonly url: string;
  /** The editor-in-chief's, once a first start has said it. */
  token = '';
  /** What the processes wrote to stderr, all in all. */
  said = '';
  readonly #command: 'start' | 'serve';
  #child: ChildProcess | undefined;

  constructor(place: PaperPlace, command: 'start' | 'serve' = 'start') {
    this.place = place;
    this.url = `http://127.0.0.1:${place.port}`;
    this.#command = command;
    place.endings.push(() => this.kill9());
  }

  /** The number of the process that runs now, or ran last. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get isRunning(): boolean {
    const child = this.#child;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  /** Starts a process and resolves once it says where the paper is. Throws with its words if it ends instead. */
  async start(): Promise<void> {
    await shareFiles(this.place);
    const before = this.said.length;
    const child = spawn(process.execPath, ['--import', LEASH, PROGRAM, this.#command, '--json'], {
      env: this.place.env,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      ...this.place.runAs,
    });
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.said += text;
    });
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_START);
    const isServed = await this.#untilServed(child);
    clearTimeout(late);
    if (!isServed) throw new Error(`the paper ended before it was served: ${this.said.slice(before)}`);
  }

  async #untilServed(child: ChildProcess): Promise<boolean> {
    const lines = createInterface({ input: child.stdout ?? process.stdin });
    for await (const line of lines) {
      const said = JSON.parse(line) as Readonly<Record<string, unknown>>;
      if (typeof said.token === 'string') this.token = said.token;
      if (said.url !== undefined) {
        child.stdout?.resume();
        return true;
      }
    }
    return false;
  }

  /** Ends the process in order; gives its exit code, null where a signal ended it. */
  async stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<number | null> {
    await this.#end(signal);
    return this.#child?.exitCode ?? null;
  }

  /** Ends the process as a power cut would; its database server lives on. */
  async kill9(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || !this.isRunning) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Sends a signal to the process without waiting for what comes of it. */
  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** The number of the database server's first process; undefined if none runs. */
  postgresPid(): Promise<number | undefined> {
    return postgresPid(this.place.varDir);
  }

  /** Runs a command of the CLI on the same folder and port. */
  courant(...words: readonly string[]): Promise<Ended> {
    return courant(this.place, ...words);
  }

  /** Gets a page or an answer. Throws where the connection breaks. */
  async get(path: string): Promise<Answer> {
    const signal = AbortSignal.timeout(LONGEST_ANSWER);
    return whole(await fetch(this.url + path, { redirect: 'manual', signal }));
  }

  /** Posts to the API with the token. Throws where the connection breaks. */
  async post(path: string, body: unknown): Promise<Answer> {
    const headers = { Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json' };
    const signal = AbortSignal.timeout(LONGEST_ANSWER);
    return whole(
      await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body), signal }),
    );
  }
}

/** Where all demo papers of a run keep their pictures and cuts of them, which are named by what is in them. */
const SHARED_FILES = process.env.COURANT_TEST_FILES;

/** Cutting the same pictures again for every paper would take longer than everything else it does. */
async function shareFiles({ varDir, runAs }: PaperPlace): Promise<void> {
  if (!SHARED_FILES || runAs.uid !== undefined) return;
  await mkdir(varDir, { recursive: true });
  await symlink(SHARED_FILES, join(varDir, 'files')).catch((thrown: NodeJS.ErrnoException) => {
    // From an earlier start of the same paper.
    if (thrown.code !== 'EEXIST') throw thrown;
  });
}

/** Starts the demo paper in a place of its own; all of it is gone when the test ends. */
export async function startedPaper(t: TestContext, env: NodeJS.ProcessEnv = {}): Promise<Paper> {
  const paper = new Paper(await paperPlace(t, env));
  await paper.start();
  return paper;
}

/** Runs a command of the CLI, a minute at the most. */
export function courant(place: PaperPlace, ...words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: place.env, timeout: LONGEST_START, ...place.runAs };
    execFile(process.execPath, [COURANT, ...words], options, (thrown, stdout, stderr) => {
      const exit = thrown ? (typeof thrown.code === 'number' ? thrown.code : null) : 0;
      resolve({ exit, stdout, stderr });
    });
  });
}

/** The number of the first process of the database server of a folder; undefined if none runs. */
export async function postgresPid(varDir: string): Promise<number | undefined> {
  const lock = join(await homeOf(varDir), 'data', 'postmaster.pid');
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
  // A number that a dead server left may be another process's by now.
  const words = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return words.includes(dirname(lock)) ? pid : undefined;
}

/** Waits until something holds, and fails with a sentence when it does not come to. */
export async function until(
  holds: () => Promise<boolean> | boolean,
  { within, what }: { readonly within: number; readonly what: string },
): Promise<void> {
  for (const end = performance.now() + within; performance.now() < end; await sleep(20)) {
    if (await holds()) return;
  }
  throw new Error(`not within ${within} ms: ${what}`);
}

async function whole(response: Response): Promise<Answer> {
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** Where the database of a folder is kept: in it, or where its note says. */
async function homeOf(varDir: string): Promise<string> {
  const noted = await readFile(join(varDir, 'postgres-home'), 'utf8').catch(() => '');
  return noted.trim() || join(varDir, 'postgres');
}

async function clear(folder: string): Promise<void> {
  const varDir = join(folder, 'var');
  const home = await homeOf(varDir);
  const isGone = async (): Promise<boolean> => {
    const pid = await postgresPid(varDir);
    if (pid !== undefined) end(pid);
    return pid === undefined;
  };
  await until(isGone, { within: 20_000, what: 'the database server ends' });
  for (const path of [home, folder]) await rm(path, { recursive: true, force: true, maxRetries: 10 });
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It has just ended by itself.
  }
}

/** The address of the database that is kept in a folder, for questions of a test's own. */
export async function databaseUrl(varDir: string): Promise<string> {
  const socket = encodeURIComponent(join(await homeOf(varDir), 'socket'));
  return `postgresql://courant@localhost/courant?host=${socket}`;
}
