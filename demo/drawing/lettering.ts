import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const FACE = '@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2';

/** The grotesque of charts and maps. */
export const GROTESQUE = 'Plate Grotesque';

/** A page that holds one drawing and the type it is lettered in. */
export async function page(svg: string): Promise<string> {
  const font = await readFile(createRequire(import.meta.url).resolve(FACE));
  return `<!doctype html><style>
@font-face{font-family:"${GROTESQUE}";font-weight:100 900;src:url(data:font/woff2;base64,${font.toString('base64')})}
body{margin:0}svg{display:block;font-family:"${GROTESQUE}"}
</style>${svg}`;
}

/** How a line of type is set: pixels, a weight from 100 to 900, an ink, and the side that stands at the point. */
export interface Setting {
  readonly at: readonly [x: number, y: number];
  readonly size: number;
  readonly weight?: number;
  readonly ink?: string;
  readonly side?: 'start' | 'middle' | 'end';
  /** Degrees about the point. */
  readonly turn?: number;
  /** Pixels between letters, for waters and ranges on maps. */
  readonly spread?: number;
  /** An ink around the letters that keeps lines away from them. */
  readonly halo?: string;
  readonly slant?: 'italic';
}

/** One line of type in a drawing; the text stands as it is. */
export function line(text: string, set: Setting): string {
  const [x, y] = set.at;
  const marks = [
    `x="${x}" y="${y}" font-size="${set.size}" font-weight="${set.weight ?? 500}" fill="${set.ink ?? '#121212'}"`,
    `text-anchor="${set.side ?? 'start'}"`,
    set.turn === undefined ? '' : `transform="rotate(${set.turn} ${x} ${y})"`,
    set.spread === undefined ? '' : `letter-spacing="${set.spread}"`,
    set.slant === undefined ? '' : 'font-style="italic"',
    set.halo === undefined
      ? ''
      : `stroke="${set.halo}" stroke-width="${set.size / 4}" stroke-linejoin="round" paint-order="stroke"`,
  ];
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text ${marks.filter((mark) => mark !== '').join(' ')}>${plain}</text>`;
}
