import { clothes } from './portrait-clothes.ts';
import { hairBefore, hairBehind } from './portrait-hair.ts';
import type { Sitter } from './portraits.data.ts';
import { fill, INK, type Sheet, spray, stroke, within } from './sheet.ts';

/** The square that portraits fill, in pixels. */
export const PORTRAIT = [900, 900] as const;

/** Where the parts of a head are, in pixels of the sheet; the head is drawn upright and then leant. */
export interface Head {
  readonly middle: number;
  readonly top: number;
  readonly eyes: number;
  readonly nose: number;
  readonly mouth: number;
  readonly chin: number;
  /** Half its width at the temples, and at the jaw. */
  readonly temple: number;
  readonly jaw: number;
}

function headOf({ face }: Sitter): Head {
  const top = 176;
  const chin = 606 + face.long;
  return {
    middle: 450,
    top,
    eyes: top + (chin - top) * 0.5,
    nose: top + (chin - top) * 0.7,
    mouth: top + (chin - top) * 0.815,
    chin,
    temple: 152 + face.wide,
    jaw: 112 + face.jaw,
  };
}

/** A writer's portrait: head and shoulders, in a few inks and one light from the left. */
export function portrait(sitter: Sitter): (sheet: Sheet) => string {
  return (sheet) => {
    const head = headOf(sitter);
    const lean = (parts: string) =>
      `<g transform="rotate(${sitter.lean} ${head.middle} ${head.chin + 120})">${parts}</g>`;
    return [
      ground(sheet, sitter),
      lean(hairBehind(sheet, sitter, head)),
      lean(neck(sheet, sitter, head)),
      clothes(sheet, sitter, head),
      lean(face(sheet, sitter, head) + hairBefore(sheet, sitter, head) + glasses(sitter, head)),
    ].join('');
  };
}

function ground(sheet: Sheet, { inks }: Sitter): string {
  const whole = 'M0 0H900V900H0Z';
  const disc = 'M450 -10A430 430 0 1 1 449 -10Z';
  return (
    fill(whole, inks.ground) +
    fill(disc, inks.halo, 0.55) +
    spray(sheet, whole, { ink: INK.black, from: [0.2, 0], to: [1, 1.1], most: 0.34 })
  );
}

function neck(sheet: Sheet, { inks, build }: Sitter, { middle, chin, jaw }: Head): string {
  const half = jaw * 0.66 + build * 0.4;
  const shape = `M${middle - half} ${chin - 110}L${middle - half - 8} ${chin + 90}Q${middle} ${chin + 190} ${middle + half + 8} ${chin + 90}L${middle + half} ${chin - 110}Z`;
  const shade = `M${middle - half} ${chin - 60}Q${middle} ${chin + 58} ${middle + half} ${chin - 40}L${middle + half + 8} ${chin + 110}Q${middle + 20} ${chin + 60} ${middle - half} ${chin - 8}Z`;
  return (
    fill(shape, inks.skin) +
    fill(shade, inks.shade, 0.85) +
    spray(sheet, shape, { ink: inks.deep, from: [0, 0.2], to: [1.1, 0.6], most: 0.5 })
  );
}

/** The outline of the face, from temple to chin and up again. */
export function faceOutline({ middle, top, eyes, chin, temple, jaw }: Head): string {
  const side = (way: 1 | -1) => (x: number) => middle + way * x;
  const [l, r] = [side(-1), side(1)];
  const mouth = eyes + (chin - eyes) * 0.55;
  return `M${l(temple)} ${eyes - 30}C${l(temple)} ${top + 60} ${l(temple * 0.72)} ${top} ${middle} ${top}C${r(temple * 0.72)} ${top} ${r(temple)} ${top + 60} ${r(temple)} ${eyes - 30}C${r(temple)} ${eyes + 66} ${r(jaw + 20)} ${mouth} ${r(jaw * 0.86)} ${mouth + 38}C${r(jaw * 0.62)} ${chin - 20} ${r(jaw * 0.34)} ${chin} ${middle} ${chin}C${l(jaw * 0.34)} ${chin} ${l(jaw * 0.62)} ${chin - 20} ${l(jaw * 0.86)} ${mouth + 38}C${l(jaw + 20)} ${mouth} ${l(temple)} ${eyes + 66} ${l(temple)} ${eyes - 30}Z`;
}

