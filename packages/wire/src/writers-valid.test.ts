import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { instant } from '@courant/base';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { writeNewsMlG2 } from './newsml-g2-writer.ts';
import { writeNinjs } from './ninjs-writer.ts';
import { writeNitf } from './nitf-writer.ts';
import type { WireItem } from './wire-item.ts';
import { demoItems, readItem, wildItem } from './wire-item-testing.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const SKIP = existsSync(DATA) ? false : 'no ../shared/data beside the project';
const SENT = instant(new Date('2026-11-01T00:00:00Z'));
const run = promisify(execFile);

/** Items by name: the demo paper's stories, items as readers give them, and with whatever texts there are. */
const ITEMS: readonly (readonly [string, WireItem])[] = [
  ...demoItems().map((item, i) => [`demo-${i}`, item] as const),
  ...fc.sample(readItem, { numRuns: 500, seed: 2026 }).map((item, i) => [`read-${i}`, item] as const),
  ...fc.sample(wildItem, { numRuns: 500, seed: 2027 }).map((item, i) => [`wild-${i}`, item] as const),
];

test('packages with members, in groups and without, are among the items, and every story of the demo paper', () => {
  const members = ITEMS.flatMap(([, { kind, members = [] }]) => (kind === 'package' ? [members] : []));
  assert.ok(members.filter((of) => of.some(({ role }) => role !== undefined)).length >= 80);
  assert.ok(members.filter((of) => of.some(({ role }) => role === undefined)).length >= 10);
  assert.ok(ITEMS.filter(([name]) => name.startsWith('demo-')).length === demoItems().length);
});

/** What xmllint says against files, one line a fault; all files of a schema in one call. */
async function faultsByXmllint(
  schema: string,
  files: readonly (readonly [string, string])[],
): Promise<string[]> {
  const folder = await mkdtemp(`${tmpdir()}/wire-`);
  try {
    for (const [name, text] of files) await writeFile(`${folder}/${name}.xml`, text);
    const names = files.map(([name]) => `${name}.xml`);
    const words = ['--nonet', '--noout', '--schema', `${DATA}/${schema}`, ...names];
    const { stderr } = await run('xmllint', words, { cwd: folder, maxBuffer: 1e8 }).catch((thrown) => thrown);
    return String(stderr)
      .split('\n')
      .filter((line) => line !== '' && !/ validates$/.test(line));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('NewsML-G2 is valid by its schema, whatever the items hold', { skip: SKIP }, async () => {
  const schema = 'newsml-g2/iptc-schemas/NewsML-G2_2.35-spec-All-Power.xsd';
  const files = ITEMS.map(
    ([name, item]) => [name, writeNewsMlG2([item], { sent: SENT, sender: 'example.com' }).text] as const,
  );
  assert.deepEqual(await faultsByXmllint(schema, files), []);
});

test('a message of all items is valid, too', { skip: SKIP }, async () => {
  const schema = 'newsml-g2/iptc-schemas/NewsML-G2_2.35-spec-All-Power.xsd';
  const text = writeNewsMlG2(
    ITEMS.map(([, item]) => item),
    { sent: SENT, transmitId: 'a-1' },
  ).text;
  assert.deepEqual(await faultsByXmllint(schema, [['all', text]]), []);
});

test('NITF is valid by its schema, whatever the item holds', { skip: SKIP }, async () => {
  const files = ITEMS.map(([name, item]) => [name, writeNitf(item).text] as const);
  assert.deepEqual(await faultsByXmllint('nitf/iptc-schemas/nitf-3-6.xsd', files), []);
});

for (const version of ['3.3', '1.8'] as const) {
  test(`ninjs ${version} is valid by its schema, whatever the item holds`, { skip: SKIP }, () => {
    // What 1.7 and 1.8 added to 1.6 is nothing that is written.
    const schema = JSON.parse(
      readFileSync(
        `${DATA}/ninjs/iptc-schemas/ninjs-schema_${version === '3.3' ? version : '1.6'}.json`,
        'utf8',
      ),
    );
    const ajv =
      version === '3.3'
        ? new Ajv2020({ strict: false, allErrors: true })
        : new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const geo = JSON.parse(readFileSync(`${DATA}/ninjs/iptc-test-suite/GeoJSON-schema.json`, 'utf8'));
    if (version === '3.3')
      ajv.addSchema({ ...geo, $schema: undefined }, 'https://geojson.org/schema/GeoJSON.json');
    const isValid = ajv.compile(schema);
    for (const [name, item] of ITEMS) {
      const written = JSON.parse(writeNinjs(item, version).text);
      assert.ok(
        isValid(written),
        `${name}: ${ajv.errorsText(isValid.errors)}\n${JSON.stringify(written, null, 1)}`,
      );
    }
  });
}
