import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant } from '@courant/base';
import { readWire } from './read.ts';

/** Files of our own making, a folder a format; beside each, what it is read as. GOLDEN=write writes that anew. */
const GOLDEN = fileURLToPath(new URL('../golden', import.meta.url));
const OPTIONS = { received: instant(new Date('2026-11-01T00:00:00Z')) };
const READ = '.read.json';

for (const name of readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).toSorted()) {
  if (!name.includes('.') || name.endsWith(READ)) continue;
  test(`golden/${name} is read as it was`, async () => {
    const path = `${GOLDEN}/${name}`;
    const reading = await readWire(readFileSync(path), OPTIONS);
    const read = `${JSON.stringify(reading, null, 2)}\n`;
    if (process.env.GOLDEN === 'write') writeFileSync(path + READ, read);
    assert.ok(existsSync(path + READ), 'nobody has looked at what it is read as: GOLDEN=write, and look');
    assert.equal(read, readFileSync(path + READ, 'utf8'));
  });
}
