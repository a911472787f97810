import { readFileSync } from 'node:fs';
import { Fault } from '@courant/base';

/** The version of the paper's code, from package.json. */
export const VERSION = read();

function read(): string {
  const parsed: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  if (
    typeof parsed === 'object' &&
    parsed !== null &&
    'version' in parsed &&
    typeof parsed.version === 'string'
  ) {
    return parsed.version;
  }
  throw new Fault('bad-install', 'apps/courant/package.json names no version.');
}
