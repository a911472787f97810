import { graphic, heading, PLAIN, strokes } from '../graphic.ts';
import { line } from '../lettering.ts';

/** For each lane: metres behind the leader as the leader passed 25, 50, 75 and 100 metres, and the place. */
const LANES: readonly { readonly behind: readonly number[]; readonly place: number }[] = [
  { behind: [0.7, 1.2, 2.1, 3.0], place: 8 },
  { behind: [0.2, 0.5, 1.1, 1.7], place: 5 },
  { behind: [0.0, 0.0, 0.2, 0.5], place: 2 },
  { behind: [0.4, 0.8, 1.2, 1.4], place: 4 },
  { behind: [1.1, 0.9, 0.0, 0.0], place: 1 },
  { behind: [0.1, 0.4, 0.6, 0.9], place: 3 },
  { behind: [0.6, 1.3, 1.9, 2.4], place: 7 },
  { behind: [0.9, 1.1, 1.6, 2.0], place: 6 },
];
const MARKS = [25, 50, 75, 100] as const;
const WINNER = 4;
const HIGH = 80;
const TOP = 248;
const across = (metres: number): number => 130 + metres * 11.9;

/** A sprint in eight lanes: where each runner was when the leader passed every 25 metres. */
export function sprintLanes(): string {
  return graphic([
    heading('Last at 25 metres, first at 100', 'Where each lane was when the leader passed the mark'),
    track(),
    ...MARKS.map(mark),
    trail(),
    ...LANES.map((_, lane) => runners(lane)),
  ]);
}

function track(): string {
  const lanes = LANES.map(
    (_, lane) =>
      `<rect x="130" y="${TOP + lane * HIGH}" width="1194" height="${HIGH}" fill="${lane % 2 ? '#f3ece0' : '#ece3d3'}"/>`,
  );
  const numbers = LANES.map(({ place }, lane) =>
    [
      line(String(lane + 1), {
        at: [86, TOP + lane * HIGH + 53],
        size: 38,
        weight: lane === WINNER ? 750 : 500,
        ink: lane === WINNER ? PLAIN.accent : PLAIN.second,
        side: 'middle',
      }),
      line(`${place}`, {
        at: [1408, TOP + lane * HIGH + 54],
        size: place < 4 ? 46 : 38,
        weight: place < 4 ? 750 : 450,
        ink: lane === WINNER ? PLAIN.accent : place < 4 ? PLAIN.ink : PLAIN.second,
        side: 'middle',
      }),
    ].join(''),
  );
  return [
    ...lanes,
    ...numbers,
    line('Lane', { at: [86, TOP - 24], size: 32, ink: PLAIN.second, side: 'middle' }),
    line('Place', { at: [1408, TOP - 24], size: 32, ink: PLAIN.second, side: 'middle' }),
  ].join('');
}

function mark(metres: number): string {
  const x = across(metres);
  const floor = TOP + LANES.length * HIGH;
  return [
    strokes(
      [
        [x, TOP - 10],
        [x, floor + 12],
      ],
      { ink: metres === 100 ? PLAIN.ink : '#a89c88', width: metres === 100 ? 6 : 3 },
    ),
    line(`${metres} m`, {
      at: [x, floor + 56],
      size: 38,
      weight: 600,
      side: 'middle',
    }),
  ].join('');
}

function trail(): string {
  const y = TOP + WINNER * HIGH + HIGH / 2;
  return strokes(
    [
      [across(0), y],
      [across(100), y],
    ],
    { ink: PLAIN.accent, width: 4, dash: '2 14' },
  );
}

function runners(lane: number): string {
  const y = TOP + lane * HIGH + HIGH / 2;
  const { behind } = LANES[lane] ?? { behind: [] };
  return MARKS.map((metres, index) => {
    const x = across(metres - (behind[index] ?? 0) * 1) - 17;
    const ink = lane === WINNER ? PLAIN.accent : '#38424a';
    // Head, shoulders and the lean of a sprinter, from above.
    return `<ellipse cx="${x - 3}" cy="${y}" rx="13" ry="23" fill="${ink}"/><circle cx="${x + 5}" cy="${y}" r="11" fill="${lane === WINNER ? '#7a1020' : '#12181d'}"/>`;
  }).join('');
}
