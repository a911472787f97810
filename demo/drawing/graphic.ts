import { GROTESQUE, line } from './lettering.ts';
import type { Point } from './outline.ts';
import type { Size } from './sheet.ts';

/** The common format of charts and maps, 3:2. Type of 34 pixels is still read where the picture is 640 wide. */
export const GRAPHIC: Size = [1500, 1000];

/** The few inks of charts and maps. */
export const PLAIN = {
  paper: '#fffdf8',
  ink: '#121212',
  second: '#5a554e',
  rule: '#d8d1c4',
  tint: '#efe8da',
  accent: '#b8232b',
  water: '#dbe6e6',
  shore: '#7f9a9e',
} as const;

/** A whole graphic on the paper's own colour, as SVG. */
export function graphic(parts: readonly string[]): string {
  const [width, height] = GRAPHIC;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${GROTESQUE}"><rect width="${width}" height="${height}" fill="${PLAIN.paper}"/>${parts.join('')}</svg>`;
}

/** What a chart is of and what it counts, at the top left under a rule with a short bar. */
export function heading(title: string, unit: string): string {
  return [
    `<path d="M40 36H1460" stroke="${PLAIN.ink}" stroke-width="3"/><path d="M40 41H150" stroke="${PLAIN.accent}" stroke-width="13"/>`,
    line(title, { at: [40, 112], size: 54, weight: 700 }),
    line(unit, { at: [40, 164], size: 36, weight: 450, ink: PLAIN.second }),
  ].join('');
}

/** Where figures come from, at the bottom left. */
export function source(words: string): string {
  return line(words, { at: [40, 968], size: 29, weight: 450, ink: PLAIN.second });
}

/** Straight strokes through points, an ink and a width in pixels; `dash` as in SVG. */
export function strokes(
  points: readonly Point[],
  pen: { ink: string; width: number; dash?: string },
): string {
  const path = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
  const dash = pen.dash === undefined ? '' : ` stroke-dasharray="${pen.dash}"`;
  return `<path d="M${path}" fill="none" stroke="${pen.ink}" stroke-width="${pen.width}" stroke-linejoin="round" stroke-linecap="round"${dash}/>`;
}

/** A dot with a rim of paper, for a value or a town. */
export function dot(at: Point, radius: number, ink: string): string {
  return `<circle cx="${at[0]}" cy="${at[1]}" r="${radius}" fill="${ink}" stroke="${PLAIN.paper}" stroke-width="${radius * 0.35}"/>`;
}
