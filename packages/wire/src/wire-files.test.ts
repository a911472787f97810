import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant } from '@courant/base';
import { readPayload } from './read.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const OPTIONS = { received: instant(new Date('2026-11-01T00:00:00Z')) };

/** Everything a folder calls valid, or that an agency sent; schemas and expectations are no wire files. */
const FOLDERS = [
  { folder: 'nitf', ext: '.xml', isOurs: () => true },
  { folder: 'newsml-g2', ext: '.xml', isOurs: (name: string) => !name.includes('should_fail') },
  {
    folder: 'ninjs',
    ext: '.json',
    isOurs: (name: string) => !/should_fail|not-valid|-schema\.json$/.test(name),
  },
] as const;

for (const { folder, ext, isOurs } of FOLDERS) {
  const at = `${DATA}/${folder}`;
  const skip = existsSync(at) ? false : `${folder} is not beside the project (../shared/data)`;
  test(`every news item under ${folder} gives an item`, { skip }, (t) => {
    const names = readdirSync(at, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith(ext) && isOurs(name) && isWire(name));
    const readings = files.map(
      (name) => [name, readPayload(readFileSync(`${at}/${name}`), OPTIONS)] as const,
    );
    const read = readings.filter(([, reading]) => reading.ok).length;
    // Concepts, plans, packages and parts of a document hold no news item; each is named.
    const others = readings.filter(([name, reading]) => !reading.ok && !holdsNews(`${at}/${name}`));
    for (const [name, reading] of others) {
      assert.ok(!reading.ok && ['unsupported', 'unknown'].includes(reading.why), name);
      assert.equal(reading.say.includes('\n'), false);
    }
    const failed = readings.filter(([name, reading]) => !reading.ok && holdsNews(`${at}/${name}`));
    assert.deepEqual(
      failed.map(([name, reading]) => `${name}: ${reading.ok ? '' : reading.say}`),
      [],
    );
    assert.ok(read > 0);
    t.diagnostic(`${folder}: ${read} files read, ${others.length} hold no news item`);
  });
}

function isWire(name: string): boolean {
  return !name.endsWith('.expected.json') && !name.includes('schemas/');
}

/** Whether a file says that it holds a news item, by a look at its text that shares nothing with the readers. */
function holdsNews(path: string): boolean {
  const text = readFileSync(path, 'latin1').replace(/<!--[\s\S]*?-->/g, '');
  if (path.endsWith('.json')) return !/"eventDetails"|"type"\s*:\s*"(event|planning)"/.test(text);
  return /^\s*(?:\W{0,4}<\?xml[^>]*>\s*)?<nitf\b/.test(text) || /<(\w+:)?newsItem[\s>]/.test(text);
}
