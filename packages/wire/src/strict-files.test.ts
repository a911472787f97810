import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Instant } from '@courant/base';
import type { SchemaFile } from './schema-shelf.ts';
import { STANDARDS, schemasIn } from './schema-shelf.ts';
import { OTHER_VERDICTS } from './strict.data.ts';
import type { Judgement } from './strict.ts';
import { SchemaJudge } from './strict.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const SKIP = existsSync(DATA) ? false : 'no ../shared/data beside the project';
const RECEIVED = '2026-11-01T00:00:00.000Z' as Instant;
const SUITE = 'ninjs/iptc-test-suite';
const run = promisify(execFile);

const schemaFolders = ['ninjs/iptc-schemas', 'newsml-g2/iptc-schemas', 'nitf/iptc-schemas'];
const files: readonly SchemaFile[] = SKIP
  ? []
  : schemaFolders.flatMap((folder) => filesUnder(folder).map((path) => ({ path, text: textOf(path) })));
const judge = new SchemaJudge(files, 'schemas');

function filesUnder(folder: string): readonly string[] {
  const names = readdirSync(`${DATA}/${folder}`, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(xml|xsd|json)$/.test(name))
    .map((name) => `${folder}/${name}`)
    .sort();
}

function textOf(path: string): string {
  return readFileSync(`${DATA}/${path}`, 'utf8');
}

function judged(path: string, as?: string): Judgement {
  return judge.judge(readFileSync(`${DATA}/${path}`), {
    received: RECEIVED,
    ...(as === undefined ? {} : { as }),
  });
}

/** The version of files that state none: their folder's. Drafts were to become the one that their line ends with. */
function versionOfFolder(path: string): string | undefined {
  const folder = /\/([^/]+)\/should_/.exec(path)?.[1] ?? '';
  return { '1.x_dev': '1.6', '2.x_dev': '2.2' }[folder] ?? /^\d\.\d+$/.exec(folder)?.[0];
}

function isRight(judgement: Judgement | undefined): boolean {
  return judgement?.isJudged === true && judgement.faults.length === 0;
}

/** The files of a suite that we judge otherwise than its folders say. */
function othersIn(paths: readonly string[], verdict: (path: string) => Judgement): readonly string[] {
  return paths.filter((path) => isRight(verdict(path)) !== path.includes('/should_pass/'));
}

function listed(suite: string): readonly string[] {
  return OTHER_VERDICTS.filter(({ file }) => file.startsWith(suite)).map(({ file }) => file);
}

function suiteFiles(suite: string): readonly string[] {
  return filesUnder(suite).filter((path) => /\/should_(pass|fail)\//.test(path));
}

test('each file of the ninjs suite is judged as its folder says', { skip: SKIP }, () => {
  const paths = suiteFiles(SUITE);
  assert.equal(paths.length, 134);
  assert.deepEqual(
    othersIn(paths, (path) => judged(path, versionOfFolder(path))),
    listed(SUITE),
  );
});

test('every file of the ninjs suite that should fail has a fault named, whatever is known of its version', {
  skip: SKIP,
}, () => {
  const paths = suiteFiles(SUITE).filter((path) => path.includes('/should_fail/'));
  assert.equal(paths.length, 39);
  for (const path of paths) {
    const judgement = judged(path);
    assert.ok(judgement.isJudged, path);
    assert.ok(judgement.faults.length > 0, path);
    for (const fault of judgement.faults) assert.match(fault, /^\S.{10,500}$/, path);
  }
});

test('each file of the NewsML-G2 suite is judged as its folder says', { skip: SKIP }, () => {
  const suite = 'newsml-g2/iptc-unit-tests';
  const paths = suiteFiles(suite);
  assert.equal(paths.length, 97);
  assert.deepEqual(
    othersIn(paths, (path) => judged(path, versionOfFolder(path))),
    listed(suite),
  );
});

test('NewsML-G2 and NITF are right or wrong as xmllint says, file by file', { skip: SKIP }, async () => {
  const paths = ['newsml-g2', 'nitf', 'events-planning-g2']
    .flatMap(filesUnder)
    .filter((path) => path.endsWith('.xml'));
  const verdicts = new Map(paths.map((path) => [path, judged(path)]));
  const bySchema = Map.groupBy(paths, (path) => schemaOf(verdicts.get(path)));
  assert.ok(paths.length - (bySchema.get(undefined) ?? []).length > 160);
  for (const [schema, group] of bySchema) {
    if (schema === undefined) continue;
    const right = await rightByXmllint(schema, group);
    assert.deepEqual(
      group.filter((path) => isRight(verdicts.get(path))),
      right,
      schema,
    );
  }
  for (const path of bySchema.get(undefined) ?? []) assert.equal(isRight(verdicts.get(path)), false, path);
});

/** The path of the schema by which a file was judged; undefined where it was by none. */
function schemaOf(judgement: Judgement | undefined): string | undefined {
  if (!judgement?.isJudged) return undefined;
  const { by } = judgement;
  return schemasIn(files).find(({ standard, version }) => by === `${STANDARDS[standard].name} ${version}`)
    ?.path;
}

/** The files that xmllint finds valid; all of a schema in one call. */
async function rightByXmllint(schema: string, paths: readonly string[]): Promise<readonly string[]> {
  const words = ['--nonet', '--noout', '--schema', schema, ...paths];
  const { stderr } = await run('xmllint', words, { cwd: DATA, maxBuffer: 1e8 }).catch((thrown) => thrown);
  const said = String(stderr).split('\n');
  return paths.filter((path) => said.includes(`${path} validates`));
}

test('what stands in the list of other verdicts has a reason of its own', () => {
  for (const { file, reason } of OTHER_VERDICTS) assert.match(reason, /^.{30,300}\.$/, file);
});
