import type { Instant } from '@courant/base';
import { parseInstant } from '@courant/base';
import { feedDate } from './feed-date.ts';
import { printedDates } from './page-text-date.ts';
import type { ReadOptions } from './read-options.ts';
import type { Author, WireMedia } from './wire-item.ts';

/** What one voice of a page says of its story: its linked data, its meta tags, or what readers see. */
export interface PageFacts {
  readonly headline?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly authors: readonly Author[];
  readonly published?: Instant | undefined;
  readonly modified?: Instant | undefined;
  readonly language?: string | undefined;
  readonly sectionPath: readonly string[];
  readonly source?: string | undefined;
  readonly keywords: readonly string[];
  readonly pictures: readonly WireMedia[];
  /** Addresses of the page itself, the best first. */
  readonly addresses: readonly string[];
  /** Whether only subscribers can read it. */
  readonly isPaid?: boolean;
}

/** The moment of a date as pages write it: for machines, for people, or as seconds since 1970. */
export function pageDate(text: string | undefined, options: ReadOptions): Instant | undefined {
  const plain = text?.trim() ?? '';
  if (/^1\d{9}(?:\d{3})?$/.test(plain)) {
    const millis = Number(plain) * (plain.length === 10 ? 1000 : 1);
    return parseInstant(new Date(millis).toISOString());
  }
  // "2019-11-19T00:00:00+0000" and "2024-04-26T15:37:39.609270" are met beside what standards allow.
  const found = feedDate(plain, options) ?? printedDates(plain)[0]?.at;
  // A day that is still to come, or before there was a web, is a mistake of the page's system.
  return found !== undefined && found >= '1990' && found <= later(options.received) ? found : undefined;
}

/** A day on, for zones that are ahead. */
function later(received: Instant): string {
  return new Date(Date.parse(received) + 86_400_000).toISOString();
}

/** What stands before names: "By Ada Quill", "Text: B. Ink". */
const BEFORE =
  /^\s*(?:written by|posted by|published by|reported by|by|von|de|par|por|di|da|door|av|af|text|texto|autor(?:in)?|author|foto|oleh|yazan)\b[\s:]+/iu;
const BETWEEN = /\s*(?:[,;|·•/\n]|\s(?:and|und|et|y|e|en|och|og|&|with|mit)\s)\s*/iu;

/** Names in one text, as bylines set them: "By Ada Quill and Ben Ink (aqu)". */
export function namesIn(byline: string): readonly string[] {
  return byline
    .replace(BEFORE, '')
    .split(BETWEEN)
    .map((name) => name.replace(BEFORE, '').replace(/\s*\([^()]{1,12}\)\s*$/, ''))
    .map((name) => name.replace(/^[\s\p{P}]+|[\s,;:|/–—-]+$/gu, ''))
    .filter((name) => /\p{L}/u.test(name) && name.length <= 80 && !/@|^https?:/.test(name));
}

/** Whether a name is one of people, and not of a paper or its site: of two words at least, none of them an address. */
export function isPersonal(name: string, papers: readonly string[]): boolean {
  const plain = name.toLowerCase();
  const isPaper = papers.some((paper) => paper.toLowerCase().replace(/\s/g, '') === plain.replace(/\s/g, ''));
  return !isPaper && !/^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(plain);
}
