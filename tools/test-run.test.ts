import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { PACKAGES } from './debian.data.ts';
import { bringingCommand, missingPackages } from './debian.ts';
import { installed, runProgram } from './program.ts';
import { testFiles } from './test-run.ts';
import { readTree, treeOf } from './tree.ts';

const ROOT = join(import.meta.dirname, '..');

test('words choose test files by their path, and journeys come first', () => {
  const tree = treeOf({
    'packages/wire/src/nitf.test.ts': '',
    'packages/wire/src/nitf.ts': '',
    'tests/journeys/kill.test.ts': '',
    'apps/courant/src/kill.test.ts': '',
  });
  assert.deepEqual(testFiles(tree, ['wire']), ['packages/wire/src/nitf.test.ts']);
  assert.deepEqual(testFiles(tree, ['kill']), [
    'tests/journeys/kill.test.ts',
    'apps/courant/src/kill.test.ts',
  ]);
  assert.equal(testFiles(tree, []).length, 3);
});

test('a test file that leaves a timer is ended, with the reason, and fails', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'courant-watch-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'leak.test.mjs');
  await writeFile(
    file,
    "import { test } from 'node:test';\ntest('leaks', () => { setInterval(() => 1, 1000); });\n",
  );
  const words = ['--import', join(ROOT, 'tools/test-watch.ts'), file];
  const { code, err } = await runProgram(process.execPath, words, { cwd: folder, timeout: 30_000 });
  assert.equal(code, 1);
  assert.match(err, /the process lives on: close what was opened\. Still open: .*Timeout/);
});

test('where no program is found every package is missing, and one command brings them', async () => {
  const missing = await missingPackages('/nowhere');
  assert.deepEqual(missing, PACKAGES);
  assert.match(
    bringingCommand(missing),
    /apt-get install -y chromium-headless-shell libxml2-utils libimage-exiftool-perl qpdf poppler-utils default-jre-headless python3-pyftpdlib openssh-server dovecot-imapd epubcheck$/,
  );
});

test('the list for installing by hand names the same packages', () => {
  const listed = readTree(ROOT).text('tools/apt.txt').trim().split('\n');
  assert.deepEqual(listed, PACKAGES.map(({ name }) => name).toSorted());
});

test('the tree holds what is written here and nothing that was installed or made', () => {
  const { paths } = readTree(ROOT);
  assert.ok(paths.includes('tools/test-run.test.ts'));
  assert.ok(!paths.some((path) => /(?:^|\/)(?:node_modules|var|\.git)\//.test(path)));
  assert.ok(installed(ROOT, 'tsc').endsWith('node_modules/.bin/tsc'));
});
