import { curve, type Point, ribbon, trace } from './outline.ts';
import type { Spot } from './portrait-head.ts';
import { fill, INK, type Sheet, stroke, within } from './sheet.ts';

/** The inks of a skin, from light to dark, of its lines and of its lips. */
export interface Skin {
  readonly light: string;
  readonly base: string;
  readonly shade: string;
  readonly deep: string;
  readonly line: string;
  readonly lip: string;
  readonly lower: string;
}

/** What makes a face this one: shares of the ordinary unless said otherwise. */
export interface Look {
  readonly skin: Skin;
  readonly eyes: {
    readonly iris: string;
    readonly open?: number;
    readonly wide?: number;
    /** How far the outer corners hang (above 0) or rise. */
    readonly droop?: number;
    /** Where they look: to the right of the page above 0. */
    readonly gaze?: number;
    readonly bags?: number;
    /** A drawn line at the lashes. */
    readonly lashes?: number;
  };
  readonly brows: {
    readonly ink: string;
    readonly thick?: number;
    readonly arch?: number;
    /** How far the inner ends lie below the outer ones. */
    readonly frown?: number;
    readonly bush?: number;
  };
  readonly mouth: {
    readonly wide?: number;
    readonly smile?: number;
    readonly full?: number;
  };
  readonly nose?: { readonly wings?: number; readonly tip?: number };
  /** Lines of age, 0 to 1. */
  readonly lines?: number;
  readonly freckles?: number;
}

/** What a feature is drawn on: finds a place of the face on the sheet, and the pixels of a unit. */
export interface Model {
  readonly sheet: Sheet;
  /** A place on the surface of the face, lifted off it by some units. */
  readonly on: (x: number, y: number, lift?: number) => Point;
  readonly seen: (spot: Spot) => Point;
  readonly scale: number;
}

/** Points of a face written in hundredths of a unit, on the sheet; `side` -1 mirrors them. */
export function points(
  model: Model,
  line: string,
  set: { side?: number; lift?: number } = {},
): readonly Point[] {
  return trace(line).map(([x, y]) => model.on((x / 100) * (set.side ?? 1), y / 100, set.lift ?? 0));
}

const SIDES = [-1, 1] as const;
const EYE = 0.365;

/** Both eyes with their lids, lashes and bags. */
export function eyes(model: Model, look: Look): string {
  return SIDES.map((side) => eye(model, look, side)).join('');
}

type Place = (u: number, y: number) => Point;

function eye(model: Model, look: Look, side: -1 | 1): string {
  const { wide = 1, droop = 0, gaze = 0 } = look.eyes;
  const half = 0.17 * wide;
  const at = (u: number, y: number): Point =>
    model.on(side * (EYE + u * half), y + (u * 0.5 + 0.5) * droop * 0.06, 0.01);
  const iris = model.on(side * EYE + gaze * 0.06, -0.012, 0.01);
  return ball(model, look, { at, iris }) + lids(model.scale, look, at);
}

// The edge of the upper lid from the nose outwards, and of the lower one back.
function slit({ eyes: { open = 1 } }: Look, at: Place): { upper: readonly Point[]; lower: readonly Point[] } {
  const [inner, outer] = [at(-1, 0.035), at(1, 0.012)];
  return {
    upper: [inner, at(-0.55, -0.04 * open), at(0, -0.08 * open), at(0.55, -0.055 * open), outer],
    lower: [outer, at(0.5, 0.058 * open), at(-0.15, 0.07 * open), at(-0.65, 0.055 * open), inner],
  };
}

function ball(model: Model, look: Look, { at, iris: [x, y] }: { at: Place; iris: Point }): string {
  const { upper, lower } = slit(look, at);
  const almond = `${curve(upper)}${curve(lower).replace('M', 'L')}Z`;
  const unit = model.scale;
  const parts = [
    fill(almond, '#f3e7d3'),
    `<path d="${curve(upper)}" fill="none" stroke="${look.skin.shade}" stroke-width="${unit * 0.07}" stroke-opacity=".75"/>`,
    `<circle cx="${x}" cy="${y}" r="${unit * 0.079}" fill="${look.eyes.iris}"/>`,
    `<circle cx="${x}" cy="${y}" r="${unit * 0.079}" fill="none" stroke="${INK.black}" stroke-width="${unit * 0.016}"/>`,
    `<circle cx="${x}" cy="${y}" r="${unit * 0.038}" fill="${INK.black}"/>`,
    `<circle cx="${x - unit * 0.03}" cy="${y - unit * 0.03}" r="${unit * 0.019}" fill="#fffaf0"/>`,
  ];
  return within(model.sheet, almond, parts.join(''));
}

