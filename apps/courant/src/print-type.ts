import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFault } from '@courant/base';
import type { Logger } from 'pino';
import type { Asset } from './assets.ts';
import { fontAssets, textAsset } from './assets.ts';
import { built, PRINT_TYPE } from './builds.ts';

/** The type of printed pages as browsers load it. */
export interface PrintTypeFiles {
  /** Path of the style sheet that names its files. */
  readonly sheet: string;
  readonly assets: readonly Asset[];
}

/** The type of printed pages, built if need be; undefined where it cannot be: then issues are lists of stories. */
export async function printType(logger: Logger): Promise<PrintTypeFiles | undefined> {
  try {
    const folder = await built(PRINT_TYPE, (line) => logger.info(line));
    const css = await readFile(join(folder, 'print.css'));
    const hash = createHash('sha256').update(css).digest('hex').slice(0, 12);
    const sheet = await textAsset(`/assets/${hash}.css`, 'text/css; charset=utf-8', css);
    return { sheet: sheet.path, assets: [sheet, ...(await fontAssets(folder))] };
  } catch (thrown) {
    if (!isFault(thrown, 'not-built')) throw thrown;
    logger.warn({ err: thrown, hint: thrown.hint }, 'pages of issues are not shown');
    return undefined;
  }
}
