import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import type { IssueModel, IssueReport } from '@courant/epaper';
import { program } from '../kits/browser.ts';
import { sharedPaper } from '../kits/served.ts';

const run = promisify(execFile);
const EPUBCHECK = program(['epubcheck']);
const JAVA = program(['java']);
const QPDF = program(['qpdf']);
const PDFTOTEXT = program(['pdftotext']);

interface Listed {
  readonly id: string;
  readonly headline: string;
  readonly url: string;
  readonly published: string;
}

const squeezed = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad-]+/g, '');

/** Editions with the design they are asked in, and stories that are printed at the least. Readers have the broadsheet. */
const PAPERS = [
  { edition: 'european', design: 'tabloid', least: 20 },
  { edition: 'arabic', design: 'naskh-broadsheet', least: 6 },
] as const;

for (const { edition, design, least } of PAPERS)
  test(`the ${edition} paper of a day is laid out by itself, and says what it cut`, {
    timeout: 240_000,
  }, async (t) => {
    const paper = await sharedPaper();
    const folder = await mkdtemp(join(tmpdir(), 'courant-issue-'));
    t.after(() => rm(folder, { recursive: true }));
    const list = JSON.parse((await paper.get(`/api/v1/stories?edition=${edition}&limit=100`)).text);
    const { stories } = list as { readonly stories: readonly Listed[] };
    const [day = ''] = dayOf(stories[0]);
    const words = ['--edition', edition, '--date', day, '--design', design, '--out', folder, '--json'];
    const built = await paper.courant('epaper', 'build', ...words);
    assert.equal(built.exit, 0, built.stderr);
    const { report, files } = JSON.parse(built.stdout) as { report: IssueReport; files: readonly string[] };
    assert.deepEqual(files, ['issue.pdf', 'issue.epub', 'pages.json', 'report.json']);
    const model = JSON.parse(await readFile(join(folder, 'pages.json'), 'utf8')) as IssueModel;
    assert.equal(model.pages.length, report.pages);
    assert.ok(report.pages >= 2 && report.pages % 2 === 0, `${report.pages} pages`);
    assert.equal(model.design, design);
    assert.deepEqual([report.empty, report.missing], [0, []]);

    const printed = new Set(
      model.pages.flatMap(({ regions }) => regions.flatMap(({ story }) => story ?? [])),
    );
    assert.ok(printed.size >= least, `only ${printed.size} stories are printed`);
    assert.ok(report.held.every((id) => !printed.has(id)));
    const pdf = join(folder, 'issue.pdf');
    // Debian's program is a JAR, which not every system runs by its name.
    if (EPUBCHECK && JAVA)
      await run(JAVA, ['-jar', EPUBCHECK, join(folder, 'issue.epub'), '--failonwarnings', '-q']);
    if (QPDF) await run(QPDF, ['--check', pdf]);
    // It turns what is read from the right round once more, with what a PDF says of itself.
    if (PDFTOTEXT && model.direction === 'ltr') {
      // By its own guess at columns it would read a headline's lines with those of the story beside it.
      const text = squeezed((await run(PDFTOTEXT, ['-raw', pdf, '-'], { maxBuffer: 1e8 })).stdout);
      const ofDay = stories.filter((story) => dayOf(story)[0] === day);
      assert.ok(ofDay.length > 0);
      for (const { id, headline } of ofDay)
        assert.equal(text.includes(squeezed(headline)), !report.held.includes(id), headline);
    }
  });

/** The day in a story's address. */
function dayOf(story: Listed | undefined): readonly string[] {
  return /\d{4}\/\d\d\/\d\d/.exec(story?.url ?? '')?.map((day) => day.replaceAll('/', '-')) ?? [];
}

