import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Instant } from '@courant/base';
import { bodyHtml, PLAIN_VIEW } from '@courant/story';
import { FIELDS, LEFT_OUT } from './agreement.data.ts';
import { momentOf } from './moment.ts';
import { readWire } from './read.ts';
import type { WireItem } from './wire-item.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const SKIP = existsSync(DATA) ? false : 'no ../shared/data beside the project';
const RECEIVED = '2026-01-01T00:00:00.000Z' as Instant;
const FORMATS = [
  ['ninjs', 'all but one'],
  ['nitf', '95 %'],
  ['newsml-g2', '95 %'],
] as const;

interface Assertion {
  readonly path: readonly (string | number)[];
  readonly op: 'equals' | 'contains' | 'not-contains';
  readonly value: unknown;
}

interface Count {
  counted: number;
  agreed: number;
  leftOut: number;
  readonly disagreed: string[];
  readonly reasons: Map<string, number>;
}

/** Texts as they compare: without tags, spaces folded, nothing for nothing. */
function folded(value: unknown): string {
  if (value === undefined || value === null) return '';
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  return plain
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Why an assertion is not counted, or what of ours it is about. */
function aboutOf(
  file: string,
  { path, op, value }: Assertion,
): { readonly why: string } | { readonly field: string; readonly item: number } {
  const [start, ...rest] = path;
  const item = typeof start === 'number' ? start : 0;
  const [name = '', ...inner] = typeof start === 'number' ? rest : path;
  const said = [name, ...inner].join('/');
  const left = LEFT_OUT.find((one) => file.endsWith(one.file) && one.path === said);
  if (left) return { why: left.why };
  const field = FIELDS[String(name)];
  if (field === undefined) return { why: `no field of ours is meant: ${String(name)}` };
  if (field === 'subjects' && op !== 'contains') return { why: 'of subjects only "contains" is counted' };
  if (field === 'dateline' && !isDatelinePlace(inner, value))
    return { why: 'of datelines only city and text are counted' };
  if (field !== 'dateline' && inner.length > 0) return { why: 'a detail of the other system' };
  return { field, item };
}

function isDatelinePlace(inner: readonly (string | number)[], value: unknown): boolean {
  if (inner.join('/') === 'located/city' || inner.join('/') === 'text') return true;
  return (
    inner.length === 0 &&
    typeof value === 'object' &&
    value !== null &&
    ('text' in value || 'located' in value)
  );
}

function agrees(item: WireItem | undefined, field: string, assertion: Assertion): boolean {
  if (!item) return false;
  const { op, value } = assertion;
  if (field === 'id') return [item.id, `${item.id}:${item.version}`].includes(folded(value));
  if (field === 'body') {
    const ours = item.body ? folded(bodyHtml(item.body, PLAIN_VIEW).markup) : '';
    if (op === 'not-contains') return !ours.includes(String(value));
    return op === 'contains' ? ours.includes(folded(value)) : squeezed(ours) === squeezed(folded(value));
  }
  if (field === 'subjects') return hasSubject(item, value);
  if (field === 'dateline') return hasDateline(item, assertion);
  if (field === 'byline')
    return folded(item.byline).replace(/^by /i, '') === folded(value).replace(/^by /i, '');
  if (field === 'versionCreated' || field === 'firstCreated') {
    return folded(value) === '' ? item[field] === undefined : item[field] === momentOf(String(value), {});
  }
  if (field === 'keywords') return hasKeywords(item, assertion);
  if (field === 'signal') return JSON.stringify(value).includes(item.signal ?? '-');
  return folded(item[field as keyof WireItem]) === folded(value);
}

/** Without any space: blocks meet where tags stood. */
function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}

function hasSubject(item: WireItem, value: unknown): boolean {
  const code =
    typeof value === 'object' && value !== null && 'qcode' in value ? String(value.qcode) : String(value);
  return (item.subjects ?? []).some(
    (subject) => subject.code === code || subject.code?.split(':')[1] === code || subject.name === code,
  );
}

