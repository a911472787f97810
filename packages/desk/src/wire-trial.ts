import type { Id, Instant } from '@courant/base';
import type { Desk } from './ports.ts';
import type { Looked } from './wire-fields.data.ts';
import type { WireTodo } from './wire-judge.ts';
import { judge } from './wire-judge.ts';
import type { ListedVersion } from './wire-order-ports.ts';
import type { Route, TrailEntry } from './wire-ports.ts';
import type { WireRule } from './wire-rule.ts';

/** What rules would have done with one item. */
export interface TriedItem {
  readonly chain: Id;
  readonly supplier: string;
  readonly received: Instant;
  readonly headline?: string;
  readonly routes: readonly Route[];
  readonly trail: readonly TrailEntry[];
}

/** What rules would have done in a span of time. */
export interface Trial {
  /** Items looked at. */
  readonly items: number;
  /** By name, in their order: how many items each would have done something with. */
  readonly rules: readonly { readonly rule: string; readonly items: number }[];
  /** The newest with which something would have been done. */
  readonly examples: readonly TriedItem[];
}

const STEP = 1_000;
const MOST_EXAMPLES = 50;

/** Tries rules on what came since a moment, as it stands on file; nothing is changed. */
export async function tryRules(
  desk: Desk,
  { rules, since }: { readonly rules: readonly WireRule[]; readonly since: Instant },
): Promise<Trial> {
  const orders = { rules: rules.map((rule) => ({ ...rule, isOn: true })), presets: [] };
  const tally = new Map(rules.map(({ name }) => [name, 0]));
  const examples: TriedItem[] = [];
  let items = 0;
  for await (const one of listedSince(desk, since)) {
    items++;
    const tried = triedItem(one, judge(orders, lookedAt(one), one.filed.received));
    const names = new Set(tried.trail.map(({ rule }) => rule));
    for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
    if (names.size > 0 && examples.length < MOST_EXAMPLES) examples.push(tried);
  }
  return { items, rules: [...tally].map(([rule, count]) => ({ rule, items: count })), examples };
}

async function* listedSince(desk: Desk, since: Instant): AsyncGenerator<ListedVersion> {
  let after: Pick<ListedVersion, 'newest' | 'chain'> | undefined;
  for (;;) {
    const from = after ? { after } : {};
    const part = await desk.archive.within(({ orders }) => orders.listed({ ...from, most: STEP }));
    for (const one of part) {
      if (one.newest < since) return;
      yield one;
    }
    const last = part.at(-1);
    if (!last || part.length < STEP) return;
    after = { newest: last.newest, chain: last.chain };
  }
}

/** An item of the list as rules and presets look at it. */
export function lookedAt({ filed, channel, near }: ListedVersion): Looked {
  const { item, supplier } = filed;
  return { item, supplier, ...(channel === undefined ? {} : { channel }), ...(near ? { near } : {}) };
}

function triedItem({ chain, filed }: ListedVersion, judged: ReturnType<typeof judge>): TriedItem {
  const { supplier, received, item } = filed;
  const would = Object.entries((judged.todo ?? {}) as WireTodo).map(([what, { rule }]) => ({
    rule,
    did: WOULD[what] ?? what,
  }));
  return {
    ...{ chain, supplier, received, routes: judged.routes, trail: [...judged.trail, ...would] },
    ...(item.headline === undefined ? {} : { headline: item.headline }),
  };
}

const WOULD: Readonly<Record<string, string>> = {
  make: 'would make a story',
  publish: 'would publish a story',
  kill: 'would withdraw what was made of it',
};
