import { along, curve, type Point, ribbon, trace } from './outline.ts';
import { type Look, type Model, points } from './portrait-face.ts';
import { fill, INK, placed as moved, spray, stroke } from './sheet.ts';

/** Something on a head; places are written in hundredths of a unit. */
export type Wear = { readonly layer: 'behind' | 'beard' | 'before' } & (
  | {
      /** A mass of hair or cloth; `depth` is how far before the middle plane it lies, or it lies on the head itself. */
      readonly kind: 'mass';
      readonly edge: string;
      readonly ink: string;
      readonly dark?: string;
      readonly depth?: number;
      readonly mirrored?: boolean;
    }
  | {
      /** Strands, each as wide as told in the middle and thin at the ends. */
      readonly kind: 'strands';
      readonly lines: readonly string[];
      readonly ink: string;
      readonly width: number;
      readonly depth?: number;
      readonly mirrored?: boolean;
    }
  | {
      /** Short curls or stubble: tufts cast over an area. */
      readonly kind: 'curls';
      readonly edge: string;
      readonly inks: readonly string[];
      readonly size: number;
      readonly count: number;
      readonly shape: 'ring' | 'dot' | 'hair';
      readonly depth?: number;
    }
  | {
      readonly kind: 'glasses';
      readonly ink: string;
      readonly shape: 'round' | 'square' | 'cat' | 'half';
      readonly size?: number;
      readonly thick?: number;
    }
  | {
      /** A plait that hangs along a line, as wide as told in pixels. */
      readonly kind: 'plait';
      readonly spine: string;
      readonly ink: string;
      readonly dark: string;
      readonly width: number;
    }
  | { readonly kind: 'rings'; readonly ink: string; readonly at: string; readonly size: number }
);

/** Draws one thing that a head has on. */
export function wear(model: Model, item: Wear, look: Look): string {
  switch (item.kind) {
    case 'mass':
      return sides(item, (side) => mass(model, item, side));
    case 'strands':
      return sides(item, (side) => strands(model, item, side));
    case 'curls':
      return curls(model, item);
    case 'glasses':
      return glasses(model, item, look);
    case 'plait':
      return plait(model, item);
    case 'rings':
      return trace(item.at)
        .map(([x, y]) => model.seen([x / 100, y / 100, 0]))
        .map(
          ([x, y]) =>
            `<circle cx="${x}" cy="${y}" r="${item.size}" fill="none" stroke="${INK.black}" stroke-width="11" stroke-opacity=".25"/><circle cx="${x}" cy="${y}" r="${item.size}" fill="none" stroke="${item.ink}" stroke-width="8"/>`,
        )
        .join('');
    default:
      return item satisfies never;
  }
}

function sides(item: { readonly mirrored?: boolean }, draw: (side: -1 | 1) => string): string {
  return item.mirrored === true ? draw(-1) + draw(1) : draw(1);
}

function placed(
  model: Model,
  line: string,
  set: { depth: number | undefined; side: -1 | 1 },
): readonly Point[] {
  const { depth, side } = set;
  if (depth === undefined) return points(model, line, { side, lift: 0.05 });
  return trace(line).map(([x, y]) => model.seen([(x / 100) * side, y / 100, depth]));
}

function mass(model: Model, item: Extract<Wear, { kind: 'mass' }>, side: -1 | 1): string {
  const path = curve(placed(model, item.edge, { depth: item.depth, side }), 'closed');
  const shade =
    item.dark === undefined
      ? ''
      : spray(model.sheet, path, { ink: item.dark, from: [0.25, 0.15], to: [1, 0.9], most: 0.95 });
  return fill(path, item.ink) + shade;
}

function strands(model: Model, item: Extract<Wear, { kind: 'strands' }>, side: -1 | 1): string {
  return item.lines
    .map((line) => {
      const spine = placed(model, line, { depth: item.depth, side });
      return fill(
        ribbon(spine, (share) => item.width * (0.12 + Math.sin(share * Math.PI))),
        item.ink,
      );
    })
    .join('');
}

function plait(model: Model, item: Extract<Wear, { kind: 'plait' }>): string {
  const spine = along(placed(model, item.spine, { depth: 0.3, side: 1 }), 3);
  const half = item.width / 2;
  const lobe = `M${-half * 1.05} ${-half * 0.9}C${-half * 1.5} ${half * 0.5} ${-half * 0.2} ${half * 1.5} ${half * 0.6} ${half * 1.3}C${half * 0.8} ${half * 0.3} ${-half * 0.1} ${-half * 0.7} ${-half * 1.05} ${-half * 0.9}Z`;
  const line = `M${-half * 0.8} ${-half * 0.4}C${-half * 0.8} ${half * 0.3} ${-half * 0.2} ${half * 0.8} ${half * 0.3} ${half}`;
  const pieces = spine.map((at, index) => {
    const side = index % 2 === 0 ? 1 : -1;
    const rim = `<path d="${lobe}" fill="none" stroke="${item.dark}" stroke-width="5"/>`;
    return moved(rim + fill(lobe, item.ink) + stroke(line, item.dark, 3), { at, scale: [side, 1] });
  });
  return pieces.join('');
}

