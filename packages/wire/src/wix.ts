import type { CsvRow } from './csv.ts';
import { cell } from './csv.ts';
import { mediaAt } from './export-media.ts';
import { itemOfPost } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { unique } from './fields.ts';
import { escaped } from './html-escape.ts';
import { readJson } from './loose-json.ts';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem, WireMedia, WireWarning } from './wire-item.ts';
import { htmlOfRicos, wixAddress } from './wix-rich.ts';

/** Whether a table is the list of posts of an export of Wix. */
export function isWix(row: CsvRow): boolean {
  return row.has('Rich Content') && row.has('Title') && row.has('Slug');
}

const PLAIN: WireWarning = {
  code: 'plain-text',
  say: 'Its formatted text could not be read: the plain text beside it was taken.',
};

/** The item of a row of the list; one without a time of publication is a draft. */
export function itemOfWix(row: CsvRow, options: ReadOptions): WireItem {
  const published = momentOf(cell(row, 'Published Date'), { timeZone: 'UTC' });
  const [address, author] = [cell(row, 'Post Page URL'), plainWords(cell(row, 'Author'))];
  const main = plainWords(cell(row, 'Main Category'));
  const categories = unique([...(main ? [main] : []), ...listed(cell(row, 'Categories'))]);
  const rich = richOf(cell(row, 'Rich Content'));
  const plain = cell(row, 'Plain Content');
  return itemOfPost(
    {
      format: 'wix',
      id: `wix:${cell(row, 'Internal ID', 'ID') ?? address ?? cell(row, 'Title') ?? ''}`,
      state: published === undefined ? 'draft' : 'published',
      headline: plainWords(cell(row, 'Title')),
      standfirst: plainWords(cell(row, 'Excerpt')),
      slug: cell(row, 'Slug') ?? /\/post\/([^/?#]+)/.exec(address ?? '')?.[1],
      html: rich?.html ?? paragraphs(plain),
      authors: author ? [{ name: author }] : [],
      published,
      updated: momentOf(cell(row, 'Last Published Date'), { timeZone: 'UTC' }) ?? published,
      sectionPath: categories.slice(0, 1),
      subjects: categories.map((name) => ({ name })),
      media: coverOf(cell(row, 'Cover Image')),
      address,
      warnings: [
        ...(rich === undefined && plain !== undefined ? [PLAIN] : []),
        ...(rich?.unknown.length ? [leftOut(rich.unknown)] : []),
      ],
      unmapped: { tags: tagIds(cell(row, 'Tags')) },
    },
    options,
  );
}

function leftOut(unknown: readonly string[]): WireWarning {
  return { code: 'card', say: `Parts we do not know were left out: ${unknown.slice(0, 20).join(', ')}.` };
}

function listed(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[,;]/)
    .flatMap((part) => plainWords(part.replace(/^[["\s]+|["\]\s]+$/g, '')) ?? []);
}

function richOf(text: string | undefined) {
  if (text === undefined || !text.startsWith('{')) return undefined;
  const json = readJson(text);
  return json.ok ? htmlOfRicos(json.value) : undefined;
}

/** Tags are told by their numbers alone. */
function tagIds(text: string | undefined): readonly string[] | undefined {
  const tags = listed(text);
  return tags.length === 0 ? undefined : tags;
}

function paragraphs(plain = ''): string {
  return plain
    .split(/\n+/)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('');
}

/** `wix:image://v1/{file}/{name}#originWidth=…&originHeight=…` */
function coverOf(cover: string | undefined): readonly WireMedia[] {
  const size = (name: string) => {
    const digits = new RegExp(`${name}=(\\d{1,6})`).exec(cover ?? '')?.[1];
    return digits === undefined ? undefined : Number(digits);
  };
  const picture = mediaAt(wixAddress(cover), {
    kind: 'picture',
    width: size('originWidth'),
    height: size('originHeight'),
  });
  return picture ? [picture] : [];
}
