import type { Darkroom } from '@courant/darkroom';
import type { RenditionFormat } from '@courant/picture';
import { RENDITION_WIDTHS } from '@courant/picture';
import { pictureByHash } from '@courant/store';
import type { House } from './house.ts';

/** A rendition as it goes out. */
export interface Rendition {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const ADDRESS = /^\/pictures\/([0-9a-f]{64})\/(\d{1,5})\.(avif|webp|jpg)$/;

/** The rendition an address asks for, made if it was never asked for before; undefined where there is no such one. */
export async function renditionAt(
  house: House,
  darkroom: Darkroom,
  address: string,
): Promise<Rendition | undefined> {
  const [, hash, digits, extension] = ADDRESS.exec(address) ?? [];
  if (hash === undefined || extension === undefined) return undefined;
  const width = Number(digits);
  const format: RenditionFormat = extension === 'jpg' ? 'jpeg' : extension === 'webp' ? 'webp' : 'avif';
  const held = await darkroom.held({ hash, width, format });
  if (held) return { mediaType: `image/${format}`, bytes: held };
  const picture = await house.database.transaction((tx) => pictureByHash(tx, hash));
  // Only the house's widths are made: else anybody could fill the disk by asking.
  if (!picture || !(RENDITION_WIDTHS.includes(width) || width === picture.width)) return undefined;
  return { mediaType: `image/${format}`, bytes: await darkroom.print({ hash, width, format }) };
}
