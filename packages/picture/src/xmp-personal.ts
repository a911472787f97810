import { said, saidFields } from './photo-said.ts';
import type { PhotoPosition, PhotoPrivacy } from './photo-words.ts';
import type { XmpFields } from './xmp.ts';
import { lineOf, property } from './xmp.ts';
import { VOCABULARIES } from './xmp-fields.data.ts';

const { aux, cipa, exif } = VOCABULARIES;

/** Where the camera was and whose it is, as XMP tells it. */
export function personalOf(fields: XmpFields): PhotoPrivacy {
  const line = (name: string) => said(lineOf(property(fields, name)));
  const serials = saidFields({
    body: line(`${aux}SerialNumber`) ?? line(`${cipa}BodySerialNumber`),
    lens: line(`${aux}LensSerialNumber`) ?? line(`${cipa}LensSerialNumber`),
  });
  return saidFields({
    gps: positionOf(line),
    serials: Object.keys(serials).length === 0 ? undefined : serials,
    cameraOwner: line(`${aux}OwnerName`) ?? line(`${cipa}CameraOwnerName`),
  });
}

function positionOf(line: (name: string) => string | undefined): PhotoPosition | undefined {
  const latitude = degreesIn(line(`${exif}GPSLatitude`), 90);
  const longitude = degreesIn(line(`${exif}GPSLongitude`), 180);
  if (latitude === undefined || longitude === undefined) return undefined;
  const [, over, under = '1'] = /^(\d+(?:\.\d+)?)(?:\/(\d+))?$/.exec(line(`${exif}GPSAltitude`) ?? '') ?? [];
  const height = Number(over) / Number(under);
  const sign = line(`${exif}GPSAltitudeRef`) === '1' ? -1 : 1;
  return { latitude, longitude, ...(Number.isFinite(height) ? { altitude: sign * height } : {}) };
}

/** `54,59.3801N` or `54,59,22S`: degrees, minutes, seconds, and the direction (XMP part 2, 1.2.7.4). */
function degreesIn(text: string | undefined, most: number): number | undefined {
  const found = /^(\d{1,3}),(\d{1,2}(?:\.\d+)?)(?:,(\d{1,2}(?:\.\d+)?))?([NSEW])$/i.exec(text ?? '');
  if (!found) return undefined;
  const [, degrees, minutes, seconds = 0, direction = ''] = found;
  const whole = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  if (whole > most) return undefined;
  return /[sw]/i.test(direction) ? -whole : whole;
}
