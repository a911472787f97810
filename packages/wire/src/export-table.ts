import { isBeehiiv, itemOfBeehiiv } from './beehiiv.ts';
import { isButtondown } from './buttondown.ts';
import type { CsvRow } from './csv.ts';
import { csvTable, told } from './csv.ts';
import type { ReadOptions } from './read-options.ts';
import { isSubstack } from './substack.ts';
import type { Reading, WireItem } from './wire-item.ts';
import { isWix, itemOfWix } from './wix.ts';

/** How a table begins that is an export: a column that lists of posts, or of people, have. */
export const EXPORT_TABLE =
  /^(?=[^\n]{0,4000},)(?:[^\n]{0,4000},)?\s?"?(?:is_published|content_html|web_title|Rich Content|Post Page URL|secondary_id|e-?mail(?:[ _]address)?)"?\s*(?:,|\r?\n|$)/i;

/** How a list of addresses of people begins. */
export const PEOPLE = /^(?:[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}[ \t]*\r?\n\s{0,20}){2}/;

/** A list of people is no story, and private: nothing of it is kept. */
export function refusePeople(): Reading {
  const say = 'unsupported: a list of people and their addresses; stories alone are imported';
  return { ok: false, why: 'unsupported', say };
}

/** Rows of one table at the most: as many as are read of one. */
const MOST = 20_000;

/** Tables that hold the texts of their posts. */
const TABLES: readonly {
  readonly is: (row: CsvRow) => boolean;
  readonly item: (row: CsvRow, options: ReadOptions) => WireItem;
}[] = [
  { is: isBeehiiv, item: itemOfBeehiiv },
  { is: isWix, item: itemOfWix },
];

/** Reads a table of posts. One whose texts are files beside it is read with them, out of the archive they came in. */
export function readExportTable(text: string, options: ReadOptions): Reading {
  const read = csvTable(text);
  const { rows = [] } = read ?? {};
  const [first] = rows;
  if (!read || !first) return { ok: false, why: 'broken', say: 'broken table: no row of it can be read' };
  if (rows.length > MOST) return { ok: false, why: 'too-large', say: `a table of more than ${MOST} posts` };
  if (isSubstack(first) || isButtondown(first)) {
    const say = 'unsupported: a list of posts without their texts; import the ZIP archive it came in';
    return { ok: false, why: 'unsupported', say };
  }
  const table = TABLES.find(({ is }) => is(first));
  if (table)
    return {
      ok: true,
      items: told(
        rows.map((row) => table.item(row, options)),
        read,
      ),
    };
  return isOfPeople(first)
    ? refusePeople()
    : { ok: false, why: 'unknown', say: 'a table; it is no list of posts that is known' };
}

function isOfPeople(row: CsvRow): boolean {
  return [...row.keys()].some((name) => /^e-?mail(?:[ _]address)?$/i.test(name));
}
