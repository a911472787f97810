import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFault } from '@courant/base';
import type { SiteScripts } from '@courant/press';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Asset } from './assets.ts';
import { textAsset } from './assets.ts';
import { built, SCRIPTS } from './builds.ts';

/** The scripts of the public pages: what pages name, and all files that are served. */
export interface ScriptFiles {
  readonly names: SiteScripts;
  readonly assets: readonly Asset[];
}

const Names = z.object({ early: z.string(), page: z.string(), replica: z.string(), worker: z.string() });

/** Reads the scripts from the folder of their build. */
export async function readScripts(folder: string): Promise<ScriptFiles> {
  const text = await readFile(join(folder, 'scripts.json'), 'utf8');
  const { early, page, replica, worker } = Names.parse(JSON.parse(text));
  const files = (await readdir(folder)).filter((name) => name.endsWith('.js') && name !== worker);
  const assets = files
    .toSorted()
    .map(async (name) =>
      textAsset(`/assets/${name}`, 'text/javascript; charset=utf-8', await readFile(join(folder, name))),
    );
  return {
    names: {
      early: `/assets/${early}`,
      page: `/assets/${page}`,
      replica: `/assets/${replica}`,
      // The worker keeps what stories need.
      files: files
        .filter((name) => name !== replica)
        .toSorted()
        .map((name) => `/assets/${name}`),
      worker: await readFile(join(folder, worker), 'utf8'),
    },
    assets: await Promise.all(assets),
  };
}

/** The scripts of the public pages, built if need be; undefined where they cannot be: pages are whole without. */
export async function pageScripts(logger: Logger): Promise<ScriptFiles | undefined> {
  try {
    return await readScripts(await built(SCRIPTS, (line) => logger.info(line)));
  } catch (thrown) {
    if (!isFault(thrown, 'not-built')) throw thrown;
    logger.warn({ err: thrown, hint: thrown.hint }, 'pages go out without scripts');
    return undefined;
  }
}
