import { setTimeout as sleep } from 'node:timers/promises';
import { chanceFrom } from '@courant/wire/testing';
import type { BenchPaper } from './bench-paper.ts';
import { asNinjs, inventedItem } from './invented-wire.ts';
import type { Measured } from './measure.ts';
import { median, quantile } from './measure.ts';

const RATE = 50;
const SECONDS = 40;
const PROMISED = 300;

/** How long after it is sent an item is told to a newsroom that listens, at 50 items a second. */
export async function told(paper: BenchPaper): Promise<readonly Measured[]> {
  const sent = new Map<string, number>();
  const waited: number[] = [];
  const ending = new AbortController();
  const listening = listen(paper, ending.signal, (headline) => {
    const at = sent.get(headline);
    if (at !== undefined && sent.delete(headline)) waited.push(performance.now() - at);
  });
  await sleep(500);
  const statuses = await send(paper, sent);
  for (let n = 0; n < 100 && sent.size > 0; n++) await sleep(100);
  ending.abort();
  await listening.catch(() => undefined);
  const p99 = quantile(waited, 0.99);
  const refused = statuses.filter((status) => status !== 202).length;
  return [
    {
      what: `arrival → event at ${RATE} items/s for ${SECONDS} s: pushed by HTTP, told by server-sent events`,
      promised: `p99 ≤ ${PROMISED} ms`,
      measured: `p50 ${median(waited).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms; ${waited.length} told, ${sent.size} not told, ${refused} refused`,
      isKept: p99 <= PROMISED && sent.size === 0 && refused === 0,
    },
  ];
}

async function send(paper: BenchPaper, sent: Map<string, number>): Promise<readonly number[]> {
  const chance = chanceFrom(Date.now());
  const begun = performance.now();
  const answers: Promise<number>[] = [];
  for (let n = 0; n < RATE * SECONDS; n++) {
    const item = inventedItem(chance, Math.floor(chance() * 2 ** 48));
    // By the clock, whatever the answers: who sends does not wait for us.
    await sleep(Math.max(0, begun + (n * 1_000) / RATE - performance.now()));
    sent.set(item.headline, performance.now());
    answers.push(push(paper, asNinjs(item)));
  }
  return Promise.all(answers);
}

async function push({ url, token }: BenchPaper, body: string): Promise<number> {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const response = await fetch(`${url}/api/v1/wire/push/bench`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

async function listen(
  { url, token }: BenchPaper,
  signal: AbortSignal,
  onItem: (headline: string) => void,
): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/api/v1/wire/events`, { headers, signal });
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString();
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const [, data] = /^data: (.*)$/m.exec(part) ?? [];
      if (data !== undefined) onItem((JSON.parse(data) as { headline: string }).headline);
    }
  }
}
