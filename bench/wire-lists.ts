import type { BenchPaper } from './bench-paper.ts';
import { COMMON_WORD, INVENTED_SUPPLIERS, RARE_WORD } from './invented-wire.ts';
import type { Measured } from './measure.ts';
import { median, quantile, timed } from './measure.ts';

const ASKED = 200;
const LIMIT = 50;
/** Milliseconds. */
const PROMISED = 50;

const NOTHING = '/api/v1/wire-alerts';

/** What newsrooms ask of the live list, by the words of its address. */
async function questions(paper: BenchPaper): Promise<readonly (readonly [string, string])[]> {
  return [
    ['for comparison: an answer with nothing in it', NOTHING],
    ['the first page', ''],
    ['a page after a third of a year', await cursorOf(paper, 120)],
    ['a page near the end of the list', await cursorOf(paper, 360)],
    ['a preset', 'preset=first'],
    ['a supplier', `supplier=${INVENTED_SUPPLIERS[3]}`],
    ['a supplier and a desk', `supplier=${INVENTED_SUPPLIERS[12]}&desk=sport`],
    ['a supplier and a desk nothing was sent to', `supplier=${INVENTED_SUPPLIERS[12]}&desk=none`],
    ['a common word', `q=${COMMON_WORD}`],
    ['a rare word', `q=${RARE_WORD}`],
    ['a common and a rare word', `q=${COMMON_WORD}+${RARE_WORD}`],
    [
      'a common word of a desk and a supplier',
      `q=${COMMON_WORD}&desk=city&supplier=${INVENTED_SUPPLIERS[6]}`,
    ],
    ['a word that stands nowhere', 'q=nowhereatall'],
    ['a kind of which there is nothing', 'kind=video'],
    ['what is urgent and withdrawn (nothing is)', 'urgency=1&state=killed'],
  ];
}

/** A cursor so many days back, as the list itself would give it. */
async function cursorOf(paper: BenchPaper, days: number): Promise<string> {
  const page = (await paper.call('GET', '/api/v1/wire?limit=1')) as { items: [{ newest: string }] };
  const at = new Date(Date.parse(page.items[0].newest) - days * 86_400_000).toISOString();
  const place = JSON.stringify([at, '00000000-0000-7000-8000-000000000000']);
  return `cursor=${Buffer.from(place).toString('base64url')}`;
}

/** How long each kind of list takes to come, through the API. */
export async function listed(paper: BenchPaper): Promise<readonly Measured[]> {
  const rows: Measured[] = [];
  for (const [what, words] of await questions(paper)) {
    const path =
      words === NOTHING
        ? NOTHING
        : `/api/v1/wire?limit=${LIMIT}&${words.replaceAll(' ', '%20').replaceAll('"', '%22')}`;
    const times: number[] = [];
    for (let n = 0; n < ASKED; n++) times.push(await timed(() => paper.call('GET', path)));
    const p99 = quantile(times, 0.99);
    const row: Measured = {
      what: `list: ${what}`,
      promised: `p99 ≤ ${PROMISED} ms`,
      measured: `p50 ${median(times).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
      isKept: p99 <= PROMISED,
    };
    rows.push(row);
    process.stdout.write(`${row.what}: ${row.measured}\n`);
  }
  return rows;
}
