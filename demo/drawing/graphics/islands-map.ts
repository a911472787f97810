import { dot, graphic, PLAIN, strokes } from '../graphic.ts';
import { line } from '../lettering.ts';
import { curve, type Point, trace } from '../outline.ts';

const ISLANDS: readonly (readonly Point[])[] = [
  // Grand Aubin
  trace(
    '520,420 590,356 676,372 742,330 832,340 884,398 960,420 968,490 906,540 850,528 806,590 716,600 650,560 600,580 540,540 556,480',
  ),
  // Petite Soufrière
  trace('1156,560 1210,526 1266,550 1278,608 1230,650 1170,632 1140,600'),
  trace('300,560 350,540 392,566 380,606 330,616 294,594'),
  trace('384,668 420,656 440,680 414,700 386,694'),
  trace('454,716 486,708 500,730 476,746 452,738'),
  trace('860,742 912,728 940,758 916,790 868,782'),
];
const FIRST = trace('716,606 700,690 620,800 470,860 280,890 120,950 -20,976');
const SECOND = trace('826,336 880,250 1010,190 1180,150 1340,90 1520,40');

/** Saint Aubin: the cable that it has and the one that it wants. */
export function islandsMap(): string {
  return graphic([
    `<rect width="1500" height="1000" fill="${PLAIN.water}"/>`,
    shoals(),
    `<path d="${curve(FIRST)}" fill="none" stroke="${PLAIN.ink}" stroke-width="6"/>`,
    `<path d="${curve(SECOND)}" fill="none" stroke="${PLAIN.accent}" stroke-width="7" stroke-dasharray="2 19" stroke-linecap="round"/>`,
    ...ISLANDS.map(
      (shore) =>
        `<path d="${curve(shore, 'closed')}" fill="${PLAIN.paper}" stroke="${PLAIN.shore}" stroke-width="3.500"/>`,
    ),
    peak([742, 452]) + peak([840, 452]) + peak([1212, 580]),
    broken(),
    names(),
    strokes(trace('1220,940 1220,954 1440,954 1440,940'), { ink: PLAIN.ink, width: 3 }),
    line('20 km', { at: [1330, 934], size: 30, side: 'middle' }),
  ]);
}

// Lines of water about every shore, fainter outwards, as engraved charts have them.
function shoals(): string {
  return [72, 46, 22]
    .map((wide, index) =>
      ISLANDS.map((shore) => {
        const path = curve(shore, 'closed');
        const ink = ['#cfdede', '#c3d6d7', '#b6cdd0'][index];
        return `<path d="${path}" fill="${ink}" stroke="${ink}" stroke-width="${wide}" stroke-linejoin="round"/>`;
      }).join(''),
    )
    .join('');
}

function peak([x, y]: Point): string {
  return `<path d="M${x - 30} ${y}l30 -40l30 40" fill="none" stroke="${PLAIN.second}" stroke-width="3.500"/><path d="M${x} ${y - 40}l9 22l-7 18" fill="none" stroke="${PLAIN.second}" stroke-width="3"/>`;
}

function broken(): string {
  const [x, y] = [372, 878];
  return [
    `<circle cx="${x}" cy="${y}" r="30" fill="${PLAIN.water}"/>`,
    `<path d="M${x - 18} ${y - 18}l36 36M${x + 18} ${y - 18}l-36 36" stroke="${PLAIN.accent}" stroke-width="9" stroke-linecap="round"/>`,
    line('Cut by an anchor, two winters ago:', { at: [420, 922], size: 34, weight: 450, ink: PLAIN.ink }),
    line('19 days of silence', { at: [420, 966], size: 38, weight: 700, ink: PLAIN.accent }),
  ].join('');
}

function names(): string {
  const island = (at: Point, name: string): string =>
    line(name, { at, size: 36, weight: 500, slant: 'italic' });
  return [
    dot([716, 596], 14, PLAIN.ink),
    line('Port Laurent', { at: [744, 660], size: 46, weight: 700, halo: '#c3d6d7' }),
    line('Grand Aubin', { at: [716, 520], size: 44, weight: 600, side: 'middle' }),
    island([1100, 720], 'Petite Soufrière'),
    island([196, 522], 'Île aux Vents'),
    island([222, 794], 'Deux Frères'),
    island([890, 836], 'Roche Noire'),
    line('The only cable', { at: [40, 866], size: 38, weight: 650 }),
    line('A second cable, proposed:', { at: [930, 316], size: 38, weight: 650, ink: PLAIN.accent }),
    line('640 km, to the African shelf', { at: [930, 364], size: 38, weight: 450, ink: PLAIN.accent }),
    line('Saint Aubin', { at: [60, 110], size: 64, weight: 700 }),
    line('six islands, one line', { at: [60, 164], size: 38, weight: 450, ink: PLAIN.second }),
  ].join('');
}
