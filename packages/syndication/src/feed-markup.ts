import type { Html } from '@courant/base';
import { webAddress } from './web-address.ts';

const TAG = /<\/?[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const NAME = /[a-z][a-z0-9]*/i;
const ATTRIBUTE = /\s([a-z][\w-]*)(?:="([^"]*)")?/gi;

/** Elements that feed readers take out or the validator warns of; what they hold goes with them. */
const WHOLE =
  /<(script|style|template|iframe|object|form|button|dialog|svg|noscript)\b(?:[^"'>]|"[^"]*"|'[^']*')*>[\s\S]*?<\/\1\s*>/gi;

/** What is kept of a tag's attributes. All else is for our own pages: classes, ids, data, sizes, loading. */
const KEPT = new Set([
  'alt',
  'cite',
  'colspan',
  'controls',
  'datetime',
  'dir',
  'headers',
  'height',
  'href',
  'lang',
  'poster',
  'reversed',
  'rowspan',
  'scope',
  'src',
  'srcset',
  'start',
  'title',
  'type',
  'value',
  'width',
]);
const ADDRESSES = new Set(['cite', 'href', 'poster', 'src']);

/**
 * A story's markup, as `html` and the writer of bodies make it, for feeds: every address absolute, no script, style,
 * form or drawing, no attribute that only our own pages understand. Other markup must not come here: it reads
 * attributes in double quotes alone. `base` is the absolute address of the story's page.
 */
export function feedMarkup({ markup }: Html, base: string): string {
  return markup.replace(WHOLE, '').replace(TAG, (tag) => keptTag(tag, base));
}

function keptTag(tag: string, base: string): string {
  const name = NAME.exec(tag)?.[0] ?? '';
  if (tag.startsWith('</')) return `</${name}>`;
  let kept = '';
  for (const [, key = '', value] of tag.matchAll(ATTRIBUTE))
    kept += attribute(key.toLowerCase(), value, base);
  return `<${name}${kept}>`;
}

function attribute(key: string, value: string | undefined, base: string): string {
  if (!KEPT.has(key)) return '';
  if (value === undefined) return ` ${key}`;
  if (key === 'srcset') return sources(value, base);
  if (!ADDRESSES.has(key)) return ` ${key}="${value}"`;
  const found = absolute(value, base);
  return found === undefined ? '' : ` ${key}="${found}"`;
}

function sources(value: string, base: string): string {
  const all = value.split(/,\s+/).flatMap((source) => {
    const [address = '', size] = source.trim().split(/\s+/);
    const found = absolute(address, base);
    return found === undefined ? [] : [size ? `${found} ${size}` : found];
  });
  return all.length > 0 ? ` srcset="${all.join(', ')}"` : '';
}

/** An address of our own markup, in which only `&` and quotes are escaped, made absolute. */
function absolute(value: string, base: string): string | undefined {
  const address = value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  if (/^(?:mailto|tel):/i.test(address)) return value;
  const url = URL.parse(address, base);
  return url ? webAddress(url.href)?.replaceAll('&', '&amp;') : undefined;
}
