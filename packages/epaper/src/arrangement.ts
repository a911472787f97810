import type { Role } from './design.ts';
import type { Placed } from './page-solver.ts';
import type { PricedShape, Shape } from './shape.ts';

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
const TOMBSTONE = 18;
const NEARLY_TOMBSTONE = 1;
const PICTURES_SIDE_BY_SIDE = 1.5;
const PICTURE_FIRST = 0.6;
const NO_DOMINANT = 4;
const NO_PICTURE = 5;
const LEAD_BELOW = 8;
const LARGER_BELOW = 0.8;
const MISORDERED = 6;
/** Headlines of which one is so many points larger are not read as one. */
const APART = 9;
const NEARLY_APART = 16;
/** The largest picture is so many times the next. */
const DOMINANT = 1.6;
/** Stories whose picture may be tried above and below; more are left as they are. */
const MOST_TRIED = 6;
/** Times every story is asked for a better shape. */
const PASSES = 4;

interface Story {
  readonly placed: Placed;
  readonly shape: Shape;
  readonly judged: Judged;
  readonly isPictureFirst: boolean;
  /** Points by which its shape costs more than the cheapest of its rectangle. */
  readonly dearer: number;
}

/** A layout that was settled: what its shapes and its looks cost together. */
export interface Settled {
  readonly placed: readonly Placed[];
  readonly arrangement: Arrangement;
  /** Points by which its shapes cost more than those it was found with. */
  readonly dearer: number;
}

/** Gives the shapes a placed item can have, cheapest first. */
export type Choices = (placed: Placed) => readonly PricedShape[];

/** Settles a layout so that it looks best, and says what still looks wrong. */
export function arrange(placed: readonly Placed[], judged: readonly (Judged | undefined)[]): Arrangement {
  return arrangementOf(placed, bestOrder(storiesOf(placed, judged)));
}

/**
 * Settles a layout by its looks: every story in turn takes the shape of its rectangle, and the order of picture and
 * headline, with which the page is best, until none would take another (coordinate descent).
 */
export function dress(
  placed: readonly Placed[],
  judged: readonly (Judged | undefined)[],
  choices: Choices,
): Settled {
  let stories = bestOrder(storiesOf(placed, judged));
  for (let pass = 0; pass < PASSES; pass++) {
    const before = stories;
    for (let i = 0; i < stories.length; i++) stories = bettered(stories, i, choices);
    if (stories === before) break;
  }
  const shapes = new Map(stories.map(({ placed: one, shape }) => [one, shape]));
  return {
    placed: placed.map((one) => ({ ...one, shape: shapes.get(one) ?? one.shape })),
    arrangement: arrangementOf(placed, stories),
    dearer: stories.reduce((sum, one) => sum + one.dearer, 0),
  };
}

/** The stories with another shape of one of them, where the page looks better so. */
function bettered(stories: readonly Story[], i: number, choices: Choices): readonly Story[] {
  const story = stories[i];
  if (!story) return stories;
  const priced = choices(story.placed);
  const least = priced[0]?.cost ?? 0;
  const options = priced.flatMap(({ shape, cost }): Story[] => {
    const one = { ...story, shape, isPictureFirst: false, dearer: cost - least };
    return shape.picture?.place === 'across' ? [one, { ...one, isPictureFirst: true }] : [one];
  });
  let best = { stories, cost: looks(stories) };
  for (const option of options) {
    const tried = stories.with(i, option);
    const cost = looks(tried);
    if (cost < best.cost - 1e-9) best = { stories: tried, cost };
  }
  return best.stories;
}

function storiesOf(placed: readonly Placed[], judged: readonly (Judged | undefined)[]): readonly Story[] {
  return placed.flatMap((one): Story[] => {
    const own = judged[one.item];
    return one.shape && own
      ? [{ placed: one, shape: one.shape, judged: own, isPictureFirst: false, dearer: 0 }]
      : [];
  });
}

/** The stories in the order of picture and headline, of all there are, with which the page looks best. */
function bestOrder(stories: readonly Story[]): readonly Story[] {
  const flexible = stories.filter(({ shape }) => shape.picture?.place === 'across').slice(0, MOST_TRIED);
  let best = { stories, cost: Number.POSITIVE_INFINITY };
  for (let mask = 0; mask < 1 << flexible.length; mask++) {
    const first = new Set(flexible.filter((_, i) => (mask >> i) & 1));
    const tried = stories.map((story) => (first.has(story) ? { ...story, isPictureFirst: true } : story));
    const cost = sideBySide(tried).cost + first.size * PICTURE_FIRST;
    if (cost < best.cost) best = { stories: tried, cost };
  }
  return best.stories;
}

/** What the looks of a page cost, and its shapes beyond the cheapest. */
function looks(stories: readonly Story[]): number {
  const turned = stories.filter(({ isPictureFirst }) => isPictureFirst).length * PICTURE_FIRST;
  const dearer = stories.reduce((sum, one) => sum + one.dearer, 0);
  const { misordered } = prominence(stories);
  const beside = sideBySide(stories).cost;
  return beside + turned + dearer + pictureCost(stories) + heightCost(stories) + misordered * MISORDERED;
}

function arrangementOf(placed: readonly Placed[], stories: readonly Story[]): Arrangement {
  const onTop = new Set(stories.flatMap((story) => (story.isPictureFirst ? [story.placed] : [])));
  const dearer = stories.reduce((sum, one) => sum + one.dearer, 0);
  return {
    pictureFirst: placed.map((one) => onTop.has(one)),
    cost: looks(stories) - dearer,
    tombstones: sideBySide(stories).tombstones,
    ...prominence(stories),
  };
}

/** Rows from the page's beginning in which a story's kicker and headline stand. */
function headBand({ placed, shape, isPictureFirst }: Story): readonly [number, number] {
  const { picture, head } = shape;
  const above = picture && isPictureFirst ? picture.rows + picture.captionRows : 0;
  const top = placed.y + above;
  return [top, top + head.kickerRows + head.headlineRows];
}

function pictureTop({ placed, shape, isPictureFirst }: Story): number | undefined {
  if (!shape.picture) return undefined;
  const { kickerRows, headlineRows, standfirstRows } = shape.head;
  return placed.y + (isPictureFirst ? 0 : kickerRows + headlineRows + standfirstRows);
}

function sideBySide(stories: readonly Story[]): { cost: number; tombstones: number } {
  let [cost, tombstones] = [0, 0];
  for (const left of stories) {
    for (const right of stories) {
      if (left.placed.x + left.placed.columns !== right.placed.x) continue;
      const [from, to] = headBand(left);
      const [start, end] = headBand(right);
      const apart = Math.abs(left.shape.head.size - right.shape.head.size);
      if (from < end && start < to && apart < APART) {
        tombstones++;
        cost += TOMBSTONE;
      } else if (from < end && start < to && apart < NEARLY_APART) {
        cost += NEARLY_TOMBSTONE;
      }
      const [one, other] = [pictureTop(left), pictureTop(right)];
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
