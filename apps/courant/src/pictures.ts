import { isId } from '@courant/base';
import type { Darkroom } from '@courant/darkroom';
import { iconFile } from '@courant/darkroom';
import type { RenditionFormat } from '@courant/picture';
import { cutOf, cutPath, RENDITION_WIDTHS } from '@courant/picture';
import {
  directionOf,
  drawingOf,
  ICON_SIZES,
  iconLetter,
  iconPath,
  SOCIAL_CARD,
  socialCardPath,
} from '@courant/site';
import { pictureByHash } from '@courant/store';
import type { House } from './house.ts';

/** A rendition as it goes out. */
export interface Rendition {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Seconds until it is to be asked for again; for ever where its address changes with it. */
  readonly maxAge?: number;
}

const ADDRESS = /^\/pictures\/([0-9a-f]{64})\/(\d{1,5})\.(avif|webp|jpg)$/;

/** The rendition an address asks for, made if it was never asked for before; undefined where there is no such one. */
export async function renditionAt(
  house: House,
  darkroom: Darkroom,
  address: string,
): Promise<Rendition | undefined> {
  const other =
    (await printCutAt(darkroom, address)) ??
    (await cutAt(house, darkroom, address)) ??
    (await cardAt(house, darkroom, address));
  if (other) return other;
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

const PRINT_ADDRESS = /^\/pictures\/([0-9a-f]{64})\/(print-[0-9a-f]{16})\.jpg$/;

/** A part of a picture as a page of an issue shows it: only what was printed for one is there. */
async function printCutAt(darkroom: Darkroom, address: string): Promise<Rendition | undefined> {
  const [, hash, name] = PRINT_ADDRESS.exec(address) ?? [];
  const bytes = hash === undefined || name === undefined ? undefined : await darkroom.heldCut(hash, name);
  return bytes && { mediaType: 'image/jpeg', bytes };
}

const CUT_ADDRESS = /^\/pictures\/([0-9a-f]{64})\/((1x1|4x3|16x9)-\d{1,3}-\d{1,3})\.jpg$/;

/** A cut about the picture's own focal point, and about no other. */
async function cutAt(house: House, darkroom: Darkroom, address: string): Promise<Rendition | undefined> {
  const [, hash, name, shape] = CUT_ADDRESS.exec(address) ?? [];
  if (hash === undefined || name === undefined) return undefined;
  const picture = await house.database.transaction((tx) => pictureByHash(tx, hash));
  const ratio = (['1x1', '4x3', '16x9'] as const).find((one) => one === shape);
  if (!picture || !ratio || address !== cutPath(picture, ratio)) return undefined;
  const cut = { name, ...cutOf(picture, ratio) };
  const order = { hash, width: cut.width, format: 'jpeg', cut } as const;
  const bytes = (await darkroom.held(order)) ?? (await darkroom.print(order));
  return { mediaType: 'image/jpeg', bytes };
}

const CARD_ADDRESS = /^\/cards\/(([0-9a-f-]{36})-[0-9a-z]{1,12}\.png)$/;

/** The card of a live story without a picture, as it is now. */
async function cardAt(house: House, darkroom: Darkroom, address: string): Promise<Rendition | undefined> {
  const [, name, id] = CARD_ADDRESS.exec(address) ?? [];
  if (name === undefined || id === undefined || !isId(id)) return undefined;
  const found = await house.shelf.read(async (snapshot) => ({
    paper: await snapshot.paper(),
    at: await snapshot.byId(id),
  }));
  if (found.at?.at !== 'story') return undefined;
  const { story, updated, copy, places } = found.at.story;
  if (address !== socialCardPath({ id: story, updated })) return undefined;
  const edition = found.paper.editions.find((one) => one.key === places[0]?.edition);
  const nameplate = drawingOf(found.paper.publication.name);
  const card = {
    ...SOCIAL_CARD,
    headline: copy.headline,
    foot: edition?.name ?? '',
    isRightToLeft: directionOf(copy.language) === 'rtl',
    ...(copy.kicker === undefined ? {} : { kicker: copy.kicker }),
    ...(nameplate ? { nameplate } : {}),
  };
  return { mediaType: 'image/png', bytes: await darkroom.socialCard(name, card) };
}

/** Whether an address is one of the paper's icons. */
export function isIcon(address: string): boolean {
  return /^\/(?:favicon\.ico|icon-[a-z0-9]+\.png)$/.test(address);
}

const DAY_SECONDS = 24 * 60 * 60;
const WIDEST_ICON = 512;
const TAB_ICON = 48;

/** The paper's icon in one of its sizes, or as the file browsers ask for unasked. */
export async function iconAt(
  house: House,
  darkroom: Darkroom,
  address: string,
): Promise<Rendition | undefined> {
  const isFile = address === '/favicon.ico';
  const isMaskable = address === iconPath('maskable');
  const size = isFile
    ? TAB_ICON
    : isMaskable
      ? WIDEST_ICON
      : ICON_SIZES.find((one) => iconPath(one) === address);
  if (size === undefined) return undefined;
  const { publication } = await house.shelf.read((snapshot) => snapshot.paper());
  const png = await darkroom.icon({ letter: iconLetter(publication.name), size, isMaskable });
  return isFile
    ? { mediaType: 'image/vnd.microsoft.icon', bytes: iconFile(png, size), maxAge: DAY_SECONDS }
    : { mediaType: 'image/png', bytes: png, maxAge: DAY_SECONDS };
}
