import { createHash } from 'node:crypto';
import { Fault } from '@courant/base';
import type { Cut, RenditionFormat } from '@courant/picture';
import { Disk } from 'flydrive';
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import type { Icon } from './icon.ts';
import { printIcon } from './icon.ts';
import type { SocialCard } from './social-card.ts';
import { printSocialCard } from './social-card.ts';
import { TypeCase } from './type-case.ts';
import { WholeFiles } from './whole-files.ts';

export type { Icon } from './icon.ts';
export { iconFile } from './icon.ts';
export type { SocialCard } from './social-card.ts';

/** What one rendition of a picture is: the whole of it in a width, or a cut of it. */
export interface RenditionOrder {
  /** SHA-256 of the original's bytes, in hex. */
  readonly hash: string;
  /** Pixels. */
  readonly width: number;
  readonly format: RenditionFormat;
  /** The part that is shown, and a name for it that no other part of the picture has. */
  readonly cut?: Cut & { readonly name: string };
}

/** What the bytes of a picture say of it. */
export interface Developed {
  readonly hash: string;
  /** IANA media type. */
  readonly mediaType: string;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Its colours from top to bottom, six hex digits each. */
  readonly preview: string;
}

/** A picture that cannot be read, or is larger than we open. */
export const BAD_PICTURE = 'bad-picture';
/** The original of a picture is not among the files. */
export const PICTURE_LOST = 'picture-lost';

/** Pixels a picture may have; a small file can claim billions. */
const MOST_PIXELS = 100_000_000;
const TYPES: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heif: 'image/avif',
  tiff: 'image/tiff',
  gif: 'image/gif',
};

/** Bands of colour in a preview. */
const BANDS = 4;