function lids(unit: number, look: Look, at: Place): string {
  const { open = 1, bags = 0, lashes = 0 } = look.eyes;
  const { upper, lower } = slit(look, at);
  const lid = ribbon(upper, (share) => unit * (0.016 + 0.022 * share + 0.012 * lashes));
  const crease = [
    at(-0.85, -0.04 - 0.01 * open),
    at(-0.3, -0.125 * open - 0.01),
    at(0.4, -0.12 * open - 0.01),
    at(1.12, -0.03),
  ];
  const under = [at(-0.75, 0.125), at(-0.1, 0.165), at(0.7, 0.11)];
  return [
    stroke(curve(lower), look.skin.deep, unit * 0.011),
    fill(lid, INK.black),
    lashes > 0 ? stroke(curve([at(0.9, 0), at(1.22, -0.045)]), INK.black, unit * 0.018) : '',
    stroke(curve(crease), look.skin.deep, unit * 0.016),
    bags > 0 ? stroke(curve(under), look.skin.deep, unit * 0.018 * bags) : '',
  ].join('');
}

/** Both brows. */
export function brows(model: Model, look: Look): string {
  const { ink, thick = 1, arch = 1, frown = 0, bush = 0 } = look.brows;
  const { cast } = model.sheet;
  return SIDES.map((side) => {
    const at = (x: number, y: number): Point => model.on(side * x, y, 0.02);
    const spine = [
      at(0.15, -0.17 + frown * 0.06),
      at(0.28, -0.215 - arch * 0.015 + frown * 0.02),
      at(0.42, -0.22 - arch * 0.035),
      at(0.53, -0.19 - arch * 0.025 - frown * 0.02),
      at(0.62, -0.13 - frown * 0.03),
    ];
    const unit = model.scale;
    const body = ribbon(
      spine,
      (share) => unit * 0.082 * thick * (share < 0.2 ? 0.45 + share * 2.5 : 1.1 - share * 0.95),
    );
    const hairs = Array.from({ length: Math.round(26 * bush) }, () => {
      const share = cast.unit();
      const [x, y] = [0.14 + share * 0.42, -0.19 - arch * 0.03 * Math.sin(share * 3) + cast.near(0, 0.025)];
      const long = cast.between(0.06, 0.1);
      const hair = [
        at(x, y),
        at(x + long * 0.5, y - long * 0.5),
        at(x + long, y - long * (0.55 - share * 0.4)),
      ];
      return fill(
        ribbon(hair, (way) => unit * 0.024 * (1 - way * 0.9)),
        ink,
      );
    });
    return fill(body, ink) + hairs.join('');
  }).join('');
}

/** The lines of a nose: its wings, its nostrils and the edge of its tip. */
export function nostrils(model: Model, look: Look): string {
  const { wings = 1, tip = 0 } = look.nose ?? {};
  const unit = model.scale;
  return SIDES.map((side) => {
    const at = (x: number, y: number): Point => model.on(side * x * wings, y + tip, 0.005);
    const hole = [at(0.035, 0.472), at(0.075, 0.45), at(0.115, 0.462), at(0.1, 0.485), at(0.06, 0.488)];
    const wing = [at(0.17, 0.36), at(0.2, 0.41), at(0.195, 0.455), at(0.155, 0.485), at(0.12, 0.475)];
    return (
      fill(curve(hole, 'closed'), look.skin.line) +
      fill(
        ribbon(wing, (share) => unit * (0.008 + 0.02 * Math.sin(share * Math.PI))),
        look.skin.deep,
      )
    );
  }).join('');
}

