import { Fault } from '@courant/base';
import { PICTURE_UNFIT } from './faults.ts';

/** What the frame of a JPEG says of it. */
export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  /** One is grey, three are colour. */
  readonly components: number;
}

/** Reads the frame of a JPEG (ITU-T T.81, B.2.2). Throws the fault `picture-unfit` where there is none. */
export function jpegFrame(bytes: Uint8Array, label: string): JpegFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = bytes[0] === 0xff && bytes[1] === 0xd8 ? 2 : bytes.length;
  while (at + 10 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // Frames are C0 to CF but for tables (C4), extensions (C8) and arithmetic conditions (CC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return {
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        components: bytes[at + 9] ?? 0,
      };
    at += 2 + view.getUint16(at + 2);
  }
  throw new Fault(PICTURE_UNFIT, `The picture ${label} is no JPEG that can be read.`, {
    hint: 'Hand in the bytes of a baseline or progressive JPEG.',
  });
}
