import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFault } from '@courant/base';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Asset } from './assets.ts';
import { fontAssets } from './assets.ts';
import { built, FONTS } from './builds.ts';

/** The paper's type as pages load it. */
export interface FontFiles {
  /** The rules that declare it, for the style sheet. */
  readonly sheet: string;
  /** Paths by script or primary language, of what a page's first lines are set in. */
  readonly early: Readonly<Record<string, readonly string[]>>;
  /** The same, of what emphasis in a story is set in. */
  readonly emphasis: Readonly<Record<string, readonly string[]>>;
  readonly assets: readonly Asset[];
}

const ByScript = z.record(z.string(), z.array(z.string()));
const Names = z.object({ early: ByScript, emphasis: ByScript });

/** Reads the fonts from the folder of their build. */
export async function readFonts(folder: string): Promise<FontFiles> {
  const { early, emphasis } = Names.parse(JSON.parse(await readFile(join(folder, 'fonts.json'), 'utf8')));
  return {
    sheet: await readFile(join(folder, 'fonts.css'), 'utf8'),
    early: pathsOf(early),
    emphasis: pathsOf(emphasis),
    assets: await fontAssets(folder),
  };
}

function pathsOf(names: Readonly<Record<string, readonly string[]>>) {
  return Object.fromEntries(
    Object.entries(names).map(([key, own]) => [key, own.map((name) => `/assets/${name}`)]),
  );
}

/** The fonts, built if need be; undefined where they cannot be: then type is what readers have. */
export async function pageFonts(logger: Logger): Promise<FontFiles | undefined> {
  try {
    return await readFonts(await built(FONTS, (line) => logger.info(line)));
  } catch (thrown) {
    if (!isFault(thrown, 'not-built')) throw thrown;
    logger.warn({ err: thrown, hint: thrown.hint }, 'pages go out in the type readers have');
    return undefined;
  }
}
