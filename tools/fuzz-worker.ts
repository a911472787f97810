import { parentPort } from 'node:worker_threads';
import { instant } from '@courant/base';
import { readWire } from '@courant/wire';

const OPTIONS = { received: instant(new Date('2026-11-01T00:00:00Z')) };

parentPort?.on('message', async (bytes: Uint8Array) => {
  const reading = await readWire(bytes, OPTIONS);
  parentPort?.postMessage(reading.ok ? 'read' : reading.why);
});
