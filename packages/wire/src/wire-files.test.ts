import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CORPORA, DATA, readFile } from './corpus-testing.ts';

/** The test suites of the IPTC: what a schema must accept, and what it must refuse. */
const SUITES = ['newsml-g2/iptc-unit-tests', 'ninjs/iptc-test-suite'] as const;

/** What a file must be read as, by a look at its text that shares nothing with the readers. */
const KINDS: readonly (readonly [begins: RegExp, kinds: readonly string[]])[] = [
  [/^\s*<packageItem\b/, ['package']],
  [/^\s*<planningItem\b/, ['planning']],
  [/^\s*<(conceptItem|knowledgeItem)\b/, ['concept', 'event']],
  [/^\s*<catalog/, ['concept']],
  [/^\s*\{[\s\S]*"eventDetails"|^\s*\{[\s\S]*"type"\s*:\s*"event"/, ['event']],
  [/^\s*\{[\s\S]*"type"\s*:\s*"planning"/, ['planning']],
];

function filesOf(suite: string, folder: 'should_pass' | 'should_fail'): readonly string[] {
  return readdirSync(`${DATA}/${suite}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes(`${folder}/`) && /\.(xml|json)$/.test(name))
    .map((name) => `${DATA}/${suite}/${name}`)
    .toSorted();
}

for (const suite of SUITES) {
  const skip = existsSync(`${DATA}/${suite}`) ? false : `${suite} is not beside the project (../shared/data)`;

  test(`every file that must pass in ${suite} is read as what it is`, { skip }, async (t) => {
    const files = filesOf(suite, 'should_pass');
    for (const file of files) {
      const reading = await readFile(file);
      assert.ok(reading.ok, reading.ok ? '' : `${file}: ${reading.say}`);
      const text = readFileSync(file, 'latin1').replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
      const kinds = KINDS.find(([begins]) => begins.test(text))?.[1];
      if (kinds) for (const { kind } of reading.items) assert.ok(kind && kinds.includes(kind), file);
    }
    assert.ok(files.length > 50);
    t.diagnostic(`${files.length} files are read`);
  });

  test(`every file that must fail in ${suite} is read or refused in a line`, { skip }, async () => {
    const files = filesOf(suite, 'should_fail');
    for (const file of files) {
      const reading = await readFile(file);
      if (!reading.ok) assert.ok(reading.say !== '' && !reading.say.includes('\n'), file);
    }
    assert.ok(files.length > 3);
  });
}

for (const { folder, without = {} } of CORPORA) {
  const skip = existsSync(`${DATA}/${folder}`)
    ? false
    : `${folder} is not beside the project (../shared/data)`;
  test(`what is said to hold no news under ${folder} is answered so`, { skip }, async () => {
    for (const name of Object.keys(without)) {
      const reading = await readFile(`${DATA}/${folder}/${name}`);
      assert.ok(!reading.ok && ['unsupported', 'unknown'].includes(reading.why), name);
    }
  });
}
