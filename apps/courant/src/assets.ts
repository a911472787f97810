import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { ROOT } from './config.ts';

/** A file of the public pages that is the same for every reader; its address changes with its bytes. */
export interface Asset {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const STYLES = `${ROOT}apps/reader/src/styles/`;

/** The one style sheet: the files of `apps/reader/src/styles`, in order of name. */
export async function styleSheet(): Promise<Asset> {
  const names = (await readdir(STYLES)).filter((name) => name.endsWith('.css')).toSorted();
  const parts = await Promise.all(names.map((name) => readFile(`${STYLES}${name}`, 'utf8')));
  const bytes = Buffer.from(parts.map(lightened).join('\n'));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return { path: `/assets/${hash}.css`, mediaType: 'text/css; charset=utf-8', bytes };
}

/** A sheet without comments and indentation; compression does the rest. */
function lightened(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
}