/** The colours of a picture from top to bottom, each the mean of its band. */
async function previewOf(bytes: Uint8Array): Promise<string> {
  const pixels = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .flatten({ background: '#fffdf8' })
    .toColourspace('srgb')
    .resize(1, BANDS, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  // A grey picture has one channel, and each band is grey.
  const channels = pixels.byteLength / BANDS;
  return Array.from({ length: BANDS }, (_, band) => {
    const first = pixels.subarray(band * channels, band * channels + 3);
    const rgb = channels < 3 ? Buffer.alloc(3, pixels[band * channels] ?? 0) : first;
    return rgb.toString('hex');
  }).join('');
}

/** The files of the paper and what is printed from them. Originals are named by their hash and never change. */
export class Darkroom {
  readonly #disk: Disk;
  readonly #type = new TypeCase();
  readonly #printing = new Map<string, Promise<Uint8Array>>();

  /** Keeps files in a folder, made if need be. */
  constructor(folder: string) {
    this.#disk = new Disk(new WholeFiles(folder));
  }

  /** Reads a picture's format and size and keeps its bytes. Throws Fault `bad-picture`. */
  async develop(bytes: Uint8Array): Promise<Developed> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const meta = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
      .metadata()
      .catch((cause: unknown) => {
        throw new Fault(BAD_PICTURE, 'This file is no picture we can read.', {
          cause,
          hint: 'Send JPEG, PNG, WebP or AVIF.',
        });
      });
    const mediaType = TYPES[meta.format ?? ''];
    if (!mediaType || !meta.width || !meta.height) {
      throw new Fault(BAD_PICTURE, `This is a ${meta.format ?? 'file'} and no picture we can use.`, {
        hint: 'Send JPEG, PNG, WebP or AVIF.',
      });
    }
    const key = originalKey(hash);
    if (!(await this.#disk.exists(key))) await this.#disk.put(key, bytes);
    // EXIF orientations 5 to 8 lie on their side (EXIF 3.0 §4.6.5).
    const isTurned = (meta.orientation ?? 1) >= 5;
    const [width, height] = isTurned ? [meta.height, meta.width] : [meta.width, meta.height];
    return { hash, mediaType, width, height, preview: await previewOf(bytes) };
  }

  /** A rendition that was printed before. */
  async held(order: RenditionOrder): Promise<Uint8Array | undefined> {
    const key = renditionKey(order);
    return (await this.#disk.exists(key)) ? this.#disk.getBytes(key) : undefined;
  }

  /** A part of a picture as JPEG that was printed before under a name. */
  async heldCut(hash: string, name: string): Promise<Uint8Array | undefined> {
    const key = cutKey(hash, name, 'jpeg');
    return (await this.#disk.exists(key)) ? this.#disk.getBytes(key) : undefined;
  }

  /** Prints a rendition and keeps it; several who ask at once wait for one print. Throws Fault `picture-lost`. */
  async print(order: RenditionOrder): Promise<Uint8Array> {
    const key = renditionKey(order);
    const under = this.#printing.get(key);
    if (under) return under;
    const printing = this.#print(order).finally(() => this.#printing.delete(key));
    this.#printing.set(key, printing);
    return printing;
  }

  async #print(order: RenditionOrder): Promise<Uint8Array> {
    const original = await this.original(order.hash);
    const upright = sharp(original, { limitInputPixels: MOST_PIXELS }).autoOrient();
    const bytes = await coded(scaled(upright, order), order.format).toBuffer();
    await this.#disk.put(renditionKey(order), bytes);
    return bytes;
  }

  /** The card of a story without a picture, as PNG; printed once under its name. */
  async socialCard(name: string, card: SocialCard): Promise<Uint8Array> {
    const key = `cards/${name}`;
    if (await this.#disk.exists(key)) return this.#disk.getBytes(key);
    const bytes = await printSocialCard(this.#type, card);
    await this.#disk.put(key, bytes);
    return bytes;
  }

  /** The icon of a paper, as PNG; printed once for each letter and size. */
  async icon(icon: Icon): Promise<Uint8Array> {
    const shape = icon.isMaskable ? 'maskable' : 'plain';
    const key = `icons/${Buffer.from(icon.letter).toString('hex')}-${icon.size}-${shape}.png`;
    if (await this.#disk.exists(key)) return this.#disk.getBytes(key);
    const bytes = await printIcon(this.#type, icon);
    await this.#disk.put(key, bytes);
    return bytes;
  }

  /** Keeps a file of a printed issue under its name: `<hash>.pdf`, `<hash>-3-480.webp`. */
  async keepPrint(name: string, bytes: Uint8Array): Promise<void> {
    await this.#disk.put(printKey(name), bytes);
  }

  /** A file of a printed issue; undefined where none of this name was kept. */
  async keptPrint(name: string): Promise<Uint8Array | undefined> {
    const key = printKey(name);
    return (await this.#disk.exists(key)) ? this.#disk.getBytes(key) : undefined;
  }

  /** A drawing in SVG as pictures of several widths in pixels, in their order: it is drawn once, in its own size. */
  async pictured(
    drawing: string,
    widths: readonly number[],
    format: RenditionFormat = 'webp',
  ): Promise<readonly Uint8Array[]> {
    const whole = await sharp(Buffer.from(drawing), { limitInputPixels: MOST_PIXELS, unlimited: true })
      .flatten({ background: '#ffffff' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width: wide, height, channels } = whole.info;
    const raw = { raw: { width: wide, height, channels } };
    return Promise.all(
      widths.map((width) => coded(sharp(whole.data, raw).resize({ width }), format).toBuffer()),
    );
  }

  /** The bytes of an original. Throws Fault `picture-lost`. */
  async original(hash: string): Promise<Uint8Array> {
    return this.#disk.getBytes(originalKey(hash)).catch((cause: unknown) => {
      throw new Fault(PICTURE_LOST, `The original of picture ${hash} is not among the paper’s files.`, {
        cause,
        hint: 'Put the folder “files” back from a backup.',
      });
    });
  }
}

function scaled(picture: Sharp, { width, cut }: RenditionOrder): Sharp {
  if (!cut) return picture.resize({ width, withoutEnlargement: true });
  const { left, top, within, height } = cut;
  return picture.extract({ left, top, ...within }).resize({ width: cut.width, height, fit: 'fill' });
}

function coded(picture: Sharp, format: RenditionFormat): Sharp {
  switch (format) {
    case 'avif':
      return picture.avif({ quality: 52, effort: 3 });
    case 'webp':
      return picture.webp({ quality: 76 });
    case 'jpeg':
      return picture.jpeg({ quality: 78, progressive: true, mozjpeg: true });
  }
}

function originalKey(hash: string): string {
  return `originals/${hash.slice(0, 2)}/${hash}`;
}

function printKey(name: string): string {
  return `prints/${name.slice(0, 2)}/${name}`;
}

function renditionKey(order: RenditionOrder): string {
  return cutKey(order.hash, order.cut?.name ?? String(order.width), order.format);
}

function cutKey(hash: string, name: string, format: RenditionFormat): string {
  return `renditions/${hash.slice(0, 2)}/${hash}/${name}.${format}`;
}
