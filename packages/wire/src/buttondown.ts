import type { CsvRow } from './csv.ts';
import { cell } from './csv.ts';
import { itemOfPost } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { htmlOfMarkdown } from './markdown.ts';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem, WireWarning } from './wire-item.ts';

/** How a letter of an export of Buttondown begins: in which of its two editors it was written. */
export const BUTTONDOWN = /^<!--\s*buttondown-editor-mode:\s*(fancy|plaintext)\s*-->/;

/** Whether a table is the list of letters of such an export. */
export function isButtondown(row: CsvRow): boolean {
  return ['subject', 'publish_date', 'slug', 'secondary_id'].every((name) => row.has(name));
}

const NO_TEXT: WireWarning = { code: 'no-text', say: 'Its text was not in the export.' };
const ALONE: WireWarning = {
  code: 'no-list',
  say: 'The list of letters was not beside it: it has no headline and no date. Import the whole export.',
};

/** The item of a row of the list; its text is a file beside the list, named as the letter is. */
export function itemOfButtondown(
  row: CsvRow,
  textOf: (name: string) => string | undefined,
  options: ReadOptions,
): WireItem {
  const slug = cell(row, 'slug');
  const text = slug === undefined ? undefined : textOf(`${slug}.md`);
  const published = momentOf(cell(row, 'publish_date'), { timeZone: 'UTC' });
  return itemOfPost(
    {
      format: 'buttondown',
      id: `buttondown:${cell(row, 'id', 'secondary_id', 'slug') ?? ''}`,
      state: published === undefined ? 'draft' : 'published',
      headline: plainWords(cell(row, 'subject')),
      slug,
      html: text === undefined ? undefined : htmlOf(text),
      published,
      address: slug === undefined ? undefined : `/archive/${slug}`,
      warnings: text === undefined ? [NO_TEXT] : [],
    },
    options,
  );
}

/** Reads a letter without its list: a draft with what its name says. */
export function readButtondown(text: string, options: ReadOptions): Reading {
  const slug = /([^\\/]+)\.md$/i.exec(options.name ?? '')?.[1];
  const html = htmlOf(text);
  const opening = plainWords(/<h[1-3][^>]*>([\s\S]{0,2000}?)<\/h[1-3]>/i.exec(html)?.[1]);
  const item = itemOfPost(
    {
      format: 'buttondown',
      id: `buttondown:${slug ?? opening ?? ''}`,
      state: 'draft',
      slug,
      html,
      warnings: [ALONE],
    },
    options,
  );
  return { ok: true, items: [item] };
}

function htmlOf(text: string): string {
  const body = text.replace(/^\uFEFF/, '').trimStart();
  const mode = BUTTONDOWN.exec(body);
  const rest = body.slice(mode?.[0].length ?? 0);
  return mode?.[1] === 'fancy' ? rest : htmlOfMarkdown(rest);
}
