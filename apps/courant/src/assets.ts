import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ROOT } from './config.ts';

/** A file of the public pages that is the same for every reader; its address changes with its bytes. */
export interface Asset {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The same compressed, where that is smaller. */
  readonly encoded: Readonly<Partial<Record<'br' | 'gzip', Uint8Array>>>;
}

/** A text as an asset: compressed once, as small as it goes, for it is sent often and never changes. */
export async function textAsset(path: string, mediaType: string, bytes: Uint8Array): Promise<Asset> {
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  const isSmaller = (made: Uint8Array): boolean => made.byteLength < bytes.byteLength;
  return {
    path,
    mediaType,
    bytes,
    encoded: { ...(isSmaller(br) ? { br } : {}), ...(isSmaller(zipped) ? { gzip: zipped } : {}) },
  };
}

/** The WOFF2 files of a folder as assets. */
export async function fontAssets(folder: string): Promise<readonly Asset[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.woff2')).toSorted();
  const assets = names.map(async (name): Promise<Asset> => {
    // WOFF2 is compressed already.
    const bytes = await readFile(join(folder, name));
    return { path: `/assets/${name}`, mediaType: 'font/woff2', bytes, encoded: {} };
  });
  return Promise.all(assets);
}

const STYLES = `${ROOT}apps/reader/src/styles/`;

/** The one style sheet: the rules that declare fonts, and the files of `apps/reader/src/styles` in order of name. */
export async function styleSheet(fonts = ''): Promise<Asset> {
  const names = (await readdir(STYLES)).filter((name) => name.endsWith('.css')).toSorted();
  const parts = await Promise.all(names.map((name) => readFile(`${STYLES}${name}`, 'utf8')));
  const bytes = Buffer.from([fonts, ...parts.map(lightened)].join('\n'));
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
  return textAsset(`/assets/${hash}.css`, 'text/css; charset=utf-8', bytes);
}

/** A sheet without comments and indentation; compression does the rest. */
function lightened(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
}
