import type { Direction } from './feed.ts';
import { oneLine } from './text-lines.ts';

/** What to send as Content-Type with a manifest. */
export const MANIFEST_MEDIA_TYPE = 'application/manifest+json; charset=utf-8';

/** An edition as something to put on a home screen. Addresses may be paths of the site. */
export interface Installable {
  /** Stays the same when the start page moves: the edition's path. */
  readonly id: string;
  readonly name: string;
  /** As many letters as stand under an icon: a dozen. */
  readonly shortName: string;
  readonly description?: string;
  readonly start: string;
  readonly scope: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  /** CSS colours. */
  readonly themeColor: string;
  readonly backgroundColor: string;
  readonly icons: readonly InstallableIcon[];
}

/** A square icon; one that is maskable keeps what matters within the middle four fifths. */
export interface InstallableIcon {
  readonly src: string;
  readonly mediaType: string;
  /** In pixels; `any` for a drawing that scales. */
  readonly size: number | 'any';
  readonly purpose?: 'any' | 'maskable' | 'monochrome';
}

/** The text of a web application manifest (W3C Web Application Manifest). */
export function webManifest(paper: Installable): string {
  const description = oneLine(paper.description ?? '');
  return JSON.stringify({
    id: paper.id,
    name: oneLine(paper.name),
    short_name: oneLine(paper.shortName),
    ...(description && { description }),
    start_url: paper.start,
    scope: paper.scope,
    display: 'minimal-ui',
    lang: paper.language,
    dir: paper.direction,
    theme_color: paper.themeColor,
    background_color: paper.backgroundColor,
    categories: ['news'],
    icons: paper.icons.map(({ src, mediaType, size, purpose }) => ({
      src,
      type: mediaType,
      sizes: size === 'any' ? 'any' : `${size}x${size}`,
      ...(purpose && { purpose }),
    })),
  });
}
