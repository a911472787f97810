import type { Html } from '@courant/base';
import { href, html } from '@courant/base';
import type { FocalPoint, Picture, RenditionFormat } from '@courant/picture';
import { renditionPath, widthsOf } from '@courant/picture';

/** How a picture stands on a page. */
export interface PictureUse {
  /** How wide it is drawn, as the `sizes` of HTML. */
  readonly sizes: string;
  /** Whether a reader sees it before scrolling: then it is fetched first, else only when it comes near. */
  readonly isFirst?: boolean;
  /** Other words than the library's; empty beside a headline that says the same. */
  readonly alt?: string;
}

/** A picture in every format and width it is offered in, with its size, focal point and words. */
export function pictureTag(picture: Picture, use: PictureUse): Html {
  return html`<picture><source type="image/avif" srcset="${srcset(picture, 'avif')}" sizes="${use.sizes}"><source type="image/webp" srcset="${srcset(picture, 'webp')}" sizes="${use.sizes}">${image(picture, use)}</picture>`;
}

function image(picture: Picture, { sizes, isFirst = false, alt = picture.alt }: PictureUse): Html {
  const { width, height, focus, preview } = picture;
  const usual = renditionPath(picture, usualWidth(picture), 'jpeg');
  return isFirst
    ? html`<img src="${href(usual)}" srcset="${srcset(picture, 'jpeg')}" sizes="${sizes}" width="${width}" height="${height}" alt="${alt}" style="object-position:${focalPoint(focus)}${colourBands(preview)}" fetchpriority="high" decoding="async">`
    : html`<img src="${href(usual)}" srcset="${srcset(picture, 'jpeg')}" sizes="${sizes}" width="${width}" height="${height}" alt="${alt}" style="object-position:${focalPoint(focus)}${colourBands(preview)}" loading="lazy" decoding="async">`;
}

/** Every width of a format, as `address 320w, address 480w`; each address by itself is checked. */
function srcset(picture: Picture, format: RenditionFormat): string {
  return widthsOf(picture)
    .map((width) => `${href(renditionPath(picture, width, format))} ${width}w`)
    .join(', ');
}

/** For browsers that know no srcset. */
const USUAL_WIDTH = 1080;

function usualWidth(picture: Picture): number {
  const widths = widthsOf(picture);
  return widths.findLast((width) => width <= USUAL_WIDTH) ?? widths[0] ?? picture.width;
}

/** A focal point as the `object-position` of CSS, in whole percents and never anything else. */
function focalPoint({ x, y }: FocalPoint): string {
  return `${percent(x)}% ${percent(y)}%`;
}

/** A picture's colours as the `background` that is seen until it comes; nothing that is not hex digits gets through. */
function colourBands(preview = ''): string {
  const colours = preview.match(/[0-9a-f]{6}/g) ?? [];
  if (colours.length < 2 || colours.join('') !== preview) return '';
  return `;background:linear-gradient(${colours.map((colour) => `#${colour}`).join(',')})`;
}

function percent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, Number(share) || 0)) * 100);
}

/** Caption and credit under a picture; nothing where there is neither. */
export function captionTag(caption: string | undefined, credit: string | undefined): Html {
  if (caption && credit) return html`<figcaption>${caption} <cite>${credit}</cite></figcaption>`;
  if (caption) return html`<figcaption>${caption}</figcaption>`;
  return credit ? html`<figcaption><cite>${credit}</cite></figcaption>` : html``;
}
