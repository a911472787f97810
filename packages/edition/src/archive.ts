import type { Edition } from './paper.ts';
import { prefixOf } from './paper.ts';

/** A year, a month of it or a day of that; nothing names the whole archive. */
export interface ArchiveSpan {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
}

/** The path of the archive of a span: `/2026/11/23`, the beginning of the addresses of its stories; `/archive` of all. */
export function archivePath(edition: Pick<Edition, 'key' | 'isDefault'>, span?: ArchiveSpan): string {
  if (!span) return `${prefixOf(edition)}/archive`;
  const { year, month, day } = span;
  const parts = [String(year).padStart(4, '0'), two(month), two(day)].filter((part) => part !== undefined);
  return `${prefixOf(edition)}/${parts.join('/')}`;
}

function two(part: number | undefined): string | undefined {
  return part === undefined ? undefined : String(part).padStart(2, '0');
}

/** The span an address within an edition names, or undefined where it is none of the calendar's. */
export function spanAt(path: string): ArchiveSpan | undefined {
  const found = /^\/(\d{4})(?:\/(\d\d)(?:\/(\d\d))?)?$/.exec(path);
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || year === 0) return undefined;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  // Day 0 of the next month is the last of this one.
  const last = month === undefined ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day !== undefined && (day < 1 || day > last)) return undefined;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}
