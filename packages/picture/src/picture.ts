export type { Cut, CutRatio } from './cut.ts';
export { CUTS, cutOf, cutPath, focusKey } from './cut.ts';
export type { FocalPoint, Picture } from './library-picture.ts';
export type { RenditionFormat } from './rendition.ts';
export { RENDITION_WIDTHS, renditionPath, widthsOf } from './rendition.ts';
