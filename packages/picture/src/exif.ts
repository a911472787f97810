import { textIn } from './byte-order.ts';
import { exifDate } from './photo-date.ts';
import { orientationIn, said, saidAll, saidFields } from './photo-said.ts';
import type { PhotoLayer, PhotoPosition } from './photo-words.ts';
import type { Tiff, TiffDirectory, TiffEntry } from './tiff.ts';
import { directoryBehind, numbersOf, openTiff, textOf } from './tiff.ts';

/** Tags of the first directory, of Exif's own and of the position (Exif 3.0, 4.6), by what they say. */
const TAG = {
  ...{ description: 0x010e, orientation: 0x0112, modified: 0x0132, artist: 0x013b, copyright: 0x8298 },
  ...{ exif: 0x8769, gps: 0x8825, dngSerial: 0xc62f },
  ...{ original: 0x9003, offset: 0x9010, originalOffset: 0x9011, part: 0x9290, originalPart: 0x9291 },
  ...{ owner: 0xa430, bodySerial: 0xa431, lensSerial: 0xa435, title: 0xa436, photographer: 0xa437 },
} as const;

/** Reads Exif (3.0, and all before it). */
export function exifLayer(bytes: Uint8Array): PhotoLayer {
  const tiff = openTiff(bytes);
  if (!tiff) return { words: {}, personal: {}, warnings: [] };
  const { first } = tiff;
  const exif = directoryBehind(tiff, TAG.exif);
  const line = (tag: number, from: TiffDirectory = first) => said(textOf(from.get(tag)));
  const artists = (line(TAG.artist) ?? line(TAG.photographer, exif))?.split(/\s*;\s*/) ?? [];
  const orientation = orientationIn(numbersOf(first.get(TAG.orientation))[0]);
  return {
    words: saidFields({
      title: line(TAG.title, exif),
      caption: line(TAG.description),
      creators: saidAll(artists),
      copyright: copyrightIn(first.get(TAG.copyright)),
      dateCreated: dateIn(exif, [TAG.original, TAG.originalPart, TAG.originalOffset]) ?? plainDate(first),
      modified: exifDate(line(TAG.modified), line(TAG.part, exif), line(TAG.offset, exif)),
    }),
    ...(orientation === undefined ? {} : { orientation }),
    personal: saidFields({
      gps: positionIn(tiff),
      serials: serialsIn(first, exif),
      cameraOwner: line(TAG.owner, exif),
    }),
    warnings: [],
  };
}

function dateIn(exif: TiffDirectory, [date, part, offset]: readonly [number, number, number]) {
  return exifDate(textOf(exif.get(date)), textOf(exif.get(part)), textOf(exif.get(offset)));
}

/** Raw files have the moment in the first directory (TIFF/EP). */
function plainDate(first: TiffDirectory): string | undefined {
  return exifDate(textOf(first.get(TAG.original)));
}

/** Photographer, zero, editor: where both are named, both hold. */
function copyrightIn(entry: TiffEntry | undefined): string | undefined {
  if (entry?.type !== 2 && entry?.type !== 129) return said(textOf(entry));
  const [photographer, editor] = textIn(entry.bytes.subarray(0, 20_000)).text.split('\0');
  return saidAll([photographer, editor]).join('; ') || undefined;
}

function serialsIn(first: TiffDirectory, exif: TiffDirectory): Readonly<Record<string, string>> | undefined {
  const serials = saidFields({
    body: said(textOf(exif.get(TAG.bodySerial))) ?? said(textOf(first.get(TAG.dngSerial))),
    lens: said(textOf(exif.get(TAG.lensSerial))),
  });
  return Object.keys(serials).length === 0 ? undefined : serials;
}

/** GPSLatitudeRef 1, GPSLatitude 2, GPSLongitudeRef 3, GPSLongitude 4, GPSAltitudeRef 5, GPSAltitude 6. */
function positionIn(tiff: Tiff): PhotoPosition | undefined {
  const gps = directoryBehind(tiff, TAG.gps);
  const latitude = degreesIn(gps.get(2), /^s/i.test(textOf(gps.get(1)) ?? ''), 90);
  const longitude = degreesIn(gps.get(4), /^w/i.test(textOf(gps.get(3)) ?? ''), 180);
  if (latitude === undefined || longitude === undefined) return undefined;
  const [height] = numbersOf(gps.get(6));
  const isBelow = numbersOf(gps.get(5))[0] === 1;
  const altitude = height !== undefined && Number.isFinite(height) ? (isBelow ? -height : height) : undefined;
  return { latitude, longitude, ...(altitude === undefined ? {} : { altitude }) };
}

function degreesIn(entry: TiffEntry | undefined, isNegative: boolean, most: number): number | undefined {
  if (entry?.type !== 5 || entry.count < 1) return undefined;
  const [degrees = 0, minutes = 0, seconds = 0] = numbersOf(entry);
  const whole =
    degrees + (Number.isNaN(minutes) ? 0 : minutes) / 60 + (Number.isNaN(seconds) ? 0 : seconds) / 3600;
  if (!(whole <= most)) return undefined;
  return isNegative ? -whole : whole;
}
