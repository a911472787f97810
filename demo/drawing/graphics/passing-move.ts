import { graphic, heading, PLAIN } from '../graphic.ts';
import { line } from '../lettering.ts';
import type { Point } from '../outline.ts';

/** Where the ball is played from, in order; the last is the goal. */
const MOVE: readonly Point[] = [
  [170, 590],
  [420, 390],
  [620, 720],
  [900, 800],
  [1110, 480],
  [1240, 640],
  [1420, 575],
];
const SHIRTS = [1, 4, 6, 7, 10, 9] as const;
const AGAINST: readonly Point[] = [
  [360, 520],
  [560, 500],
  [700, 610],
  [860, 640],
  [980, 560],
  [1120, 640],
  [1180, 420],
  [1240, 770],
  [1400, 650],
];

/** A goal in five passes, on a plan of the pitch. */
export function passingMove(): string {
  return graphic([
    heading('A goal in five passes', 'From the keeper’s throw to the shot'),
    pitch(),
    `<defs>${head('pass', PLAIN.ink)}${head('shot', PLAIN.accent)}</defs>`,
    run([1020, 400], [1090, 466]),
    run([1010, 760], [1226, 662]),
    run([760, 850], [868, 812]),
    ...AGAINST.map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y}" r="21" fill="${PLAIN.paper}" stroke="${PLAIN.second}" stroke-width="5"/>`,
    ),
    ...MOVE.slice(0, -1).map((from, index) => ball(from, MOVE[index + 1] ?? from, index)),
    ...MOVE.slice(0, -1).map(player),
    key(),
  ]);
}

function pitch(): string {
  const marks = [
    'M60 240H1440V900H60Z',
    'M750 240V900M750 570m-96 0a96 96 0 1 0 192 0a96 96 0 1 0 -192 0',
    'M60 385H248V755H60M60 478H124V662H60',
    'M1440 385H1252V755H1440M1440 478H1376V662H1440',
    'M248 510a92 92 0 0 1 0 120M1252 510a92 92 0 0 0 0 120',
  ].join('');
  const stripes = [0, 2, 4, 6, 8].map(
    (n) => `<rect x="${60 + n * 138}" y="240" width="138" height="660" fill="#d6e2c9"/>`,
  );
  return [
    `<rect x="60" y="240" width="1380" height="660" fill="#e0e9d5"/>${stripes.join('')}`,
    `<path d="${marks}" fill="none" stroke="#ffffff" stroke-width="6"/>`,
    `<rect x="1440" y="528" width="26" height="84" fill="none" stroke="${PLAIN.ink}" stroke-width="6"/>`,
  ].join('');
}

function head(name: string, ink: string): string {
  return `<marker id="${name}" viewBox="0 0 10 10" refX="8.500" refY="5" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0L10 5L0 10Z" fill="${ink}"/></marker>`;
}

function shortened(from: Point, to: Point, ends: readonly [number, number]): readonly [Point, Point] {
  const far = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [x, y] = [(to[0] - from[0]) / far, (to[1] - from[1]) / far];
  return [
    [from[0] + x * ends[0], from[1] + y * ends[0]],
    [to[0] - x * ends[1], to[1] - y * ends[1]],
  ];
}

function run(from: Point, to: Point): string {
  return `<path d="M${from.join(' ')}L${to.join(' ')}" stroke="${PLAIN.accent}" stroke-width="4.500" stroke-dasharray="3 12" stroke-linecap="round"/>`;
}

function ball(from: Point, to: Point, index: number): string {
  const shot = index === MOVE.length - 2;
  const [a, b] = shortened(from, to, [36, shot ? 0 : 42]);
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const ink = shot ? PLAIN.accent : PLAIN.ink;
  const number = shot
    ? ''
    : `<circle cx="${x}" cy="${y}" r="25" fill="${PLAIN.ink}"/>${line(String(index + 1), { at: [x, y + 12], size: 34, weight: 700, ink: PLAIN.paper, side: 'middle' })}`;
  return `<path d="M${a.join(' ')}L${b.join(' ')}" stroke="${ink}" stroke-width="${shot ? 11 : 7}" marker-end="url(#${shot ? 'shot' : 'pass'})"/>${number}`;
}

function player([x, y]: Point, index: number): string {
  return `<circle cx="${x}" cy="${y}" r="33" fill="${PLAIN.accent}" stroke="${PLAIN.paper}" stroke-width="5"/>${line(String(SHIRTS[index] ?? ''), { at: [x, y + 13], size: 36, weight: 700, ink: PLAIN.paper, side: 'middle' })}`;
}

function key(): string {
  return [
    `<path d="M60 950h64" stroke="${PLAIN.ink}" stroke-width="7" marker-end="url(#pass)"/>`,
    line('pass', { at: [146, 961], size: 34 }),
    `<path d="M290 950h64" stroke="${PLAIN.accent}" stroke-width="11" marker-end="url(#shot)"/>`,
    line('shot', { at: [380, 961], size: 34 }),
    `<path d="M520 950h64" stroke="${PLAIN.accent}" stroke-width="4.500" stroke-dasharray="3 12" stroke-linecap="round"/>`,
    line('run without the ball', { at: [606, 961], size: 34 }),
    `<circle cx="1010" cy="950" r="17" fill="${PLAIN.paper}" stroke="${PLAIN.second}" stroke-width="5"/>`,
    line('the other side', { at: [1042, 961], size: 34 }),
  ].join('');
}
