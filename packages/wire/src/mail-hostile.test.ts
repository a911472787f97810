import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import { MOST_BYTES, readWire } from './read.ts';
import type { Reading } from './wire-item.ts';

const OPTIONS = { received: '2026-11-24T12:00:00.000Z' as Instant };
/** Seconds of the processor for one mail: generous, to tell seconds from hours. */
const PATIENCE = 15;
const MOST_GROWTH = 1024 * 1024 * 1024;

/** Reads a mail within bounds, and answers with items or in one line. */
async function bounded(name: string, text: string): Promise<Reading> {
  const [before, began] = [process.memoryUsage().rss, process.cpuUsage()];
  const reading = await readWire(Buffer.from(text, 'latin1'), OPTIONS);
  const { user, system } = process.cpuUsage(began);
  const took = (user + system) / 1_000_000;
  assert.ok(took < PATIENCE, `${name} took ${took} s`);
  assert.ok(process.memoryUsage().rss - before < MOST_GROWTH, `${name} grew`);
  if (!reading.ok) assert.match(reading.say, /^\S[^\n]{8,400}$/, name);
  return reading;
}

const HEAD = 'MIME-Version: 1.0\r\nSubject: Rain\r\n';
/** As many bytes as fill a part of the most that is read. */
const fill = (piece: string, share = 0.2) => piece.repeat(Math.floor((MOST_BYTES * share) / piece.length));

test('mails that are made to be slow, deep, wide or large are answered in bounds', async () => {
  const nested = (depth: number, type: string) =>
    Array.from({ length: depth }, (_, i) => `Content-Type: ${type}; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(
      '',
    );
  const mails: Readonly<Record<string, string>> = {
    'mails in mails': `${HEAD}${'Content-Type: message/rfc822\r\n\r\n'.repeat(20_000)}Rain`,
    'parts in parts': `${HEAD}${nested(5_000, 'multipart/mixed')}\r\nRain`,
    'a great many parts': `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nRain\r\n'.repeat(50_000)}--b--`,
    'a great many attachments': `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: application/x-a\r\n\r\nRain\r\n'.repeat(900)}--b--`,
    'a head without end': `${HEAD}${fill('X-Rain: falls\r\n')}`,
    'one field without end': `${HEAD}X-Rain: ${fill('a')}\r\n\r\nRain`,
    'a field of many lines': `${HEAD}X-Rain: a\r\n${fill(' b\r\n')}\r\nRain`,
    'addresses in groups': `${HEAD}To: ${'a:'.repeat(100_000)}\r\n\r\nRain`,
    'many addresses': `${HEAD}To: ${'"a b" <a@b.example>, '.repeat(20_000)}\r\n\r\nRain`,
    'brackets in addresses': `${HEAD}From: ${'('.repeat(200_000)}\r\n\r\nRain`,
    'encoded words': `MIME-Version: 1.0\r\nSubject: ${'=?utf-8?Q?a?= '.repeat(30_000)}\r\n\r\nRain`,
    'words that are not encoded': `MIME-Version: 1.0\r\nSubject: ${'=?'.repeat(200_000)}\r\n\r\nRain`,
    'parameters that go on': `${HEAD}Content-Type: text/plain; ${Array.from({ length: 20_000 }, (_, i) => `x*${i}=a; `).join('')}\r\n\r\nRain`,
    'base64 without end': `${HEAD}Content-Transfer-Encoding: base64\r\nContent-Type: application/x-a\r\n\r\n${fill('QUFB')}`,
    'no line ends': `${HEAD}\r\n${fill('rain ')}`,
    'nothing but line ends': `${HEAD}\r\n${fill('\r\n')}`,
    'quoted-printable': `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n\r\n${fill('=\r\n')}`,
    flowed: `${HEAD}Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n${fill('rain \r\n', 0.1)}`,
    'deep HTML': `${HEAD}Content-Type: text/html\r\n\r\n${'<div>'.repeat(50_000)}Rain`,
    'forwarded without end': `${HEAD}\r\n${'---------- Forwarded message ---------\r\nFrom: a\r\nSubject: b\r\n\r\n'.repeat(5_000)}Rain`,
    'dashes and labels': `${HEAD}\r\n${'From: a\r\nx\r\n-- \r\n'.repeat(20_000)}Rain`,
    'a form without end': `${HEAD}\r\n{"Headline":["a"],"Body":["b"],${'"q":["a"],'.repeat(50_000)}"z":[]}`,
    'boundaries that are one another': `${HEAD}Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n--\r\n--\r\n`,
  };
  const answers = new Map<string, Reading>();
  for (const [name, mail] of Object.entries(mails)) answers.set(name, await bounded(name, mail));
  const why = (name: string) => {
    const reading = answers.get(name);
    return reading && !reading.ok ? reading.why : 'read';
  };
  assert.equal(why('a great many parts'), 'broken');
  assert.equal(why('a great many attachments'), 'too-large');
  assert.equal(why('a head without end'), 'broken');
  assert.equal(why('deep HTML'), 'read');
});

test('of mails within mails so many are read, and the others are told of', async () => {
  let mail = `${HEAD}\r\nThe innermost speaks.`;
  for (let n = 0; n < 8; n++) {
    mail = `${HEAD}Message-ID: <${n}@x.example>\r\nContent-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n\r\nAround it ${n}.\r\n--b${n}\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${mail}\r\n--b${n}--`;
  }
  const reading = await bounded('eight', mail);
  assert.ok(reading.ok);
  assert.ok(JSON.stringify(reading.items).includes('“message/rfc822” is no copy that is read'));
  assert.ok(!JSON.stringify(reading.items).includes('The innermost speaks'));
});

test('a mail larger than any payload is refused whole', async () => {
  const reading = await bounded('large', `${HEAD}\r\n${'x'.repeat(MOST_BYTES)}`);
  assert.equal(!reading.ok && reading.why, 'too-large');
});
