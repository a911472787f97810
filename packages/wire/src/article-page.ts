import { cleaned } from './article-page-clean.ts';
import { linkedFacts } from './article-page-data.ts';
import { seenFacts, shownHeadline } from './article-page-dom.ts';
import type { Voices } from './article-page-head.ts';
import { headlinesIn, titleOf } from './article-page-head.ts';
import { itemOfPage } from './article-page-item.ts';
import type { MetaTags } from './article-page-meta.ts';
import { metaFacts, metaTags } from './article-page-meta.ts';
import { isProse } from './article-page-prose.ts';
import type { ArticleRoot } from './article-page-root.ts';
import { findRoot } from './article-page-root.ts';
import type { PageTree, TextLine } from './article-page-tree.ts';
import { parsePage } from './article-page-tree.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading } from './wire-item.ts';

/** Width of prose from which a page that says nothing of itself may be a story. */
const LEAST_PROSE = 140;
/** The part of a story's words that a page shows at the least. */
const LEAST_SHOWN = 0.5;
const NO_STORY: Reading = {
  ok: false,
  why: 'unsupported',
  say: 'unsupported: an HTML page without a story in it: a front, a list, or a page that scripts fill',
};

/**
 * Reads a page of a news site as it is served, as one item of format `article-page`: what its linked data says (JSON-LD,
 * schema.org), then its meta tags, then what readers see. What stands around the story is left out. A page without a
 * story is refused. Nothing is fetched, no script is run.
 */
export function readArticlePage(html: string, options: ReadOptions): Reading {
  const page = parsePage(html);
  if (!page.ok) return page;
  const title = titleOf(page);
  const tags = metaTags(page);
  const linked = linkedFacts(page.linkedData, title, options);
  const said = { linked, meta: metaFacts(tags, options) };
  const found = findRoot(page) ?? (linked?.body === undefined ? undefined : nothingShown(page));
  if (!found) return NO_STORY;
  const root = found.element;
  const [headline] = headlinesIn({ ...said, seen: { headline: shownHeadline(page, root.from) } }, title);
  if (headline === undefined && !found.isWhole) return NO_STORY;
  const isKept = cleaned(page, found, headline ?? '');
  const kept = page.lines.filter(({ at }) => isKept(at));
  const isStory = found.isWhole || saysStory(said, tags) || isMostOf(page, kept);
  if (!isStory && proseOf(kept) < LEAST_PROSE) return NO_STORY;
  const from = kept[0]?.at ?? root.from;
  const voices = { ...said, seen: seenFacts(page, from, options) };
  const hidden = hiddenBody(linked?.body, kept);
  return { ok: true, items: [itemOfPage({ page, title, root, from, isKept, voices, hidden }, options)] };
}

/** A page whose story stands in its linked data alone: scripts were to show it. */
function nothingShown({ root: element, lines }: PageTree): ArticleRoot {
  return { element, out: new Uint8Array(lines.length).fill(1) };
}

/** The story's words as linked data has them, where the page shows less than half of them. */
function hiddenBody(body: string | undefined, kept: readonly TextLine[]): string | undefined {
  const shown = kept.reduce((sum, { text }) => sum + text.length, 0);
  return body !== undefined && shown < body.length * LEAST_SHOWN ? body : undefined;
}

/** Whether a page says of itself that it is a story. */
function saysStory({ linked, meta }: Omit<Voices, 'seen'>, tags: MetaTags): boolean {
  const isArticle = tags.get('og:type')?.some((type) => /article|post/i.test(type)) ?? false;
  return isArticle || linked?.isStory === true || meta.published !== undefined;
}

function isMostOf({ lines }: PageTree, kept: readonly TextLine[]): boolean {
  const width = (of: readonly TextLine[]) => of.reduce((sum, line) => sum + line.width, 0);
  return width(kept) * 2 >= width(lines);
}

function proseOf(lines: readonly TextLine[]): number {
  return lines.reduce((sum, line) => sum + (isProse(line) ? line.width : 0), 0);
}