function hasDateline({ dateline }: WireItem, { path, value }: Assertion): boolean {
  const inner = typeof value === 'object' && value !== null ? value : {};
  const located =
    'located' in inner && typeof inner.located === 'object' && inner.located !== null ? inner.located : {};
  const city = path.at(-1) === 'city' ? String(value) : 'city' in located ? String(located.city) : undefined;
  const place = dateline?.place.split(',')[0]?.toLowerCase() ?? '';
  if (city !== undefined) return place === city.toLowerCase();
  const text = path.at(-1) === 'text' ? String(value) : 'text' in inner ? String(inner.text) : '';
  return place !== '' && text.toLowerCase().startsWith(place);
}

function hasKeywords(item: WireItem, { op, value }: Assertion): boolean {
  const ours = item.keywords ?? [];
  if (op === 'contains') return ours.includes(String(value));
  const theirs = Array.isArray(value) ? value.map(String) : [];
  return theirs.length === ours.length && theirs.every((word) => ours.includes(word));
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .toSorted();
}

for (const [format, bar] of FORMATS) {
  test(`${format} agrees with what another newsroom reads from the same files: ${bar}`, {
    skip: SKIP,
  }, async (t) => {
    const count: Count = { counted: 0, agreed: 0, leftOut: 0, disagreed: [], reasons: new Map() };
    const files = (await filesUnder(DATA + format)).filter((file) => file.endsWith('.expected.json'));
    for (const file of files) await compare(file.replace(/\.expected\.json$/, ''), count);
    const share = ((100 * count.agreed) / count.counted).toFixed(1);
    t.diagnostic(
      `${format}: ${count.counted} counted, ${count.agreed} agreed (${share} %), ${count.leftOut} left out`,
    );
    if (process.env.SHOW)
      for (const one of [...count.disagreed, ...count.reasons].map(String)) t.diagnostic(one);
    const missed = count.counted - count.agreed;
    assert.ok(
      format === 'ninjs' ? missed <= 1 : count.agreed / count.counted >= 0.95,
      count.disagreed.join('\n'),
    );
    assert.ok(count.counted >= 3);
  });
}

async function compare(file: string, count: Count): Promise<void> {
  const { assertions } = JSON.parse(await readFile(`${file}.expected.json`, 'utf8')) as {
    assertions: readonly Assertion[];
  };
  const reading = readWire(await readFile(file), { received: RECEIVED });
  const items = reading.ok ? reading.items : [];
  for (const assertion of assertions) {
    const about = aboutOf(file, assertion);
    if ('why' in about) {
      count.leftOut++;
      count.reasons.set(about.why, (count.reasons.get(about.why) ?? 0) + 1);
      continue;
    }
    count.counted++;
    if (agrees(items[about.item], about.field, assertion)) count.agreed++;
    else {
      const ours = items[about.item]?.[about.field as keyof WireItem];
      count.disagreed.push(
        `${file.slice(DATA.length)} ${assertion.path.join('/')} ${assertion.op} ${JSON.stringify(assertion.value)}; ours ${JSON.stringify(ours)?.slice(0, 160)}`,
      );
    }
  }
}

const NEWS: Readonly<Record<string, (file: string) => boolean>> = {
  ninjs: (file) =>
    file.endsWith('.json') &&
    !/schema|should_fail|not-valid|event|timeline|pressconference|recurrence|conference|expectedduration|organiser|expected\.json/i.test(
      file,
    ),
  nitf: (file) => file.endsWith('.xml'),
  'newsml-g2': (file) => file.endsWith('.xml') && !file.includes('should_fail'),
};

for (const format of Object.keys(NEWS)) {
  test(`every news item of ${format} that its folder calls valid or an agency sent gives an item`, {
    skip: SKIP,
  }, async () => {
    const files = (await filesUnder(DATA + format)).filter((file) => NEWS[format]?.(file));
    let items = 0;
    for (const file of files) {
      const reading = readWire(await readFile(file), { received: RECEIVED });
      // Excerpts of documents and items that are no news stand among the examples; they say what they are.
      if (!reading.ok)
        assert.match(
          reading.say,
          /^unsupported: |has the root <(catalog|groupSet|contentSet|schema)>/,
          `${file}: ${reading.say}`,
        );
      else items += reading.items.length;
    }
    assert.ok(items >= 14, `${items} items`);
  });
}
