import type { CsvRow } from './csv.ts';
import { cell } from './csv.ts';
import { mediaAt } from './export-media.ts';
import type { PostState } from './export-post.ts';
import { itemOfPost, MEMBERS_WARNING } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { attribute } from './html-node.ts';
import { elementsWhere, htmlPage, innerHtml } from './html-search.ts';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem } from './wire-item.ts';

/** Whether a table is the list of posts of an export of Beehiiv. */
export function isBeehiiv(row: CsvRow): boolean {
  return row.has('web_title') && row.has('content_html');
}

const STATES: Readonly<Record<string, PostState>> = {
  ...{ confirmed: 'published', published: 'published', draft: 'draft', archived: 'private' },
};

/** The item of a row of the list. */
export function itemOfBeehiiv(row: CsvRow, options: ReadOptions): WireItem {
  const url = cell(row, 'url');
  const word = (cell(row, 'status') ?? 'draft').toLowerCase();
  const created = momentOf(cell(row, 'publish_date', 'created_at'), { timeZone: 'UTC' });
  const picture = mediaAt(cell(row, 'thumbnail_url'), { kind: 'picture' });
  return itemOfPost(
    {
      format: 'beehiiv',
      id: `beehiiv:${cell(row, 'id') ?? url ?? cell(row, 'web_title') ?? ''}`,
      state: Object.hasOwn(STATES, word) ? (STATES[word] ?? 'unknown') : 'unknown',
      stateWord: word,
      supplier: url !== undefined && URL.canParse(url) ? new URL(url).host : undefined,
      headline: plainWords(cell(row, 'web_title', 'email_subject_line')),
      standfirst: plainWords(cell(row, 'web_subtitle')),
      slug: /\/p\/([^/?#]+)/.exec(url ?? '')?.[1],
      html: contentOf(cell(row, 'content_html') ?? ''),
      published: created,
      keywords: (cell(row, 'content_tags') ?? '')
        .split(/[,;]/)
        .map((tag) => tag.trim())
        .filter(Boolean),
      media: picture ? [picture] : [],
      address: url,
      warnings: /^(?:free|both|all)?$/i.test(cell(row, 'audience') ?? '') ? [] : [MEMBERS_WARNING],
      unmapped: { thumbnail: picture ? undefined : cell(row, 'thumbnail_url') },
    },
    options,
  );
}

/** The words of a letter stand in one part of it; around it is the letter's frame. */
function contentOf(html: string): string {
  const [blocks] = elementsWhere(htmlPage(html), (node) => attribute(node, 'id') === 'content-blocks');
  const inner = blocks ? innerHtml(blocks) : '';
  return inner.trim() === '' ? html : inner;
}
