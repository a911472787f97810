import sharp from 'sharp';
import type { TypeCase } from './type-case.ts';

/** A paper's icon: a letter on its colour. */
export interface Icon {
  readonly letter: string;
  /** Side in pixels. */
  readonly size: number;
  /** Whether a phone may cut it to a shape: then the letter keeps within the middle. */
  readonly isMaskable: boolean;
}

const GROUND = '#7a1020';
const LETTER = '#fffdf8';

/** Prints an icon as PNG. A letter that the paper's type lacks is left out; rules stand above and below it. */
export async function printIcon(type: TypeCase, { letter, size, isMaskable }: Icon): Promise<Uint8Array> {
  const room = size * (isMaskable ? 0.6 : 0.82);
  const set = await type.word(letter, 'serif', room);
  const middle = size / 2;
  // Capitals of the paper's type are two thirds of its size high.
  const baseline = middle + room * 0.33;
  const drawn = set
    ? `<path transform="translate(${(middle - set.width / 2).toFixed(2)} ${baseline.toFixed(2)})" fill="${LETTER}" d="${set.path}"/>`
    : '';
  const rules = size < 96 ? '' : rulesOf(size, room);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="${GROUND}"/>${rules}${drawn}</svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}

/** The double rule of a masthead, above and below the letter. */
function rulesOf(size: number, room: number): string {
  const [left, wide] = [(size - room) / 2, room];
  const rule = (y: number, thick: number) =>
    `<rect x="${left.toFixed(1)}" y="${y.toFixed(1)}" width="${wide.toFixed(1)}" height="${thick.toFixed(1)}" fill="${LETTER}"/>`;
  const [top, bottom] = [(size - room) / 2, (size + room) / 2];
  return rule(top, size * 0.018) + rule(bottom - size * 0.018, size * 0.018);
}

/** A PNG of 48 pixels as a Windows icon file, which holds it as it is (ICO with PNG since Windows Vista). */
export function iconFile(png: Uint8Array, size: number): Uint8Array {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.byteLength, 14);
  head.writeUInt32LE(head.byteLength, 18);
  return Buffer.concat([head, png]);
}
