export type { Cut, CutRatio } from './cut.ts';
export { CUTS, cutOf, cutPath, focusKey } from './cut.ts';
export type { FocalPoint, Picture, PictureWords } from './library-picture.ts';
export { pictureIn } from './library-picture.ts';
export type { PhotoFailure, PhotoMetadata } from './photo-metadata.ts';
export { readPhoto } from './photo-metadata.ts';
export type { RenditionFormat } from './rendition.ts';
export { RENDITION_WIDTHS, renditionPath, widthsOf } from './rendition.ts';
