import { spawn } from 'node:child_process';

/** Whose a program's process is to be, by the system's numbers. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** What a program left behind. `exit` is undefined where it could not be run or a signal ended it. */
export interface ProgramEnd {
  readonly exit: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of every program we start: nothing of ours leaks in, and messages come in English. */
export const PROGRAM_ENV = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const;

/** The part of `spawn`'s options that makes a program another's; ours where nobody is given. */
export function asAccount(who: RunAs | undefined): Partial<RunAs> {
  return who ? { uid: who.uid, gid: who.gid } : {};
}

/** Runs a program to its end, from the root folder (the account may not be able to enter ours). Never throws. */
export function runProgram(file: string, args: readonly string[], who?: RunAs): Promise<ProgramEnd> {
  return new Promise((settle) => {
    const stdout: string[] = [];
    const stderr: string[] = [];
    const end = (exit: number | undefined): void => {
      settle({ exit, stdout: stdout.join('').trim(), stderr: stderr.join('').trim() });
    };
    const fail = (thrown: Error): void => {
      stderr.push(thrown.message);
      end(undefined);
    };
    try {
      const child = spawn(file, args, {
        cwd: '/',
        env: PROGRAM_ENV,
        stdio: ['ignore', 'pipe', 'pipe'],
        ...asAccount(who),
      });
      child.stdout.setEncoding('utf8').on('data', (text: string) => stdout.push(text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => stderr.push(text));
      child.on('error', fail);
      child.on('close', (exit) => end(exit ?? undefined));
    } catch (thrown) {
      // With another account, spawn throws EACCES at once instead of telling by its event.
      fail(thrown instanceof Error ? thrown : new Error(String(thrown)));
    }
  });
}
