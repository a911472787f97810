import { dot, graphic, PLAIN, strokes } from '../graphic.ts';
import { line } from '../lettering.ts';
import { curve, type Point, trace } from '../outline.ts';
import { contour, layer } from '../relief.ts';

const GRID = { width: 1500, height: 1000, square: 10 } as const;
/** The floors of the two valleys: the northern comes down from the pass to the left, the southern to the right. */
const NORTH = trace('-60,150 150,190 330,170 480,250 600,330 690,430 740,470');
const SOUTH = trace('740,470 800,540 850,650 960,730 1110,770 1290,850 1560,900');
const ROAD = trace(
  '-20,160 150,196 330,178 430,228 470,262 452,296 500,300 560,292 560,336 624,330 618,372 676,368 660,410 716,410 704,446 742,470 770,508 742,540 800,536 786,580 842,572 816,622 868,620 850,668 920,690 960,732 1110,772 1290,850 1520,892',
);

const away = (spine: readonly Point[], x: number, y: number): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let index = 0; index + 1 < spine.length; index += 1) {
    const [from, to] = [spine[index] ?? [0, 0], spine[index + 1] ?? [0, 0]];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const share = Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
    best = Math.min(best, Math.hypot(x - from[0] - dx * share, y - from[1] - dy * share));
  }
  return best;
};

// Hundreds of metres, made up: valleys cut into a crest that runs from the bottom left to the top right.
function height(x: number, y: number): number {
  const crest = Math.exp(-(((x - 740) * 0.62 + (y - 470) * 0.78) ** 2) / 90_000);
  const spurs = Math.sin(x / 83 + Math.sin(y / 97) * 1.4) * Math.sin(y / 71 + x / 240) * 2.1;
  const small = Math.sin(x / 37 + y / 51) * Math.sin(y / 33 - x / 61) * 0.7;
  const valley = Math.min(away(NORTH, x, y), away(SOUTH, x, y));
  const floor = 6 + crest * 8;
  return floor + (13 + crest * 9 + spurs + small) * (1 - Math.exp(-((valley / 150) ** 1.7)));
}

/** The Sommen Pass, its two valleys and the barriers. */
export function passMap(): string {
  const tints = ['#f6f1e4', '#efe7d6', '#e6dcc7', '#dccfb6', '#d2c3a6', '#faf6ee'];
  return graphic([
    `<rect width="1500" height="1000" fill="#fbf8ef"/>`,
    ...[11, 15, 19, 22, 25, 28].map(
      (level, index) => `<path d="${layer(height, level, GRID)}" fill="${tints[index]}"/>`,
    ),
    ...[9, 11, 13, 15, 17, 19, 20.5, 22, 23.5, 25, 26.5, 28].map(
      (level, index) =>
        `<path d="${contour(height, level, GRID)}" fill="none" stroke="#b39b74" stroke-width="${index % 4 === 3 ? 2.4 : 1.3}" stroke-linecap="round" opacity=".75"/>`,
    ),
    stream(NORTH) + stream(SOUTH),
    border(),
    `<path d="${curve(ROAD)}" fill="none" stroke="${PLAIN.paper}" stroke-width="15" stroke-linejoin="round"/><path d="${curve(ROAD)}" fill="none" stroke="${PLAIN.accent}" stroke-width="8" stroke-linejoin="round"/>`,
    places(),
  ]);
}

function stream(floor: readonly Point[]): string {
  const moved = floor.map(([x, y]): Point => [x + 6, y + 20]);
  return `<path d="${curve(moved)}" fill="none" stroke="#8fb3bb" stroke-width="4"/>`;
}

function border(): string {
  const crest = trace(
    '-20,830 90,776 200,790 320,720 430,690 560,640 640,540 742,470 850,400 900,300 1040,230 1120,130 1260,70 1330,-20',
  );
  return `<path d="${curve(crest)}" fill="none" stroke="${PLAIN.ink}" stroke-width="5" stroke-dasharray="22 12 4 12"/>`;
}

function places(): string {
  const paper = '#fbf8ef';
  const village = (at: Point, name: string, to: Point): string =>
    dot(at, 14, PLAIN.ink) + line(name, { at: to, size: 44, weight: 650, halo: paper });
  return [
    village([210, 194], 'Untersommen', [180, 140]),
    village([478, 262], 'Obersommen', [516, 236]),
    village([960, 732], 'Valsomma', [992, 700]),
    barrier([300, 180]) + barrier([1090, 768]),
    `<path d="M742 432l44 74h-88z" fill="${PLAIN.accent}" stroke="${paper}" stroke-width="5"/>`,
    line('Sommen Pass', { at: [800, 458], size: 56, weight: 750, halo: paper }),
    line('34 bends', { at: [804, 506], size: 36, weight: 450, ink: PLAIN.second, halo: paper }),
    line('AUSTRIA', { at: [360, 470], size: 40, weight: 600, spread: 12, ink: PLAIN.second, halo: paper }),
    line('ITALY', { at: [560, 820], size: 40, weight: 600, spread: 12, ink: PLAIN.second, halo: paper }),
    barrier([70, 930]) + line('Barrier, shut from 22:00 to 5:00', { at: [106, 942], size: 34, halo: paper }),
    strokes(trace('1260,944 1260,958 1440,958 1440,944'), { ink: PLAIN.ink, width: 3 }),
    line('5 km', { at: [1350, 938], size: 30, side: 'middle', halo: paper }),
  ].join('');
}

function barrier([x, y]: Point): string {
  return `<circle cx="${x}" cy="${y}" r="21" fill="${PLAIN.accent}" stroke="${PLAIN.paper}" stroke-width="5"/><path d="M${x - 12} ${y}h24" stroke="${PLAIN.paper}" stroke-width="7"/>`;
}
