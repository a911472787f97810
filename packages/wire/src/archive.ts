import { isButtondown, itemOfButtondown } from './buttondown.ts';
import { decode } from './charset.ts';
import type { CsvRow } from './csv.ts';
import { cell, csvTable, told } from './csv.ts';
import type { ReadOptions } from './read-options.ts';
import { isSubstack, itemOfSubstack } from './substack.ts';
import type { Reading, WireItem, WireWarning } from './wire-item.ts';
import type { ZipFile } from './zip.ts';
import { zipFiles } from './zip.ts';

/** How an archive begins: with a file, or, where there is none, with its end. */
export function isArchive(bytes: Uint8Array): boolean {
  const [p, k, one, two] = bytes;
  return p === 0x50 && k === 0x4b && ((one === 3 && two === 4) || (one === 5 && two === 6));
}

/** Items of one archive at the most. */
const MOST_ITEMS = 20_000;

/** Lists of posts whose texts are files beside them; a row that is empty in all columns of `names` tells of no post. */
const LISTS: readonly {
  readonly is: (row: CsvRow) => boolean;
  readonly names: readonly string[];
  readonly texts: RegExp;
  readonly item: (
    row: CsvRow,
    textOf: (name: string) => string | undefined,
    options: ReadOptions,
  ) => WireItem;
}[] = [
  { is: isSubstack, names: ['post_id', 'title'], texts: /\.html$/i, item: itemOfSubstack },
  {
    is: isButtondown,
    names: ['id', 'secondary_id', 'slug', 'subject'],
    texts: /\.md$/i,
    item: itemOfButtondown,
  },
];

interface Sum {
  readonly items: WireItem[];
  readonly left: string[];
}

/**
 * Reads a ZIP archive: an export whose list and texts are files beside each other, or any files, each as if it had come
 * alone. What of it is no copy is told by the first item. Nothing is written anywhere, whatever files are called.
 */
export function readArchive(
  bytes: Uint8Array,
  options: ReadOptions,
  read: (bytes: Uint8Array, options: ReadOptions) => Reading,
): Reading {
  const zip = zipFiles(bytes);
  if (!zip.ok) return zip;
  const sum: Sum = { items: [], left: zip.left.map((name) => `${name} (no text)`) };
  const used = joined(zip.files, options, sum);
  for (const { name, bytes: content } of zip.files) {
    if (used.has(name)) continue;
    const reading = read(content, { ...options, name });
    if (reading.ok) sum.items.push(...reading.items);
    else sum.left.push(`${name} (${reading.say})`);
    if (sum.items.length > MOST_ITEMS)
      return { ok: false, why: 'too-large', say: `an archive of more than ${MOST_ITEMS} items` };
  }
  return readingOf(sum);
}

/**
 * Reads lists with the texts beside them; gives the names of the files that were read so. A text that no post of the
 * list has is half a story, without headline and date: it is told of, and not read alone.
 */
function joined(files: readonly ZipFile[], options: ReadOptions, sum: Sum): ReadonlySet<string> {
  const used = new Set<string>();
  for (const file of files.filter(({ name }) => /\.csv$/i.test(name))) {
    const table = csvTable(textOf(file));
    const [first] = table?.rows ?? [];
    const list = first && LISTS.find(({ is }) => is(first));
    if (!table || !list) continue;
    used.add(file.name);
    const texts = new Map(files.map((one) => [one.name.split('/').at(-1) ?? '', one]));
    const beside = (name: string) => {
      const found = texts.get(name);
      if (found) used.add(found.name);
      return found && textOf(found);
    };
    const posts = table.rows.filter((row) => cell(row, ...list.names) !== undefined);
    const lost = table.lost + table.rows.length - posts.length;
    const items = posts.map((row) => list.item(row, beside, options));
    sum.items.push(...told(items, { rows: posts, lost }));
    if (items.length === 0) sum.left.push(`${file.name} (no row of it can be read)`);
    for (const { name } of files.filter((one) => list.texts.test(one.name) && !used.has(one.name))) {
      used.add(name);
      sum.left.push(`${name} (no post of ${file.name} has this text)`);
    }
  }
  return used;
}

function textOf({ bytes }: ZipFile): string {
  return decode(bytes).text;
}

function readingOf({ items, left }: Sum): Reading {
  const [first, ...others] = items;
  // Names come from the archive: one that breaks the line would be two faults.
  const some = left.slice(0, 5).map((one) => one.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, 200));
  const more = left.length > some.length ? ` and ${left.length - some.length} more` : '';
  if (!first) {
    const why = left.length === 0 ? 'there is no file in it' : `${some.join('; ')}${more}`.slice(0, 350);
    return { ok: false, why: 'unsupported', say: `no story is in this archive: ${why}` };
  }
  if (left.length === 0) return { ok: true, items };
  const say = `Of the archive ${left.length} files were not read: ${some.join('; ')}${more}.`;
  const warning: WireWarning = { code: 'left-out', say };
  return { ok: true, items: [{ ...first, warnings: [...first.warnings, warning] }, ...others] };
}
