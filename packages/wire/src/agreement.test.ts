import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant, millis, squeeze } from '@courant/base';
import { plainText } from '@courant/story';
import type { MappedField } from './agreement.data.ts';
import { LEFT_OUT, MAPPED, OTHER_FIELDS } from './agreement.data.ts';
import { momentOf } from './moment.ts';
import { readPayload } from './read.ts';
import type { WireItem } from './wire-item.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const OPTIONS = { received: instant(new Date('2026-11-01T00:00:00Z')) };

/** How far a format may disagree: a share of what is counted, or a number of assertions. */
const FORMATS = [
  { folder: 'nitf', mostMisses: (counted: number) => counted * 0.05 },
  { folder: 'newsml-g2', mostMisses: (counted: number) => counted * 0.05 },
  { folder: 'ninjs', mostMisses: () => 1 },
  { folder: 'images-press', mostMisses: () => 0 },
] as const;

/** What the other system's test of a file says of one place in what it read. */
interface Assertion {
  readonly path: readonly (string | number)[];
  readonly op: 'equals' | 'contains' | 'not-contains';
  readonly value: unknown;
}

interface Tally {
  readonly counted: number;
  readonly misses: readonly string[];
  readonly leftOut: number;
}

for (const { folder, mostMisses } of FORMATS) {
  const at = `${DATA}/${folder}`;
  const skip = existsSync(at) ? false : `${folder} is not beside the project (../shared/data)`;
  test(`${folder} is read as another newsroom reads it`, { skip }, (t) => {
    const { counted, misses, leftOut } = total(expectations(at).map((file) => tallyOf(file)));
    t.diagnostic(`${folder}: ${counted} counted, ${counted - misses.length} agreed, ${leftOut} left out`);
    for (const miss of misses) t.diagnostic(`  ${miss}`);
    assert.ok(counted > 0);
    assert.ok(misses.length <= mostMisses(counted), misses.join('\n'));
  });
}

test('what is left out of the comparison stands in the files', { skip: !existsSync(DATA) }, () => {
  const stale = LEFT_OUT.filter(({ file, path, value }) => {
    const known = assertionsOf(`${DATA}/${file}.expected.json`).map((one) => [steps(one), one.value]);
    return !known.some(([at, said]) => at === path && (value === undefined || same(said, value)));
  });
  assert.deepEqual(stale, []);
});

function expectations(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.expected.json'))
    .map((name) => `${folder}/${name}`)
    .sort();
}

function assertionsOf(path: string): readonly Assertion[] {
  // The files are made by one tool, in this shape.
  return (JSON.parse(readFileSync(path, 'utf8')) as { assertions: readonly Assertion[] }).assertions;
}

function total(tallies: readonly Tally[]): Tally {
  return {
    counted: tallies.reduce((sum, { counted }) => sum + counted, 0),
    misses: tallies.flatMap(({ misses }) => misses),
    leftOut: tallies.reduce((sum, { leftOut }) => sum + leftOut, 0),
  };
}

function tallyOf(expected: string): Tally {
  const path = expected.replace(/\.expected\.json$/, '');
  const file = path.slice(DATA.length + 1);
  const reading = readPayload(readFileSync(path), OPTIONS);
  const items = reading.ok ? reading.items : [];
  return total(
    assertionsOf(expected).map((assertion) => {
      const field = mapped(assertion, file);
      if (!field) return { counted: 0, misses: [], leftOut: 1 };
      const item = items[indexOf(assertion)];
      const isAgreed = item !== undefined && agrees(item, field, assertion);
      const ours = JSON.stringify(item && ourValue(item, field))?.slice(0, 200);
      const miss = `${file} ${steps(assertion)} ${assertion.op} ${JSON.stringify(assertion.value)?.slice(0, 200)}: ${ours}`;
      return { counted: 1, misses: isAgreed ? [] : [miss], leftOut: 0 };
    }),
  );
}

function indexOf({ path: [first] }: Assertion): number {
  return typeof first === 'number' ? first : 0;
}

