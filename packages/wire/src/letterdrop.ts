import { mediaAt } from './export-media.ts';
import { itemOfPost } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { momentOf } from './moment.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';

/** Posts of one answer at the most. */
const MOST = 20_000;

/** Reads what the interface of Letterdrop answers; undefined where it is no such answer. */
export function readLetterdrop(value: unknown, options: ReadOptions): Reading | undefined {
  if (!isObject(value)) return undefined;
  const posts = list(value.posts);
  if (posts.length === 0 || !posts.every(isPost)) return undefined;
  if (posts.length > MOST)
    return { ok: false, why: 'too-large', say: `more than ${MOST} posts in one answer` };
  return { ok: true, items: posts.map((post) => itemOf(post, options)) };
}

function isPost(post: NinjsObject): boolean {
  return ['title', 'body', 'publishedOn', 'publication'].every((name) => name in post);
}

function itemOf(post: NinjsObject, options: ReadOptions): WireItem {
  const [address, slug] = [text(post.url), text(post.slug)];
  const published = momentOf(text(post.publishedOn), { timeZone: 'UTC' });
  const author = isObject(post.author) ? plainWords(text(post.author.name)) : undefined;
  const picture = mediaAt(text(post.coverImage) ?? text(post.thumbnail), { kind: 'picture' });
  const words = { title: text(post.metaTitle), description: text(post.metaDescription) };
  const isSaid = words.title !== undefined || words.description !== undefined;
  return itemOfPost(
    {
      format: 'letterdrop',
      id: `letterdrop:${text(post.id) ?? address ?? slug ?? ''}`,
      state: published === undefined ? 'draft' : 'published',
      supplier:
        address !== undefined && URL.canParse(address) ? new URL(address).host : text(post.publication),
      headline: plainWords(text(post.title)),
      standfirst: plainWords(text(post.subtitle)),
      slug,
      html: text(post.body),
      authors: author === undefined ? [] : [{ name: author }],
      published,
      updated: momentOf(text(post.updated), { timeZone: 'UTC' }),
      keywords: Array.isArray(post.tags) ? post.tags.flatMap((tag) => plainWords(text(tag)) ?? []) : [],
      media: picture ? [picture] : [],
      address,
      unmapped: { search: isSaid ? words : undefined },
    },
    options,
  );
}
