import { lineKey, type PageLine } from './page-text-lines.ts';

/**
 * What the first line of a page gives where it is the title of the document, as it is in dumps of pages: its text
 * without the name of the site behind it, and both as keys.
 */
export interface PageTitle {
  readonly text: string;
  readonly key: string;
  readonly wholeKey: string;
}

/** The site's name behind a title: `Headline | Paper`, `Headline – Section – Paper`. */
const SITE = /\s+[|–—-]\s+[^|–—]{2,40}$/u;

/** The title of a page, if its first line may be one. Whether it is shows when another line repeats it. */
export function pageTitle(lines: readonly PageLine[]): PageTitle | undefined {
  const first = lines[0];
  if (!first || first.width < 10 || first.width > 400 || first.kind === 'date') return undefined;
  const text = first.text.replace(SITE, '').replace(/\s+\|\s+[^|]{2,40}$/u, '');
  return { text, key: lineKey(text), wholeKey: first.key };
}

/** Whether a line says what the title says. */
export function saysTitle(line: PageLine, title: PageTitle | undefined): boolean {
  return title !== undefined && line.at > 0 && (line.key === title.key || line.key === title.wholeKey);
}

/** Whether a title reads as a headline would, and not as "Skip to main content". */
export function mayStandAlone(title: PageTitle): boolean {
  return (
    lineKey(title.text).length >= 22 && (title.text.split(' ').length >= 4 || !/[a-z]/i.test(title.text))
  );
}

/** The long words two texts share, as a part of all they have, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const left = words(a);
  const right = words(b);
  const both = [...left].filter((word) => right.has(word)).length;
  return left.size + right.size === 0 ? 0 : (2 * both) / (left.size + right.size);
}

function words(text: string): ReadonlySet<string> {
  const all = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return new Set(all.filter((word) => word.length >= 4 || !/[a-z]/.test(word)));
}
