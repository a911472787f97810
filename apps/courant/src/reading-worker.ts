import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { Instant } from '@courant/base';
import type { PreparedReading } from '@courant/desk';
import { prepared } from '@courant/desk';
import { readWire } from '@courant/wire';

/** A payload to be read, and how it came. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly received: Instant;
  readonly supplier?: string;
  readonly timeZone?: string;
  readonly name?: string;
  /** As the carrier kept them: what it says of a mail's proofs is our own mail server's. */
  readonly headers?: Readonly<Record<string, string>>;
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function answer({ bytes, headers, ...options }: ReadingTask): Promise<PreparedReading> {
  const authentication = headers?.['authentication-results'];
  const reading = await readWire(bytes, { ...options, ...(authentication ? { authentication } : {}) });
  if (!reading.ok) return reading;
  return { ok: true, items: reading.items.map((item) => prepared(item, sha256)) };
}

// One at a time: who asks waits for the answer before asking again.
parentPort?.on('message', (task: ReadingTask) => {
  void answer(task).then((reading) => parentPort?.postMessage(reading));
});
