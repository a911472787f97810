import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a finished program left: its code (-1 where a signal ended it) and all it wrote. */
export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end without a terminal. Throws Error (`ENOENT`) where there is no such program. */
export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, timeout = 0 }: { readonly cwd: string; readonly timeout?: number },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    // Not spawn's own timeout: its timer goes on, and holds the run, where there is no such program.
    const limit = timeout > 0 ? { signal: AbortSignal.timeout(timeout) } : {};
    const child = spawn(command, args, { cwd, ...limit, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}

/** A program that npm installed for the project, as a path. */
export function installed(root: string, name: string): string {
  return join(root, 'node_modules', '.bin', name);
}
