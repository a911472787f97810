import assert from 'node:assert/strict';
import { readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { FtpChannel, ImapChannel, SftpChannel } from '@courant/wire';
import { ImapFlow } from 'imapflow';
import { CLOCK, Desk, faultOf, guardForTests, secretsForTests } from './carrier-testing.ts';
import { ftp } from './ftp.ts';
import { imap } from './imap.ts';
import { ftpServer, imapServer, NO_DOVECOT, NO_FTP, NO_SSHD, sshServer } from './servers-testing.ts';
import { sftp } from './sftp.ts';

const ROUND = { every: 60, closeAfter: 5, mostBytes: 10_000 };
/** Nobody means so much by one file. */
const HUGE = 200 * 1024 * 1024;
const FILES = { settle: 0, after: 'move' } as const;

function tools(known: Readonly<Record<string, string>>) {
  return { guard: guardForTests(), secrets: secretsForTests(known), clock: CLOCK };
}

async function ftpPlace(t: TestContext, rule: Partial<FtpChannel> = {}) {
  const { port, folder } = await ftpServer(t);
  const server = {
    kind: 'ftp',
    host: '127.0.0.1',
    port,
    tls: 'none',
    user: 'desk',
    secret: 'password',
  } as const;
  const settings: FtpChannel = { ...server, path: '/', ...FILES, ...ROUND, ...rule };
  const carrier = (password = 'right', more: Partial<FtpChannel> = {}) =>
    ftp({ ...settings, ...more }, tools({ password }));
  return { folder, desk: new Desk(), carrier };
}

test('from an FTP server files are brought, put away, and not brought again', { skip: NO_FTP }, async (t) => {
  const { folder, desk, carrier } = await ftpPlace(t);
  await writeFile(join(folder, 'ä ferry.xml'), 'The ferry sails.');
  await writeFile(join(folder, 'large.xml'), '<nitf>');
  await truncate(join(folder, 'large.xml'), HUGE);
  const visit = await desk.visit(carrier());
  assert.equal(visit.brought, 1);
  assert.match(
    visit.refused?.[0]?.say ?? '',
    /“large.xml” has 209715200 bytes, .* It was put into “refused” there/,
  );
  assert.deepEqual(desk.texts(), ['The ferry sails.']);
  assert.deepEqual((await readdir(folder)).toSorted(), ['done', 'refused']);
  assert.deepEqual(await readdir(join(folder, 'done')), ['ä ferry.xml']);
  assert.equal((await desk.visit(carrier())).brought, 0);
  await writeFile(join(folder, 'ä ferry.xml'), 'The ferry waits.');
  await desk.visit(carrier());
  assert.equal((await readdir(join(folder, 'done'))).length, 2);
  await writeFile(join(folder, 'lamp.xml'), 'The lamp is out.');
  await desk.visit(carrier('right', { after: 'delete' }));
  assert.deepEqual((await readdir(folder)).toSorted(), ['done', 'refused']);
});

test('an FTP server that refuses is told by what it refuses', { skip: NO_FTP }, async (t) => {
  const { desk, carrier } = await ftpPlace(t);
  await faultOf(desk.visit(carrier('wrong')), 'login-refused');
  await faultOf(desk.visit(carrier('right', { path: '/nowhere' })), 'not-there');
  await faultOf(desk.visit(carrier('right', { port: 1024 })), 'unreachable');
  await faultOf(desk.visit(carrier('right', { host: '192.168.0.1' })), 'address-refused');
  const stopped = new AbortController();
  stopped.abort();
  await faultOf(desk.visit(carrier(), stopped.signal), 'stopped');
});

test('from an SFTP server files are brought once its key is confirmed', { skip: NO_SSHD }, async (t) => {
  const { port, folder, user, key, print } = await sshServer(t);
  const desk = new Desk();
  const server = { kind: 'sftp', host: '127.0.0.1', port, user, path: folder } as const;
  const settings: SftpChannel = {
    ...{ ...server, ...FILES, ...ROUND, hostKeys: [print] },
    login: { by: 'key', secret: 'key' },
  };
  const carrier = (more: Partial<SftpChannel> = {}) =>
    sftp({ ...settings, ...more }, tools({ key, no: 'no' }));
  await writeFile(join(folder, 'ferry.xml'), 'The ferry sails.');
  const unknown = await faultOf(desk.visit(carrier({ hostKeys: [] })), 'host-key-unknown');
  assert.ok(unknown.message.includes(print), 'the key is told, to be compared');
  await faultOf(desk.visit(carrier({ hostKeys: ['SHA256:other'] })), 'host-key-changed');
  await faultOf(desk.visit(carrier({ login: { by: 'password', secret: 'no' } })), 'login-refused');
  await faultOf(desk.visit(carrier({ login: { by: 'key', secret: 'no' } })), 'login-refused');
  await faultOf(desk.visit(carrier({ path: `${folder}/nowhere` })), 'not-there');
  assert.deepEqual(desk.texts(), []);

  assert.equal((await desk.visit(carrier())).brought, 1);
  assert.deepEqual([desk.texts(), await readdir(folder)], [['The ferry sails.'], ['done']]);
  await writeFile(join(folder, 'ferry.xml'), 'The ferry waits.');
  await desk.visit(carrier());
  assert.equal((await readdir(join(folder, 'done'))).length, 2);
  await writeFile(join(folder, 'lamp.xml'), '<nitf>');
  await truncate(join(folder, 'lamp.xml'), HUGE);
  const { refused = [] } = await desk.visit(carrier({ after: 'delete' }));
  assert.match(refused[0]?.say ?? '', /It was left where it is, and not kept here/);
  assert.deepEqual((await readdir(folder)).toSorted(), ['done', 'lamp.xml']);
});

const MAIL = (subject: string, text: string) =>
  [
    'Authentication-Results: mx.demo.example; dkim=pass header.d=courier.example',
    'Authentication-Results: forged.example; dkim=pass',
    ...['From: wire@courier.example', `Subject: ${subject}`, `Message-ID: <${subject}@courier.example>`],
    ...['', text, ''],
  ].join('\r\n');

test('from a mailbox mails are brought, and marked, moved or remembered', { skip: NO_DOVECOT }, async (t) => {
  const { port } = await imapServer(t);
  const desk = new Desk();
  const server = { kind: 'imap', host: '127.0.0.1', port, tls: 'none', user: 'desk' } as const;
  const settings: ImapChannel = {
    ...{
      ...server,
      ...ROUND,
      secret: 'password',
      mailbox: 'INBOX',
      after: 'seen',
      authserv: 'mx.demo.example',
    },
  };
  const carrier = (more: Partial<ImapChannel> = {}, password = 'right') =>
    imap({ ...settings, ...more }, tools({ password }));
  const client = new ImapFlow({
    ...{ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, logger: false },
    auth: { user: 'desk', pass: 'right' },
  });
  await client.connect();
  t.after(() => client.close());
  await client.append('INBOX', MAIL('ferry', 'The ferry sails.'));
  await client.append('INBOX', MAIL('large', 'x'.repeat(10_001)));

  await faultOf(desk.visit(carrier({}, 'wrong')), 'login-refused');
  await faultOf(desk.visit(carrier({ mailbox: 'Nowhere' })), 'not-there');
  await faultOf(desk.visit(carrier({ tls: 'starttls' })), 'protocol-broken');
  const first = await desk.visit(carrier());
  assert.equal(first.brought, 1);
  assert.match(first.refused?.[0]?.say ?? '', /more than 10000\. It was marked as seen, and not kept here/);
  assert.match(desk.texts()[0] ?? '', /The ferry sails\./);
  const [parcel] = desk.parcels;
  assert.equal(
    parcel?.headers['authentication-results'],
    'mx.demo.example; dkim=pass header.d=courier.example',
  );
  assert.equal((await desk.visit(carrier())).brought, 0);

  await client.append('INBOX', MAIL('lamp', 'The lamp is out.'));
  assert.equal((await desk.visit(carrier({ after: 'move', done: 'Kept' }))).brought, 2);
  const count = async (path: string) => {
    const status = await client.status(path, { messages: true });
    return status ? status.messages : undefined;
  };
  assert.deepEqual([await count('INBOX'), await count('Kept')], [0, 3]);

  await client.append('INBOX', MAIL('tug', 'A tug comes.'));
  const left = new Desk();
  assert.equal((await left.visit(carrier({ after: 'leave' }))).brought, 1);
  assert.equal((await left.visit(carrier({ after: 'leave' }))).brought, 0);
  await client.append('INBOX', MAIL('fog', 'Fog.'));
  assert.equal((await left.visit(carrier({ after: 'leave' }))).brought, 1);
});
