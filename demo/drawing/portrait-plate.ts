import { box, type Point } from './outline.ts';
import {
  brows,
  ear,
  eyes,
  freckles,
  type Look,
  type Model,
  mouth,
  nostrils,
  wrinkles,
} from './portrait-face.ts';
import { type Clothes, clothes } from './portrait-garments.ts';
import { type Build, type Pose, relief, seen } from './portrait-head.ts';
import { above, type Field, type Light, lit, value } from './portrait-tone.ts';
import { type Wear, wear } from './portrait-wear.ts';
import { type Drawing, fill, type Sheet, type Size, spray, within } from './sheet.ts';

/** The square format of portraits. */
export const PORTRAIT: Size = [900, 900];

/** A person to be drawn. */
export interface Sitter {
  readonly ground: string;
  /** The ink sprayed over the ground from the lower right. */
  readonly haze: string;
  readonly build: Build;
  readonly pose: Omit<Pose, 'at' | 'scale'> & { readonly at?: Point; readonly scale?: number };
  readonly look: Look;
  /** Hair, beard, glasses and hats, in the order in which they are laid. */
  readonly wear: readonly Wear[];
  readonly clothes: Clothes;
}

/** A drawing of a person, head and shoulders. */
export function portrait(sitter: Sitter): Drawing {
  return (sheet) => {
    const pose: Pose = { at: [450, 425], scale: 262, ...sitter.pose };
    const form = relief(sitter.build);
    const on = (x: number, y: number, lift = 0): Point => {
      const z = form.front(x, y);
      return seen(pose, [x, y, Math.max(0, z) + lift]);
    };
    const model: Model = { sheet, on, seen: (spot) => seen(pose, spot), scale: pose.scale };
    const light = lit(form, pose, sheet.size[0]);
    const worn = (layer: Wear['layer']): string =>
      sitter.wear
        .filter((item) => item.layer === layer)
        .map((item) => wear(model, item, sitter.look))
        .join('');
    return [
      backdrop(sheet, sitter),
      worn('behind'),
      ear(model, sitter.look, -1),
      ear(model, sitter.look, 1),
      flesh(sheet, light, sitter.look),
      freckles(model, sitter.look),
      wrinkles(model, sitter.look),
      nostrils(model, sitter.look),
      worn('beard'),
      mouth(model, sitter.look),
      eyes(model, sitter.look),
      brows(model, sitter.look),
      clothes(sheet, sitter.clothes),
      worn('before'),
    ].join('');
  };
}

function backdrop(sheet: Sheet, { ground, haze }: Sitter): string {
  const paper = box(0, 0, sheet.size);
  return fill(paper, ground) + spray(sheet, paper, { ink: haze, from: [0.25, 0.2], to: [1, 1], most: 0.8 });
}

function flesh(sheet: Sheet, { mask, tone }: Light, look: Look): string {
  const { skin } = look;
  const outline = above(mask, 0.5);
  const dark: Field = { ...tone, values: tone.values.map((lightness) => 1 - lightness) };
  const layer = (path: string, ink: string): string =>
    `<path d="${path}" fill="${ink}" fill-rule="evenodd"/>`;
  return (
    layer(outline, skin.base) +
    within(
      sheet,
      outline,
      [
        layer(above(tone, 0.9), skin.light),
        layer(above(dark, 1 - 0.55), skin.shade),
        layer(above(dark, 1 - 0.27), skin.deep),
        dust(sheet, tone, { ink: skin.shade, from: 0.8, to: 0.55 }),
        dust(sheet, tone, { ink: skin.deep, from: 0.46, to: 0.27 }),
      ].join(''),
    )
  );
}

// Grains of one ink, thicker where it is darker: the crayon on the stone.
function dust(sheet: Sheet, tone: Field, grain: { ink: string; from: number; to: number }): string {
  const { cast } = sheet;
  const dots: string[] = [];
  for (let tries = 0; tries < 26_000; tries += 1) {
    const at: Point = [cast.between(60, 840), cast.between(60, 890)];
    const share = (grain.from - value(tone, at)) / (grain.from - grain.to);
    if (share <= 0 || share >= 1 || !cast.chance(share * share)) continue;
    dots.push(`M${at[0].toFixed(1)} ${at[1].toFixed(1)}h0`);
  }
  return `<path d="${dots.join('')}" stroke="${grain.ink}" stroke-width="3.200" stroke-linecap="round"/>`;
}
