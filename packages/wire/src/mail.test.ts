import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '@courant/base';
import { plainText } from '@courant/story';
import fc from 'fast-check';
import { isMail } from './mail-head.ts';
import { proofsOf } from './mail-proof.ts';
import { readWire } from './read.ts';
import type { WireItem } from './wire-item.ts';

const RECEIVED = '2026-11-24T12:00:00.000Z' as Instant;
const HEAD = [
  'From: Ada Quill <ada@desk.example>',
  'To: wire@paper.example',
  'Date: Tue, 24 Nov 2026 08:00:00 +0100',
  'Message-ID: <1@desk.example>',
];

async function readAll(lines: readonly string[], authentication?: string): Promise<readonly WireItem[]> {
  const bytes = new TextEncoder().encode(lines.join('\r\n'));
  const reading = await readWire(bytes, {
    received: RECEIVED,
    ...(authentication ? { authentication } : {}),
  });
  assert.ok(reading.ok, reading.ok ? '' : reading.say);
  return reading.items;
}

async function readOne(subject: string, text: readonly string[], type = 'text/plain'): Promise<WireItem> {
  const head = [...HEAD, `Subject: ${subject}`, `Content-Type: ${type}; charset=utf-8`, ''];
  const [item, ...others] = await readAll([...head, ...text]);
  assert.ok(item && others.length === 0);
  return item;
}

const wordsOf = ({ body }: WireItem) => (body ? plainText(body) : '');
const codesOf = ({ warnings }: WireItem) => warnings.map(({ code }) => code);

test('of a mail that was passed on the older one is the copy, whichever program did it', async () => {
  const copy = ['Rain fell all night.', '', 'It has stopped.'];
  const heads: Readonly<Record<string, readonly string[]>> = {
    'Fwd: Rain': [
      ...[
        'Please use.',
        '',
        '---------- Forwarded message ---------',
        'From: Harwick Courier <wire@c.example>',
      ],
      ...['Date: Mon, 23 Nov 2026 at 22:10', 'Subject: Rain at Harwick', 'To: <ada@desk.example>', '', ''],
    ],
    'FW: Rain': [
      ...['Please use.', '', '-----Original Message-----', 'From: Harwick Courier [mailto:wire@c.example]'],
      ...['Sent: 23 November 2026 22:10', 'To: Ada Quill', 'Subject: Rain at Harwick', ''],
    ],
    'WG: Regen': [
      ...['Please use.', '', 'Von: Harwick Courier <wire@c.example>', 'Gesendet: Montag, 23. November 2026'],
      ...['An: Ada Quill', 'Betreff: AW: Rain at Harwick', ''],
    ],
    'Tr: Pluie': [
      ...['Please use.', '', 'Début du message transféré :', '', 'De: Harwick Courier <wire@c.example>'],
      ...['Objet: Rain at Harwick', 'Date: 23 novembre 2026', 'À: ada@desk.example', ''],
    ],
  };
  for (const [subject, head] of Object.entries(heads)) {
    const item = await readOne(subject, [...head, ...copy]);
    assert.equal(item.headline, 'Rain at Harwick', subject);
    assert.equal(item.source, 'Harwick Courier', subject);
    assert.equal(item.edNote, 'Please use.', subject);
    assert.equal(wordsOf(item), 'Rain fell all night.\n\nIt has stopped.', subject);
    assert.deepEqual(codesOf(item), ['forwarded'], subject);
  }
  const html =
    '<div dir="ltr">Please use.<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: <strong>Harwick Courier</strong> <span>&lt;<a href="mailto:wire@c.example">wire@c.example</a>&gt;</span><br>Date: Mon<br>Subject: Rain at Harwick<br>To: Ada<br></div><br><br><p>Rain fell <b>all</b> night.</p></div></div>';
  const item = await readOne('Fwd: Rain', [html], 'text/html');
  assert.deepEqual(
    [item.headline, item.edNote, wordsOf(item)],
    ['Rain at Harwick', 'Please use.', 'Rain fell all night.'],
  );
});

