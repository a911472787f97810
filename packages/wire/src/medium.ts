import { itemOfPost } from './export-post.ts';
import { plainWords } from './export-words.ts';
import { unique } from './fields.ts';
import type { HtmlNode } from './html-node.ts';
import { attribute, hasClass, textBelow } from './html-node.ts';
import { elementsWhere, htmlPage, innerHtml } from './html-search.ts';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading } from './wire-item.ts';

/** How a post of an export of Medium begins: the marks of h-entry, and a field of its own editor. */
export const MEDIUM =
  /^<!doctype html[\s\S]{0,3500}?<article class="h-entry">\s*<header>\s*<h1 class="p-name">[\s\S]{0,3000}?<section data-field="/i;

/** How the page of such an export begins that tells of the account it is of. */
export const MEDIUM_ACCOUNT = /^<!doctype html[\s\S]{0,3500}?<section class="h-card">/i;

/** The page of an account is no story, and private. */
export function refuseAccount(): Reading {
  return {
    ok: false,
    why: 'unsupported',
    say: 'unsupported: the account of an export of Medium; it is no story',
  };
}

/** Characters of one post at the most. */
const MOST = 4_000_000;

/** Reads a post of an export of Medium: a page with the marks of h-entry. One without a time of publication is a draft. */
export function readMedium(html: string, options: ReadOptions): Reading {
  if (html.length > MOST)
    return { ok: false, why: 'too-large', say: `a post of more than ${MOST} characters` };
  const page = htmlPage(html);
  const [headline, standfirst] = ['p-name', 'p-summary'].map((name) => words(page, name));
  const [body] = classed(page, 'e-content');
  const published = momentOf(timeIn(page), { timeZone: 'UTC' });
  const canonical = classed(page, 'p-canonical').flatMap((link) => attribute(link, 'href') ?? [])[0];
  const short = elementsWhere(page, isShortLink).flatMap((link) => attribute(link, 'href') ?? [])[0];
  const id =
    /\/p\/([0-9a-f]{6,20})/i.exec(short ?? '')?.[1] ?? /([0-9a-f]{8,20})$/i.exec(canonical ?? '')?.[1];
  const item = itemOfPost(
    {
      format: 'medium',
      id: `medium:${id ?? canonical ?? headline ?? ''}`,
      state: published === undefined ? 'draft' : 'published',
      headline,
      standfirst: standfirst === headline ? undefined : standfirst,
      slug: slugIn(canonical),
      html: body ? bodyHtml(body, [headline, standfirst]) : undefined,
      authors: unique(classed(page, 'p-author').map(textOf).filter(Boolean)).map((name) => ({ name })),
      published,
      keywords: unique(classed(page, 'p-tag').map(textOf).filter(Boolean)),
      address: canonical,
      formerAddresses: [short],
    },
    options,
  );
  return { ok: true, items: [item] };
}

function classed(page: HtmlNode, name: string): readonly HtmlNode[] {
  return elementsWhere(page, (node) => hasClass(node, name));
}

function words(page: HtmlNode, name: string): string | undefined {
  const [found] = classed(page, name);
  return found && plainWords(innerHtml(found));
}

function textOf(node: HtmlNode): string {
  return textBelow(node).replace(/\s+/g, ' ').trim();
}

function timeIn(page: HtmlNode): string | undefined {
  const [time] = classed(page, 'dt-published');
  return time && attribute(time, 'datetime');
}

function isShortLink(node: HtmlNode): boolean {
  return (
    node.nodeName === 'a' && /^https:\/\/medium\.com\/p\/[0-9a-f]+$/i.test(attribute(node, 'href') ?? '')
  );
}

/** `/@name/words-of-it-0123456789ab`: the words; an address of the number alone has none. */
function slugIn(canonical: string | undefined): string | undefined {
  const last = canonical?.replace(/[?#].*$/s, '').replace(/^.*\//s, '');
  const slug = last?.replace(/-?[0-9a-f]{8,20}$/i, '');
  return slug || undefined;
}

/** The text without the headline and the standfirst that the editor set into it again, and without the rule above it. */
function bodyHtml(body: HtmlNode, said: readonly (string | undefined)[]): string {
  const heads = elementsWhere(
    body,
    (node) => hasClass(node, 'graf--title') || hasClass(node, 'graf--subtitle'),
  );
  const again = heads.slice(0, said.length).filter((node) => said.includes(textOf(node)));
  const [divider] = classed(body, 'section-divider');
  const gone = [...again, ...(divider ? [divider] : [])].map(outerHtml);
  return gone.reduce((html, part) => html.replace(part, () => ''), innerHtml(body));
}

function outerHtml(node: HtmlNode): string {
  return innerHtml({ nodeName: '#document-fragment', childNodes: [node] });
}
