import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant } from '@courant/base';
import { plainText } from '@courant/story';
import { readWire } from './read.ts';
import type { WireItem } from './wire-item.ts';

const MAILS = fileURLToPath(new URL('../../../../shared/data/email-wire', import.meta.url));
const SKIP = existsSync(MAILS) ? false : 'email-wire is not beside the project (../shared/data)';
const RECEIVED = instant(new Date('2026-11-01T00:00:00Z'));

/** The names another newsroom's tests give to what ours has by its own; what depends on its own users is left out. */
const FIELDS: Readonly<Record<string, (item: WireItem) => unknown>> = {
  headline: ({ headline }) => headline,
  slugline: ({ slug }) => slug,
  abstract: ({ standfirst }) => standfirst,
  urgency: ({ urgency }) => urgency,
  guid: ({ id }) => `<${id}>`,
  body_html: ({ body }) => `<p>${body ? plainText(body) : ''}</p>`,
  'place.0.qcode': ({ places }) => places?.[0]?.name,
  original_source: ({ unmapped }) => String(unmapped.from).replaceAll('"', ''),
  'flags.marked_for_legal': ({ warnings }) => warnings.some(({ code }) => code === 'restricted'),
  // It adds the day and the agency of its own.
  'dateline.text': ({ dateline }) => dateline?.place,
};
const ITS_OWN = ['task.desk', 'original_creator', 'priority', 'byline', 'sign_off', 'anpa_category', 'type'];

interface Expected {
  readonly assertions: readonly { readonly path: readonly (string | number)[]; readonly value: unknown }[];
}

test('every mail there is is read, and says what another newsroom’s tests say of it', {
  skip: SKIP,
}, async (t) => {
  const names = readdirSync(MAILS, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.(?:eml|txt)$/.test(name) && !name.endsWith('SOURCE.txt'));
  assert.equal(files.length, 6);
  let [compared, leftOut] = [0, 0];
  for (const name of files) {
    const reading = await readWire(readFileSync(`${MAILS}/${name}`), { received: RECEIVED });
    assert.ok(reading.ok, name);
    const [item, ...others] = reading.items;
    assert.ok(item && others.length === 0, name);
    assert.equal(item.format, 'mail', name);
    assert.match(item.versionCreated ?? '', /^20(15|16|25)-/, name);
    const truth = `${MAILS}/${name}.expected.json`;
    const { assertions } = existsSync(truth)
      ? (JSON.parse(readFileSync(truth, 'utf8')) as Expected)
      : { assertions: [] };
    for (const { path, value } of assertions) {
      const field = path.slice(1).join('.');
      const of = FIELDS[field];
      if (!of) {
        assert.ok(ITS_OWN.includes(field), `${name}: ${field}`);
        leftOut++;
        continue;
      }
      const expected = field === 'dateline.text' ? String(value).split(',')[0] : value;
      assert.deepEqual(of(item), expected, `${name}: ${field}`);
      compared++;
    }
  }
  assert.deepEqual([compared, leftOut], [18, 14]);
  t.diagnostic(`6 mails, ${compared} values agree, ${leftOut} are of that newsroom’s own users and desks`);
});

test('the proofs of a real mail are those its own server wrote', { skip: SKIP }, async () => {
  const path = `${MAILS}/superdesk-core/simple_email.txt`;
  const bytes = readFileSync(path);
  const said = /^Authentication-Results: (.*(?:\r?\n[ \t].*)*)/m.exec(bytes.toString('latin1'))?.[1] ?? '';
  const reading = await readWire(bytes, { received: RECEIVED, authentication: said });
  assert.ok(reading.ok);
  assert.deepEqual(reading.items[0]?.sender, { address: 'asender@a.com.au', verified: ['spf', 'dkim'] });
});
