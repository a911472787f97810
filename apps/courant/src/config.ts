import { fileURLToPath } from 'node:url';
import { Fault } from '@courant/base';
import { z } from 'zod';

/** How the process runs, read once from the environment. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Canonical origin of the paper, without a slash at the end; from PORT and HOST where not given. */
  readonly publicUrl: string;
  /** Whether PUBLIC_URL said so; else a running paper knows its address better than a command beside it. */
  readonly isUrlGiven: boolean;
  /** An outside PostgreSQL, or undefined for our own under `varDir`. */
  readonly databaseUrl: string | undefined;
  /** Where the paper keeps its database and files. */
  readonly varDir: string;
  /** Where the schemas lie by which wire files are judged. */
  readonly schemasDir: string;
  /** Bytes of pages the process keeps ready. */
  readonly cacheBytes: number;
  /** How long cached pages are served with the database gone, in ms. */
  readonly staleLimit: number;
  /** Hosts, addresses and networks beyond the public internet to which channels may lead. */
  readonly allowAddresses: readonly string[];
  /** Whether `start` has the demo paper’s day printed. */
  readonly printsDemo: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** The root of the checkout. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const whole = (name: string, low: number, high: number) =>
  z.coerce
    .number({ error: `${name} must be a number` })
    .int(`${name} must be a whole number`)
    .min(low, `${name} must be at least ${low}`)
    .max(high, `${name} must be at most ${high}`);

const Environment = z.object({
  PORT: whole('PORT', 0, 65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'PUBLIC_URL must be an address as https://paper.example' })
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must begin with postgresql://')
    .optional(),
  COURANT_VAR: z.string().min(1).optional(),
  COURANT_SCHEMAS: z.string().min(1).optional(),
  CACHE_MB: whole('CACHE_MB', 1, 65_536).default(128),
  STALE_LIMIT_SECONDS: whole('STALE_LIMIT_SECONDS', 0, 86_400).default(600),
  ALLOW_ADDRESSES: z.string().optional(),
  DEMO_EPAPER: z.enum(['on', 'off'], { error: 'DEMO_EPAPER must be on or off' }).default('on'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'LOG_LEVEL must be debug, info, warn, error or silent',
    })
    .default('info'),
});

/** Reads the environment. Throws Fault `bad-config` with a sentence for everything that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = Environment.safeParse(present);
  if (!read.success) {
    const sentences = read.error.issues.map((issue) => `${issue.message}.`).join(' ');
    throw new Fault('bad-config', sentences, { hint: 'Set it right in the environment and start again.' });
  }
  const { data } = read;
  const varDir = data.COURANT_VAR ?? `${ROOT}var`;
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: (data.PUBLIC_URL ?? localUrl(data.HOST, data.PORT)).replace(/\/+$/, ''),
    isUrlGiven: data.PUBLIC_URL !== undefined,
    databaseUrl: data.DATABASE_URL,
    varDir,
    schemasDir: data.COURANT_SCHEMAS ?? `${varDir}/schemas`,
    cacheBytes: data.CACHE_MB * 1024 * 1024,
    staleLimit: data.STALE_LIMIT_SECONDS * 1000,
    allowAddresses: (data.ALLOW_ADDRESSES ?? '').split(/[\s,]+/).filter(Boolean),
    printsDemo: data.DEMO_EPAPER === 'on',
    logLevel: data.LOG_LEVEL,
  };
}

function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** A connection string as it may be shown: without its password. */
export function withoutSecret(url: string): string {
  return url.replace(/\/\/([^:@/]*):[^@]*@/, '//$1:***@').replace(/([?&]password=)[^&]*/, '$1***');
}
