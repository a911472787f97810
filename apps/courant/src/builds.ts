import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Fault } from '@courant/base';
import { ROOT } from './config.ts';
import { NOT_BUILT } from './faults.ts';

/** Something that pages load and that is made from the sources before the paper is served. */
export interface Build {
  /** Names its folder, and its step in `tools/build.ts`. */
  readonly name: string;
  /** Files, and folders with all below them, from the root; tests in them do not count. */
  readonly sources: readonly string[];
}

/** The scripts of the public pages. */
export const SCRIPTS: Build = {
  name: 'scripts',
  sources: ['apps/reader/src', 'tools/build-scripts.ts', 'node_modules/vite/package.json'],
};

/** The paper’s type, cut for pages. */
export const FONTS: Build = {
  name: 'fonts',
  sources: [
    'tools/build-fonts.ts',
    'tools/font-cut.ts',
    'tools/font-names.ts',
    'tools/fonts.data.ts',
    'node_modules/subset-font/package.json',
    ...['source-serif-4', 'libre-franklin', 'noto-naskh-arabic'].map(
      (name) => `node_modules/@fontsource-variable/${name}/package.json`,
    ),
  ],
};

/** The type of printed pages, cut for browsers. */
export const PRINT_TYPE: Build = {
  name: 'print-type',
  sources: [
    'tools/build-print-type.ts',
    'tools/font-cut.ts',
    'tools/font-names.ts',
    'tools/fonts.data.ts',
    'apps/courant/src/print-faces.data.ts',
    'packages/epaper/src/page-svg.ts',
    'node_modules/subset-font/package.json',
    ...['pt-serif', 'playfair-display', 'libre-franklin', 'noto-naskh-arabic', 'ibm-plex-sans-arabic'].map(
      (name) => `node_modules/@expo-google-fonts/${name}/package.json`,
    ),
  ],
};

/** All builds; `tools/build.ts` has a step for each. */
export const BUILDS: readonly Build[] = [SCRIPTS, FONTS, PRINT_TYPE];

/** Builds stand in the checkout, whatever folder the paper keeps its own things in. */
export const BUILD_HOME: string = join(ROOT, 'var/build');

/** The folder of a build of the sources as they are now, whether it is there or not. */
export async function buildFolder({ name, sources }: Build): Promise<string> {
  const hash = createHash('sha256');
  for (const path of (await Promise.all(sources.map(filesIn))).flat()) {
    hash.update(`${path}\0`).update(await readFile(join(ROOT, path)));
  }
  return join(BUILD_HOME, `${name}-${hash.digest('hex').slice(0, 16)}`);
}

async function filesIn(path: string): Promise<readonly string[]> {
  if ((await stat(join(ROOT, path))).isFile()) return [path];
  const names = await readdir(join(ROOT, path), { recursive: true });
  const files = names.filter((name) => /\.\w+$/.test(name) && !name.includes('.test.')).toSorted();
  return files.map((name) => `${path}/${name.replaceAll('\\', '/')}`);
}

const LONGEST_BUILD_MS = 120_000;

/**
 * The folder of a build, made now if these sources were never built: a checkout may have been updated without
 * `npm ci`. Throws Fault `not-built`.
 */
export async function built(build: Build, say: (line: string) => void = () => {}): Promise<string> {
  const folder = await buildFolder(build);
  if (existsSync(folder)) return folder;
  say('Building what the pages load …');
  // Beside the server, not in it: what builds needs more memory than what serves.
  const program = join(ROOT, 'tools/build.ts');
  try {
    await promisify(execFile)(process.execPath, [program], { cwd: ROOT, timeout: LONGEST_BUILD_MS });
  } catch (thrown) {
    throw notBuilt(build, thrown);
  }
  if (!existsSync(folder)) throw notBuilt(build);
  return folder;
}

function notBuilt({ name }: Build, cause?: unknown): Fault {
  return new Fault(NOT_BUILT, `The ${name} of the pages could not be built.`, {
    hint: 'Run "npm run prepare" in the folder of the project, as the account it belongs to.',
    cause,
  });
}
