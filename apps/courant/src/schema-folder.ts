import { readFile, stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { Fault } from '@courant/base';
import type { SchemaFile } from '@courant/wire/strict';
import { filesUnder } from './wire-file.ts';

/** Bytes of one schema at the most: the largest that the IPTC publishes has 700,000. */
const MOST_BYTES = 8 * 1024 * 1024;
const NO_SCHEMAS = 'no-schemas';

/**
 * The schemas in some folders and the folders in them, by what stands in the files, never by their names. Throws Fault
 * `no-schemas` where a folder is none.
 */
export async function schemasUnder(folders: readonly string[]): Promise<readonly SchemaFile[]> {
  const files: SchemaFile[] = [];
  for (const [i, folder] of folders.entries()) {
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw noFolder(folder);
    for await (const file of filesUnder([folder])) {
      const text = await schemaText(file);
      // Folders are kept apart: each may hold its own file that the others' schemas also name.
      const path = `${i}/${relative(folder, file).replaceAll(sep, '/')}`;
      if (text !== undefined) files.push({ path, text });
    }
  }
  return files;
}

function noFolder(folder: string): Fault {
  return new Fault(NO_SCHEMAS, `There is no folder of schemas at ${folder}.`, {
    hint: 'Put the schemas of the IPTC there, or name another folder by --schemas DIR or COURANT_SCHEMAS.',
  });
}

async function schemaText(file: string): Promise<string | undefined> {
  if ((await stat(file)).size > MOST_BYTES) return undefined;
  const text = await readFile(file, 'utf8');
  return /json-schema\.org\/|www\.w3\.org\/2001\/XMLSchema/.test(text) ? text : undefined;
}
