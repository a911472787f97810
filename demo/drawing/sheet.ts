import { type Dice, dice } from './dice.ts';
import type { Point } from './outline.ts';

/** Width and height of a picture in pixels. */
export type Size = readonly [width: number, height: number];

/** The common format of the demo paper's pictures, 3:2. */
export const LANDSCAPE: Size = [1800, 1200];
/** The taller format, 5:4. */
export const TALL: Size = [1800, 1440];

/** The house's inks: every picture is made of a few of these, so the paper looks like one paper. */
export const INK = {
  black: '#171a21',
  night: '#12243a',
  petrol: '#1d4b59',
  teal: '#2f7f86',
  mist: '#a9cbc8',
  cream: '#f5ecd7',
  sand: '#e2c794',
  ochre: '#dd9a35',
  red: '#c23a2e',
  wine: '#6d1f2c',
  rose: '#e3a08d',
  moss: '#57713f',
  leaf: '#93a557',
  slate: '#53687a',
} as const;

/** What a drawing works on: its size, its dice and names for its gradients. */
export interface Sheet {
  readonly size: Size;
  readonly cast: Dice;
  /** A name that nothing else on the sheet has. */
  readonly name: () => string;
}

/** A drawing: lays shapes on a sheet and gives them as SVG. */
export type Drawing = (sheet: Sheet) => string;

/** A sheet for a drawing; the seed decides all that is left to chance. */
export function sheet(seed: number, size: Size): Sheet {
  let names = 0;
  return {
    size,
    cast: dice(seed),
    name: () => {
      names += 1;
      return `n${names}`;
    },
  };
}

/** A filled outline. */
export function fill(path: string, ink: string, opacity = 1): string {
  return `<path d="${path}" fill="${ink}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`;
}

/** A drawn line, `width` pixels wide, with round ends. */
export function stroke(path: string, ink: string, width: number): string {
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/** A disc. */
export function disc(centre: Point, radius: number, ink: string): string {
  return `<circle cx="${centre[0].toFixed(1)}" cy="${centre[1].toFixed(1)}" r="${radius.toFixed(1)}" fill="${ink}"/>`;
}

/** Shapes moved, turned (degrees) and sized together. */
export function placed(parts: string, where: { at: Point; turn?: number; scale?: number | Point }): string {
  const scale = where.scale ?? 1;
  const [wide, high] = typeof scale === 'number' ? [scale, scale] : scale;
  return `<g transform="translate(${where.at[0].toFixed(1)} ${where.at[1].toFixed(1)}) rotate(${(where.turn ?? 0).toFixed(1)}) scale(${wide.toFixed(3)} ${high.toFixed(3)})">${parts}</g>`;
}

/** Shapes seen through an outline only. */
export function within(sheet: Sheet, path: string, parts: string): string {
  const name = sheet.name();
  return `<clipPath id="${name}"><path d="${path}"/></clipPath><g clip-path="url(#${name})">${parts}</g>`;
}

/** A cut-paper shape: it casts its own outline a little down and to the right, `drop` pixels. */
export function cut(path: string, ink: string, drop = 12): string {
  return placed(fill(path, INK.black, 0.28), { at: [drop * 0.7, drop] }) + fill(path, ink);
}

/** A wash: an outline filled from one ink to another, along a line in shares of its box. */
export function wash(
  sheet: Sheet,
  path: string,
  blend: { inks: readonly string[]; from?: Point; to?: Point },
): string {
  const name = sheet.name();
  return `${gradient(name, blend)}<path d="${path}" fill="url(#${name})"/>`;
}

/** Sprayed ink: an outline dusted with grains that thicken along a line (shares of its box), as on a litho stone. */
export function spray(
  sheet: Sheet,
  path: string,
  dust: { ink: string; from?: Point; to?: Point; most?: number },
): string {
  const name = sheet.name();
  const stops = `<stop offset="0" stop-color="${dust.ink}" stop-opacity="0.02"/><stop offset="1" stop-color="${dust.ink}" stop-opacity="${dust.most ?? 0.7}"/>`;
  const dots = sheet.name();
  return `${grain(dots, dust.ink)}<linearGradient id="${name}" ${ends(dust)}>${stops}</linearGradient><path d="${path}" fill="url(#${name})" filter="url(#${dots})"/>`;
}

/** A round glow of sprayed ink, thick in the middle. */
export function glow(
  sheet: Sheet,
  centre: Point,
  light: { radius: number; ink: string; most?: number },
): string {
  const name = sheet.name();
  const stops = `<stop offset="0" stop-color="${light.ink}" stop-opacity="${light.most ?? 0.8}"/><stop offset="1" stop-color="${light.ink}" stop-opacity="0.02"/>`;
  const dots = sheet.name();
  return `${grain(dots, light.ink)}<radialGradient id="${name}">${stops}</radialGradient><circle cx="${centre[0]}" cy="${centre[1]}" r="${light.radius}" fill="url(#${name})" filter="url(#${dots})"/>`;
}

function gradient(name: string, blend: { inks: readonly string[]; from?: Point; to?: Point }): string {
  const last = Math.max(1, blend.inks.length - 1);
  const stops = blend.inks.map(
    (ink, index) => `<stop offset="${(index / last).toFixed(3)}" stop-color="${ink}"/>`,
  );
  return `<linearGradient id="${name}" ${ends(blend)}>${stops.join('')}</linearGradient>`;
}

function ends(line: { from?: Point; to?: Point }): string {
  const [from, to] = [line.from ?? [0, 0], line.to ?? [0, 1]];
  return `x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}"`;
}

// Keeps a pixel where noise is below the ink's strength there, so that a gradient becomes dots of one
// solid ink: what a sprayed stone or a coarse screen prints.
function grain(name: string, ink: string): string {
  return `<filter id="${name}" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency="1.7" numOctaves="1" seed="11"/><feGaussianBlur stdDeviation="0.9"/>
<feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 3.4 0 0 0 -1.2" result="dust"/>
<feComposite in="SourceAlpha" in2="dust" operator="arithmetic" k2="1" k3="1" k4="-1"/>
<feComponentTransfer result="mask"><feFuncA type="linear" slope="3"/></feComponentTransfer>
<feFlood flood-color="${ink}"/><feComposite in2="mask" operator="in"/></filter>`;
}

/** The whole picture as an SVG document. */
export function document(sheet: Sheet, parts: string): string {
  const [width, height] = sheet.size;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts}</svg>`;
}
