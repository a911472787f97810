import sharp from 'sharp';
import type { FaceName, SetWord, TypeCase } from './type-case.ts';

/** What stands on the card of a story without a picture. */
export interface SocialCard {
  readonly headline: string;
  readonly kicker?: string;
  /** Name of the edition or section, at the foot. */
  readonly foot: string;
  /** Whether its language is written from right to left. */
  readonly isRightToLeft: boolean;
  /** The drawing of the paper's name. */
  readonly nameplate?: { readonly viewBox: string; readonly path: string };
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const PAPER = '#fffdf8';
const INK = '#121212';
const ACCENT = '#7a1020';
const MARGIN = 72;
/** Sizes of the headline in pixels, the largest that fits is taken. */
const SIZES = [84, 72, 62, 54, 46] as const;
const MOST_LINES = 4;
const LEADING = 1.1;
/** Arabic letters reach further above and below the line. */
const WIDE_LEADING = 1.32;

/** Prints a card as PNG. Words the paper's type has no letters for are left out; its name always stands. */
export async function printSocialCard(type: TypeCase, card: SocialCard): Promise<Uint8Array> {
  const { width, height } = card;
  const parts = [
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<rect x="${MARGIN}" y="${MARGIN + 74}" width="${width - 2 * MARGIN}" height="1.5" fill="${INK}"/>`,
    `<rect x="${startOf(card, 110)}" y="${MARGIN + 74}" width="110" height="8" fill="${ACCENT}"/>`,
    nameplate(card),
    await words(type, card),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}

/** Where something so wide begins, on the side lines begin on. */
function startOf({ isRightToLeft, width }: SocialCard, wide: number): number {
  return isRightToLeft ? width - MARGIN - wide : MARGIN;
}

function nameplate(card: SocialCard): string {
  if (!card.nameplate) return '';
  const [, , across = 1, down = 1] = card.nameplate.viewBox.split(/\s+/).map(Number);
  const high = 50;
  const wide = (across / down) * high;
  const x = startOf(card, wide);
  return `<svg x="${x}" y="${MARGIN - 6}" width="${wide}" height="${high}" viewBox="${card.nameplate.viewBox}"><path fill="${INK}" d="${card.nameplate.path}"/></svg>`;
}

async function words(type: TypeCase, card: SocialCard): Promise<string> {
  const room = card.width - 2 * MARGIN;
  const foot = await setLines(type, card.foot, { face: 'sans', size: 24, room });
  const kicker = await setLines(type, card.kicker ?? '', { face: 'sans', size: 30, room });
  const footLine = foot?.[0] ? lineAt(card, foot[0], { y: card.height - MARGIN + 8, fill: INK }) : '';
  const kickerLine = kicker?.[0] ? lineAt(card, kicker[0], { y: MARGIN + 136, fill: ACCENT }) : '';
  const top = MARGIN + (kickerLine === '' ? 120 : 160);
  for (const size of SIZES) {
    const lines = await setLines(type, card.headline, { face: 'serif', size, room });
    if (!lines) break;
    if (lines.length > MOST_LINES && size !== SIZES.at(-1)) continue;
    const even = await evenLines(type, card.headline, { face: 'serif', size, room, lines });
    const leading = card.isRightToLeft ? WIDE_LEADING : LEADING;
    const drawn = even
      .slice(0, MOST_LINES)
      .map((line, i) => lineAt(card, line, { y: top + size * (0.8 + i * leading), fill: INK }));
    return [kickerLine, ...drawn, footLine].join('');
  }
  return footLine;
}

interface Setting {
  readonly face: FaceName;
  readonly size: number;
  /** Width of a line, in pixels. */
  readonly room: number;
}

interface Line {
  readonly words: readonly SetWord[];
  readonly space: number;
}

/** A text broken into lines that fit; undefined where a letter is missing. */
async function setLines(
  type: TypeCase,
  text: string,
  setting: Setting,
): Promise<readonly Line[] | undefined> {
  const space = setting.size * 0.24;
  const lines: SetWord[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const part of text.split(/\s+/).filter(Boolean)) {
    const word = await type.word(part, setting.face, setting.size);
    if (!word) return undefined;
    if (used + space + word.width > setting.room) {
      lines.push([]);
      used = -space;
    }
    lines.at(-1)?.push(word);
    used += space + word.width;
  }
  return lines.map((one) => ({ words: one, space }));
}

/** The same lines with their words spread evenly: as narrow as they can be without one more. */
async function evenLines(
  type: TypeCase,
  text: string,
  { lines, ...setting }: Setting & { readonly lines: readonly Line[] },
): Promise<readonly Line[]> {
  let even = lines;
  for (let room = setting.room * 0.95; room > setting.room / 2; room -= setting.room * 0.05) {
    const narrower = await setLines(type, text, { ...setting, room });
    if (!narrower || narrower.length > lines.length) break;
    even = narrower;
  }
  return even;
}

function lineAt(card: SocialCard, { words: row, space }: Line, at: { y: number; fill: string }): string {
  let x = card.isRightToLeft ? card.width - MARGIN : MARGIN;
  const drawn = row.map((word) => {
    const left = card.isRightToLeft ? x - word.width : x;
    x += (card.isRightToLeft ? -1 : 1) * (word.width + space);
    return `<path transform="translate(${left.toFixed(1)} ${at.y.toFixed(1)})" fill="${at.fill}" d="${word.path}"/>`;
  });
  return drawn.join('');
}
