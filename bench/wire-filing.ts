import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '@courant/wire/testing';
import { chanceFrom } from '@courant/wire/testing';
import { Client } from 'pg';
import type { BenchPaper } from './bench-paper.ts';
import { asNinjs, inventedItem } from './invented-wire.ts';
import type { Measured } from './measure.ts';
import { median, timed } from './measure.ts';

const RUNS = 5;
const BACKLOG = 3_000;
/** The shares of a backlog that are later versions of what is stored, and that came before. */
const LATER = 0.1;
const AGAIN = 0.05;

interface Backlog {
  readonly payloads: readonly { readonly text: string; readonly supplier: string }[];
  readonly stored: number;
}

/** Items a second that the paper files of a backlog, durably: read, deduplicated, judged by rules, made searchable. */
export async function filed(paper: BenchPaper, stored: number): Promise<readonly Measured[]> {
  const client = new Client({ connectionString: paper.databaseUrl });
  await client.connect();
  const rates: number[] = [];
  const limits: number[] = [];
  try {
    const chance = chanceFrom(Date.now());
    for (let run = 0; run < RUNS; run++) {
      const payloads = backlog(chance, stored);
      rates.push(await drained(client, { payloads, stored }));
      limits.push(BACKLOG / ((await timed(() => bare(client, payloads))) / 1_000));
      process.stdout.write(`filed ${Math.round(rates.at(-1) ?? 0)} items/s\n`);
    }
  } finally {
    await client.query('drop table if exists bench_bare');
    await client.end();
  }
  const [rate, limit] = [median(rates), median(limits)];
  return [
    {
      what: `filed durably of a backlog of ${BACKLOG}: read, deduplicated, 20 rules, 12 presets, searchable`,
      promised: '≥ 400 items/s',
      measured: `${Math.round(rate)} items/s (${rates.map(Math.round).join(', ')})`,
      isKept: rate >= 400,
    },
    {
      what: 'the same rows merely inserted with the same index of words, 64 a transaction',
      promised: '',
      measured: `${Math.round(limit)} items/s; filing is ${(rate / limit).toFixed(2)} of it`,
    },
  ];
}

function backlog(chance: Chance, stored: number): Backlog['payloads'] {
  return Array.from({ length: BACKLOG }, (_, n) => {
    const isLater = chance() < LATER;
    const number = isLater ? Math.floor(chance() * stored) : Math.floor(stored + chance() * 2 ** 40);
    const { supplier, ...item } = inventedItem(chance, number, isLater ? 3 : 1);
    const text = asNinjs({ supplier, ...item });
    // What comes again has other bytes: as by another way, or with another time in its envelope.
    return { text: n % (1 / AGAIN) === 1 ? `${text}\n` : text, supplier };
  });
}

/** Puts a whole backlog into the inbox and waits until it is filed. */
async function drained(client: Client, { payloads }: Backlog): Promise<number> {
  const channel = `bench-${randomUUID()}`;
  const rows = payloads.map(({ text, supplier }) => ({
    ...{ id: randomUUID(), supplier, bytes: Buffer.from(text).toString('hex') },
    hash: createHash('sha256').update(text).digest('hex'),
  }));
  await client.query('begin');
  await client.query(
    `insert into wire_payload (hash, bytes, received) select r.hash, decode(r.bytes, 'hex'), now()
     from jsonb_to_recordset($1::jsonb) as r(hash text, bytes text) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
  await client.query(
    `insert into receipt (id, channel, supplier, payload, received, last) select r.id, $2, r.supplier, r.hash, now(), now()
     from jsonb_to_recordset($1::jsonb) as r(id uuid, supplier text, hash text) on conflict do nothing`,
    [JSON.stringify(rows), channel],
  );
  await client.query(`select pg_notify('wire_inbox', '')`);
  await client.query('commit');
  return rateOf(client, channel);
}

/** Between the first and the last of many rounds: how long a round waits to be begun is another question. */
async function rateOf(client: Client, channel: string): Promise<number> {
  for (;;) {
    const { rows } = await client.query<{ left: number; read: number; seconds: number }>(
      `with rounds as (select settled, count(*) as n from receipt where channel = $1 group by settled)
       select coalesce((select n from rounds where settled is null), 0)::int as left,
         (sum(n) - (array_agg(n order by settled))[1])::int as read,
         extract(epoch from max(settled) - min(settled))::float8 as seconds
       from rounds`,
      [channel],
    );
    const [row] = rows;
    if (row && row.left === 0) return row.read / row.seconds;
    await sleep(1_000);
  }
}

/** The limit: the rows themselves, with their words, inserted without a look at anything. */
async function bare(client: Client, payloads: Backlog['payloads']): Promise<void> {
  await client.query(`drop table if exists bench_bare; create table bench_bare (id uuid primary key, item jsonb, words tsvector);
    create index bench_bare_words on bench_bare using gin (words)`);
  for (let n = 0; n < payloads.length; n += 64) {
    const rows = payloads.slice(n, n + 64).map(({ text }) => ({ id: randomUUID(), text }));
    await client.query(
      `insert into bench_bare select id, text::jsonb, to_tsvector('english', text)
       from jsonb_to_recordset($1::jsonb) as r(id uuid, text text)`,
      [JSON.stringify(rows)],
    );
  }
}
