import type { Instant } from '@courant/base';
import { instant, later, millis, parseInstant } from '@courant/base';
import type { QuietHours, SilenceRule } from './channel.ts';
import type { ChannelSeen } from './channel-health.ts';
import { inZone } from './moment.ts';

const DAY_MS = 86_400_000;
/** Days looked back at first; most alarms are decided in them. */
const FIRST_LOOK = 8;
/** Days looked back at the most: a rule expects something within 90, and of a week a day may count. */
const LAST_LOOK = 1000;

type Stretch = readonly [from: number, until: number];

/**
 * Whether nothing came for longer than the rule allows. Quiet hours do not count, and no alarm is raised in them.
 * A channel that never brought anything is measured from when it was made.
 */
export function isSilent(
  seen: Pick<ChannelSeen, 'since' | 'lastItem'>,
  rule: SilenceRule,
  now: Instant,
): boolean {
  const from = millis(seen.lastItem ?? seen.since);
  const until = millis(now);
  const within = rule.within * 1000;
  if (until - from <= within) return false;
  if (rule.quiet === undefined) return true;
  for (let days = FIRST_LOOK; days <= LAST_LOOK; days *= 4) {
    const span: Stretch = [Math.max(from, until - days * DAY_MS), until];
    const quiet = quietStretches(span, rule.quiet);
    if (quiet.some(([begins, ends]) => begins <= until && until < ends)) return false;
    const isOver = until - span[0] - covered(quiet, span) > within;
    if (isOver || span[0] === from) return isOver;
  }
  return false;
}

/** The quiet stretches that touch a span, sorted; they may overlap. */
function quietStretches([from, until]: Stretch, quiet: QuietHours): readonly Stretch[] {
  const stretches: Stretch[] = [];
  // A zone is up to 14 hours ahead and 12 behind, and a night may begin the day before.
  const first = dayOf(instant(from - 2 * DAY_MS));
  for (let day = first; millis(day) <= until + 2 * DAY_MS; day = later(day, DAY_MS)) {
    const next = later(day, DAY_MS);
    if (quiet.days?.includes(new Date(day).getUTCDay())) stretches.push(local(day, next, quiet));
    if (quiet.from === undefined || quiet.until === undefined) continue;
    const isOverMidnight = quiet.until <= quiet.from;
    stretches.push(local(at(day, quiet.from), at(isOverMidnight ? next : day, quiet.until), quiet));
  }
  return stretches.toSorted(([a], [b]) => a - b);
}

/** Midnight of the day of a moment, as UTC has it. */
function dayOf(moment: Instant): Instant {
  return instant(Math.floor(millis(moment) / DAY_MS) * DAY_MS);
}

/** The hour of a day, as if both were UTC. */
function at(day: Instant, hour: string): Instant {
  return parseInstant(`${day.slice(0, 10)}T${hour}Z`) ?? day;
}

/** From what clocks of the zone show to what they really mean. */
function local(from: Instant, until: Instant, { zone }: QuietHours): Stretch {
  return [millis(inZone(from, zone)), millis(inZone(until, zone))];
}

/** Milliseconds of a span that stretches cover, each counted once. */
function covered(sorted: readonly Stretch[], [from, until]: Stretch): number {
  let sum = 0;
  let reached = from;
  for (const [begins, ends] of sorted) {
    const start = Math.max(begins, reached);
    const end = Math.min(ends, until);
    if (end <= start) continue;
    sum += end - start;
    reached = end;
  }
  return sum;
}
