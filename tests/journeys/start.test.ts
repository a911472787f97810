import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { suite, test } from 'node:test';
import type { PaperPlace, RunAs } from '../kits/paper.ts';
import { courant, Paper, paperPlace, postgresPid, startedPaper, until } from '../kits/paper.ts';

const PLACES = [{ edition: 'international', section: 'world/politics' }];
/** One line, with nothing in it that only we would understand. */
const SENTENCE = /^courant start: [A-Z][^\n]+\.[^\n]*\n$/;

suite('the paper in one command', { concurrency: 2 }, () => {
  test('a first start brings a whole paper, a second finds everything, and both stop in order', async (t) => {
    const paper = await startedPaper(t);
    const front = await paper.get('/');
    assert.equal(front.status, 200);
    assert.match(front.text, /The Daily Courant/);
    assert.match(paper.token, /^courant_/);
    const copy = { slug: 'quay', headline: 'The quay is open', bodyHtml: '<p>It opened at six.</p>' };
    const filed = await paper.post('/api/v1/stories', copy);
    const { story } = JSON.parse(filed.text) as { readonly story: string };
    const published = await paper.post(`/api/v1/stories/${story}/publish`, { places: PLACES });
    assert.equal(published.status, 200, published.text);
    assert.equal(await paper.stop('SIGTERM'), 0, paper.said);
    assert.equal(await paper.postgresPid(), undefined);

    const began = performance.now();
    await paper.start();
    assert.equal((await paper.get('/')).status, 200);
    t.diagnostic(`the second start’s front answered after ${Math.round(performance.now() - began)} ms`);
    assert.match((await paper.get('/world/politics')).text, /The quay is open/);
    const told = await paper.get(`/api/v1/stories/${story}`);
    assert.equal(told.status, 200, told.text);
    const again = await paper.post('/api/v1/stories', {
      slug: 'b',
      headline: 'The first token is still good',
    });
    assert.equal(again.status, 201, again.text);
    assert.equal(await paper.stop('SIGINT'), 0, paper.said);
    assert.equal(await paper.postgresPid(), undefined);
  });

  test('a second owner is refused and told where the first is; every other command works beside it', async (t) => {
    const paper = await startedPaper(t);
    const server = await paper.postgresPid();
    const second = await courant({ ...paper.place, env: { ...paper.place.env, PORT: '0' } }, 'start');
    assert.equal(second.exit, 1);
    assert.match(second.stderr, SENTENCE);
    assert.match(
      second.stderr,
      new RegExp(`process ${paper.pid}, at http://localhost:${paper.place.port}\\.`),
    );

    const status = await paper.courant('status', '--json');
    assert.equal(status.exit, 0, status.stderr);
    const { surfaces } = JSON.parse(status.stdout) as { readonly surfaces: readonly { isLive: boolean }[] };
    assert.deepEqual(
      surfaces.map((surface) => surface.isLive),
      [true],
    );
    const both = await Promise.all([paper.courant('log', 'verify'), paper.courant('doctor')]);
    for (const { exit, stderr } of both) assert.equal(exit, 0, stderr);
    assert.equal(await paper.postgresPid(), server);
    assert.equal((await paper.get('/')).status, 200);
  });

  test('an ordinary user runs a paper, and its database, without any help of root', async (t) => {
    if (process.geteuid?.() !== 0)
      return t.skip('these tests are run by an ordinary user: all of them show it');
    if (!(await mayRead(NOBODY))) return t.skip('another account cannot enter the folder of the project');
    const paper = new Paper(await paperPlace(t, { HOME: '/nonexistent' }, NOBODY));
    await paper.start();
    assert.equal((await paper.get('/')).status, 200);
    const server = await stat(`/proc/${await paper.postgresPid()}`);
    assert.equal(server.uid, NOBODY.uid);
    const verified = await paper.courant('log', 'verify');
    assert.equal(verified.exit, 0, verified.stderr);
    assert.equal(await paper.stop(), 0, paper.said);
    assert.equal(await paper.postgresPid(), undefined);
  });

  test('a command without a running paper starts the database, and stops it when it is done', async (t) => {
    const place = await paperPlace(t);
    const made = await courant(place, 'migrate');
    assert.equal(made.exit, 0, made.stderr);
    assert.equal(await postgresPid(place.varDir), undefined);
    // Of several at once the last to end stops it, and none ends under another.
    const several = await Promise.all([
      courant(place, 'log', 'verify'),
      courant(place, 'status', '--json'),
      courant(place, 'token', 'new', '--scope', 'view'),
    ]);
    for (const { exit, stderr } of several) assert.equal(exit, 0, stderr);
    assert.equal(await postgresPid(place.varDir), undefined);
  });

  test('a start beside a command takes its database over, and keeps it when the command ends', async (t) => {
    const paper = new Paper(await paperPlace(t));
    const [made] = await Promise.all([paper.courant('migrate'), paper.start()]);
    assert.equal(made.exit, 0, made.stderr);
    assert.equal((await paper.get('/')).status, 200);
    assert.equal(await paper.stop(), 0, paper.said);
    assert.equal(await paper.postgresPid(), undefined);
  });

  test('a taken port is said in a sentence, and leaves no database running', async (t) => {
    const place = await paperPlace(t);
    const other = createServer().listen(place.port, '127.0.0.1');
    await once(other, 'listening');
    t.after(() => other.close());
    const { exit, stderr } = await courant(place, 'start');
    assert.equal(exit, 1);
    const last = `${stderr.trim().split('\n').at(-1)}\n`;
    assert.match(last, SENTENCE);
    assert.match(last, new RegExp(`listens on port ${place.port}.*PORT=${place.port + 1} npm start`));
    assert.equal(await postgresPid(place.varDir), undefined);
  });

  test('a wrong setting is named in a sentence, before anything is made', async (t) => {
    const wrong: Readonly<Record<string, RegExp>> = {
      'PORT=abc': /PORT must be a number/,
      'PORT=70000': /PORT must be at most 65535/,
      'DATABASE_URL=mysql://127.0.0.1/x': /DATABASE_URL must begin with postgresql:/,
      'PUBLIC_URL=paper.example': /PUBLIC_URL must be an address/,
      'LOG_LEVEL=loud': /LOG_LEVEL must be/,
      'DATABASE_URL=postgresql://127.0.0.1:1/x': /PostgreSQL of DATABASE_URL cannot be used/,
    };
    const place = await paperPlace(t);
    for (const [setting, sentence] of Object.entries(wrong)) {
      const { exit, stdout, stderr } = await courant(withSetting(place, setting), 'start');
      assert.deepEqual([exit, stdout], [1, ''], setting);
      assert.match(stderr, SENTENCE, setting);
      assert.match(stderr, sentence, setting);
      await assert.rejects(access(place.varDir), { code: 'ENOENT' }, setting);
    }
  });

  test('a start that is told to stop before it serves stops in order', async (t) => {
    const paper = new Paper(await paperPlace(t));
    const starting = paper.start();
    const isThere = async () => (await paper.postgresPid()) !== undefined;
    await until(isThere, { within: 30_000, what: 'its database runs' });
    assert.equal(await paper.stop(), 0, paper.said);
    assert.equal(await paper.postgresPid(), undefined);
    await Promise.allSettled([starting]);
  });
});

/** An account that owns nothing; its numbers are Debian's. */
const NOBODY = { uid: 65_534, gid: 65_534 };

async function mayRead(account: RunAs): Promise<boolean> {
  const child = spawn(process.execPath, ['--version'], { cwd: import.meta.dirname, ...account });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (exit) => resolve(exit === 0));
  });
}

function withSetting(place: PaperPlace, setting: string): PaperPlace {
  const [name = '', value = ''] = setting.split(/=(.*)/s);
  return { ...place, env: { ...place.env, [name]: value } };
}