function curls(model: Model, item: Extract<Wear, { kind: 'curls' }>): string {
  const { cast } = model.sheet;
  const edge = trace(item.edge);
  const xs = edge.map(([x]) => x);
  const ys = edge.map(([, y]) => y);
  const parts: string[] = [];
  while (parts.length < item.count) {
    const spot: Point = [
      cast.between(Math.min(...xs), Math.max(...xs)),
      cast.between(Math.min(...ys), Math.max(...ys)),
    ];
    if (!inside(edge, spot)) continue;
    const [at] = placed(model, spot.join(','), { depth: item.depth, side: 1 });
    if (at !== undefined)
      parts.push(tuft(item, at, { ink: cast.pick(item.inks), turn: cast.between(0, 360) }));
  }
  return parts.join('');
}

function tuft(
  item: Extract<Wear, { kind: 'curls' }>,
  [x, y]: Point,
  set: { readonly ink: string; readonly turn: number },
): string {
  const { size } = item;
  const [cx, cy] = [x.toFixed(1), y.toFixed(1)];
  switch (item.shape) {
    case 'dot':
      return `<circle cx="${cx}" cy="${cy}" r="${size}" fill="${set.ink}"/>`;
    case 'ring':
      return `<path transform="translate(${cx} ${cy}) rotate(${set.turn.toFixed(0)})" d="M${size} 0A${size} ${size} 0 0 1 ${-size} 0" fill="none" stroke="${set.ink}" stroke-width="${size * 0.55}" stroke-linecap="round"/>`;
    case 'hair':
      return `<path d="M${cx} ${cy}q${(set.turn - 180) / 60} ${size * 0.6} ${(set.turn - 180) / 30} ${size}" fill="none" stroke="${set.ink}" stroke-width="${Math.max(2.2, size * 0.16)}" stroke-linecap="round"/>`;
    default:
      return item.shape satisfies never;
  }
}

function inside(edge: readonly Point[], [x, y]: Point): boolean {
  let odd = false;
  edge.forEach(([x1, y1], index) => {
    const [x2, y2] = edge[(index + 1) % edge.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
  });
  return odd;
}

const LENSES = {
  round: '-24,1 -21,-14 -10,-23 3,-24 15,-20 23,-10 25,2 21,15 11,24 -2,26 -14,22 -22,13',
  square: '-25,-17 -14,-19 0,-19 16,-19 27,-17 28,-6 27,7 22,17 8,20 -8,20 -20,17 -24,4',
  cat: '-24,-8 -18,-19 -2,-21 14,-24 32,-28 32,-13 27,6 16,20 0,23 -14,19 -22,8',
  half: '-24,2 -12,1 0,1 14,1 27,2 25,14 15,23 1,25 -12,22 -21,14',
} as const;

function glasses(model: Model, item: Extract<Wear, { kind: 'glasses' }>, look: Look): string {
  const { size = 1, thick = 1 } = item;
  const down = item.shape === 'half' ? 0.1 : 0.02;
  // Spectacles stand in a plane before the eyes, bent back a little to the temples.
  const at = (x: number, y: number): Point => model.seen([x, y, 0.98 - 0.32 * Math.abs(x) ** 2]);
  const lens = (side: -1 | 1): string =>
    curve(
      trace(LENSES[item.shape]).map(([x, y]) =>
        at(side * (0.375 + (x / 100) * size), down + (y / 100) * size),
      ),
      'closed',
    );
  const wide = model.scale * 0.04 * thick;
  const inner = 0.375 - 0.24 * size;
  const hinge = 0.375 + 0.27 * size;
  const bar = [
    at(-inner, down - 0.03),
    at(-0.06, down - 0.085),
    at(0.06, down - 0.085),
    at(inner, down - 0.03),
  ];
  const temple = (side: -1 | 1): string => {
    const [front, end] = [at(side * hinge, down - 0.07), model.seen([side * 0.83, down - 0.04, 0.05])];
    // On the side that is turned away the temple runs behind its lens.
    if ((end[0] - front[0]) * side <= 0) return '';
    return stroke(curve([front, model.seen([side * 0.8, down - 0.06, 0.4]), end]), item.ink, wide * 1.1);
  };
  return [
    ...([-1, 1] as const).map((side) => temple(side)),
    ...([-1, 1] as const).map(
      (side) =>
        fill(lens(side), '#ffffff', 0.1) +
        shadow(lens(side), look, wide) +
        stroke(lens(side), item.ink, wide),
    ),
    stroke(curve(bar), item.ink, wide),
  ].join('');
}

// The rims cast a line on the cheek.
function shadow(path: string, look: Look, wide: number): string {
  return `<path d="${path}" transform="translate(${(wide * 0.5).toFixed(1)} ${(wide * 0.9).toFixed(1)})" fill="none" stroke="${look.skin.deep}" stroke-width="${(wide * 0.6).toFixed(1)}" stroke-opacity=".6"/>`;
}