function face(sheet: Sheet, sitter: Sitter, head: Head): string {
  const { inks } = sitter;
  const { middle, top, eyes, nose, mouth, chin, temple } = head;
  const outline = faceOutline(head);
  const turn = sitter.turn;
  const axis = middle + turn;
  // The side away from the light begins at the ridge of the nose and the bow of the lips.
  const dark = `M${axis + 26} ${top - 20}C${axis + 34} ${eyes - 90} ${axis + 6} ${eyes - 46} ${axis + 8} ${eyes - 6}L${axis + 30} ${nose - 8}Q${axis + 14} ${nose + 16} ${axis + 6} ${nose + 20}Q${axis + 22} ${mouth - 16} ${axis + 8} ${mouth}Q${axis + 16} ${mouth + 30} ${axis + 4} ${mouth + 44}Q${axis + 26} ${chin - 26} ${axis + 6} ${chin + 30}L${middle + 240} ${chin}V${top - 20}Z`;
  const ears = [-1, 1].map((way) => ear(sitter, head, way)).join('');
  const inner = [
    fill(dark, inks.shade, 0.62),
    spray(sheet, outline, { ink: inks.deep, from: [0.42, 0.3], to: [1.02, 0.74], most: 0.55 }),
    cheek(sheet, sitter, [axis - temple * 0.56, nose - 14]),
    cheek(sheet, sitter, [axis + temple * 0.58, nose - 14]),
    features(sitter, head, axis),
    sitter.beard ? beard(sheet, sitter, head, axis) : '',
    lips(sitter, head, axis),
  ].join('');
  return ears + fill(outline, inks.skin) + within(sheet, outline, inner);
}

function ear({ inks }: Sitter, { middle, eyes, nose, temple }: Head, way: number): string {
  const x = middle + way * (temple - 4);
  const shape = `M${x} ${eyes - 26}C${x + way * 44} ${eyes - 50} ${x + way * 46} ${eyes + 30} ${x + way * 16} ${nose + 4}Q${x} ${nose + 14} ${x - way * 6} ${nose - 20}Z`;
  const fold = `M${x + way * 8} ${eyes - 10}Q${x + way * 30} ${eyes - 12} ${x + way * 18} ${eyes + 40}`;
  return fill(shape, way > 0 ? inks.shade : inks.skin) + stroke(fold, inks.deep, 5);
}

function cheek(sheet: Sheet, { inks }: Sitter, [x, y]: readonly [number, number]): string {
  const shape = `M${x - 60} ${y}A60 46 0 1 1 ${x + 60} ${y}A60 46 0 1 1 ${x - 60} ${y}Z`;
  return spray(sheet, shape, { ink: inks.blush, from: [0.5, 0], to: [0.5, 0.6], most: 0.3 });
}

function features(sitter: Sitter, { eyes, nose }: Head, axis: number): string {
  const {
    inks,
    eye,
    face: { nose: wide },
  } = sitter;
  const gap = 68;
  const tip = `M${axis - 16 - wide} ${nose + 2}Q${axis - 10 - wide} ${nose + 18} ${axis - 2} ${nose + 14}Q${axis + 14} ${nose + 26} ${axis + 24 + wide} ${nose + 4}`;
  const side = `M${axis + 4} ${eyes - 4}Q${axis + 10} ${eyes + 40} ${axis + 22 + wide * 0.5} ${nose - 8}`;
  return [
    oneEye(sitter, [axis - gap, eyes], -1),
    oneEye(sitter, [axis + gap, eyes], 1),
    brow(sitter, [axis - gap, eyes - 40 - eye.lift], -1),
    brow(sitter, [axis + gap, eyes - 40 - eye.lift], 1),
    stroke(side, inks.deep, 4),
    stroke(tip, inks.deep, 6),
    sitter.age > 50 ? lines(sitter, { axis, eyes, nose, gap }) : '',
  ].join('');
}

function oneEye({ inks, eye }: Sitter, [x, y]: readonly [number, number], way: 1 | -1): string {
  const w = 31;
  const h = eye.open;
  const almond = `M${x - w} ${y + 3}Q${x} ${y - h * 1.5} ${x + w} ${y + 1}Q${x} ${y + h} ${x - w} ${y + 3}Z`;
  const lid = `M${x - w - (way < 0 ? 4 : 0)} ${y + 4}Q${x} ${y - h * 1.5} ${x + w + (way > 0 ? 4 : 0)} ${y + 2}`;
  const fold = `M${x - w + 5} ${y - h * 0.9 - 5}Q${x} ${y - h * 1.5 - 12} ${x + w - 4} ${y - h * 0.9 - 6}`;
  const iris = `<circle cx="${x + eye.look}" cy="${y - h * 0.16}" r="${h * 0.72}" fill="${inks.iris}"/><circle cx="${x + eye.look - 3}" cy="${y - h * 0.36}" r="2.6" fill="#fffaf0"/>`;
  return `${fill(almond, '#f7efe1')}<g clip-path="path('${almond}')">${iris}</g>${stroke(lid, inks.line, 6)}${stroke(fold, inks.deep, 3)}`;
}

function brow({ inks, brows }: Sitter, [x, y]: readonly [number, number], way: 1 | -1): string {
  const [inner, outer] = [x - way * 36, x + way * 42];
  const shape = `M${inner} ${y + 4}Q${x} ${y - brows.arch} ${outer} ${y + 6}Q${x} ${y - brows.arch + brows.thick * 1.7} ${inner} ${y + 4 + brows.thick}Z`;
  return fill(shape, inks.brow);
}

