import { relative } from 'node:path';
import { inspect } from 'node:util';

/** What the test runner tells of one test, file or line of output; node:test names the fields. */
export interface TestEvent {
  readonly type: string;
  readonly data: {
    readonly name?: string;
    readonly file?: string | undefined;
    readonly line?: number | undefined;
    readonly message?: string;
    readonly skip?: string | boolean | undefined;
    readonly success?: boolean;
    readonly duration_ms?: number;
    readonly details?: { readonly error?: unknown; readonly type?: string | undefined };
  };
}

/** The story of a test run, told while it goes on. */
export interface TestReport {
  take(event: TestEvent): void;
  /** Ends the story: notes, skipped tests with their reasons, failures, counts. True where nothing failed. */
  end(): boolean;
}

const WIDTH = 100;

/** A file that takes so long is told of. */
const LONG_MS = 5_000;

interface Told {
  readonly dots: { count: number };
  readonly notes: string[];
  readonly skipped: Map<string, string[]>;
  readonly failures: string[];
  readonly counts: string[];
  /** How long each file took, in ms. */
  readonly took: Map<string, number>;
  /** What a file printed, kept for the case that the file itself fails. */
  readonly printed: Map<string, string>;
  isGood: boolean;
}

/** A report of one sign a test (`.` passed, `s` skipped, `X` failed), then what a person needs to know. */
export function testReport(root: string, write: (text: string) => void): TestReport {
  const told: Told = {
    dots: { count: 0 },
    notes: [],
    skipped: new Map(),
    failures: [],
    counts: [],
    took: new Map(),
    printed: new Map(),
    isGood: false,
  };
  return {
    take(event) {
      const sign = tell(told, event, root);
      if (sign === '') return;
      write(sign);
      if (++told.dots.count % WIDTH === 0) write('\n');
    },
    end() {
      write(`\n${ending(told)}`);
      return told.isGood;
    },
  };
}

/** Keeps what an event says, and gives the sign that stands for it. */
function tell(told: Told, { type, data }: TestEvent, root: string): string {
  const file = data.file === undefined ? '' : relative(root, data.file);
  switch (type) {
    case 'test:pass':
      if (data.details?.type === 'suite') return '';
      if (data.skip === undefined || data.skip === false) return '.';
      addTo(told.skipped, reasonOf(data.skip), `${file}: ${data.name}`);
      return 's';
    case 'test:fail':
      return tellFailure(told, data, file);
    case 'test:stdout':
    case 'test:stderr':
      told.printed.set(file, (told.printed.get(file) ?? '') + (data.message ?? ''));
      return '';
    case 'test:diagnostic':
      // Those without a file are the runner's own counts.
      (file === '' ? told.counts : told.notes).push(`${file === '' ? '#' : `${file}:`} ${data.message}`);
      return '';
    case 'test:summary':
      if (file === '') told.isGood = data.success === true;
      else told.took.set(file, data.duration_ms ?? 0);
      return '';
    default:
      return '';
  }
}

function tellFailure(told: Told, data: TestEvent['data'], file: string): string {
  const { error } = data.details ?? {};
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const kind = error instanceof Error && 'failureType' in error ? error.failureType : undefined;
  // A suite fails because a test in it did, which has been told.
  if (kind === 'subtestsFailed') return '';
  const isFile = data.name !== undefined && data.name === data.file;
  const words = isFile ? (told.printed.get(file) ?? '') : errorWords(cause);
  told.failures.push(
    `✗ ${isFile ? 'the file itself' : data.name}\n  ${file}:${data.line}\n${indented(words)}`,
  );
  return 'X';
}

/** An error's message and its stack without the runner's own frames. */
function errorWords(thrown: unknown): string {
  if (!(thrown instanceof Error) || thrown.stack === undefined) return inspect(thrown, { depth: 4 });
  const stack = thrown.stack.replaceAll(/\n\s+at [^\n]*\(?node:internal[^\n]*/g, '');
  return thrown.cause === undefined ? stack : `${stack}\nbecause of ${errorWords(thrown.cause)}`;
}

function reasonOf(skip: string | true): string {
  return skip === true ? 'no reason given' : skip;
}

function addTo(lists: Map<string, string[]>, key: string, one: string): void {
  lists.set(key, [...(lists.get(key) ?? []), one]);
}

function indented(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '    ');
}

/** The files that took longest, one a line, where a run is long enough for it to matter. */
function slowest(took: ReadonlyMap<string, number>): readonly string[] {
  const long = [...took].filter(([, ms]) => ms >= LONG_MS).toSorted(([, a], [, b]) => b - a);
  if (long.length === 0) return [];
  return ['Slowest:', ...long.slice(0, 30).map(([file, ms]) => `    ${Math.round(ms / 1000)} s ${file}`)];
}

function ending({ notes, took, skipped, failures, counts }: Told): string {
  const parts = [...notes, ...slowest(took)];
  for (const [reason, tests] of skipped) {
    parts.push(`Not run: ${reason}`, ...tests.map((one) => `    ${one}`));
  }
  parts.push(...failures.map((failure) => `\n${failure}`), '', ...counts);
  return `${parts.join('\n')}\n`;
}