/** The mouth, shut. */
export function mouth(model: Model, look: Look): string {
  const { wide = 1, smile = 0, full = 1 } = look.mouth;
  const half = 0.275 * wide;
  const unit = model.scale;
  const at = (u: number, y: number): Point =>
    model.on(u * half, y - smile * 0.075 * Math.abs(u) ** 1.8 + smile * 0.012, 0.01);
  const { part, top, bottom } = lips(full, at);
  const between = (edge: readonly Point[]): string => `${curve(part)}${curve(edge).replace('M', 'L')}Z`;
  const under = 0.095 * full;
  const { skin } = look;
  return [
    fill(between(bottom), skin.lower),
    fill(between(top), skin.lip),
    fill(
      ribbon(part, (share) => unit * (0.012 + 0.018 * Math.sin(share * Math.PI))),
      skin.line,
    ),
    ...SIDES.map((side) =>
      stroke(curve([at(side, 0.735), at(side * 1.07, 0.742 + smile * 0.01)]), skin.line, unit * 0.018),
    ),
    stroke(
      curve([at(-0.45, 0.79 + under), at(0, 0.815 + under), at(0.4, 0.79 + under)]),
      skin.deep,
      unit * 0.016,
    ),
  ].join('');
}

// The line where the lips meet, from the left, and their outer edges back from the right.
function lips(full: number, at: Place): Readonly<Record<'part' | 'top' | 'bottom', readonly Point[]>> {
  const [left, right] = [at(-1, 0.738), at(1, 0.738)];
  const [bow, low] = [0.056 * full, 0.095 * full];
  const cheek = (u: number): Point => at(u, 0.725 - bow * 0.6);
  const peak = (u: number): Point => at(u, 0.728 - bow);
  return {
    part: [left, at(-0.6, 0.737), at(-0.22, 0.728), at(0, 0.74), at(0.22, 0.728), at(0.6, 0.737), right],
    top: [right, cheek(0.55), peak(0.2), at(0, 0.734 - bow * 0.75), peak(-0.2), cheek(-0.55), left],
    bottom: [
      right,
      at(0.6, 0.742 + low * 0.62),
      at(0.22, 0.745 + low),
      at(-0.22, 0.745 + low),
      at(-0.6, 0.742 + low * 0.62),
      left,
    ],
  };
}

/** The ear of one side, to be laid under the face. */
export function ear(model: Model, look: Look, side: -1 | 1): string {
  const at = (line: string): readonly Point[] =>
    trace(line).map(([x, y]) => model.seen([(x / 100) * side, y / 100, -0.12]));
  const { skin } = look;
  const unit = model.scale;
  return [
    fill(
      curve(at('72,-6 79,-13 87,-14 93,-5 92,12 88,25 84,39 78,44 72,38'), 'closed'),
      side < 0 ? skin.base : skin.shade,
    ),
    stroke(curve(at('79,-6 86,-6 88,4 86,15 82,23')), skin.deep, unit * 0.03),
    stroke(curve(at('79,8 84,8 83,16 79,22')), skin.deep, unit * 0.024),
  ].join('');
}

/** Lines of age: on the brow, at the corners of the eyes, beside the mouth. */
export function wrinkles(model: Model, look: Look): string {
  const age = look.lines ?? 0;
  if (age === 0) return '';
  const unit = model.scale;
  const draw = (line: string, width: number, side = 1): string => {
    const spine = points(model, line, { side, lift: 0.008 });
    return fill(
      ribbon(spine, (share) => unit * width * age * (0.15 + Math.sin(share * Math.PI))),
      look.skin.deep,
    );
  };
  const sides = SIDES.flatMap((side) => [
    draw('20,46 27,54 33,64 36,76', 0.03, side),
    draw('57,-2 64,-6 71,-12', 0.018, side),
    draw('58,3 66,4 72,6', 0.018, side),
    age > 0.5 ? draw('57,8 63,13 68,19', 0.018, side) : '',
    age > 0.6 ? draw('36,80 40,90 41,98', 0.026, side) : '',
    age > 0.4 ? draw('5,-20 7,-14 5,-8', 0.02, side) : '',
  ]);
  const forehead = ['-42,-42 -18,-46 0,-44 20,-47 44,-42', '-34,-56 -10,-59 12,-57 36,-58'].map((line) =>
    age > 0.3 ? draw(line, 0.018) : '',
  );
  return [...sides, ...forehead].join('');
}

/** Freckles over the nose and the cheeks. */
export function freckles(model: Model, look: Look): string {
  const { cast } = model.sheet;
  return Array.from({ length: look.freckles ?? 0 }, () => {
    const x = cast.near(0, 0.62);
    const [cx, cy] = model.on(x, 0.22 + cast.near(0, 0.2) + Math.abs(x) * 0.05, 0.01);
    return `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${cast.between(2, 4.2).toFixed(1)}" fill="${look.skin.shade}"/>`;
  }).join('');
}