/** The path of an assertion from the item on. */
function steps({ path }: Assertion): string {
  return path.slice(typeof path[0] === 'number' ? 1 : 0).join('/');
}

/** The field an assertion is compared by, or undefined where a committed reason leaves it out. */
function mapped(assertion: Assertion, file: string): MappedField | undefined {
  const path = steps(assertion);
  const isLeftOut = LEFT_OUT.some(
    (one) =>
      one.file === file && one.path === path && (one.value === undefined || same(one.value, assertion.value)),
  );
  if (isLeftOut) return undefined;
  const field = MAPPED.find((one) => one.path === path && (one.only?.includes(assertion.op) ?? true));
  const [first = ''] = path.split('/');
  if (!field)
    assert.ok(Object.hasOwn(OTHER_FIELDS, first), `${file}: no reason is given to leave out ${path}`);
  return field;
}

function ourValue(item: WireItem, field: MappedField): unknown {
  return field.ours === 'body' ? item.body && plainText(item.body) : item[field.ours];
}

function agrees(item: WireItem, field: MappedField, { op, value }: Assertion): boolean {
  const ours = ourValue(item, field);
  if (op === 'equals') return isNothing(value) ? isNothing(ours) : isEqual(field, value, { ours, item });
  return isContained(field, value, { ours, item }) === (op === 'contains');
}

interface Ours {
  readonly ours: unknown;
  readonly item: WireItem;
}

function isEqual({ as, ours: name }: MappedField, value: unknown, { ours, item }: Ours): boolean {
  switch (as) {
    case 'exact':
      return String(ours) === String(value);
    case 'folded':
      return folded(ours) === folded(value);
    case 'byline':
      return unsigned(ours) === unsigned(value);
    case 'id':
      return [item.id, `${item.id}:${item.version}`].includes(String(value));
    case 'list':
      return same(ours, value);
    case 'moment':
      return momentOf(String(value), {}) !== undefined && sameMoment(String(ours), String(value));
    case 'dateline':
      return item.dateline !== undefined && isDateline(item, value);
    case 'signal':
    case 'codes':
      return assert.fail(`${name} is compared by what it contains`);
  }
}

function isContained({ as }: MappedField, value: unknown, { ours }: Ours): boolean {
  if (as === 'signal') return qcodeOf(value) === `sig:${ours}`;
  if (as === 'codes') return codesOf(ours).includes(qcodeOf(value).replace(/^.*:/, ''));
  if (Array.isArray(ours)) return ours.includes(value);
  // A tag folds to nothing, and is looked for as it stands.
  const sought = folded(value) || String(value);
  return folded(ours).includes(sought);
}

/** The agency's own line, or the town it names. */
function isDateline(item: WireItem, value: unknown): boolean {
  const { place = '', agencies = [] } = item.dateline ?? {};
  if (typeof value === 'string') {
    const line = value.replace(/[\s–—_-]+$/, '');
    return [place, `${place} (${agencies.join(', ')})`].some((one) => folded(one) === folded(line));
  }
  const { text, located } = value as { text?: string; located?: { city?: string } };
  return [text, located?.city].some((one) => one !== undefined && isDateline(item, one));
}

function codesOf(subjects: unknown): readonly string[] {
  return (subjects as WireItem['subjects'])?.flatMap(({ code }) => code?.replace(/^.*:/, '') ?? []) ?? [];
}

function qcodeOf(value: unknown): string {
  return String((value as { qcode?: string }).qcode);
}

function sameMoment(a: string, b: string): boolean {
  const [one, other] = [momentOf(a, {}), momentOf(b, {})];
  return one !== undefined && other !== undefined && millis(one) === millis(other);
}

/** Words without tags, in one case of space. */
function folded(value: unknown): string {
  return squeeze(String(value ?? '').replace(/<[^>]*>/g, ' '))
    .replace(/&amp;/g, '&')
    .replace(/&#160;|&nbsp;/g, ' ');
}

function unsigned(value: unknown): string {
  return folded(value).replace(/^by\s+/i, '');
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
