/** Attributes whose value the browser fetches or follows (HTML Living Standard, index of attributes; SVG 2). */
export const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set([
  'action',
  'background',
  'cite',
  'data',
  'formaction',
  'href',
  'imagesrcset',
  'longdesc',
  'manifest',
  'ping',
  'poster',
  'src',
  'srcset',
  'usemap',
  'xlink:href',
]);

/** Functions whose value may fill a hole in an attribute that holds an address, each with its reason. */
export const ADDRESS_MAKERS: Readonly<Record<string, string>> = {
  href: 'lets relative addresses and the schemes http, https, mailto and tel through, and nothing else',
  srcset: 'gives addresses that each passed href, with their widths',
  encodeURIComponent: 'gives one part of an address, without colon or slash',
};

/** Functions whose value may fill a hole in a `style` attribute, each with its reason. */
export const STYLE_MAKERS: Readonly<Record<string, string>> = {
  focalPoint: 'gives two percentages and nothing a reader or editor typed',
  colourBands: 'gives colours of hex digits and nothing a reader or editor typed',
};

/** Elements whose content the browser reads as another language, or not at all: no hole may stand in them. */
export const RAW_ELEMENTS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
  'xmp',
]);

/** The files that may name `trustedHtml`: where it is made, its door, and the one writer that escapes all it writes. */
export const TRUSTED_IN: ReadonlySet<string> = new Set([
  'packages/base/src/html.ts',
  'packages/base/src/base.ts',
  'packages/story/src/html.ts',
]);
