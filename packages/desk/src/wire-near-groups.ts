import type { Id } from '@courant/base';
import { isNear } from './wire-near-pair.ts';
import type { GroupMember, GroupPlace } from './wire-near-ports.ts';

/** What groups are settled by. */
export interface GroupBasis {
  /** Everybody in the groups that are touched, as they were. */
  readonly before: readonly GroupMember[];
  /** Items whose text is another, or that are new: as they are now, their old place of no account. */
  readonly changed: readonly GroupMember[];
  /** Chains that are another's now. */
  readonly gone: readonly Id[];
  /** Changed items and those that they tell the same as. */
  readonly pairs: readonly (readonly [Id, Id])[];
}

/** A group larger than this is a flood of one text; what comes to it stays alone. */
const MOST_MEMBERS = 100;

/**
 * The places of all that are touched. Items that tell the same are joined, and what is joined with the same is: whatever
 * came first, the groups are the same. A group that somebody left is settled by the texts of those who stay; where some
 * of those were forgotten, they stay together.
 */
export function settleGroups(basis: GroupBasis): ReadonlyMap<Id, GroupPlace> {
  const changed = new Map(basis.changed.map((member) => [member.chain, member]));
  const gone = new Set(basis.gone);
  const left = basis.before.filter(({ chain }) => !gone.has(chain) && !changed.has(chain));
  const all = new Map([...left, ...basis.changed].map((member) => [member.chain, member]));
  const union = new Union();
  const lost = new Set(
    basis.before.filter(({ chain }) => gone.has(chain) || changed.has(chain)).map(({ grouped }) => grouped),
  );
  for (const [group, members] of Map.groupBy(left, ({ grouped }) => grouped)) {
    for (const [one, other] of lost.has(group) ? pairsAmong(members) : chained(members))
      union.join(one, other);
  }
  for (const [one, other] of basis.pairs) if (all.has(one) && all.has(other)) union.join(one, other);
  const places = new Map<Id, GroupPlace>();
  for (const members of Map.groupBy(all.values(), ({ chain }) => union.of(chain)).values()) {
    const leader = members.reduce((a, b) => (comesAfter(b, a) ? b : a));
    const grouped = members.reduce((a, { chain }) => (chain < a ? chain : a), leader.chain);
    for (const { chain } of members) places.set(chain, { grouped, leads: chain === leader.chain });
  }
  return places;
}

/** Whether a row stands above another in the list. */
function comesAfter(one: GroupMember, other: GroupMember): boolean {
  return one.newest === other.newest ? one.chain > other.chain : one.newest > other.newest;
}

type Pair = readonly [Id, Id];

function chained(members: readonly GroupMember[]): readonly Pair[] {
  const [first] = members;
  return members.flatMap(({ chain }): readonly Pair[] => (first ? [[first.chain, chain]] : []));
}

function pairsAmong(members: readonly GroupMember[]): readonly Pair[] {
  if (members.some(({ filed }) => filed === undefined)) return chained(members);
  return members.flatMap((one, at) =>
    members.slice(at + 1).flatMap((other): readonly Pair[] => {
      const isPair = one.filed && other.filed && isNear(one.filed, other.filed);
      return isPair ? [[one.chain, other.chain]] : [];
    }),
  );
}

/** Sets that are joined, none larger than a group may be. */
class Union {
  readonly #above = new Map<Id, Id>();
  readonly #size = new Map<Id, number>();

  of(chain: Id): Id {
    let top = chain;
    for (let above = this.#above.get(top); above !== undefined; above = this.#above.get(top)) top = above;
    return top;
  }

  join(one: Id, other: Id): void {
    const [a, b] = [this.of(one), this.of(other)];
    const size = (this.#size.get(a) ?? 1) + (this.#size.get(b) ?? 1);
    if (a === b || size > MOST_MEMBERS) return;
    this.#above.set(b, a);
    this.#size.set(a, size);
  }
}
