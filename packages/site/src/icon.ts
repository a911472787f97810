/** Sides of the paper's icon in pixels: for tabs, home screens of two makers, and start screens. */
export const ICON_SIZES = [48, 180, 192, 512] as const;

/** The path of the paper's icon as PNG in a size; `maskable` is one of 512 with room about it to be cut. */
export function iconPath(size: (typeof ICON_SIZES)[number] | 'maskable'): string {
  return `/icon-${size}.png`;
}

/** The letter that stands for a paper: the first of the last word of its name, as C of The Daily Courant. */
export function iconLetter(name: string): string {
  const word = name.trim().split(/\s+/).at(-1) ?? '';
  const [first] = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word);
  return (first?.segment ?? '').toUpperCase();
}
