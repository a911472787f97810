import type { Colour } from './page-model.ts';

/** What the colours of a page are, as `#` and six hexadecimal digits of sRGB. */
export type Palette = Readonly<Record<Colour, string>>;

/** Red, green and blue of a colour, from 0 to 1. Anything but six digits is black: type stays legible. */
export function redGreenBlue(colour: string): readonly [number, number, number] {
  const [, r = '0', g = '0', b = '0'] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? [];
  const part = (digits: string) => Math.round((Number.parseInt(digits, 16) / 255) * 1000) / 1000;
  return [part(r), part(g), part(b)];
}
