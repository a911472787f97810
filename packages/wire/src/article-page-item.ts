import { squeeze } from '@courant/base';
import { plainText } from '@courant/story';
import type { PageFacts } from './article-page-facts.ts';
import { isPersonal } from './article-page-facts.ts';
import type { Voices } from './article-page-head.ts';
import { headlinesIn } from './article-page-head.ts';
import { htmlOfStory } from './article-page-html.ts';
import { leadOf, picturesOf } from './article-page-media.ts';
import type { PageElement, PageTree } from './article-page-tree.ts';
import { exportBody } from './export-body.ts';
import { MEMBERS_WARNING } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { present, unique } from './fields.ts';
import { escaped } from './html-escape.ts';
import { lineKey } from './page-text-lines.ts';
import { textMark } from './page-text-mark.ts';
import type { ReadOptions } from './read-options.ts';
import type { Author, WireItem, WireWarning } from './wire-item.ts';

/** What was found of a page's story. */
export interface FoundStory {
  readonly page: PageTree;
  readonly title: string;
  readonly root: PageElement;
  /** The line at which the story begins. */
  readonly from: number;
  readonly isKept: (at: number) => boolean;
  readonly voices: Voices;
  /** Its words where the page does not show them. */
  readonly hidden: string | undefined;
}

const NO_DATE: WireWarning = { code: 'no-date', say: 'The page says nowhere when it was published.' };

/** The item of a page: of several voices the surest says a field, its linked data before its meta tags before its words. */
export function itemOfPage(found: FoundStory, options: ReadOptions): WireItem {
  const { voices, title } = found;
  const said = new Said(voices);
  const [headline, ...others] = headlinesIn(voices, title);
  const [address, ...formerAddresses] = addressesIn(voices);
  const published = said.first('published');
  const updated = said.first('modified') ?? published;
  const id = address ?? `page:${textMark(`${lineKey(headline ?? '')}\n${published?.slice(0, 10) ?? ''}`)}`;
  const version = updated ?? '1';
  const read = exportBody(storyHtml(found, address), { from: { item: id, version } });
  const authors = said.authors();
  return {
    format: 'article-page',
    id,
    version,
    ...present({
      versionCreated: updated,
      firstCreated: published,
      supplier: options.supplier ?? hostOf(address) ?? said.first('source'),
      language: said.language(),
      headline,
      standfirst: standfirstOf(said.first('standfirst'), plainText(read.body)),
      byline: authors.map(({ name }) => name).join(', '),
      authors,
      source: said.first('source'),
      keywords: said.all('keywords'),
      sectionPath: said.all('sectionPath'),
      media: picturesOf(found, { base: address, said: leadOf(voices) }),
      links: read.links,
      ...{ address, formerAddresses },
    }),
    ...(read.body.content.length > 0 ? { body: read.body } : {}),
    warnings: [
      ...(published ? [] : [NO_DATE]),
      ...(voices.linked?.isPaid ? [MEMBERS_WARNING] : []),
      ...read.warnings,
    ],
    unmapped: present({ headlines: others }),
  };
}

function storyHtml({ page, root, isKept, hidden }: FoundStory, base: string | undefined): string {
  if (hidden === undefined) return htmlOfStory(root, { lines: page.lines, isKept, base });
  // Some systems write HTML there, some plain text.
  if (/<(?:p|br|div)\b/i.test(hidden)) return hidden;
  const parts = hidden.split(/\n\s*/).filter((part) => part.trim() !== '');
  return parts.map((part) => `<p>${escaped(unescaped(part))}</p>`).join('');
}

function unescaped(text: string): string {
  return /&(?:[a-z]+|#\w+);/i.test(text) ? (plainWords(text.replaceAll('<', '&lt;')) ?? text) : text;
}

/** The voices of a page, asked for one field after another. */
class Said {
  readonly #facts: readonly PageFacts[];

  constructor({ linked, meta, seen }: Voices) {
    this.#facts = [...(linked ? [linked] : []), meta, seen];
  }

  first<K extends 'published' | 'modified' | 'source' | 'standfirst'>(field: K): PageFacts[K] {
    return this.#facts.map((facts) => facts[field]).find((one) => one !== undefined);
  }

  all(field: 'keywords' | 'sectionPath'): readonly string[] {
    return this.#facts.map((facts) => facts[field]).find((list) => list.length > 0) ?? [];
  }

  /** People before papers: many systems write the paper's name where no writer is known. */
  authors(): readonly Author[] {
    const papers = this.#facts.flatMap(({ source }) => source ?? []);
    const people = this.#facts.map(({ authors }) => authors.filter(({ name }) => isPersonal(name, papers)));
    const any = this.#facts.map(({ authors }) => authors);
    return [...people, ...any].find((list) => list.length > 0) ?? [];
  }

  /** BCP 47; what a page's meta tags say comes last, since systems fill in their own. */
  language(): string | undefined {
    const [linked, meta, seen] = this.#facts.length === 3 ? this.#facts : [undefined, ...this.#facts];
    const tags = [linked, seen, meta].flatMap((facts) => facts?.language?.replaceAll('_', '-') ?? []);
    return tags.find((tag) => /^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(tag));
  }
}

/** Addresses of the page, the one it calls its own first; one that leads to the site's front is none. */
function addressesIn({ linked, meta }: Voices): readonly string[] {
  const whole = [...meta.addresses, ...(linked?.addresses ?? [])].flatMap((said) => {
    const url = /^https?:\/\//i.test(said) ? URL.parse(said) : null;
    if (url === null || (url.pathname === '/' && url.search === '')) return [];
    url.hash = '';
    return [url.href];
  });
  return unique(whole).slice(0, 12);
}

function hostOf(address: string | undefined): string | undefined {
  return URL.parse(address ?? '')?.host.replace(/^www\./, '');
}

/** Characters of a standfirst at the most. */
const LONGEST = 1_000;

/** A standfirst that is no more than the first words of the text is none. */
function standfirstOf(said: string | undefined, body: string): string | undefined {
  if (said === undefined || said.length > LONGEST) return undefined;
  const words = lineKey(said.replace(/\s*(?:\[?…\]?|\.{3}|\[\.{3}\])$/, ''));
  return words === '' || lineKey(squeeze(body).slice(0, 4 * LONGEST)).includes(words) ? undefined : said;
}
