import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@courant/base';
import { plainText } from '@courant/story';
import fc from 'fast-check';
import { readPayload } from './read.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem } from './wire-item.ts';

const OPTIONS: ReadOptions = { received: instant(new Date('2026-01-02T12:00:00Z')) };

function items(text: string, options = OPTIONS): readonly WireItem[] {
  const reading = readPayload(new TextEncoder().encode(text), options);
  assert.ok(reading.ok, reading.ok ? '' : reading.say);
  return reading.items;
}

function iptc(
  inside: { keyword?: string; top?: string; text?: string; tail?: string },
  options = OPTIONS,
): WireItem {
  const {
    keyword = 'Harbour-bridge/',
    top = 'Bridge opens =',
    text = 'Saltmouth (ex) - It opened.',
  } = inside;
  const tail = inside.tail ?? '021100 GMT Jan 26';
  const [item] = items(
    `\u0001exa007 3 i 12 abc   ex 07\r\n\r\n${keyword}\r\n\u0002${top}\r\n\r\n${text}\r\n\u0003${tail}\r\n\u0004`,
    options,
  );
  assert.ok(item);
  return item;
}

const ANPA = `\u0016\u0016\u0001W0041\u001f_x\nr a\u0013\u0011 BC-US--HarbourBridge     01-02 0080\n\u0002^BC-US--Harbour Bridge,80<\n^Bridge opens<\n\t   SALTMOUTH (AP) _ It opened.\n\t   \u0003AP-WF-01-02-26 1100GMT<\n\u0004`;

test('messages of a text wire have no id of their own: line, number and day make one, keywords and day tell versions', () => {
  const { id, matchBy, versionCreated, slug, headline, urgency } = iptc({});
  assert.deepEqual(
    { id, matchBy, versionCreated, slug, headline, urgency },
    {
      id: 'exa:007:2026-01-02',
      matchBy: { keyword: 'harbour-bridge', day: '2026-01-02' },
      versionCreated: '2026-01-02T11:00:00.000Z',
      slug: 'Harbour-bridge',
      headline: 'Bridge opens',
      urgency: 3,
    },
  );
  const [anpa] = items(ANPA);
  assert.deepEqual([anpa?.id, anpa?.matchBy?.keyword], ['W:0041:2026-01-02', 'us--harbourbridge']);
});

test('a keyword that stands over every text of a country or over every alert matches nothing', () => {
  assert.equal(iptc({ keyword: 'France' }).matchBy, undefined);
  assert.equal(items(ANPA.replace('BC-US--HarbourBridge ', 'BC-US--APNewsAlert '))[0]?.matchBy, undefined);
});

test('a rewrite shares its keywords with what it rewrites; a part of a story does not', () => {
  const rewrite = iptc({ top: '3RD LEAD\r\nBridge opens =' });
  assert.deepEqual([rewrite.take, rewrite.signal, rewrite.matchBy?.keyword], [3, 'update', 'harbour-bridge']);
  const parts = [
    iptc({ keyword: 'Harbour-bridge, take 2/' }),
    iptc({ top: 'Bridge opens (Teil 2 von 3) =' }),
    iptc({ top: '1ST ADD\r\nBridge opens =' }),
  ];
  for (const part of parts) {
    assert.match(part.matchBy?.keyword ?? '', /^harbour-bridge, \w+ \d$/);
    assert.deepEqual(
      part.warnings.map(({ code }) => code),
      ['part'],
    );
  }
});

test('the headline is the line before the sign that ends it, without what stands above and below', () => {
  assert.equal(iptc({ top: 'EXTRA\r\nBridge opens =' }).headline, 'Bridge opens');
  const bylined = iptc({ top: 'Bridge opens\r\nBy Ada Quill, ex  =' });
  assert.deepEqual([bylined.headline, bylined.byline], ['Bridge opens', 'Ada Quill, ex']);
  const above = iptc({
    top: 'Harbour\r\nAtlantis:\r\nBridge opens after nine years of waiting in the rain, most of\r\nit horizontal =',
  });
  assert.equal(above.kicker, 'Harbour · Atlantis');
  assert.equal(above.headline, 'Bridge opens after nine years of waiting in the rain, most of it horizontal');
  assert.equal(iptc({ top: 'Bridge opens+' }).headline, 'Bridge opens');
});

