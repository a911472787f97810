import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Instant } from '@courant/base';
import { plainText } from '@courant/story';
import fc from 'fast-check';
import { MOST_BYTES, readPayload } from './read.ts';
import type { Reading } from './wire-item.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const FOLDERS = ['security-xml', 'feeds/odd-encodings-derived', 'security-xss'];
const SKIP = existsSync(DATA) ? false : 'no ../shared/data beside the project';
const RECEIVED = '2026-01-01T00:00:00.000Z' as Instant;
/** Milliseconds one file may take, and bytes it may leave behind: generous, to tell minutes and gigabytes. */
const PATIENCE = 2_000;
const MOST_GROWTH = 200 * 1024 * 1024;

const read = (content: string | Uint8Array): Reading =>
  readPayload(typeof content === 'string' ? new TextEncoder().encode(content) : content, {
    received: RECEIVED,
  });

/** Reads within time and memory, and answers in one clear line or with items. */
function bounded(name: string, content: string | Uint8Array): Reading {
  const [before, began] = [process.memoryUsage().rss, process.cpuUsage()];
  const reading = read(content);
  const took = process.cpuUsage(began).user / 1_000;
  assert.ok(took < PATIENCE, `${name} took ${took} ms`);
  assert.ok(process.memoryUsage().rss - before < MOST_GROWTH, `${name} grew`);
  if (!reading.ok) {
    assert.match(reading.say, /^\S.{8,400}$/, name);
    assert.equal(reading.say.includes('\n'), false, name);
  }
  return reading;
}

test('hostile and oddly encoded files are answered in a line, in time and in bounds', {
  skip: SKIP,
}, async () => {
  let files = 0;
  for (const folder of FOLDERS) {
    const entries = await readdir(DATA + folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const path = `${entry.parentPath}/${entry.name}`;
      bounded(path, await readFile(path));
      files++;
    }
  }
  assert.ok(files > 20);
});

const nitf = (inner: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<nitf><head><title>t</title></head><body><body.content>${inner}</body.content></body></nitf>`;

test('entities are never replaced, wherever they are declared', () => {
  const laughs = ['<!ENTITY l0 "ha">'];
  for (let i = 1; i < 30; i++) laughs.push(`<!ENTITY l${i} "&l${i - 1};&l${i - 1};">`);
  const bomb = bounded('laughs', nitf('<p>&l29;</p>', `<!DOCTYPE nitf [${laughs.join('')}]>`));
  assert.equal(!bomb.ok && bomb.why, 'hostile');
  const file = '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const external = bounded('external', nitf('<p>&x;</p>', file));
  assert.equal(external.ok, false);
  assert.equal(JSON.stringify(external).includes('root:'), false);
});

test('a payload that is too large, too deep or too wide is refused, and says so', () => {
  const large = bounded('large', new Uint8Array(MOST_BYTES + 1));
  assert.equal(!large.ok && large.why, 'too-large');
  const deep = bounded('deep', nitf(`${'<p>'.repeat(10_000)}${'</p>'.repeat(10_000)}`));
  assert.equal(!deep.ok && deep.why, 'too-deep');
  const json = bounded('deep JSON', `{"uri":"a","extra":${'['.repeat(2_000_000)}${']'.repeat(2_000_000)}}`);
  assert.equal(!json.ok && json.why, 'too-deep');
  const many = bounded('many', `[${'{"uri":"a"},'.repeat(100_000)}{"uri":"b"}]`);
  assert.equal(!many.ok && many.why, 'too-large');
  const wide = Array.from({ length: 2_000 }, (_, i) => `a${i}="1"`).join(' ');
  assert.equal(bounded('wide', nitf(`<p ${wide}>x</p>`)).ok, false);
});

test('as much as may be sent of one sign is answered as quickly as a small file', () => {
  const most = (sign: string) => sign.repeat(Math.floor((MOST_BYTES - 100) / sign.length));
  const payloads = {
    braces: most('{'),
    quotes: `{${most('"')}`,
    backslashes: `{"a":"${most('\\')}`,
    commas: `{"uri":"a",${most(',')}}`,
    tags: most('<a>'),
    comments: `<nitf>${most('<!--')}`,
    doctype: `<!DOCTYPE nitf ${most('[<')}`,
    ampersands: nitf(most('&').slice(200)),
    blanks: most(' '),
    lines: most('Some line of a text\n'),
  };
  for (const [name, payload] of Object.entries(payloads))
    assert.equal(bounded(name, payload).ok, false, name);
});

test('a message of more items than any agency sends is refused whole', () => {
  const items = '<newsItem guid="a"/>'.repeat(5_000);
  const reading = bounded('items', `<newsMessage><itemSet>${items}</itemSet></newsMessage>`);
  assert.equal(!reading.ok && reading.why, 'too-large');
});

test('HTML as deep or as long as can be sent gives a body, and none of its scripts', () => {
  const bodies = {
    deep: `${'<div>'.repeat(50_000)}deep${'</div>'.repeat(50_000)}`,
    inline: `${'<b><i>'.repeat(20_000)}deep`,
    lists: `${'<ul><li>'.repeat(5_000)}deep`,
    quotes: `${'<blockquote>'.repeat(5_000)}deep`,
    long: '<p>deep</p>'.repeat(20_000),
    script: '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">deep</a>',
    table: `<table>${'<tr><td>deep</td></tr>'.repeat(30_000)}</table>`,
  };
  for (const [name, html] of Object.entries(bodies)) {
    const reading = bounded(name, JSON.stringify({ uri: `urn:${name}`, headline: 'h', body_html: html }));
    assert.ok(reading.ok, name);
    const [item] = reading.items;
    assert.ok(item?.body && plainText(item.body).includes('deep'), name);
    assert.equal(/alert\(1\)|javascript:/.test(JSON.stringify(item.body)), false, name);
  }
});

const SMALL = [
  nitf('<p>One &amp; two.</p><table><tr><td>3</td></tr></table>'),
  '<newsItem guid="a" version="1"><itemMeta><pubStatus qcode="stat:usable"/></itemMeta><contentSet><inlineXML><html><body><p>One.</p></body></html></inlineXML></contentSet></newsItem>',
  '{"uri":"a","version":"1","headline":"One","body_html":"<p>Two <b>three</b></p>","subject":[{"code":"04000000"}]}',
];

test('whatever becomes of the bytes on the way, reading them ends and never throws', () => {
  const change = fc.tuple(fc.nat(400), fc.nat(255), fc.constantFrom('set', 'cut', 'add', 'twice'));
  fc.assert(
    fc.property(fc.constantFrom(...SMALL), fc.array(change, { maxLength: 12 }), (text, changes) => {
      let bytes = new TextEncoder().encode(text);
      for (const [place, byte, how] of changes) {
        const at = place % Math.max(1, bytes.length);
        const [start, end] = [bytes.slice(0, at), bytes.slice(at)];
        if (how === 'set' && bytes.length > 0) bytes[at] = byte;
        else if (how === 'cut') bytes = Uint8Array.from([...start, ...end.slice(1 + (byte % 20))]);
        else if (how === 'add') bytes = Uint8Array.from([...start, byte, ...end]);
        else bytes = Uint8Array.from([...start, ...end.slice(0, byte), ...end]);
      }
      const reading = bounded('mutation', bytes);
      if (reading.ok) assert.ok(reading.items.length > 0);
    }),
    { numRuns: 1_500 },
  );
});

test('bytes of no meaning are refused, and text of no structure is no item', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => void bounded('bytes', bytes)));
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => void bounded('text', text)));
});
