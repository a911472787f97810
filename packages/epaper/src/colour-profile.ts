/** A place in the table of tags, and what stands there. */
interface Tag {
  readonly names: readonly string[];
  readonly bytes: Uint8Array;
}

/** The primaries and the white of sRGB, adapted to D50 as profiles have it (IEC 61966-2-1, ICC.1:2001-04). */
const WHITE = [0.9642, 1, 0.8249] as const;
const RED = [0.4360747, 0.2225045, 0.0139322] as const;
const GREEN = [0.3850649, 0.7168786, 0.0971045] as const;
const BLUE = [0.1430804, 0.0606169, 0.7141733] as const;
const STEPS = 1024;
const HEADER = 128;

let made: Uint8Array | undefined;

/** A profile of sRGB of our own making: version 2.1, a display in three colours by matrix and curve. */
export function srgbProfile(): Uint8Array {
  made ??= profileOf([
    { names: ['desc'], bytes: description('sRGB') },
    { names: ['cprt'], bytes: block('text', ascii('No rights reserved.\0')) },
    { names: ['wtpt'], bytes: colour(WHITE) },
    { names: ['rXYZ'], bytes: colour(RED) },
    { names: ['gXYZ'], bytes: colour(GREEN) },
    { names: ['bXYZ'], bytes: colour(BLUE) },
    { names: ['rTRC', 'gTRC', 'bTRC'], bytes: curve() },
  ]);
  return made;
}

function profileOf(tags: readonly Tag[]): Uint8Array {
  const names = tags.flatMap((tag) => tag.names);
  const table = HEADER + 4 + names.length * 12;
  const size = tags.reduce((sum, { bytes }) => sum + bytes.length, table);
  const profile = new Uint8Array(size);
  const view = new DataView(profile.buffer);
  writeHeader(view, size);
  view.setUint32(HEADER, names.length);
  let entry = HEADER + 4;
  let offset = table;
  for (const { names: own, bytes } of tags) {
    profile.set(bytes, offset);
    for (const name of own) {
      profile.set(ascii(name), entry);
      view.setUint32(entry + 4, offset);
      view.setUint32(entry + 8, bytes.length);
      entry += 12;
    }
    offset += bytes.length;
  }
  return profile;
}

function writeHeader(view: DataView, size: number): void {
  view.setUint32(0, size);
  view.setUint32(8, 0x02100000);
  const put = (at: number, text: string) => new Uint8Array(view.buffer).set(ascii(text), at);
  put(12, 'mntrRGB XYZ ');
  // A profile has a day; the one on which the standard of the colours came out never changes.
  [1999, 10, 18, 0, 0, 0].forEach((part, i) => {
    view.setUint16(24 + i * 2, part);
  });
  put(36, 'acsp');
  WHITE.forEach((part, i) => {
    view.setInt32(68 + i * 4, Math.round(part * 65_536));
  });
}

/** The curve of sRGB: straight near black, then a power (IEC 61966-2-1, 5.2). */
function curve(): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 + STEPS * 2));
  view.setUint32(0, STEPS);
  for (let i = 0; i < STEPS; i++) {
    const value = i / (STEPS - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    view.setUint16(4 + i * 2, Math.round(linear * 65_535));
  }
  return block('curv', new Uint8Array(view.buffer));
}

function colour(parts: readonly [number, number, number]): Uint8Array {
  const view = new DataView(new ArrayBuffer(12));
  parts.forEach((part, i) => {
    view.setInt32(i * 4, Math.round(part * 65_536));
  });
  return block('XYZ ', new Uint8Array(view.buffer));
}

/** A description in ASCII; those in Unicode and in the script of old Macintoshes are empty, yet have their room. */
function description(text: string): Uint8Array {
  const own = ascii(`${text}\0`);
  const bytes = new Uint8Array(4 + own.length + 8 + 3 + 67);
  new DataView(bytes.buffer).setUint32(0, own.length);
  bytes.set(own, 4);
  return block('desc', bytes);
}

function block(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((8 + data.length) / 4) * 4);
  bytes.set(ascii(type), 0);
  bytes.set(data, 8);
  return bytes;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
