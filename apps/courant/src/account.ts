import { userInfo } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunAs } from './program.ts';
import { runProgram } from './program.ts';

/** An account of this machine. */
export interface Account extends RunAs {
  readonly name: string;
}

/** The system account that PostgreSQL gets where the paper is started by root. */
export const SERVER_ACCOUNT = 'courant';

/** Whether this process is root's; never so on Windows. */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/** The account of this process. Throws where its number has no name, as PostgreSQL would. */
export function ownAccount(): Account {
  const { username, uid, gid } = userInfo();
  return { name: username, uid, gid };
}

/** The account of a name or a number, if this machine has it. */
export async function findAccount(of: string | number): Promise<Account | undefined> {
  const [name, uid, gid] = await Promise.all(
    ['-un', '-u', '-g'].map(async (what) => {
      const end = await runProgram('id', [what, String(of)]);
      return end.exit === 0 ? end.stdout : undefined;
    }),
  );
  if (!name || !uid || !gid) return undefined;
  return { name, uid: Number(uid), gid: Number(gid) };
}

/**
 * The account that PostgreSQL, which refuses to run as root, is run by: `courant`, made on first need; `nobody`
 * where no account can be made. Only for root. Gives undefined where even `nobody` is missing.
 */
export async function serverAccount(): Promise<Account | undefined> {
  // Another command may be making it at this moment, and holds the lock on the machine's accounts.
  for (let attempt = 0; attempt < 3; attempt++) {
    const account = await findAccount(SERVER_ACCOUNT);
    if (account) return account;
    const words = ['--system', '--no-create-home', '--home-dir', '/nonexistent'];
    const made = await runProgram('useradd', [...words, '--shell', '/usr/sbin/nologin', SERVER_ACCOUNT]);
    if (made.exit === undefined) break;
    if (made.exit !== 0) await sleep(300);
  }
  return (await findAccount(SERVER_ACCOUNT)) ?? findAccount('nobody');
}

/** Whether an account can enter a folder, and every folder above it. Asked by trying, so access lists count too. */
export async function mayEnter(account: Account, folder: string): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account)).exit === 0;
}
