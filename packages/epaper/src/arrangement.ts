import type { Role } from './design.ts';
import type { Placed } from './page-solver.ts';
import type { Shape } from './shape.ts';

/** What an arrangement is judged by, beside the shapes on the page. */
export interface Judged {
  readonly role: Role;
  readonly priority: number;
}

/** A page's layout with everything settled: which stories have their picture above their headline. */
export interface Arrangement {
  /** By the order of `placed`: whether the picture stands above the headline. */
  readonly pictureFirst: readonly boolean[];
  /** Points for what looks wrong. */
  readonly cost: number;
  /** Pairs of headlines side by side at one height that could be read as one. */
  readonly tombstones: number;
  /** Pairs of stories of which the less important has the larger headline. */
  readonly misordered: number;
  readonly pairs: number;
}

/** Points of what a picture editor would strike out. */
const TOMBSTONE = 9;
const NEARLY_TOMBSTONE = 1;
const PICTURES_SIDE_BY_SIDE = 1.5;
const PICTURE_FIRST = 0.6;
const NO_DOMINANT = 4;
const NO_PICTURE = 5;
const LEAD_BELOW = 8;
const LARGER_BELOW = 0.8;
const MISORDERED = 4;
/** Headlines of which one is so many points larger are not read as one. */
const APART = 9;
const NEARLY_APART = 16;
/** The largest picture is so many times the next. */
const DOMINANT = 1.6;
/** Stories whose picture may be tried above and below; more are left as they are. */
const MOST_TRIED = 6;

interface Story {
  readonly placed: Placed;
  readonly shape: Shape;
  readonly judged: Judged;
}

/** Settles a layout so that it looks best, and says what still looks wrong. */
export function arrange(placed: readonly Placed[], judged: readonly (Judged | undefined)[]): Arrangement {
  const stories = placed.flatMap((one): Story[] => {
    const own = judged[one.item];
    return one.shape && own ? [{ placed: one, shape: one.shape, judged: own }] : [];
  });
  const flexible = stories.filter(({ shape }) => shape.picture?.place === 'across').slice(0, MOST_TRIED);
  let best: { first: ReadonlySet<Story>; cost: number; tombstones: number } | undefined;
  for (let mask = 0; mask < 1 << flexible.length; mask++) {
    const first = new Set(flexible.filter((_, i) => (mask >> i) & 1));
    const found = sideBySide(stories, first);
    const cost = found.cost + first.size * PICTURE_FIRST;
    if (!best || cost < best.cost) best = { first, cost, tombstones: found.tombstones };
  }
  const { first, cost, tombstones } = best ?? { first: new Set<Story>(), cost: 0, tombstones: 0 };
  const order = prominence(stories);
  const whole = cost + pictureCost(stories) + heightCost(stories) + order.misordered * MISORDERED;
  const onTop = new Set([...first].map((story) => story.placed));
  return { pictureFirst: placed.map((one) => onTop.has(one)), cost: whole, tombstones, ...order };
}

/** Rows from the page's beginning in which a story's kicker and headline stand. */
function headBand(
  { placed, shape }: Story,
  first: ReadonlySet<Story>,
  self: Story,
): readonly [number, number] {
  const { picture, head } = shape;
  const above = picture && first.has(self) ? picture.rows + picture.captionRows : 0;
  const top = placed.y + above;
  return [top, top + head.kickerRows + head.headlineRows];
}

function pictureTop({ placed, shape }: Story, isFirst: boolean): number | undefined {
  if (!shape.picture) return undefined;
  const { kickerRows, headlineRows, standfirstRows } = shape.head;
  return placed.y + (isFirst ? 0 : kickerRows + headlineRows + standfirstRows);
}

function sideBySide(
  stories: readonly Story[],
  first: ReadonlySet<Story>,
): { cost: number; tombstones: number } {
  let [cost, tombstones] = [0, 0];
  for (const left of stories) {
    for (const right of stories) {
      if (left.placed.x + left.placed.columns !== right.placed.x) continue;
      const [from, to] = headBand(left, first, left);
      const [start, end] = headBand(right, first, right);
      const apart = Math.abs(left.shape.head.size - right.shape.head.size);
      if (from < end && start < to && apart < APART) {
        tombstones++;
        cost += TOMBSTONE;
      } else if (from < end && start < to && apart < NEARLY_APART) {
        cost += NEARLY_TOMBSTONE;
      }
      const [one, other] = [pictureTop(left, first.has(left)), pictureTop(right, first.has(right))];
      if (one !== undefined && other !== undefined && Math.abs(one - other) < 3)
        cost += PICTURES_SIDE_BY_SIDE;
    }
  }
  return { cost, tombstones };
}

/** One picture leads the page. */
function pictureCost(stories: readonly Story[]): number {
  const areas = stories
    .map(({ shape: { picture } }) => (picture ? picture.rows * picture.columns : 0))
    .toSorted((a, b) => b - a);
  const [largest = 0, next = 0] = areas;
  if (largest === 0) return NO_PICTURE;
  return next > 0 && largest / next < DOMINANT ? NO_DOMINANT : 0;
}

/** The lead stands at the top, and headlines shrink down the page. */
function heightCost(stories: readonly Story[]): number {
  let cost = 0;
  for (const one of stories) {
    for (const other of stories) {
      const isLead = one.judged.role === 'lead' && one.judged.priority > other.judged.priority;
      if (isLead && one.placed.y > other.placed.y + 30) cost += LEAD_BELOW;
      const isLarger = one.shape.head.size > other.shape.head.size + 1 && other.judged.role !== 'briefs';
      if (one.placed.y > other.placed.y && isLarger) cost += LARGER_BELOW;
    }
  }
  return cost;
}

/** How prominent a story's headline is: its size, and how far across the page it runs. */
function prominence(stories: readonly Story[]): { misordered: number; pairs: number } {
  const news = stories.filter(({ judged }) => judged.role !== 'briefs');
  const weight = ({ shape }: Story) => shape.head.size * Math.sqrt(shape.columns);
  let [misordered, pairs] = [0, 0];
  for (const one of news) {
    for (const other of news) {
      if (one.judged.priority <= other.judged.priority) continue;
      pairs++;
      if (weight(one) < weight(other) * 0.98) misordered++;
    }
  }
  return { misordered, pairs };
}
