import { Fault } from '@courant/base';
import { PICTURE_MISSING, PICTURE_UNFIT } from './faults.ts';
import { jpegFrame } from './jpeg.ts';

/** A picture as it is packed. */
export interface PackedPicture {
  /** Its name among the files, and its id in the package. */
  readonly name: string;
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The pictures of an issue: each is packed once, whatever number of stories show it. */
export class EpubPictures {
  readonly #originals: ReadonlyMap<string, Uint8Array>;
  readonly #packed = new Map<string, PackedPicture>();

  constructor(originals: ReadonlyMap<string, Uint8Array>) {
    this.#originals = originals;
  }

  /** The picture of a hash. Throws the faults `picture-missing` and `picture-unfit`. */
  picture(hash: string): PackedPicture {
    const known = this.#packed.get(hash);
    if (known) return known;
    const bytes = this.#originals.get(hash);
    if (!bytes)
      throw new Fault(PICTURE_MISSING, `The picture ${hash} was not handed in.`, {
        hint: 'Hand in a JPEG for every picture of every story.',
      });
    const picture = packedPicture(`picture-${this.#packed.size + 1}`, bytes, hash);
    this.#packed.set(hash, picture);
    return picture;
  }

  /** All that were asked for, in the order of their first places. */
  all(): readonly PackedPicture[] {
    return [...this.#packed.values()];
  }
}

/** A JPEG as it is packed. Throws the fault `picture-unfit` where it is none, or is in the colours of a press. */
export function packedPicture(id: string, bytes: Uint8Array, label: string): PackedPicture {
  const { width, height, components } = jpegFrame(bytes, label);
  if (components !== 1 && components !== 3)
    throw new Fault(PICTURE_UNFIT, `The picture ${label} has ${components} colours.`, {
      hint: 'Hand in a JPEG in grey or sRGB.',
    });
  return { name: `${id}.jpg`, id, bytes, width, height };
}
