import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const STORIES = fileURLToPath(new URL('../../demo/stories/', import.meta.url));

/** The demo's stories by the slug of their file, with the headline each has. */
export async function storyFiles(): Promise<readonly { readonly slug: string; readonly headline: string }[]> {
  const names = (await readdir(STORIES)).filter((name) => name.endsWith('.html'));
  return Promise.all(
    names.map(async (name) => {
      const [, headline = ''] = /^headline: *(.+)$/m.exec(await readFile(STORIES + name, 'utf8')) ?? [];
      return { slug: name.replace(/\.html$/, ''), headline: headline.trim() };
    }),
  );
}
