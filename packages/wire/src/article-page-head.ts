import { squeeze } from '@courant/base';
import type { LinkedFacts } from './article-page-data.ts';
import type { PageFacts } from './article-page-facts.ts';
import type { PageTree } from './article-page-tree.ts';
import { unique } from './fields.ts';
import { lineKey } from './page-text-lines.ts';

/** What the three voices of a page say, the surest first. */
export interface Voices {
  readonly linked: LinkedFacts | undefined;
  readonly meta: PageFacts;
  readonly seen: PageFacts;
}

/** The title of a page, as its head has it. */
export function titleOf({ elements }: PageTree): string {
  const title = elements.find(({ name }) => name === 'title');
  return squeeze((title?.children ?? []).filter((child) => typeof child === 'string').join(''));
}

/** Signs between a headline and the name of the paper. */
const PARTS = /\s+[|–—·•»:/-]+\s+|\s*\|\s*|\s+::\s+/;

/** A title without the name of the paper, and of the section, before or behind it. */
export function withoutPaper(title: string, names: readonly string[]): string {
  const keys = new Set(names.map(lineKey).filter(Boolean));
  const parts = title.split(PARTS);
  let [from, to] = [0, parts.length];
  while (to - from > 1 && keys.has(lineKey(parts[to - 1] ?? ''))) to--;
  while (to - from > 1 && keys.has(lineKey(parts[from] ?? ''))) from++;
  if (from === 0 && to === parts.length) return title;
  const first = title.indexOf(parts[from] ?? '');
  const last = parts[to - 1] ?? '';
  return title.slice(first, title.lastIndexOf(last) + last.length);
}

/** The voices of a page, as far as headlines go. */
type Headlined = { readonly [K in keyof Voices]: Pick<PageFacts, 'headline' | 'source'> | undefined };

/** The headlines a page has: the one of its linked data first, then of its meta tags, then what readers see. */
export function headlinesIn({ linked, meta, seen }: Headlined, title: string): readonly string[] {
  const names = [linked?.source, meta?.source].flatMap((name) => name ?? []);
  const plain = (said: string | undefined) => said && withoutPaper(said, names);
  const said = [linked?.headline, plain(meta?.headline), seen?.headline, plain(title)];
  return unique(
    said.flatMap((one) => one || []),
    lineKey,
  );
}
