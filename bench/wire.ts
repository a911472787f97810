import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { benchPaper } from './bench-paper.ts';
import { calibration, type Measured, median, writeResults } from './measure.ts';
import { told } from './wire-events.ts';
import { filed } from './wire-filing.ts';
import { listed } from './wire-lists.ts';
import { fillDesk } from './wire-million.ts';
import { PRESETS, RULES } from './wire-orders.data.ts';
import { parsed } from './wire-parse.ts';

/**
 * `npm run bench:wire [-- FOLDER [ITEMS [PART…]]]`: the wire desk with a million items stored. FOLDER keeps the filled desk, so that the
 * next run need not fill it; parts are parsed, listed, told, filed. Calibration loops before and after each part tell how quiet the machine was.
 */
const [kept, items = '1000000', ...parts] = process.argv.slice(2);
const ITEMS = Number(items);
const calibrations: number[] = [];

const say = (line: string) => process.stdout.write(`${line}\n`);
const calibrate = () => calibrations.push(calibration());

calibrate();
const rows: Measured[] = [];
const isMeant = (part: string) => parts.length === 0 || parts.includes(part);
if (isMeant('parsed')) rows.push(...(await parsed()));
calibrate();
const paper = await benchPaper(kept);
try {
  const stored = await fill();
  calibrate();
  for (const [part, measure] of [
    ['listed', listed],
    ['told', told],
    ['filed', filed],
  ] as const) {
    if (isMeant(part)) rows.push(...(await measure(paper, stored)));
    calibrate();
  }
} finally {
  await paper.end();
}
for (const { what, promised, measured, isKept } of rows)
  say(`${isKept === false ? 'NOT KEPT ' : ''}${what}: ${measured} (${promised})`);
if (parts.length === 0) await writeResults('wire', { about: about(), lines: rows });
if (rows.some(({ isKept }) => isKept === false)) process.exitCode = 1;

/** Fills the desk where it is not filled; gives how many items it has. */
async function fill(): Promise<number> {
  await paper.call('PUT', '/api/v1/wire-rules', { rules: RULES });
  await paper.call('PUT', '/api/v1/wire-presets', { presets: PRESETS });
  const client = new Client({ connectionString: paper.databaseUrl });
  await client.connect();
  const { rows: found } = await client.query<{ n: number; preset: string }>(
    `select (select last_value::int from wire_filing) as n, (select id from wire_preset where key = 'first') as preset`,
  );
  const [{ n, preset } = { n: 0, preset: '' }] = found;
  if (n < ITEMS) await fillDesk(paper.databaseUrl, { items: ITEMS, until: Date.now(), preset }, say);
  await client.end();
  await sleep(2_000);
  return ITEMS;
}

function about(): string {
  const spread = `${Math.min(...calibrations)} to ${Math.max(...calibrations)}`;
  return (
    `${ITEMS.toLocaleString('en')} items stored. ${cpus().length} cores for everything: paper, PostgreSQL (durable), ` +
    `senders and listeners. Calibration loops a second: median ${median(calibrations)}, ${spread} ` +
    'between the parts; a quiet machine gives about the same each time.'
  );
}
