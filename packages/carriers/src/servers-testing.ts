import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A server that runs for one test. */
export interface Server {
  readonly port: number;
  /** The folder that it serves from. */
  readonly folder: string;
}

/** Why a server cannot be run here; false where it can, as a test's `skip` wants it. */
export const NO_FTP = (await hasPyftpdlib()) ? false : 'no pyftpdlib (apt-get install python3-pyftpdlib)';
export const NO_SSHD = existsSync('/usr/sbin/sshd') ? false : 'no sshd (apt-get install openssh-server)';
export const NO_DOVECOT = missingDovecot();

async function hasPyftpdlib(): Promise<boolean> {
  return run('/usr/bin/python3', ['-c', 'import pyftpdlib']).then(
    () => true,
    () => false,
  );
}

function missingDovecot(): string | false {
  if (!existsSync('/usr/sbin/dovecot') || !existsSync('/usr/lib/dovecot/imap'))
    return 'no dovecot (apt-get install dovecot-imapd)';
  return process.getuid?.() === 0 ? false : 'dovecot runs for root alone';
}

const FTP_SERVER = `
import sys
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer
import logging
logging.disable(logging.CRITICAL)
users = DummyAuthorizer()
users.add_user('desk', 'right', sys.argv[2], perm='elradfmw')
FTPHandler.authorizer = users
FTPHandler.auth_failed_timeout = 0
FTPServer(('127.0.0.1', int(sys.argv[1])), FTPHandler).serve_forever()
`;

/** pyftpdlib, with the user “desk” and the password “right”. */
export async function ftpServer(t: TestContext): Promise<Server> {
  const folder = await folderFor(t);
  const port = await freePort();
  start(t, '/usr/bin/python3', ['-c', FTP_SERVER, String(port), folder]);
  await answers(port);
  return { port, folder };
}

/** OpenSSH with a key of its own; whoever runs the test may log in by a key. */
export async function sshServer(
  t: TestContext,
): Promise<Server & { readonly user: string; readonly key: string; readonly print: string }> {
  const folder = await folderFor(t);
  const home = await folderFor(t);
  const port = await freePort();
  for (const name of ['host', 'desk'])
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(home, name)]);
  const { stdout: known } = await run('cat', [join(home, 'desk.pub')]);
  await writeFile(join(home, 'authorized'), known, { mode: 0o600 });
  const config = [
    ...[`Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${join(home, 'host')}`],
    ...[`AuthorizedKeysFile ${join(home, 'authorized')}`, 'StrictModes no', 'UsePAM no', 'PidFile none'],
    ...['PasswordAuthentication no', 'PermitRootLogin yes', 'Subsystem sftp internal-sftp'],
  ].join('\n');
  await writeFile(join(home, 'config'), `${config}\n`);
  // It drops its rights into this folder.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
  start(t, '/usr/sbin/sshd', ['-D', '-e', '-f', join(home, 'config')]);
  await answers(port);
  const { stdout: print } = await run('ssh-keygen', ['-l', '-f', join(home, 'host.pub')]);
  const { stdout: key } = await run('cat', [join(home, 'desk')]);
  return { port, folder, user: userInfo().username, key, print: print.split(' ')[1] ?? '' };
}

/** Dovecot, with the user “desk” and the password “right”; mails are files in a Maildir under the folder. */
export async function imapServer(t: TestContext): Promise<Server> {
  const folder = await folderFor(t);
  const port = await freePort();
  const { stdout: uid } = await run('id', ['-u', 'nobody']);
  const [base, mails] = [join(folder, 'base'), join(folder, 'mails')];
  await mkdir(mails);
  await chown(mails, Number(uid), Number(uid));
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'users'), `desk:{PLAIN}right:${uid.trim()}:${uid.trim()}::${mails}\n`);
  await writeFile(join(folder, 'config'), dovecotConfig({ port, base, folder, mails }));
  start(t, '/usr/sbin/dovecot', ['-F', '-c', join(folder, 'config')]);
  await answers(port);
  return { port, folder: mails };
}

interface Dovecot {
  readonly port: number;
  readonly base: string;
  readonly folder: string;
  readonly mails: string;
}

function dovecotConfig({ port, base, folder, mails }: Dovecot): string {
  return `
protocols = imap
auth_failure_delay = 0
base_dir = ${base}
state_dir = ${base}
log_path = ${join(folder, 'log')}
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${mails}
first_valid_uid = 1
default_internal_user = nobody
default_login_user = nobody
default_internal_group = nogroup
passdb {
  driver = passwd-file
  args = ${join(folder, 'users')}
}
userdb {
  driver = passwd-file
  args = ${join(folder, 'users')}
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'courant-server-'));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

function start(t: TestContext, program: string, words: readonly string[]): void {
  const child: ChildProcess = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore'] });
  t.after(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
}

async function answers(port: number): Promise<void> {
  for (let n = 0; n < 200; n++) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
    ]);
    socket.destroy();
    if (isOpen) return;
    await wait(50);
  }
  assert.fail(`nothing answers on port ${port}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  assert.ok(address !== null && typeof address === 'object');
  return address.port;
}
