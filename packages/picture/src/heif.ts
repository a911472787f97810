import { ascii, hasMark, joined, long, word } from './byte-order.ts';
import type { Box } from './heif-box.ts';
import { boxesIn, boxNamed, numbersFrom } from './heif-box.ts';
import type { PhotoFile } from './photo-parts.ts';
import { MOST_METADATA, MOST_PARTS, noParts, sized } from './photo-parts.ts';

const AVIF = new Set(['avif', 'avis']);
const HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
/** Brands that a file says it is good for; more is none. */
const MOST_BRANDS = 64;

/** AVIF or HEIC by the brands of a file; undefined for films and anything else. */
export function heifType(bytes: Uint8Array): 'image/avif' | 'image/heic' | undefined {
  if (!hasMark(bytes, 'ftyp', 4)) return undefined;
  const end = Math.min(long(bytes, 0), bytes.length, 16 + 4 * MOST_BRANDS);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(bytes, at, at + 4));
  if (brands.some((brand) => AVIF.has(brand))) return 'image/avif';
  return brands.some((brand) => HEIC.has(brand)) ? 'image/heic' : undefined;
}

/** Reads what the meta box of an AVIF or HEIC says (ISO/IEC 23008-12): size and turn of the picture, Exif, XMP. */
export function readHeif(bytes: Uint8Array): PhotoFile {
  const mediaType = heifType(bytes) ?? 'image/heic';
  const top = boxesIn(bytes);
  const parts = noParts();
  const isCut = top.some((box) => box.isCut);
  const meta = boxNamed(top, 'meta');
  if (!meta) return { mediaType, ...parts, pixels: bytes, isCut };
  const inside = boxesIn(meta.subarray(4));
  const places = itemPlaces(boxNamed(inside, 'iloc'));
  const store = boxNamed(inside, 'idat');
  for (const { id, kind } of itemsIn(boxNamed(inside, 'iinf'))) {
    const content = contentOf(places.get(id), { file: bytes, store });
    // Before the structure of TIFF stands the length of what comes before it.
    if (kind === 'Exif') parts.exif.push(content.subarray(4 + long(content, 0)));
    if (kind === 'application/rdf+xml') parts.xmp.push(content);
  }
  return { mediaType, ...lookOf(inside), ...parts, pixels: bytes, isCut };
}

interface Item {
  readonly id: number;
  /** Four letters, or the media type where they are `mime`. */
  readonly kind: string;
}

function itemsIn(iinf: Uint8Array | undefined): readonly Item[] {
  if (!iinf) return [];
  const entries = boxesIn(iinf.subarray(iinf[0] === 0 ? 6 : 8)).filter(({ name }) => name === 'infe');
  return entries.map(({ data }) => {
    const isLong = data[0] === 3;
    const id = isLong ? long(data, 4) : word(data, 4);
    const type = ascii(data, isLong ? 10 : 8, isLong ? 14 : 12);
    const [, media = ''] = ascii(data, isLong ? 14 : 12, 400).split('\0');
    return { id, kind: type === 'mime' ? media : type };
  });
}

interface Place {
  /** 0: in the file. 1: in the store of the meta box. */
  readonly method: number;
  readonly extents: readonly { readonly offset: number; readonly length: number }[];
}

function itemPlaces(iloc: Uint8Array | undefined): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  if (!iloc) return places;
  const version = iloc[0] ?? 0;
  const take = numbersFrom(iloc, 4);
  const sizes = take(2);
  const [offset, length, base] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const index = version === 0 ? 0 : sizes & 15;
  const count = Math.min(take(version < 2 ? 2 : 4), MOST_PARTS);
  for (let n = 0; n < count; n++) {
    const id = take(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : take(2) & 15;
    take(2);
    const from = take(base);
    const extents = Array.from({ length: Math.min(take(2), 64) }, () => {
      take(index);
      return { offset: from + take(offset), length: take(length) };
    });
    places.set(id, { method, extents });
  }
  return places;
}

function contentOf(
  place: Place | undefined,
  { file, store }: { readonly file: Uint8Array; readonly store: Uint8Array | undefined },
): Uint8Array {
  const from = place?.method === 1 ? store : file;
  if (!place || !from || place.method > 1) return new Uint8Array();
  const extents = place.extents.map(({ offset, length }) =>
    from.subarray(offset, length === 0 ? from.length : offset + length),
  );
  return joined(extents, MOST_METADATA);
}

/** Size and turn by the properties of the picture that is shown first; what Exif says of its turn does not hold here. */
function lookOf(inside: readonly Box[]): Pick<PhotoFile, 'width' | 'height' | 'orientation'> {
  const pitm = boxNamed(inside, 'pitm') ?? new Uint8Array();
  const primary = pitm[0] === 0 ? word(pitm, 4) : long(pitm, 4);
  const iprp = boxesIn(boxNamed(inside, 'iprp') ?? new Uint8Array());
  const known = boxesIn(boxNamed(iprp, 'ipco') ?? new Uint8Array());
  const own = propertiesOf(primary, boxNamed(iprp, 'ipma')).flatMap((number) => known[number - 1] ?? []);
  const ispe = boxNamed(own.length > 0 ? own : known, 'ispe');
  const size = ispe ? sized(long(ispe, 4), long(ispe, 8)) : {};
  const [turn, mirror] = [boxNamed(own, 'irot'), boxNamed(own, 'imir')];
  if (own.length === 0) return size;
  const key = `${(turn?.[0] ?? 0) & 3}${mirror ? ((mirror[0] ?? 0) & 1 ? 'h' : 'v') : ''}`;
  return { ...size, orientation: ORIENTATIONS[key] ?? 1 };
}

/** As Exif counts: quarters of a turn against the clock, then whether mirrored top to bottom (v) or left to right (h). */
const ORIENTATIONS: Readonly<Record<string, number>> = {
  ...{ '0': 1, '1': 8, '2': 3, '3': 6 },
  ...{ '0h': 2, '1h': 7, '2h': 4, '3h': 5 },
  ...{ '0v': 4, '1v': 5, '2v': 2, '3v': 7 },
};

function propertiesOf(id: number, ipma: Uint8Array | undefined): readonly number[] {
  if (!ipma) return [];
  const take = numbersFrom(ipma, 4);
  const isWide = ((ipma[3] ?? 0) & 1) === 1;
  const count = Math.min(take(4), MOST_PARTS);
  for (let n = 0; n < count; n++) {
    const item = take(ipma[0] === 0 ? 2 : 4);
    const own = Array.from({ length: take(1) }, () => take(isWide ? 2 : 1) & (isWide ? 0x7fff : 0x7f));
    if (item === id) return own;
  }
  return [];
}