test('the year of a date without one is the last in which it is not ahead, and months have names in many languages', () => {
  assert.equal(iptc({ tail: '312350 GMT Dez' }).versionCreated, '2025-12-31T23:50:00.000Z');
  assert.equal(iptc({ tail: '021300 GMT Jan' }).versionCreated, '2026-01-02T13:00:00.000Z');
  assert.equal(iptc({ tail: '151200 MESZ Okt 25' }).versionCreated, '2025-10-15T10:00:00.000Z');
  assert.equal(
    iptc({ tail: '151200 mai 25' }, { ...OPTIONS, timeZone: 'Europe/Zurich' }).versionCreated,
    '2025-05-15T10:00:00.000Z',
  );
  assert.equal(iptc({ tail: '311200 GMT Feb 26' }).versionCreated, undefined);
  const [headOnly] = items(ANPA.replace('AP-WF-01-02-26 1100GMT', '').replace('01-02 0080', '12-31 0080'));
  assert.equal(headOnly?.versionCreated, '2025-12-31T00:00:00.000Z');
});

test('lines within a paragraph are joined, tables stay, and what is for editors is a notebook', () => {
  const text =
    '   Saltmouth (ex) - It\r\nopened.\r\n   It stood.\r\n\r\n# Notebook\r\n\r\n* * * *\r\n- Reporting by: Ada Quill';
  const { body } = iptc({ text });
  assert.equal(body && plainText(body), 'Saltmouth (ex) - It opened.\n\nIt stood.');
  assert.deepEqual(
    body?.content.map(({ type }) => type),
    ['paragraph', 'paragraph', 'notebook', 'notebook'],
  );
});

test('signs of the teleprinter become signs of print', () => {
  const { body } = iptc({ text: "``It _ the bridge _ stands,'' she said. ,,Mooi!''" });
  assert.equal(body && plainText(body), '“It — the bridge — stands,” she said. „Mooi!”');
});

test('several messages in one file are as many items, with fill bytes between', () => {
  const one =
    '\u007f\u007f\r\n\u0001exa007 3 i 12\r\n\r\nHarbour-bridge/\r\n\u0002Bridge opens =\r\n\r\nIt opened.\r\n\u0003021100 GMT Jan 26\r\n\u0004';
  assert.deepEqual(
    items(one + one.replace('007', '008')).map(({ id }) => id),
    ['exa:007:2026-01-02', 'exa:008:2026-01-02'],
  );
});

test('text of Western bytes is read as such', () => {
  const bytes = Uint8Array.from(
    '\u0001exa007 3 i 12\r\n\r\nK-l/\r\n\u0002Br\u00fccke \u00e9 =\r\n\r\nText.\r\n\u0003021100 GMT Jan 26',
    (sign) => sign.charCodeAt(0),
  );
  const reading = readPayload(bytes, OPTIONS);
  assert.equal(reading.ok && reading.items[0]?.headline, 'Brücke é');
});

test('whatever becomes of a message on the way, it is answered', () => {
  const cut = fc.record({
    at: fc.nat(400),
    gone: fc.nat(30),
    put: fc.string({ unit: 'binary', maxLength: 8 }),
  });
  const whole =
    '\u0001exa007 3 i 12\r\n\r\nHarbour-bridge/\r\n\u0002Bridge opens =\r\n\r\nIt opened.\r\n\u0003021100 GMT Jan 26\r\n\u0004';
  fc.assert(
    fc.property(
      fc.constantFrom<string>(whole, ANPA),
      fc.array(cut, { minLength: 1, maxLength: 5 }),
      (text, cuts) => {
        const cutUp = cuts.reduce(
          (all, { at, gone, put }) => all.slice(0, at) + put + all.slice(at + gone),
          text,
        );
        assert.equal(typeof readPayload(new TextEncoder().encode(cutUp), OPTIONS).ok, 'boolean');
      },
    ),
  );
});

test('as much as may be sent of one sign is answered in bounds', () => {
  for (const sign of ['\u0001', '\u0002', '\u0003', '^', '=\n', '\t', '\b\u001f\u001e', 'a/', '(', ' _']) {
    const began = performance.now();
    readPayload(
      new TextEncoder().encode(`\u0001exa007 3 i 12\n\n\u0002${sign.repeat(1_000_000 / sign.length)}`),
      OPTIONS,
    );
    readPayload(
      new TextEncoder().encode(`${ANPA.slice(0, 60)}\u0002${sign.repeat(1_000_000 / sign.length)}`),
      OPTIONS,
    );
    assert.ok(performance.now() - began < 5_000, JSON.stringify(sign));
  }
});
