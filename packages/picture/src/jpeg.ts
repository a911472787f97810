import { ascii, hasMark, joined, long, word } from './byte-order.ts';
import type { PhotoFile, PhotoParts } from './photo-parts.ts';
import { MOST_METADATA, MOST_PARTS, noParts, sized } from './photo-parts.ts';
import { photoshopResources } from './photoshop-resource.ts';

const EXIF = 'Exif\0\0';
/** Before it stands `http:`; one agency overwrites that with a mark of its own. */
const XMP_END = '//ns.adobe.com/xap/1.0/\0';
const MOST_MARK = 40;
/** XMP part 3, 1.1.3.1: what has no room in one segment is cut into several, each with the mark of the whole. */
const MORE_XMP = 'http://ns.adobe.com/xmp/extension/\0';
const PHOTOSHOP = 'Photoshop 3.0\0';
/** GUID in hex, length of the whole, offset of the part. */
const MORE_HEAD = 40;

/** A segment: what follows its marker and length. */
interface Segment {
  readonly marker: number;
  readonly data: Uint8Array;
}

/** Reads the segments of a JPEG (ITU-T T.81, annex B) up to its pixels. */
export function readJpeg(bytes: Uint8Array): PhotoFile {
  const { segments, end, isCut } = segmentsOf(bytes);
  const parts = noParts();
  const frame = segments.find(({ marker }) => isFrame(marker));
  const resources: Uint8Array[] = [];
  for (const { marker, data } of segments) {
    if (marker === 0xe1) sortApplication1(data, parts);
    if (marker === 0xed && hasMark(data, PHOTOSHOP)) resources.push(data.subarray(PHOTOSHOP.length));
  }
  const more = extendedXmp(segments, parts.xmp);
  const { iim, digest } = photoshopResources(joined(resources, MOST_METADATA));
  return {
    mediaType: 'image/jpeg',
    ...(frame ? sized(word(frame.data, 3), word(frame.data, 1)) : {}),
    ...parts,
    iim,
    ...(digest === undefined ? {} : { digest }),
    // Of two that say the same the last counts.
    xmp: [...more, ...parts.xmp],
    pixels: bytes.subarray(end),
    isCut,
  };
}

/** SOF0 to SOF15, without the three markers between them that are none. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function segmentsOf(bytes: Uint8Array) {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && segments.length < MOST_PARTS) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0xff) {
      // Fill bytes, and rubbish between segments that some senders leave.
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return { segments, end: at, isCut: !isEnded(bytes, at) };
    const isAlone = marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    const length = isAlone ? 0 : word(bytes, at + 2);
    if (length >= 2) segments.push({ marker, data: bytes.subarray(at + 4, at + 2 + length) });
    at += 2 + length;
  }
  return { segments, end: Math.min(at, bytes.length), isCut: true };
}

/** Whether the mark of the end stands somewhere behind; programs put things of their own behind that. */
function isEnded(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at--)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

function sortApplication1(data: Uint8Array, { exif, xmp }: PhotoParts): void {
  if (hasMark(data, EXIF)) exif.push(data.subarray(EXIF.length));
  else {
    const end = ascii(data, 0, MOST_MARK).indexOf(XMP_END);
    if (end >= 0) xmp.push(data.subarray(end + XMP_END.length));
  }
}

/** The rest of XMP that was cut into parts, put together by the mark that the first part names. */
function extendedXmp(segments: readonly Segment[], first: readonly Uint8Array[]): readonly Uint8Array[] {
  const parts = segments
    .filter(({ marker, data }) => marker === 0xe1 && hasMark(data, MORE_XMP))
    .map(({ data }) => data.subarray(MORE_XMP.length))
    .filter((data) => data.length > MORE_HEAD);
  const guids = [...new Set(parts.map((data) => ascii(data, 0, 32)))];
  const named = first.map((packet) => ascii(packet));
  return guids
    .filter((guid) => named.some((packet) => packet.includes(guid)))
    .map((guid) => {
      const own = parts.filter((data) => ascii(data, 0, 32) === guid);
      const inOrder = own.toSorted((a, b) => long(a, 36) - long(b, 36));
      return joined(
        inOrder.map((data) => data.subarray(MORE_HEAD)),
        MOST_METADATA,
      );
    });
}
