import type { WxrEntry } from './wxr-entry.ts';
import type { WxrSite } from './wxr-site.ts';

/** Where an entry stood, and every address under which the site answered for it. */
export interface WxrAddresses {
  readonly address: string | undefined;
  readonly former: readonly string[];
}

/**
 * The addresses of an entry: its own, the one with its number, the one it was known by to feeds, and those it had
 * before its words or its day were changed (`_wp_old_slug`, `_wp_old_date`).
 */
export function addressesOf(entry: WxrEntry, site: WxrSite): WxrAddresses {
  const link = absolute(entry.field('link'), site.home);
  const canonical = ['_yoast_wpseo_canonical', 'rank_math_canonical_url'].flatMap((key) => entry.meta(key));
  const own = canonical.filter(
    (href) => hostOf(href) !== undefined && hostOf(href) === hostOf(site.home ?? ''),
  );
  const former = [
    ...numbered(entry, site),
    ...[entry.field('guid') ?? ''].filter((guid) => /^https?:\/\/[^\s]+$/.test(guid)),
    ...(link === undefined ? [] : earlier(entry, link)),
    ...own,
  ];
  return { address: link, former };
}

/** An address as it stands on the web; some tools write only its path. */
function absolute(link: string | undefined, home: string | undefined): string | undefined {
  if (link === undefined || /\s/.test(link)) return undefined;
  if (/^https?:\/\//i.test(link)) return link;
  if (!link.startsWith('/')) return undefined;
  return home !== undefined && URL.canParse(link, home) ? new URL(link, home).href : link;
}

function numbered({ number, type }: WxrEntry, { home }: WxrSite): readonly string[] {
  if (number === undefined || !/^\d{1,15}$/.test(number) || home === undefined) return [];
  return type === 'page' ? [`${home}/?page_id=${number}`, `${home}/?p=${number}`] : [`${home}/?p=${number}`];
}

function earlier(entry: WxrEntry, link: string): readonly string[] {
  const slugs = entry.meta('_wp_old_slug');
  const days = entry.meta('_wp_old_date');
  const word = entry.field('post_name');
  const renamed = slugs.flatMap((slug) => {
    const at = word === undefined ? -1 : link.lastIndexOf(`/${word}`);
    return at < 0 || word === undefined
      ? []
      : [`${link.slice(0, at)}/${slug}${link.slice(at + 1 + word.length)}`];
  });
  const moved = days.flatMap((day) => {
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
    if (year === undefined) return [];
    return [link, ...renamed].map((href) =>
      href.replace(
        /\/\d{4}\/\d\d\/(?:\d\d\/)?/,
        (stood) => `/${year}/${month}/${stood.length > 9 ? `${date}/` : ''}`,
      ),
    );
  });
  return [...renamed, ...moved];
}

function hostOf(href: string): string | undefined {
  return URL.canParse(href) ? new URL(href).host : undefined;
}
