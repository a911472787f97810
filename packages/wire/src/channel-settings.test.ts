import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '@courant/base';
import fc from 'fast-check';
import { channelPlace, readChannelSettings, secretsOf, shownAddress } from './wire.ts';

const FINGERPRINT = `SHA256:${'a'.repeat(43)}`;

const GOOD: Readonly<Record<string, Json>> = {
  folder: { kind: 'folder', path: '/var/spool/wire' },
  http: { kind: 'http', address: 'https://wire.example/feed.xml' },
  push: { kind: 'push', proof: { by: 'bearer', secrets: ['harbour'] } },
  ftp: { kind: 'ftp', host: 'ftp.example', user: 'paper', secret: 'harbour' },
  sftp: {
    kind: 'sftp',
    host: 'sftp.example',
    user: 'paper',
    login: { by: 'key', secret: 'harbour', phrase: 'harbour-phrase' },
    hostKeys: [FINGERPRINT],
  },
  imap: { kind: 'imap', host: 'mail.example', user: 'wire@mail.example', secret: 'harbour' },
  websub: { kind: 'websub', topic: 'https://wire.example/feed.xml', secret: 'harbour' },
};

function good(kind: string): { readonly [name: string]: Json } {
  // The table above holds objects alone.
  return GOOD[kind] as { readonly [name: string]: Json };
}

describe('the settings of a channel', () => {
  for (const [kind, json] of Object.entries(GOOD)) {
    it(`of the kind ${kind} are read from what must be said, and are the same when read again`, () => {
      const read = readChannelSettings(json);
      assert.ok(read.ok, JSON.stringify(read));
      assert.equal(read.value.kind, kind);
      const again = readChannelSettings(JSON.parse(JSON.stringify(read.value)));
      assert.deepEqual(again, read);
    });
  }

  const faulty: readonly (readonly [name: string, json: Json, at: string, say: RegExp])[] = [
    ['no object', 'folder', 'settings', /must be an object/],
    ['no kind', {}, 'kind', /“folder”, “http”/],
    ['an unknown kind', { kind: 'fax' }, 'kind', /must be one of/],
    ['a relative folder', { ...good('folder'), path: 'spool' }, 'path', /absolute/],
    ['a name nobody knows', { ...good('folder'), paht: '/x' }, 'paht', /no such setting/],
    ['a password in plain', { ...good('ftp'), password: 'hunter2' }, 'password', /do not stand in settings/],
    ['a secret that is none', { ...good('ftp'), secret: 'P@ssw0rd!' }, 'secret', /name under which/],
    ['no secret', { kind: 'ftp', host: 'ftp.example', user: 'paper' }, 'secret', /missing/],
    ['a login in an address', { kind: 'http', address: 'https://u:p@wire.example/' }, 'address', /login/],
    ['another scheme', { kind: 'http', address: 'file:///etc/passwd' }, 'address', /http:/],
    ['a visit each 0 s', { ...good('http'), every: 0 }, 'every', /from 1/],
    ['a server with a path', { ...good('ftp'), host: 'ftp.example/in' }, 'host', /without scheme/],
    ['half a port', { ...good('ftp'), port: 21.5 }, 'port', /whole/],
    ['a line break', { ...good('ftp'), user: 'paper\r\nDELE x' }, 'user', /one line/],
    ['a host key in hex', { ...good('sftp'), hostKeys: ['16:27:ac'] }, 'hostKeys', /ssh-keygen/],
    ['no way to log in', { kind: 'sftp', host: 'a.example', user: 'u' }, 'login', /“password” or by “key”/],
    ['nowhere to move', { ...good('imap'), after: 'move' }, 'done', /which mailbox/],
    ['no proof', { kind: 'push' }, 'proof', /how a push shows/],
    [
      'a secret as proof',
      { kind: 'push', proof: { by: 'bearer', secrets: ['!'] } },
      'proof.secrets',
      /names/,
    ],
    ['no certificate', { ...good('http'), certificate: 'trust me' }, 'certificate', /PEM/],
    ['silence at once', { ...good('http'), silence: { within: 1 } }, 'silence.within', /from 60/],
    [
      'a zone nobody lives in',
      {
        ...good('http'),
        silence: { within: 600, quiet: { zone: 'Mars/Base', from: '22:00', until: '06:00' } },
      },
      'silence.quiet.zone',
      /time zone/,
    ],
    [
      'half a night',
      { ...good('http'), silence: { within: 600, quiet: { zone: 'UTC', from: '22:00' } } },
      'silence.quiet.from',
      /until/,
    ],
    [
      'a week of Sundays',
      { ...good('http'), silence: { within: 600, quiet: { zone: 'UTC', days: [0, 1, 2, 3, 4, 5, 6] } } },
      'silence.quiet.days',
      /One day/,
    ],
  ];
  for (const [name, json, at, say] of faulty) {
    it(`with ${name} are refused by a sentence at ${at}`, () => {
      const read = readChannelSettings(json);
      assert.ok(!read.ok);
      const fault = read.faults?.find((one) => one.at === at);
      assert.match(fault?.say ?? JSON.stringify(read.faults), say);
    });
  }

  it('tell every fault at once', () => {
    const read = readChannelSettings({ kind: 'ftp', port: 0, tls: 'maybe' });
    assert.ok(!read.ok);
    assert.deepEqual(read.faults?.map(({ at }) => at).toSorted(), ['host', 'port', 'secret', 'tls', 'user']);
  });

  it('never repeat what stood where a secret goes', () => {
    const read = readChannelSettings({ ...good('ftp'), secret: 'S3cret Phrase', password: 'Hunter Two' });
    assert.doesNotMatch(JSON.stringify(read), /S3cret|Hunter/);
  });

  it('are read or refused whatever the JSON, and never throw', () => {
    const base = fc.constantFrom(...Object.values(GOOD));
    fc.assert(
      fc.property(base, fc.jsonValue(), fc.string(), (json, other, name) => {
        // What fast-check calls a JSON value is one.
        const value = other as Json;
        readChannelSettings(value);
        const mixed: Json = { ...(json as { readonly [key: string]: Json }), [name]: value };
        const read = readChannelSettings(mixed);
        if (!read.ok) assert.ok(read.say.length > 0);
      }),
    );
  });

  it('name every secret that is needed', () => {
    const secrets = Object.fromEntries(
      Object.keys(GOOD).map((kind) => {
        const read = readChannelSettings(good(kind));
        return [kind, read.ok ? secretsOf(read.value) : undefined];
      }),
    );
    assert.deepEqual(secrets, {
      folder: [],
      http: [],
      push: ['harbour'],
      ftp: ['harbour'],
      sftp: ['harbour', 'harbour-phrase'],
      imap: ['harbour'],
      websub: ['harbour'],
    });
  });
});

describe('the place of a channel', () => {
  it('is shown without login and without the values of a query', () => {
    assert.equal(
      shownAddress('https://user:word@wire.example/feed?key=abc&key=def&lang=en#x'),
      'https://wire.example/feed?key=…&lang=…',
    );
    assert.equal(shownAddress('not an address'), 'an address that cannot be read');
  });

  it('is said in a line for each kind', () => {
    const said = Object.keys(GOOD).map((kind) => {
      const read = readChannelSettings(good(kind));
      return read.ok ? channelPlace(read.value) : read.say;
    });
    assert.deepEqual(said, [
      '/var/spool/wire',
      'https://wire.example/feed.xml',
      'what is sent to us',
      'ftp://ftp.example:21/.',
      'sftp://sftp.example:22/.',
      'imap://mail.example:993/INBOX',
      'https://wire.example/feed.xml',
    ]);
  });
});
