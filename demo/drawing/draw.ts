import { mkdir, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { CATALOGUE, type Plate } from './catalogue.ts';
import { document, sheet } from './sheet.ts';

const FOLDER = new URL('../pictures/', import.meta.url);
/** Most bytes of one picture: the demo paper is part of every checkout. */
const LIMIT = 250_000;
/** JPEG qualities to try, best first; below the last a picture is not fit to print. */
const QUALITIES = [84, 80, 76, 72, 68, 64, 60] as const;

async function printed(plate: Plate): Promise<Buffer> {
  const paper = sheet(plate.seed, plate.size);
  const sharpest = sharp(Buffer.from(document(paper, plate.drawing(paper)))).flatten({
    background: '#fffdf8',
  });
  const pixels = await sharpest.png().toBuffer();
  // Grain costs bytes: a picture that has much of it is printed a little softer, as a coarse screen is.
  for (const softness of [0, 0.7, 1]) {
    for (const quality of QUALITIES) {
      const plain = sharp(pixels);
      const soft = softness > 0 ? plain.blur(softness) : plain;
      const bytes = await soft.jpeg({ quality, mozjpeg: true }).toBuffer();
      if (bytes.length <= LIMIT) return bytes;
    }
  }
  throw new RangeError(`The picture is over ${LIMIT} bytes at quality ${QUALITIES.at(-1)}: use less grain.`);
}

async function draw(wanted: readonly string[]): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const [key, plate] of Object.entries(CATALOGUE)) {
    if (wanted.length > 0 && !wanted.includes(key)) continue;
    const bytes = await printed(plate);
    await writeFile(new URL(`${key}.jpg`, FOLDER), bytes);
    process.stdout.write(`${key}.jpg ${plate.size.join('×')} ${Math.round(bytes.length / 1000)} KB\n`);
  }
}

await draw(process.argv.slice(2));
