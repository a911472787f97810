import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const SOURCES = join(import.meta.dirname, '../apps/reader/src');

type Format = 'es' | 'iife';

/**
 * Builds the scripts of the public pages into a folder: `early.js`, which pages wait for, `page.js` with the modules
 * it asks for when they are needed, `replica.js` for pages of issues alone, each under a name made of its bytes, and
 * `worker.js`. `scripts.json` names them.
 */
export async function buildScripts(folder: string): Promise<void> {
  const early = await bundle('early', 'iife', folder);
  const page = await bundle('page', 'es', folder);
  const replica = await bundle('replica', 'es', folder);
  const worker = await bundle('worker', 'iife', folder);
  await writeFile(join(folder, 'scripts.json'), JSON.stringify({ early, page, replica, worker }));
}

/** Bundles one script with all it imports; gives the name of its file. */
async function bundle(name: string, format: Format, folder: string): Promise<string> {
  const made = await build({
    configFile: false,
    root: SOURCES,
    base: './',
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2023',
      minify: true,
      // A browser's script, but without the preloader that Vite wraps around `import()` in pages it knows.
      ssr: true,
      rolldownOptions: {
        input: join(SOURCES, `${name}.ts`),
        output: { format, entryFileNames: '[hash].js', chunkFileNames: '[hash].js' },
      },
    },
  });
  const results = Array.isArray(made) ? made : [made];
  const files = results.flatMap((result) => ('output' in result ? result.output : []));
  const entry = files.find((file) => file.type === 'chunk' && file.isEntry);
  if (!entry) throw new Error(`Vite made no file of ${name}.ts.`);
  return entry.fileName;
}
