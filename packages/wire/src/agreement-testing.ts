import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { millis, squeeze } from '@courant/base';
import { plainText } from '@courant/story';
import type { MappedField } from './agreement.data.ts';
import { LEFT_OUT, MAPPED, OTHER_FIELDS } from './agreement.data.ts';
import { DATA, expectations, readFile } from './corpus-testing.ts';
import { momentOf } from './moment.ts';
import type { WireItem } from './wire-item.ts';

/** What the other system's test of a file says of one place in what it read. */
interface Assertion {
  readonly path: readonly (string | number)[];
  readonly op: 'equals' | 'contains' | 'not-contains';
  readonly value: unknown;
}

/** How a reading compares with what another newsroom's parsers assert of the same files. */
export interface Tally {
  /** Assertions of mapped fields. */
  readonly counted: number;
  /** Those we do not agree with, a line each. */
  readonly misses: readonly string[];
  /** Assertions that are not compared. */
  readonly leftOut: number;
}

/** Compares every file of a folder of the shared data that has expectations beside it. */
export async function agreementOf(folder: string): Promise<Tally> {
  return total(await Promise.all(expectations(folder).map(tallyOf)));
}

/** Reasons for leaving out what no file asserts. */
export function staleReasons(): readonly unknown[] {
  return LEFT_OUT.filter(({ file, path, value }) => {
    const known = assertionsOf(`${DATA}/${file}.expected.json`).map((one) => [steps(one), one.value]);
    return !known.some(([at, said]) => at === path && (value === undefined || same(said, value)));
  });
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

async function tallyOf(expected: string): Promise<Tally> {
  const path = expected.replace(/\.expected\.json$/, '');
  const file = path.slice(DATA.length + 1);
  const reading = await readFile(path);
  const items = reading.ok ? reading.items : [];
  return total(assertionsOf(expected).map((assertion) => judged(assertion, file, items)));
}

function judged(assertion: Assertion, file: string, items: readonly WireItem[]): Tally {
  const [first] = assertion.path;
  // Without a number it is of one of the items: a release in two languages is one story there.
  const meant = typeof first === 'number' ? items.slice(first, first + 1) : items;
  const field = mapped(assertion, file, items[0]?.kind);
  if (!field) return { counted: 0, misses: [], leftOut: 1 };
  if (meant.some((item) => agrees(item, field, assertion))) return { counted: 1, misses: [], leftOut: 0 };
  const ours = JSON.stringify(meant[0] && ourValue(meant[0], field))?.slice(0, 200);
  const theirs = JSON.stringify(assertion.value)?.slice(0, 200);
  const miss = `${file} ${steps(assertion)} ${assertion.op} ${theirs}: ${ours}`;
  return { counted: 1, misses: [miss], leftOut: 0 };
}

/** The path of an assertion from the item on. */
function steps({ path }: Assertion): string {
  return path.slice(typeof path[0] === 'number' ? 1 : 0).join('/');
}

/** The field an assertion is compared by, or undefined where a committed reason leaves it out. */
function mapped(assertion: Assertion, file: string, kind: WireItem['kind']): MappedField | undefined {
  const path = steps(assertion);
  const isLeftOut = LEFT_OUT.some(
    (one) =>
      one.file === file && one.path === path && (one.value === undefined || same(one.value, assertion.value)),
  );
  if (isLeftOut) return undefined;
  const field = MAPPED.find(
    (one) =>
      one.path === path &&
      (one.only?.includes(assertion.op) ?? true) &&
      (one.kinds === undefined || (kind !== undefined && one.kinds.includes(kind))),
  );
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
      return isId(item, String(value).replace(/^<(.*)>$/, '$1'));
    case 'language':
      return String(ours).toLowerCase() === String(value).toLowerCase();
    case 'agency':
      return item.dateline?.agencies?.includes(String(value)) ?? false;
    case 'list':
      return same(ours, value);
    case 'moment':
      return momentOf(String(value), {}) !== undefined && sameMoment(String(ours), String(value));
    case 'dateline':
      return item.dateline !== undefined && isDateline(item, value);
    case 'kind':
      return KINDS[String(value)] === (ours ?? 'text');
    case 'place':
      return item.event?.place === (value as readonly { name?: string }[])[0]?.name;
    case 'status':
      return item.event?.status === qcodeOf(value).replace(/^.*:/, '');
    case 'kept':
      return isKept(item, value);
    case 'addresses':
      return same(
        item.links?.map(({ href }) => href),
        value,
      );
    case 'codes':
      return codesOf(ours).includes(String(value));
    case 'signal':
      return assert.fail(`${name} is compared by what it contains`);
  }
}

function isContained({ as }: MappedField, value: unknown, { ours, item }: Ours): boolean {
  if (as === 'kept') return isKept(item, value);
  if (as === 'signal') return qcodeOf(value) === `sig:${ours}`;
  if (as === 'codes') return codesOf(ours).includes(qcodeOf(value).replace(/^.*:/, ''));
  if (Array.isArray(ours)) return ours.includes(value);
  // A tag folds to nothing, and is looked for as it stands.
  const sought = folded(value) || String(value);
  return folded(ours).includes(sought);
}

/** Whether something stands anywhere in an item: in its texts, in its notes, or in what the model has no word for. */
function isKept(item: WireItem, value: unknown): boolean {
  const [one] = [value].flat();
  const sought = typeof one === 'object' && one !== null ? Object.entries(one) : [['name', one]];
  const whole = JSON.stringify(item).replace(/\s/g, '');
  const named = sought.filter(([name]) => name === 'name' || name === 'number');
  return named.length > 0 && named.every(([, text]) => whole.includes(String(text).replace(/\s/g, '')));
}

/** With the version behind it, and behind that, in NewsML 1, how it changes the one before. */
function isId({ id, version }: WireItem, value: string): boolean {
  const whole = `${id}:${version}`;
  return value === id || (value.startsWith(whole) && /^[NUA]?$/.test(value.slice(whole.length)));
}

/** Kinds as the other system names them. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ text: 'text', preformatted: 'text', picture: 'picture', graphic: 'graphic', video: 'video' },
  ...{ audio: 'audio', composite: 'package', event: 'event', planning: 'planning' },
};

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
  return value === undefined || ['null', '""', '[]', '{}'].includes(JSON.stringify(value));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
