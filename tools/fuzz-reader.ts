import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** MB of JavaScript's own memory; what is outside of it the guard measures. */
const MOST_HEAP = 256;
const PROCESS = fileURLToPath(new URL('./fuzz-process.ts', import.meta.url));

/** A process that is ready to read for a target; the targets are those of a module. Throws where it does not start. */
export async function startedReader(name: string, targets = './fuzz-targets.ts'): Promise<ChildProcess> {
  const reader = fork(PROCESS, [name, targets], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${MOST_HEAP}`, '--max-semi-space-size=16'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const answer = await said(reader);
  if (answer !== 'ready') throw new Error(`the reader of ${name} does not start: ${answer}`);
  return reader;
}

/** What a reader answers on bytes; `threw …`, `ended …`, `hung` or `swelled` where it fails. */
export function answerOf(reader: ChildProcess, bytes: Uint8Array): Promise<string> {
  const answer = said(reader);
  reader.send(bytes);
  return answer;
}

/** What a reader answers, or why it ended. */
function said(reader: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let why = '';
    const hears = (part: Buffer) => {
      why += part;
    };
    const settle = (answer: string) => {
      reader.off('message', settle).off('close', ended);
      reader.stderr?.off('data', hears);
      resolve(answer);
    };
    // The guard's word stands alone on its line; whatever else ended it says more.
    const ended = () => settle(/^(hung|swelled)$/m.exec(why)?.[1] ?? `ended ${why.trim().slice(-300)}`);
    reader.stderr?.on('data', hears);
    reader.on('message', settle).on('close', ended);
  });
}
