import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { databaseUrl, Paper } from '../tests/kits/paper.ts';
import { freePort } from '../tests/kits/served.ts';

/** A paper that a bench measures: the real program on a database of its own that outlives power cuts. */
export interface BenchPaper {
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string;
  readonly databaseUrl: string;
  /** Calls the API. Throws with the answer where it is no yes. */
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  end(): Promise<void>;
}

/** Starts a paper in a folder, which is kept, or in one that is gone with the paper. */
export async function benchPaper(kept: string | undefined): Promise<BenchPaper> {
  const folder = kept === undefined ? await mkdtemp(join(tmpdir(), 'courant-bench-')) : resolve(kept);
  await mkdir(folder, { recursive: true });
  // The account that the database runs under for root must pass through.
  await chmod(folder, 0o755);
  const [varDir, port] = [join(folder, 'var'), await freePort()];
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, COURANT_VAR: varDir, PORT: String(port), LOG_LEVEL: 'warn' };
  const paper = new Paper({ varDir, port, env, runAs: {}, endings: [] });
  await paper.start();
  const made = await paper.courant('token', 'new', '--scope', 'all', '--name', 'bench');
  const token = made.stdout.trim();
  return {
    ...{ url: paper.url, token, databaseUrl: await databaseUrl(varDir) },
    call: (method, path, body) => called(`${paper.url}${path}`, { method, token, body }),
    async end() {
      await paper.stop();
      if (paper.said) process.stderr.write(paper.said);
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function called(
  url: string,
  { method, token, body }: { method: string; token: string; body: unknown },
): Promise<unknown> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(url, { method, headers, ...sent });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
