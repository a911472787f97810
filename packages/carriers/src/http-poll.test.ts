import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { HttpLogin } from '@courant/wire';
import {
  CLOCK,
  Desk,
  faultOf,
  guardForTests,
  nothingStaysOpen,
  openNow,
  secretsForTests,
} from './carrier-testing.ts';
import { httpPoll } from './http-poll.ts';
import { serverOf } from './http-server-testing.ts';

const FEED = '<rss version="2.0"><channel><title>Harbour wire</title></channel></rss>';
const TOOLS = {
  http: {
    guard: guardForTests({
      'wire.example': ['127.0.0.1'],
      'other.example': ['127.0.0.1'],
      'in.example': ['10.0.0.1'],
    }),
  },
  secrets: secretsForTests({ harbour: 'lantern' }),
  clock: CLOCK,
};
const MOST = 100_000;
const carrier = (address: string, login?: HttpLogin) =>
  httpPoll({ address, mostBytes: MOST, ...(login ? { login } : {}) }, TOOLS);

describe('a poll', () => {
  it('brings what is there, and asks the next time whether it has changed', async (t) => {
    const before = openNow();
    const { url, requests } = await serverOf(t, ({ headers }, response) => {
      const isKnown =
        headers['if-none-match'] === '"a"' &&
        headers['if-modified-since'] === 'Sat, 23 Apr 2011 18:00:00 GMT';
      response.writeHead(isKnown ? 304 : 200, {
        etag: '"a"',
        'last-modified': 'Sat, 23 Apr 2011 18:00:00 GMT',
        'content-type': 'application/rss+xml',
        'set-cookie': 'session=1',
      });
      response.end(isKnown ? undefined : FEED);
    });
    const desk = new Desk();
    const poll = carrier(`${url}/feed?key=1`);
    assert.equal((await desk.visit(poll)).brought, 1);
    assert.equal((await desk.visit(poll)).brought, 0);
    assert.deepEqual(desk.texts(), [FEED]);
    const [parcel] = desk.parcels;
    assert.deepEqual([parcel?.mediaType, parcel?.name], ['application/rss+xml', `${url}/feed?key=…`]);
    assert.equal(parcel?.headers['set-cookie'], undefined);
    assert.equal(parcel?.headers.etag, '"a"');
    assert.equal(requests.length, 2);
    // The server of the test itself stays until the test ends.
    await nothingStaysOpen([...before, 'TCPServerWrap']);
  });

  it('brings a body once where a server knows no validators', async (t) => {
    const bodies = [FEED, FEED, `${FEED} `, ''];
    const { url } = await serverOf(t, (_request, response) => response.end(bodies.shift()));
    const desk = new Desk();
    const brought = [];
    for (let i = 0; i < 4; i++) brought.push((await desk.visit(carrier(url))).brought);
    assert.deepEqual(brought, [1, 0, 1, 0]);
  });

  const packings: readonly (readonly [string, Buffer])[] = [
    ['gzip', gzipSync(FEED)],
    ['x-gzip', gzipSync(FEED)],
    ['br', brotliCompressSync(FEED)],
    ['deflate', deflateSync(FEED)],
    ['deflate', deflateRawSync(FEED)],
    ['gzip, br', brotliCompressSync(gzipSync(FEED))],
    ['identity', Buffer.from(FEED)],
  ];
  for (const [encoding, body] of packings) {
    it(`unpacks ${encoding} of ${body.length} bytes`, async (t) => {
      const { url } = await serverOf(t, (_request, response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end(body);
      });
      const desk = new Desk();
      await desk.visit(carrier(url));
      assert.deepEqual(desk.texts(), [FEED]);
    });
  }

  it('proposes a new address where every redirect is permanent, and no other', async (t) => {
    const { url } = await serverOf(t, ({ path }, response) => {
      const [to, status] = { '/a': ['/b', 301], '/b': ['/c', 308], '/t': ['/b', 302] }[path] ?? [];
      if (typeof status === 'number') response.writeHead(status, { location: String(to) }).end();
      else response.end(FEED);
    });
    const moved = await new Desk().visit(carrier(`${url}/a`));
    assert.deepEqual([moved.movedTo, moved.memory.movedTo], [`${url}/c`, `${url}/c`]);
    assert.equal((await new Desk().visit(carrier(`${url}/t`))).movedTo, undefined);
  });

  it('lets the guard see every redirect', async (t) => {
    const targets = [
      'http://169.254.169.254/',
      'http://in.example/',
      'http://[::ffff:127.0.0.1]/',
      'file:///etc/passwd',
      'http://127.0.0.1:22/',
      'http://u:p@wire.example:8080/',
    ];
    const { url } = await serverOf(t, ({ path }, response) => {
      response.writeHead(302, { location: targets[Number(path.slice(1))] ?? '' }).end();
    });
    for (const i of targets.keys()) {
      await faultOf(new Desk().visit(carrier(`${url}/${i}`)), 'address-refused');
    }
  });

  it('gives up where redirects go round', async (t) => {
    const { url, requests } = await serverOf(t, (_request, response) =>
      response.writeHead(302, { location: '/' }).end(),
    );
    await faultOf(new Desk().visit(carrier(url)), 'too-many-redirects');
    assert.equal(requests.length, 6);
  });

  const logins: readonly (readonly [HttpLogin, string, string | undefined])[] = [
    [
      { by: 'basic', user: 'paper', secret: 'harbour' },
      '/',
      `Basic ${Buffer.from('paper:lantern').toString('base64')}`,
    ],
    [{ by: 'bearer', secret: 'harbour' }, '/', 'Bearer lantern'],
    [{ by: 'query', name: 'key', secret: 'harbour' }, '/?key=lantern', undefined],
    [{ by: 'header', name: 'X-Key', secret: 'harbour' }, '/', undefined],
  ];
  for (const [login, path, authorization] of logins) {
    it(`shows who asks by ${login.by}, to the address’s own origin alone`, async (t) => {
      const other = await serverOf(t, (_request, response) => response.end(FEED));
      const { url, requests } = await serverOf(t, (request, response) => {
        response.writeHead(307, { location: request.path.startsWith('/2') ? `${other.url}/` : '/2' }).end();
      });
      await new Desk().visit(carrier(url, login));
      assert.equal(requests[0]?.path, path);
      assert.equal(requests[0]?.headers.authorization, authorization);
      assert.equal(requests[1]?.headers.authorization, authorization);
      const [seen] = other.requests;
      assert.deepEqual(
        [seen?.headers.authorization, seen?.headers['x-key'], seen?.path],
        [undefined, undefined, '/'],
      );
      if (login.by === 'header') assert.equal(requests[0]?.headers['x-key'], 'lantern');
    });
  }

  it('says which secret is missing', async () => {
    const poll = carrier('http://127.0.0.1:8080/', { by: 'bearer', secret: 'nowhere' });
    assert.match((await faultOf(new Desk().visit(poll), 'secret-missing')).message, /“nowhere”/);
  });

  const statuses: readonly (readonly [number, string])[] = [
    [401, 'login-refused'],
    [403, 'login-refused'],
    [404, 'not-there'],
    [410, 'gone'],
    [418, 'refused'],
    [429, 'refused'],
    [500, 'server-failed'],
    [503, 'server-failed'],
  ];
  for (const [status, code] of statuses) {
    it(`says what ${status} means`, async (t) => {
      const { url } = await serverOf(t, (_request, response) =>
        response.writeHead(status).end('<h1>no</h1>'),
      );
      const desk = new Desk();
      const fault = await faultOf(desk.visit(carrier(`${url}/?key=lantern`)), code);
      assert.doesNotMatch(fault.message, /lantern/);
      assert.deepEqual(desk.texts(), []);
    });
  }

  it('stays away for as long as it is asked to', async (t) => {
    const rests = ['120', new Date(Date.now() + 3_600_000).toUTCString()];
    const { url } = await serverOf(t, ({ path }, response) => {
      response.writeHead(path === '/a' ? 429 : 503, { 'retry-after': rests.shift() }).end();
    });
    assert.equal((await new Desk().visit(carrier(`${url}/a`))).rest, 120);
    const { rest = 0 } = await new Desk().visit(carrier(`${url}/b`));
    assert.ok(rest > 3500 && rest <= 3600, String(rest));
  });

  it('remembers nothing of what could not be kept', async (t) => {
    const { url } = await serverOf(t, (_request, response) => response.setHeader('etag', '"a"').end(FEED));
    const desk = new Desk();
    desk.failOn = () => true;
    await faultOf(desk.visit(carrier(url)), 'not-kept');
    assert.deepEqual(desk.memory, {});
    desk.failOn = () => false;
    assert.equal((await desk.visit(carrier(url))).brought, 1);
  });
});

