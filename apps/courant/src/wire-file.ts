import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '@courant/base';

/** Bytes of one wire file at the most. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** A file is larger than any wire copy. */
export const FILE_TOO_LARGE = 'file-too-large';

/** The bytes of a wire file, never more than the limit. Throws Fault `file-too-large`, or what the system says. */
export async function readWireFile(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > MOST_BYTES) {
      throw new Fault(FILE_TOO_LARGE, `it has ${size} bytes; ${MOST_BYTES} at the most`);
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** The files that some paths name: folders are walked, in order of name; hidden files are left out. */
export async function* filesUnder(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
    if (!isFolder) {
      yield path;
      continue;
    }
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).toSorted();
    yield* filesUnder(names.map((name) => join(path, name)));
  }
}

/** What a person reads of a file that cannot be read. */
export function whyUnreadable(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'it may not be read by this user';
  if (code === 'EISDIR') return 'it is a folder';
  return thrown instanceof Error ? thrown.message : String(thrown);
}
