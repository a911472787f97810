import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { IssueInput } from '@courant/epaper';
import { makeIssue, replate, StandingType, writePdf } from '@courant/epaper';
import { inventedIssue } from '@courant/epaper/generator/testing';
import type { Alone } from './epaper-alone.ts';
import { chromiumOn, typstOn } from './epaper-engines.ts';
import { printParts } from './epaper-parts.ts';
import type { Measured } from './measure.ts';
import { calibration, median, writeResults } from './measure.ts';

/**
 * `npm run bench:epaper [-- ISSUES [TYPST]]`: how long issues of 16 pages take, which are invented from committed seeds; beside
 * them what other engines take for the same stories. A part of it runs in processes of its own: what is cold, and memory.
 */
const PAGES = 16;
const RUNS = 5;
const ROUNDS = 3;
const [asked = '8', typst] = process.argv.slice(2);
const ALONE = fileURLToPath(new URL('epaper-alone.ts', import.meta.url));
const SEEDS = Array.from({ length: Number(asked) }, (_, i) => i + 1);

await measure();

async function measure(): Promise<void> {
  const before = calibration();
  const cold = await coldRuns();
  const inputs = await Promise.all(SEEDS.map((seed) => inventedIssue(seed, PAGES)));
  for (const input of inputs) makeIssue(input);
  const first = inputs.flatMap((input) => times(() => makeIssue(input)));
  const standing = inputs.flatMap(standingTimes);
  const edits = inputs.flatMap(editTimes);
  const pdf = (await Promise.all(inputs.map(pdfTimes))).flat();
  const ms = (values: readonly number[]) => `${median(values).toFixed(0)} ms`;
  const lines: readonly Measured[] = [
    line('16 pages laid out, process new (its start counted)', 2000, median(cold.map(({ whole }) => whole))),
    line('16 pages laid out, type standing', 400, median(standing)),
    told('16 pages laid out, all type set anew in a warm process', ms(first)),
    line('PDF of 16 pages, warm', 300, median(pdf)),
    line('one story edited, its pages made anew', 50, median(edits.map(({ replated }) => replated))),
    told('one story edited, whole issue made again', ms(edits.map(({ whole }) => whole))),
    {
      ...{ what: 'memory of a process that made and printed one', promised: '400 MB' },
      measured: `${Math.max(...cold.map(({ memory }) => memory)).toFixed(0)} MB`,
      isKept: cold.every(({ memory }) => memory <= 400),
    },
    ...(await others(inputs[0])),
  ];
  const after = calibration();
  for (const { what, promised, measured } of lines)
    process.stdout.write(`${what.padEnd(60)} ${measured.padStart(24)}  ${promised}\n`);
  const about = `${SEEDS.length} issues; loops a second of the machine before and after: ${before.toFixed(0)}, ${after.toFixed(0)}.`;
  await writeResults('E-paper', { about, lines });
  if (lines.some(({ isKept }) => isKept === false)) process.exitCode = 1;
}

function line(what: string, most: number, measured: number): Measured {
  const isKept = measured <= most;
  return { what, promised: `${most} ms`, measured: `${measured.toFixed(0)} ms`, isKept };
}

function told(what: string, measured: string): Measured {
  return { what, promised: '', measured };
}

/** Milliseconds of some runs of the same work. */
function times(work: () => unknown): readonly number[] {
  return Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
}

/** The same copy read anew, with the type of the making before. */
function standingTimes(input: IssueInput): readonly number[] {
  const standing = new StandingType(input);
  makeIssue(input, standing);
  return times(() => makeIssue({ ...input, stories: structuredClone(input.stories) }, standing));
}

interface EditTime {
  readonly replated: number;
  readonly whole: number;
}

/** One story in ten is edited by a sentence: its pages alone, and the whole issue again. */
function editTimes(input: IssueInput): readonly EditTime[] {
  const standing = new StandingType(input);
  const before = makeIssue(input, standing).model;
  const ids = new Set(
    before.pages.flatMap(({ regions }) =>
      regions.flatMap(({ kind, story }) => (kind === 'story' ? (story ?? []) : [])),
    ),
  );
  return [...ids]
    .filter((_, i) => i % 10 === 4)
    .map((id) => {
      const change = edited(input, id);
      const begun = performance.now();
      // What its pages have no room for makes the whole issue anew: that counts here as well.
      replate(change, { before, changed: new Set([id]) }, standing) ?? makeIssue(change, standing);
      const replated = performance.now() - begun;
      const again = performance.now();
      makeIssue(edited(input, id), standing);
      return { replated, whole: performance.now() - again };
    });
}

function edited(input: IssueInput, id: string): IssueInput {
  const stories = input.stories.map((story) => {
    const [first, ...rest] = story.body;
    if (story.id !== id || !first) return story;
    const runs = [
      ...first.runs,
      { text: ` A sentence is added at ${performance.now()}.`, style: 'roman' as const },
    ];
    return { ...story, body: [{ ...first, runs }, ...rest] };
  });
  return { ...input, stories };
}

async function pdfTimes(input: IssueInput): Promise<readonly number[]> {
  const { model } = makeIssue(input);
  const parts = await printParts(input, model);
  writePdf(model, parts);
  return times(() => writePdf(model, parts));
}

async function coldRuns(): Promise<readonly Alone[]> {
  const runs: Alone[] = [];
  for (let seed = 1; seed <= RUNS; seed++) {
    const { stdout } = await promisify(execFile)(process.execPath, [ALONE, String(seed), String(PAGES)]);
    runs.push(JSON.parse(stdout) as Alone);
  }
  return runs;
}

/** What other engines take for the stories of one issue, where they are here. */
async function others(input: IssueInput | undefined): Promise<readonly Measured[]> {
  if (!input) return [];
  const found = [await chromiumOn(input), await typstOn(input, typst)];
  return found.map(({ engine, says }) => told(engine, says));
}