test('a plan says how many pages there are, what stands on the front and what is kept for another day', async (t) => {
  const paper = await sharedPaper();
  const folder = await mkdtemp(join(tmpdir(), 'courant-plan-'));
  t.after(() => rm(folder, { recursive: true }));
  const list = JSON.parse((await paper.get('/api/v1/stories?edition=arabic&limit=100')).text);
  const { stories } = list as { readonly stories: readonly Listed[] };
  const [day = ''] = dayOf(stories[0]);
  const [held, ...others] = stories.filter((story) => dayOf(story)[0] === day);
  const pinned = others.at(-1);
  assert.ok(held && pinned);
  const file = join(folder, 'plan.json');
  const build = async (plan: string) => {
    await writeFile(file, plan);
    const words = ['--edition', 'arabic', '--date', day, '--plan', file, '--out', folder];
    return paper.courant('epaper', 'build', ...words);
  };
  const plan = { pages: 3, pins: { [pinned.id]: 1 }, held: [held.id] };
  const built = await build(JSON.stringify(plan));
  assert.equal(built.exit, 0, built.stderr);
  const { pages } = JSON.parse(await readFile(join(folder, 'pages.json'), 'utf8')) as IssueModel;
  assert.equal(pages.length, 3);
  const placesOf = (id: string) =>
    pages.flatMap(({ number, regions }) => (regions.some(({ story }) => story === id) ? [number] : []));
  assert.equal(placesOf(pinned.id)[0], 1);
  assert.deepEqual(placesOf(held.id), []);

  const nobody = '0198d7c2-0000-7000-8000-000000000000';
  const says: readonly (readonly [RegExp, 1 | 2, string])[] = [
    [/plan\.json is no JSON: /, 2, '{'],
    [/plan\.json is wrong at pages: /, 2, '{"pages": 99}'],
    [/plan\.json is wrong at the whole: .*folds/, 2, '{"folds": 2}'],
    [/names the section “moon”; the edition has world, /, 1, '{"sections": {"moon": 2}}'],
    [new RegExp(`names the story ${nobody}, which is not in`), 1, JSON.stringify({ held: [nobody] })],
  ];
  for (const [sentence, exit, written] of says) {
    const ended = await build(written);
    assert.match(ended.stderr, sentence);
    assert.equal(ended.exit, exit, ended.stderr);
  }
  const away = await paper.courant(
    'epaper',
    'build',
    '--edition',
    'arabic',
    '--date',
    day,
    '--plan',
    `${file}.no`,
  );
  assert.match(away.stderr, /plan\.json\.no cannot be read \(ENOENT\)/);
});

test('what cannot be printed is refused in a sentence that says why', async () => {
  const paper = await sharedPaper();
  const build = (...words: readonly string[]) => paper.courant('epaper', 'build', ...words);
  const says: readonly (readonly [RegExp, 1 | 2, ...(readonly string[])])[] = [
    [/There is no edition “lunar”/, 1, '--edition', 'lunar', '--date', '2026-11-24'],
    [/published nothing on 1999-01-02/, 1, '--edition', 'international', '--date', '1999-01-02'],
    [/cannot be printed yet: .* in zh/, 1, '--edition', 'chinese', '--date', '2026-11-24'],
    [
      /no design “tabloid” .* as naskh-broadsheet/,
      1,
      '--edition',
      'arabic',
      '--date',
      '2026-11-24',
      '--design',
      'tabloid',
    ],
    [/“2026-02-31” is no day/, 2, '--edition', 'x', '--date', '2026-02-31'],
    [/“24 November” is no day: write it as 2026-11-24/, 2, '--edition', 'x', '--date', '24 November'],
    [
      /--pages is a number from 2 to 24/,
      2,
      '--edition',
      'international',
      '--date',
      '2026-11-24',
      '--pages',
      '99',
    ],
    [/--edition is missing/, 2],
  ];
  for (const [sentence, exit, ...words] of says) {
    const ended = await build(...words);
    assert.match(ended.stderr, sentence);
    assert.equal(ended.exit, exit, ended.stderr);
  }
});
