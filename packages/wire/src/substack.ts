import type { CsvRow } from './csv.ts';
import { cell } from './csv.ts';
import { mediaAt } from './export-media.ts';
import { itemOfPost, MEMBERS_WARNING } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem, WireWarning } from './wire-item.ts';

/** Whether a table is the list of posts of an export of Substack. */
export function isSubstack(row: CsvRow): boolean {
  return ['post_id', 'post_date', 'is_published', 'title'].every((name) => row.has(name));
}

const NO_TEXT: WireWarning = { code: 'no-text', say: 'Its text was not in the export.' };
const THREAD: WireWarning = { code: 'custom-type', say: 'It was a thread there, for readers to talk in.' };

/** The item of a row of the list; its text is a file beside the list, named as the post is. */
export function itemOfSubstack(
  row: CsvRow,
  htmlOf: (name: string) => string | undefined,
  options: ReadOptions,
): WireItem {
  const id = cell(row, 'post_id') ?? cell(row, 'title') ?? '';
  const slug = /^\d+\.(.+)$/s.exec(id)?.[1];
  const html = htmlOf(`${id}.html`);
  const kind = cell(row, 'type');
  const isPublished = /^true$/i.test(cell(row, 'is_published') ?? '');
  const audience = cell(row, 'audience') ?? 'everyone';
  const sound = mediaAt(cell(row, 'podcast_url'), { kind: 'audio' });
  const sent = momentOf(cell(row, 'email_sent_at'), { timeZone: 'UTC' });
  return itemOfPost(
    {
      format: 'substack',
      id: `substack:${id}`,
      state: isPublished ? 'published' : 'draft',
      isPage: kind === 'page',
      headline: plainWords(cell(row, 'title')),
      standfirst: plainWords(cell(row, 'subtitle')),
      slug,
      html,
      published: momentOf(cell(row, 'post_date'), { timeZone: 'UTC' }) ?? sent,
      attached: sound ? [sound] : [],
      address: slug === undefined ? undefined : `/p/${slug}`,
      warnings: [
        ...(html === undefined ? [NO_TEXT] : []),
        ...(kind === 'thread' ? [THREAD] : []),
        ...(audience === 'everyone' ? [] : [MEMBERS_WARNING]),
      ],
      unmapped: { audience: audience === 'everyone' ? undefined : audience, kind },
    },
    options,
  );
}