test('passed on twice the innermost is the copy, and both notes stay', async () => {
  const item = await readOne('Fwd: Fwd: Rain', [
    ...['For tonight.', '', '---------- Forwarded message ---------', 'From: Ben', 'Subject: Fwd: Rain', ''],
    ...['Looks good.', '', '---------- Forwarded message ---------', 'From: Courier', 'Subject: Rain', ''],
    'Rain fell.',
  ]);
  assert.deepEqual(
    [item.source, item.edNote, wordsOf(item)],
    ['Courier', 'For tonight.\nLooks good.', 'Rain fell.'],
  );
});

test('of an answer what is new is the copy; signatures and what lawyers add are left out and told', async () => {
  const item = await readOne('Re: Rain', [
    ...['The lock reopened at six.', '', '-- ', 'Ada Quill', 'Lock office', ''],
    ...['This e-mail and any attachments are confidential and intended solely for the addressee.', ''],
    ...[
      'On Mon, 23 Nov 2026 at 22:10, Desk <desk@paper.example> wrote:',
      '> When does it open?',
      '> Please say.',
    ],
  ]);
  assert.equal(wordsOf(item), 'The lock reopened at six.');
  assert.deepEqual(codesOf(item), ['quote-cut', 'disclaimer-cut', 'signature-cut']);
  assert.equal(wordsOf(await readOne('Rain', ['It rains.', '', 'Sent from my telephone'])), 'It rains.');
  // Copy that speaks of such things, and a mail that is nothing else, are whole.
  const spoken = [
    'The mayor said the forwarded message was confidential.',
    '',
    '> is a sign, she said.',
    '',
    'From: is a word.',
  ];
  assert.equal(codesOf(await readOne('Signs', spoken)).length, 0);
  const only = await readOne('Quote', ['> All of it is quoted.', '> Every line.']);
  assert.match(wordsOf(only), /All of it is quoted/);
});

test('lines broken by their width are put together, those that were meant are not', async () => {
  const item = await readOne('Verse', [
    ...[
      'The harbour office said on Tuesday that the ferry had lost both of its',
      'engines and was drifting.',
      '',
    ],
    ...['Roses', 'and', 'thorns', '', '- one', '- two'],
  ]);
  const text = wordsOf(item);
  assert.match(text, /lost both of its engines and was drifting/);
  assert.match(text, /Roses\nand\nthorns/);
  assert.match(text, /- one\n- two/);
});

test('subjects are read in whatever charset they come', async () => {
  const subjects: readonly (readonly [string, string])[] = [
    ['=?windows-1251?B?z+7m4PAg4iDv7vDy8w==?=', 'Пожар в порту'],
    ['=?iso-8859-1?Q?Caf=E9_=FCber_Nacht?=', 'Café über Nacht'],
    ['=?iso-2022-jp?B?GyRCPzc3PxsoQg==?=', '新型'],
    ['=?gb18030?B?uNu/2g==?=', '港口'],
    ['=?utf-8?Q?Stra=C3?= =?utf-8?Q?=9Fe?=', 'Straße'],
    ['Straße, as it stands', 'Straße, as it stands'],
  ];
  for (const [subject, headline] of subjects)
    assert.equal((await readOne(subject, ['It rains.'])).headline, headline);
});

test('without a date that can be read a mail has none, whenever it is read', async () => {
  const lines = ['Message-ID: <2@desk.example>', 'Date: some day', 'Subject: Rain', '', 'It rains.'];
  const [item] = await readAll(lines);
  assert.equal(item?.versionCreated, undefined);
});

test('an answer that a program wrote is a note, and a report of a mail server no copy', async () => {
  const item = await readAll([...HEAD, 'Auto-Submitted: auto-replied', 'Subject: Away', '', 'I am away.']);
  assert.equal(item[0]?.signal, 'advisory');
  const report = [
    ...HEAD,
    'Subject: Undelivered',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    ...[
      '',
      '--b',
      '',
      'It came back.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Action: failed',
      '--b--',
    ],
  ];
  const reading = await readWire(new TextEncoder().encode(report.join('\r\n')), { received: RECEIVED });
  assert.equal(!reading.ok && reading.say, 'unsupported: a report of a mail server');
});

test('embargoes and datelines are read from the words of a mail', async () => {
  const item = await readOne('Budget', [
    'Embargoed until 06:00 GMT, 25 November 2026',
    '',
    'HARWICK - The budget is out.',
  ]);
  assert.equal(item.embargo, '2026-11-25T06:00:00.000Z');
  const plain = await readOne('Embargoed until 06:00 GMT, 25 November 2026: Budget', [
    'HARWICK - The budget is out.',
  ]);
  assert.equal(plain.embargo, '2026-11-25T06:00:00.000Z');
  assert.equal(plain.dateline?.place, 'HARWICK');
});

