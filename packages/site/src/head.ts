import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { FeedEnd } from '@courant/edition';
import { FEED_ENDS, feedPath, frontPath, prefixOf } from '@courant/edition';
import type { CutRatio, Picture } from '@courant/picture';
import { cutOf, cutPath } from '@courant/picture';
import type { FrameData, PageScripts } from './frame-data.ts';
import { iconPath } from './icon.ts';
import { say } from './messages.ts';
import { SOCIAL_CARD } from './social-card.ts';

/** The same page in another language. */
export interface Alternate {
  /** BCP 47. */
  readonly language: string;
  readonly path: string;
}

/** What a page says of itself to browsers, search engines and other sites. */
export interface Head {
  /** Without the paper's name, which is added; absent on the home of an edition. */
  readonly title?: string;
  readonly description?: string;
  /** Canonical path; absent where the page stands for no address of its own, which also keeps it out of search. */
  readonly path?: string;
  readonly kind: 'website' | 'article' | 'profile';
  /** Of a page with an author who is in the fediverse: their address there, `@name@host`. */
  readonly creator?: string;
  /** Paths of modules that this page needs beside the paper's own. */
  readonly modules?: readonly string[];
  /** Paths of style sheets that this page needs beside the paper's own. */
  readonly sheets?: readonly string[];
  /** Whether the copy has emphasis: a face that came later would have the whole page set anew. */
  readonly hasEmphasis?: boolean;
  readonly picture?: Picture;
  /** Path of the drawn card that stands for the page where it has no picture. */
  readonly card?: string;
  /** Translations, this page's own language among them; empty unless there is another. */
  readonly alternates?: readonly Alternate[];
  /** The list whose feeds the page names, by the path of its page; the edition's front where absent. */
  readonly feeds?: { readonly title: string; readonly list: string };
  /** Of a story: its times as machines read them, and its section. */
  readonly article?: { readonly published: string; readonly updated: string; readonly section: string };
}

/** The absolute address of a path of the paper, with what is not ASCII percent-encoded. */
export function absolute(page: Pick<FrameData, 'publicUrl'>, path: string): string {
  return `${page.publicUrl}${encodeURI(path)}`;
}

/** The content of a page's `<head>`. */
export function headTags(page: FrameData, head: Head): Html {
  const name = page.publication.name;
  // Fronts of two editions are two pages: what tells them apart stands in their titles too.
  const both = say(page.edition.locale, 'listed', { first: name, next: page.edition.name });
  const paper = page.edition.isDefault ? name : both;
  const title = head.title === undefined ? `${name} · ${page.edition.name}` : `${head.title} · ${paper}`;
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head.description && html`<meta name="description" content="${head.description}">`}
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fffdf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#171513" media="(prefers-color-scheme: dark)">
${page.scripts && scriptTags(page.scripts)}${(head.modules ?? []).map((path) => html`<script type="module" src="${href(path)}"></script>`)}${fontTags(page, head)}<link rel="stylesheet" href="${href(page.styles)}">${(head.sheets ?? []).map((path) => html`<link rel="stylesheet" href="${href(path)}">`)}
${machineLinks(page, head)}
${identity(page, head)}
${openGraph(page, head)}`;
}

/** The early script stands before the style sheet: after it, it would wait for it. */
function scriptTags({ early, page }: PageScripts): Html {
  return html`<script src="${href(early)}"></script>
<script type="module" src="${href(page)}"></script>
`;
}

const FEED_TYPES: Readonly<Record<FeedEnd, string>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** What browsers and readers of feeds find by the page: feeds, search, icon, what machines may do with the paper. */
function machineLinks({ edition, publication }: FrameData, head: Head): Html {
  const { title, list } = head.feeds ?? { title: publication.name, list: frontPath(edition) };
  const links = FEED_ENDS.map(
    (end) =>
      html`<link rel="alternate" type="${FEED_TYPES[end]}" title="${title}" href="${href(feedPath(list, end))}">
`,
  );
  return html`${links}<link rel="search" type="application/opensearchdescription+xml" title="${publication.name}" href="${href(`${prefixOf(edition)}/opensearch.xml`)}">
<link rel="icon" type="image/png" sizes="48x48" href="${href(iconPath(48))}">
<link rel="apple-touch-icon" href="${href(iconPath(180))}">
<link rel="manifest" href="${href(`${prefixOf(edition)}/manifest.webmanifest`)}">
<link rel="license" type="application/rsl+xml" href="/license.xml">`;
}

/** Fonts are fetched without credentials, even from one's own house (CSS Fonts 4, §9.6). */
function fontTags({ fonts = [], emphasisFonts = [] }: FrameData, { hasEmphasis }: Head): readonly Html[] {
  const paths = hasEmphasis ? [...fonts, ...emphasisFonts] : fonts;
  return paths.map(
    (path) => html`<link rel="preload" href="${href(path)}" as="font" type="font/woff2" crossorigin>
`,
  );
}

function identity(page: FrameData, head: Head): Html {
  if (head.path === undefined) return html`<meta name="robots" content="noindex">`;
  const alternates = (head.alternates ?? []).map(
    ({ language, path }) =>
      html`<link rel="alternate" hreflang="${language}" href="${href(absolute(page, path))}">
`,
  );
  return html`<meta name="robots" content="max-image-preview:large">
<link rel="canonical" href="${href(absolute(page, head.path))}">
${alternates}`;
}

/** Open Graph protocol (ogp.me), read also by those who have tags of their own. */
function openGraph(page: FrameData, head: Head): Html {
  if (head.path === undefined) return html``;
  return html`<meta property="og:type" content="${head.kind}">
<meta property="og:site_name" content="${page.publication.name}">
<meta property="og:title" content="${head.title ?? page.publication.name}">
${head.creator && html`<meta name="fediverse:creator" content="${head.creator}">`}
${head.description && html`<meta property="og:description" content="${head.description}">`}
<meta property="og:url" content="${absolute(page, head.path)}">
<meta property="og:locale" content="${page.edition.locale.replace('-', '_')}">
${head.article && articleGraph(head.article)}
${head.picture ? pictureGraph(page, head.picture) : head.card && cardGraph(page, head.card, head.title)}`;
}

function articleGraph({ published, updated, section }: NonNullable<Head['article']>): Html {
  return html`<meta property="article:published_time" content="${published}">
<meta property="article:modified_time" content="${updated}">
<meta property="article:section" content="${section}">`;
}

function pictureGraph(page: FrameData, picture: Picture): Html {
  const { path, width, height } = sharedPicture(picture);
  return html`<meta property="og:image" content="${absolute(page, path)}">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${picture.alt}">
<meta name="twitter:card" content="summary_large_image">`;
}

function cardGraph(page: FrameData, path: string, title: string | undefined): Html {
  const { width, height } = SOCIAL_CARD;
  return html`<meta property="og:image" content="${absolute(page, path)}">
<meta property="og:image:width" content="${width}">
<meta property="og:image:height" content="${height}">
<meta property="og:image:alt" content="${title ?? page.publication.name}">
<meta name="twitter:card" content="summary_large_image">`;
}

/** The JPEG that other sites are given: its path and its size in pixels. */
export function sharedPicture(
  picture: Picture,
  ratio: CutRatio = '16x9',
): { readonly path: string; readonly width: number; readonly height: number } {
  const { width, height } = cutOf(picture, ratio);
  return { path: cutPath(picture, ratio), width, height };
}
