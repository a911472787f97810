import type { Json } from './json.ts';

/** Markup that is safe to send: made only by `html`, `jsonLd` and the writer of a story’s body. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a hole of an `html` template: text is escaped, markup is kept, nothing leaves no trace. */
export type Hole = string | number | Html | null | undefined | false | readonly Hole[];

class Markup implements Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** Markup of no length. */
export const NOTHING: Html = new Markup('');

/**
 * Makes markup from a template. Holes stand only as element content or inside double-quoted attributes
 * (`tools/` checks every template); there `& < > "` are enough to escape (HTML Living Standard §13.1.2).
 * Markup that comes into an attribute all the same is escaped once more: it shows as its source and ends nothing.
 */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let out = strings[0] ?? '';
  for (let i = 0; i < holes.length; i++) {
    const hole = holes[i];
    // Only a list or markup can bring markup along, so text, which most holes hold, pays nothing for the question.
    const mayHoldMarkup = typeof hole === 'object' && hole !== null;
    out += mayHoldMarkup && standsInTag(strings, i) ? fillInTag(hole) : fill(hole);
    out += strings[i + 1] ?? '';
  }
  return new Markup(out);
}

function fill(hole: Hole): string {
  if (typeof hole === 'string') return escaped(hole);
  if (hole === null || hole === undefined || hole === false) return '';
  if (hole instanceof Markup) return hole.markup;
  if (typeof hole === 'number') return String(hole);
  let out = '';
  if (Array.isArray(hole)) for (const part of hole) out += fill(part);
  return out;
}

function fillInTag(hole: Hole): string {
  if (hole instanceof Markup) return escaped(hole.markup);
  return Array.isArray(hole) ? hole.map(fillInTag).join('') : fill(hole);
}

/** For each template, which of its holes stand inside a tag; a template's strings are one object for good. */
const TAG_HOLES = new WeakMap<TemplateStringsArray, readonly boolean[]>();

function standsInTag(strings: TemplateStringsArray, hole: number): boolean {
  let found = TAG_HOLES.get(strings);
  if (!found) {
    found = tagHoles(strings);
    TAG_HOLES.set(strings, found);
  }
  return found[hole] ?? false;
}

/** The text of a tag after its `<` (HTML Living Standard §13.2.5.6), to its end or to the end of the template. */
const TAG = /<\/?[a-z](?:[^"'>]|"[^"]*(?:"|$)|'[^']*(?:'|$))*(>|$)/gi;

function tagHoles(strings: readonly string[]): readonly boolean[] {
  let read = '';
  return strings.slice(0, -1).map((part) => {
    read += part;
    let isOpen = false;
    for (const [, end] of read.matchAll(TAG)) isOpen = end === '';
    return isOpen;
  });
}

const SPECIAL = /[&<>"]/;
const SPECIALS = /[&<>"]/g;
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (c) => ENTITY[c] ?? c) : text;
}

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const ALLOWED = new Set(['http', 'https', 'mailto', 'tel']);

/** Addresses of nothing but what may stand in a URL as it is (RFC 3986 §2); most are. */
const PLAIN_ADDRESS = /^[\w!#$&'()*+,\-./:;=?@[\]~]*$/;
const UNFIT = /[\p{Z}\p{Cf}\p{Co}\p{Cn}"<>\\^`{|}]|%(?![0-9a-f]{2})/giu;

/**
 * An address that may stand in `href` or `src`: relative, or of scheme http, https, mailto or tel.
 * Anything else gives `#`: a reader loses a link and no more. Control characters fall away, and what may not
 * stand in a URL is percent-encoded.
 */
export function href(address: string): string {
  const isPlain = PLAIN_ADDRESS.test(address);
  // Browsers drop control characters and blanks inside a scheme, so they must not hide one here.
  const seen = isPlain ? address : address.replace(/[\p{C}\p{Z}]+/gu, '');
  const scheme = SCHEME.exec(seen)?.[1]?.toLowerCase();
  if (scheme !== undefined && !ALLOWED.has(scheme)) return '#';
  if (isPlain) return address;
  const told = address.toWellFormed().replace(/\p{Cc}+/gu, '');
  return told.trim().replace(UNFIT, encodeURIComponent);
}

/** A JSON value as a `<script type="application/ld+json">` element; `<` is escaped so that it cannot end early. */
export function jsonLd(value: Json): Html {
  const text = JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return new Markup(`<script type="application/ld+json">${text}</script>`);
}

/** Takes text as markup unread. A check allows it to `story/html` alone, which writes only what it escaped. */
export function trustedHtml(markup: string): Html {
  return new Markup(markup);
}