test('each attachment is read as if it had come alone, mails within the mail too', async () => {
  const json = (id: string) => JSON.stringify({ uri: id, headline: `The ${id}`, body_html: '<p>It is.</p>' });
  const inner = [
    ...HEAD.slice(0, 3),
    'Message-ID: <inner@desk.example>',
    'Subject: Inner',
    '',
    'An inner mail speaks.',
  ];
  const part = (type: string, name: string, content: string) => [
    ...[
      '--b',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      '',
    ],
    content,
  ];
  const items = await readAll(
    [
      ...[...HEAD, 'Subject: Two', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', ''],
      ...['--b', '', 'Two stories.'],
      ...part('application/json', 'a.json', json('lamp')),
      ...part('application/octet-stream', 'b.bin', json('lock')),
      ...part('message/rfc822', 'c.eml', inner.join('\r\n')),
      '--b--',
    ],
    'mx.paper.example; dkim=pass header.d=desk.example',
  );
  assert.deepEqual(
    items.map(({ headline }) => headline),
    ['The lamp', 'The lock', 'Inner'],
  );
  for (const { sender } of items)
    assert.deepEqual(sender, { address: 'ada@desk.example', verified: ['dkim'] });
});

test('only what our own server has proven of the address in From counts', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [
      'mx; spf=pass smtp.mailfrom=bounce@mail.desk.example; dkim=pass header.d=desk.example; dmarc=pass header.from=desk.example',
      ['spf', 'dkim', 'dmarc'],
    ],
    ['mx; spf=pass (a (b) c) smtp.mailfrom=ada@desk.example', ['spf']],
    [
      'ses; spf=pass (spfCheck: domain of desk.example; client-ip=192.0.2.1; envelope-from=ada@desk.example; dkim=fail',
      ['spf'],
    ],
    ['mx; dkim=pass header.d=other.example; spf=pass smtp.mailfrom=x@other.example', []],
    ['mx; dkim=pass header.d=example; spf=pass smtp.mailfrom=x@example', []],
    ['mx; dkim=fail header.d=desk.example; spf=softfail smtp.mailfrom=ada@desk.example', []],
    ['mx; dkim=fail (dkim=pass header.d=desk.example)', []],
    ['mx; dkim=pass', []],
    ['mx; none', []],
  ];
  for (const [results, proven] of cases)
    assert.deepEqual(proofsOf(results, 'ada@desk.example'), proven, results);
  assert.deepEqual(proofsOf('mx; dkim=pass header.d=co.uk', 'a@desk.co.uk'), []);
  assert.deepEqual(proofsOf(undefined, 'ada@desk.example'), []);
});

test('what a mail says of its own proofs is not believed', async () => {
  const [item] = await readAll([
    'Authentication-Results: mx.paper.example; spf=pass smtp.mailfrom=ada@desk.example; dkim=pass header.d=desk.example',
    ...[...HEAD, 'Subject: Rain', '', 'It rains.'],
  ]);
  assert.deepEqual(item?.sender, { address: 'ada@desk.example' });
});

test('a mail is told by its head, in one pass, and nothing else is taken for one', () => {
  assert.ok(isMail('From ada Tue Nov 24\nReceived: by x\n\ty\n\nBody'));
  assert.ok(isMail('From: a\nTo: b\nSubject: c\nDate: d\n\nBody'));
  assert.ok(!isMail('From: our correspondent\nSubject: the weather\n\nIt rains.'));
  assert.ok(!isMail('A line\nReceived: by x'));
  // A pattern with two ways to read each line took minutes for fifty of these.
  assert.ok(!isMail(`${'ab: x\n'.repeat(1_200)}zz`));
});

test('whatever results and heads hold, reading them ends', () => {
  const piece = fc.constantFrom(
    'spf=pass',
    'dkim=pass',
    '(',
    ')',
    ';',
    'header.d=a.example',
    ' ',
    '=',
    '@',
    'x'.repeat(50),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const results = pieces.join(' ');
      assert.ok(proofsOf(results, 'x@a.example').length <= 3);
      isMail(results);
    }),
  );
});