describe('a poll of a server that is not well', () => {
  const bomb = gzipSync(Buffer.alloc(MOST + 1));
  const faults: readonly (readonly [string, string, Parameters<typeof serverOf>[1]])[] = [
    [
      'a body cut off in the middle',
      'cut-off',
      (_request, response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('half', () => response.destroy());
      },
    ],
    [
      'a packed body cut off in the middle',
      'cut-off',
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(FEED).subarray(0, 30));
      },
    ],
    ['a connection cut off before it answers', 'cut-off', (_request, response) => void response.destroy()],
    [
      'a body that says that it is too large',
      'too-large',
      (_request, response) => {
        response.writeHead(200, { 'content-length': MOST + 1 }).write('x');
      },
    ],
    [
      'a body that is too large and does not say so',
      'too-large',
      (_request, response) => {
        const more = (): void => void (response.destroyed || response.write(Buffer.alloc(10_000), more));
        more();
      },
    ],
    [
      'a bomb',
      'too-large',
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      },
    ],
    [
      'headers without end',
      'too-large',
      (_request, response) => {
        response.socket?.write(`HTTP/1.1 200 OK\r\n${'x-more: 1234567890\r\n'.repeat(5000)}\r\n`);
      },
    ],
    [
      'a packing nobody knows',
      'protocol-broken',
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'zip' }).end(FEED);
      },
    ],
    [
      'a packing over a packing over a packing',
      'protocol-broken',
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip,gzip,gzip' }).end(FEED);
      },
    ],
    [
      'a body that is not packed as it says',
      'protocol-broken',
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(FEED);
      },
    ],
    [
      'an answer that is none',
      'protocol-broken',
      (_request, response) => {
        response.socket?.end('SSH-2.0-harbour\r\n');
      },
    ],
  ];
  for (const [name, code, answer] of faults) {
    it(`ends with a fault on ${name}`, async (t) => {
      const before = openNow();
      const { url } = await serverOf(t, answer);
      const desk = new Desk();
      await faultOf(desk.visit(carrier(url)), code);
      assert.deepEqual([desk.parcels, desk.memory], [[], {}]);
      await nothingStaysOpen([...before, 'TCPServerWrap']);
    });
  }

  it('ends when it is stopped, though the server hangs', async (t) => {
    const stop = new AbortController();
    const { url } = await serverOf(t, () => setImmediate(() => stop.abort()));
    await faultOf(new Desk().visit(carrier(url), stop.signal), 'stopped');
  });

  it('says that nobody answers, and that a name leads nowhere', async (t) => {
    const { url, server } = await serverOf(t, () => undefined);
    await new Promise((resolve) => server.close(resolve));
    await faultOf(new Desk().visit(carrier(url)), 'unreachable');
    await faultOf(new Desk().visit(carrier('http://nowhere.example/')), 'address-refused');
  });
});
