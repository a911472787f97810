import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chance } from '@courant/wire/testing';
import { chanceFrom } from '@courant/wire/testing';
import { Client } from 'pg';
import type { InventedItem } from './invented-wire.ts';
import { asNinjs, inventedItem } from './invented-wire.ts';

/** Desks to which rules have sent what is stored. */
export const INVENTED_DESKS = ['world', 'sport', 'business', 'city', 'culture', 'pictures'];

/** What a desk is filled with. */
export interface Stored {
  /** Chains; each tenth has two versions, and tells the same as the one before it. */
  readonly items: number;
  /** Milliseconds of the newest. */
  readonly until: number;
  /** Id of the preset that every tenth item belongs to. */
  readonly preset: string;
}

const YEAR = 365 * 24 * 60 * 60 * 1000;
const BATCH = 20_000;
const COLUMNS = {
  wire_payload: 'hash, bytes, received',
  wire_item:
    'id, supplier, item_id, version, content_hash, payload, format, item, received, part, chain, channel, trail',
  wire_name: 'supplier, item_id, chain',
  receipt: 'id, channel, supplier, payload, received, last, state, attempts, items, settled',
  wire_preset_chain: 'preset, newest, chain',
  wire_chain_text:
    'id, supplier, latest, state, kind, language, urgency, versions, newest, filed, grouped, leads, summary, desks, a, d',
} as const;
const FROM_TEXT = `
  insert into wire_chain (id, supplier, latest, state, kind, language, urgency, versions, newest, filed, grouped, leads,
    summary, desks, words)
  select id, supplier, latest, state, kind, language, urgency, versions, newest, filed, grouped, leads, summary, desks,
    setweight(to_tsvector('english', a) || to_tsvector('simple', a), 'A') || to_tsvector('english', d)
  from wire_chain_text; truncate wire_chain_text`;

type Table = keyof typeof COLUMNS;
type Lines = Record<Table, string[]>;

/** Fills an empty wire desk by COPY from a seeded generator, as a year of filing would have; says how far it is. */
export async function fillDesk(url: string, stored: Stored, say: (line: string) => void): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const folder = await mkdtemp(join(tmpdir(), 'courant-bench-'));
  try {
    // The server reads the files, under an account of its own.
    await chmod(folder, 0o755);
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB';
      create unlogged table wire_chain_text as select *, ''::text as a, ''::text as d from wire_chain limit 0`);
    const indexes = await dropIndexes(client);
    const chance = chanceFrom(1_000_000);
    for (let n = 0; n < stored.items; n += BATCH) {
      if (n % (BATCH * 5) === 0) say(`${n} of ${stored.items} items are stored`);
      await copyIn(client, folder, linesOf(chance, stored, n));
    }
    say('the indexes are made anew');
    for (const definition of indexes) await client.query(definition);
    await client.query(`drop table wire_chain_text; select setval('wire_filing', ${stored.items})`);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
    await rm(folder, { recursive: true, force: true });
  }
}

async function dropIndexes(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes i
     where tablename in ('wire_payload', 'wire_item', 'wire_name', 'receipt', 'wire_preset_chain', 'wire_chain')
       and indexdef !~ ' WHERE ' and not exists (select from pg_constraint where conname = i.indexname)`,
  );
  for (const { indexname } of rows) await client.query(`drop index ${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
}

async function copyIn(client: Client, folder: string, lines: Lines): Promise<void> {
  const file = join(folder, 'lines.copy');
  for (const [table, columns] of Object.entries(COLUMNS)) {
    // Its names are those of the lines.
    await writeFile(file, lines[table as Table].join(''));
    await client.query(`copy ${table} (${columns}) from '${file}'`);
  }
  await client.query(FROM_TEXT);
}

function linesOf(chance: Chance, stored: Stored, from: number): Lines {
  const lines: Lines = {
    ...{ wire_payload: [], wire_item: [], wire_name: [], receipt: [], wire_preset_chain: [] },
    wire_chain_text: [],
  };
  const until = Math.min(from + BATCH, stored.items);
  for (let n = from; n < until; n++) addChain(lines, { chance, stored, n });
  return lines;
}

function addChain(lines: Lines, { chance, stored, n }: { chance: Chance; stored: Stored; n: number }): void {
  const at = stored.until - Math.round((YEAR * (stored.items - 1 - n)) / stored.items);
  const newest = new Date(at).toISOString();
  const isTold = n % 10 === 9;
  const versions = isTold ? 2 : 1;
  const items = Array.from({ length: versions }, (_, v) => inventedItem(chance, n, v + 1));
  const chain = idOf(chance, at);
  const rows = items.map((item) => ({ item, id: idOf(chance, at), supplier: items[0]?.supplier ?? '' }));
  for (const row of rows) addVersion(lines, { ...row, chain, newest });
  const last = rows.at(-1);
  if (!last) return;
  const { item, supplier } = last;
  lines.wire_name.push(line(supplier, item.id, chain));
  if (isTold) lines.wire_preset_chain.push(line(stored.preset, newest, chain));
  // Each tenth is grouped with the one before it, which it then leads.
  const grouped = isTold ? (before ?? chain) : chain;
  before = chain;
  const desk = INVENTED_DESKS[n % INVENTED_DESKS.length] ?? 'world';
  const summary = JSON.stringify({ headline: item.headline, version: item.version });
  const shown = ['usable', 'text', 'en', item.urgency, versions, newest, n + 1, grouped, n % 10 !== 8];
  lines.wire_chain_text.push(
    line(chain, supplier, last.id, ...shown, summary, `{${desk}}`, item.headline, item.paragraphs.join(' ')),
  );
}

let before: string | undefined;

interface Version {
  readonly item: InventedItem;
  readonly id: string;
  readonly supplier: string;
  readonly chain: string;
  readonly newest: string;
}

function addVersion(lines: Lines, { item, id, supplier, chain, newest }: Version): void {
  const bytes = Buffer.from(asNinjs(item));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const content = item.paragraphs.map((text, p) => ({
    ...{ type: 'paragraph', attrs: { id: `p${p}` } },
    content: [{ type: 'text', text }],
  }));
  const { version, urgency, headline } = item;
  const read = {
    format: 'ninjs-1',
    id: item.id,
    version,
    language: 'en',
    status: 'usable',
    urgency,
    headline,
  };
  const whole = JSON.stringify({ ...read, body: { type: 'doc', content }, warnings: [], unmapped: {} });
  lines.wire_payload.push(line(hash, `\\\\x${bytes.toString('hex')}`, newest));
  lines.wire_item.push(
    line(id, supplier, item.id, version, hash, hash, 'ninjs-1', whole, newest, 0, chain, 'invented', '[]'),
  );
  lines.receipt.push(line(id, 'invented', supplier, hash, newest, newest, 'read', 1, 1, newest));
}

function line(...values: readonly (string | number | boolean)[]): string {
  return `${values.join('\t')}\n`;
}

/** A UUIDv7 of a moment. */
function idOf(chance: Chance, at: number): string {
  const hex = (digits: number) =>
    Math.floor(chance() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}
