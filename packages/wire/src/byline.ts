import type { Body } from '@courant/story';
import { blockText } from '@courant/story';

/** A paragraph that is nothing but "By Jonathan Underhill" or "By ADA QUILL and B. INK". */
const LINE =
  /^By:?\s+(\p{Lu}[\p{L}.'’-]*(?:,?\s+(?:(?:and|de|van|von|bin|al)\s+)*\p{Lu}[\p{L}.'’-]*){1,7})$/u;

/**
 * The byline that opens a body, and the body without it; undefined where there is none, or where the item names
 * someone else: then nothing is taken away. Pages set the byline themselves.
 */
export function openingByline(
  body: Body | undefined,
  named: string | undefined,
): { readonly byline: string; readonly body: Body } | undefined {
  const [first, ...rest] = body?.content ?? [];
  const byline = first?.type === 'paragraph' ? LINE.exec(blockText(first).trim())?.[1] : undefined;
  if (byline === undefined || (named !== undefined && named.toLowerCase() !== byline.toLowerCase())) {
    return undefined;
  }
  return { byline, body: { type: 'doc', content: rest } };
}
