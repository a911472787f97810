import type { Zippable } from 'fflate';
import { strToU8, zipSync } from 'fflate';

/** The files of a publication by their paths. */
export type ContainerFiles = ReadonlyMap<string, string | Uint8Array>;

const TYPE = 'application/epub+zip';
/** Every file is of this moment, wherever it is packed: ZIP writes the time of a clock on a wall, without its zone. */
const PACKED = { mtime: '2000-01-01T12:00:00', os: 3, attrs: 0o644 << 16 } as const;
const STORED = { ...PACKED, level: 0 } as const;

/**
 * Packs files in a container (OCF, EPUB 3.3 §4): first its type, stored; then the others by their names, those that are
 * JPEGs stored as they are. The same files give the same bytes.
 */
export function packContainer(files: ContainerFiles): Uint8Array {
  const zip: Zippable = { mimetype: [strToU8(TYPE), STORED] };
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path) ?? '';
    zip[path] = typeof content === 'string' ? [strToU8(content), PACKED] : [content, STORED];
  }
  return zipSync(zip);
}
