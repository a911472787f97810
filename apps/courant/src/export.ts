import { createWriteStream } from 'node:fs';
import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { exportTables, headOf } from '@courant/store';
import type { Pack } from 'tar-stream';
import { pack } from 'tar-stream';
import type { Command } from './command.ts';
import { only } from './command.ts';
import { asGuest } from './guest.ts';
import { WALL_CLOCK } from './house.ts';
import { VERSION } from './version.ts';

/** `courant export`: everything the paper has, as one archive of JSON lines and files. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'FILE',
  summary: 'Write everything to one archive (tar.gz): a file of JSON lines a table, and the pictures',
  options: {},
  async run(words, given) {
    const file = only(words, 'FILE');
    const { config, output } = given;
    return asGuest(given, async (house) => {
      const archive = pack();
      const unfinished = `${file}.unfinished`;
      const written = finished(
        archive.pipe(createGzip()).pipe(createWriteStream(unfinished, { mode: 0o600 })),
      );
      const rows = await house.database.transaction(async (tx) => {
        const manifest = { courant: VERSION, at: WALL_CLOCK.now(), head: await headOf(tx) };
        await add(archive, 'manifest.json', Buffer.from(JSON.stringify(manifest)));
        let count = 0;
        for await (const table of exportTables(tx)) {
          output.progress(`${table.name}: ${table.rows} rows`);
          await add(archive, `tables/${table.name}.jsonl`, Buffer.from(table.lines));
          count += table.rows;
        }
        return count;
      }, 'repeatable read');
      const files = await addFolder(archive, join(config.varDir, 'files', 'originals'), 'files/originals');
      archive.finalize();
      await written;
      await rename(unfinished, file);
      output.result(`Exported ${rows} rows and ${files} files to ${file}.`, { ok: true, file, rows, files });
      return 0;
    });
  },
};

async function add(archive: Pack, name: string, bytes: Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    archive.entry(
      { name, size: bytes.byteLength, mtime: new Date(WALL_CLOCK.now()) },
      Buffer.from(bytes),
      (thrown) => {
        if (thrown) reject(thrown);
        else resolve();
      },
    );
  });
}

async function addFolder(archive: Pack, folder: string, name: string): Promise<number> {
  const isThere = await stat(folder).catch(() => undefined);
  if (!isThere) return 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.new'));
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    await add(archive, join(name, relative(folder, path)), await readFile(path));
  }
  return files.length;
}
