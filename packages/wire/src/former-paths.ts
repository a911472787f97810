import { EXPORT_FORMATS } from './export-formats.data.ts';
import { unique } from './fields.ts';
import type { WireItem } from './wire-item.ts';

/** Paths of one story at the most, and the longest of them. */
const MOST = { paths: 50, length: 1_000 } as const;
/** Questions by which a system names a story at its front page, as WordPress does. */
const NUMBERED = /^\?(?:p|page_id)=\d{1,15}$/;

/**
 * The paths that led to a story on the site it comes from, as readers' requests name them: decoded, without a slash at
 * the end. Only an export tells of a site that this paper takes the place of; of a feed the address is another's.
 */
export function formerPaths({ format, address, formerAddresses = [] }: WireItem): readonly string[] {
  if (!EXPORT_FORMATS.has(format)) return [];
  const said = address === undefined ? formerAddresses : [address, ...formerAddresses];
  return unique(said.flatMap((one) => pathOf(one) ?? [])).slice(0, MOST.paths);
}

function pathOf(address: string): string | undefined {
  if (!URL.canParse(address, 'https://paper.invalid')) return undefined;
  const { pathname, search, protocol } = new URL(address, 'https://paper.invalid');
  const path = decoded(pathname)?.replace(/(?<=.)\/+$/, '');
  if (path === undefined || path.length > MOST.length || !/^https?:$/.test(protocol)) return undefined;
  if (path === '/') return NUMBERED.test(search) ? `/${search}` : undefined;
  // A program that is asked by a question has one path for all stories: it leads to none of them.
  return search === '' ? path : undefined;
}

function decoded(path: string): string | undefined {
  try {
    const plain = decodeURIComponent(path).normalize('NFC');
    return /\p{Cc}/u.test(plain) ? undefined : plain;
  } catch {
    // A percent sign that encodes nothing: no request can name it.
    return undefined;
  }
}
