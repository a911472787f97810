import { mkdir, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { BROWSER, NO_BROWSER } from '../../tests/kits/browser.ts';
import { CATALOGUE, type Plate } from './catalogue.ts';
import { type Darkroom, openDarkroom } from './darkroom.ts';
import { page } from './lettering.ts';
import { document, sheet } from './sheet.ts';

const FOLDER = new URL('../pictures/', import.meta.url);
/** JPEG qualities to try, best first; below the last a picture is not fit to print. */
const QUALITIES = [84, 80, 76, 72, 68, 64, 60] as const;
/** Rays along a side of a pixel: enough for edges and for the grain of the inks. */
const RAYS = 2;

/** The picture's pixels, as PNG. */
async function drawn(plate: Plate, darkroom: () => Promise<Darkroom>): Promise<Buffer> {
  switch (plate.kind) {
    case 'shapes': {
      const paper = sheet(plate.seed, plate.size);
      return await sharp(Buffer.from(document(paper, plate.drawing(paper))))
        .flatten({ background: '#fffdf8' })
        .png()
        .toBuffer();
    }
    case 'light':
      return await (await darkroom()).expose(plate.scene, { size: plate.size, rays: RAYS });
    case 'type':
      return await (await darkroom()).photograph(await page(plate.drawing()), plate.size, 2);
    default:
      return plate satisfies never;
  }
}

async function printed(pixels: Buffer, plate: Plate): Promise<Buffer> {
  // Grain costs bytes: a picture that has much of it is printed a little softer, as a coarse screen is.
  for (const softness of [0, 0.7, 1]) {
    for (const quality of QUALITIES) {
      const plain = sharp(pixels).resize(plate.kind === 'type' ? plate.size[0] : null);
      const soft = softness > 0 ? plain.blur(softness) : plain;
      const bytes = await soft.jpeg({ quality, mozjpeg: true }).toBuffer();
      if (bytes.length <= plate.bytes) return bytes;
    }
  }
  throw new RangeError(
    `The picture is over ${plate.bytes} bytes at quality ${QUALITIES.at(-1)}: use less grain.`,
  );
}

async function draw(wanted: readonly string[]): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  let opened: Promise<Darkroom> | undefined;
  const darkroom = (): Promise<Darkroom> => {
    if (BROWSER === undefined) throw new Error(NO_BROWSER);
    opened ??= openDarkroom(BROWSER);
    return opened;
  };
  for (const [key, plate] of Object.entries(CATALOGUE)) {
    if (wanted.length > 0 && !wanted.includes(key)) continue;
    const bytes = await printed(await drawn(plate, darkroom), plate);
    await writeFile(new URL(`${key}.jpg`, FOLDER), bytes);
    process.stdout.write(`${key}.jpg ${plate.size.join('×')} ${Math.round(bytes.length / 1000)} KB\n`);
  }
  await (await opened)?.close();
}

await draw(process.argv.slice(2));
