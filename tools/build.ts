import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Build } from '@courant/courant/builds';
import { BUILD_HOME, BUILDS, buildFolder } from '@courant/courant/builds';
import { buildFonts } from './build-fonts.ts';
import { buildPrintType } from './build-print-type.ts';
import { buildScripts } from './build-scripts.ts';

/** Makes one build: writes its files into an empty folder. */
type Step = (folder: string) => Promise<void>;

/** What makes each build, by its name. */
const STEPS: Readonly<Record<string, Step>> = {
  scripts: buildScripts,
  fonts: buildFonts,
  'print-type': buildPrintType,
};

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Makes a build unless these sources were built before. Whole or not at all: it is made aside and then renamed. */
async function make(build: Build): Promise<void> {
  const folder = await buildFolder(build);
  if (existsSync(folder)) return;
  const step = STEPS[build.name];
  if (!step) throw new Error(`tools/build.ts has no step for ${build.name}.`);
  const aside = `${folder}.${process.pid}`;
  await mkdir(aside, { recursive: true });
  try {
    await step(aside);
    await rename(aside, folder);
  } catch (thrown) {
    await rm(aside, { recursive: true, force: true });
    // Another process may have been first; then all is well.
    if (!existsSync(folder)) throw thrown;
  }
  process.stdout.write(`Built: ${build.name}.\n`);
}

/** Takes away what was built of sources that are no more. A week, for a paper of an older checkout may still start. */
async function tidy(): Promise<void> {
  const kept = new Set(await Promise.all(BUILDS.map(buildFolder)));
  for (const name of await readdir(BUILD_HOME)) {
    const folder = join(BUILD_HOME, name);
    if (kept.has(folder)) continue;
    const age = Date.now() - (await stat(folder)).mtimeMs;
    if (age > WEEK_MS) await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  for (const build of BUILDS) await make(build);
  await tidy();
}