function lines({ inks }: Sitter, at: { axis: number; eyes: number; nose: number; gap: number }): string {
  const { axis, eyes, nose, gap } = at;
  return [-1, 1]
    .map((way) => {
      const x = axis + way * gap;
      return (
        stroke(`M${x - way * 24} ${eyes + 24}Q${x} ${eyes + 34} ${x + way * 26} ${eyes + 22}`, inks.deep, 3) +
        stroke(
          `M${axis + way * 46} ${nose}Q${axis + way * 66} ${nose + 22} ${axis + way * 64} ${nose + 52}`,
          inks.deep,
          3.5,
        )
      );
    })
    .join('');
}

function lips({ inks, mouth: { wide, full, smile } }: Sitter, { mouth }: Head, axis: number): string {
  const [l, r] = [axis - wide, axis + wide];
  const ends = mouth - smile;
  const upper = `M${l} ${ends}Q${axis - 16} ${mouth - full * 1.15} ${axis} ${mouth - full * 0.62}Q${axis + 16} ${mouth - full * 1.15} ${r} ${ends}Q${axis} ${mouth + 5} ${l} ${ends}Z`;
  const lower = `M${l + 6} ${ends + 1}Q${axis} ${mouth + 4} ${r - 6} ${ends + 1}Q${axis} ${mouth + full * 2} ${l + 6} ${ends + 1}Z`;
  const line = `M${l - 3} ${ends - 1}Q${axis} ${mouth + 6} ${r + 3} ${ends - 1}`;
  const below = `M${axis - 20} ${mouth + full * 1.25 + 12}Q${axis} ${mouth + full * 1.25 + 18} ${axis + 22} ${mouth + full * 1.25 + 11}`;
  return (
    fill(upper, inks.lip) +
    fill(lower, inks.lip, 0.82) +
    stroke(line, inks.line, 4.5) +
    stroke(below, inks.deep, 4)
  );
}

function beard(
  sheet: Sheet,
  { beard: kind, inks }: Sitter,
  { middle, eyes, nose, mouth, chin, temple, jaw }: Head,
  axis: number,
): string {
  const moustache = `M${axis - 70} ${mouth - 6}Q${axis - 30} ${nose + 18} ${axis} ${nose + 30}Q${axis + 30} ${nose + 18} ${axis + 72} ${mouth - 6}Q${axis + 30} ${mouth - 8} ${axis} ${mouth - 14}Q${axis - 30} ${mouth - 8} ${axis - 70} ${mouth - 6}Z`;
  if (kind === 'moustache') return fill(moustache, inks.beard);
  const full = `M${middle - temple - 6} ${eyes + 20}Q${middle - jaw + 10} ${nose + 24} ${axis - 62} ${mouth - 20}Q${axis} ${nose + 14} ${axis + 64} ${mouth - 20}Q${middle + jaw - 10} ${nose + 24} ${middle + temple + 6} ${eyes + 20}L${middle + temple} ${chin + 60}H${middle - temple}Z`;
  const gap = `M${axis - 48} ${mouth - 4}Q${axis} ${mouth - 20} ${axis + 48} ${mouth - 4}Q${axis} ${mouth + 40} ${axis - 48} ${mouth - 4}Z`;
  if (kind === 'stubble')
    return spray(sheet, full, { ink: inks.beard, from: [0.5, -0.4], to: [0.5, 0.9], most: 0.62 });
  return (
    fill(full, inks.beard) +
    fill(gap, inks.skin, 0.9) +
    spray(sheet, full, { ink: INK.black, from: [0.3, 0], to: [1, 0.9], most: 0.5 })
  );
}

function glasses({ glasses: kind, inks, turn }: Sitter, { middle, eyes, temple }: Head): string {
  if (!kind) return '';
  const axis = middle + turn;
  const rims = [-68, 68].map((x) =>
    kind === 'round'
      ? `<circle cx="${axis + x}" cy="${eyes + 2}" r="50" fill="#fffaf0" fill-opacity=".12" stroke="${inks.rim}" stroke-width="9"/>`
      : `<rect x="${axis + x - 54}" y="${eyes - 34}" width="108" height="72" rx="14" fill="#fffaf0" fill-opacity=".12" stroke="${inks.rim}" stroke-width="10"/>`,
  );
  const bridge = stroke(
    `M${axis - 17} ${eyes - 8}Q${axis} ${eyes - 20} ${axis + 17} ${eyes - 8}`,
    inks.rim,
    8,
  );
  const arms = stroke(
    `M${axis - 118} ${eyes - 10}L${middle - temple - 2} ${eyes - 16}M${axis + 118} ${eyes - 10}L${middle + temple + 2} ${eyes - 16}`,
    inks.rim,
    8,
  );
  return rims.join('') + bridge + arms;
}
