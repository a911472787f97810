import type { Id, Instant } from '@courant/base';
import { plainText } from '@courant/story';
import type { WireItem } from '@courant/wire';
import { isKill } from '@courant/wire';
import type { Place } from './ports.ts';
import type { Judgement } from './wire-arrival.ts';
import type { Looked } from './wire-fields.data.ts';
import type { Means } from './wire-filter.ts';
import { isWithin } from './wire-hours.ts';
import type { NearSeen } from './wire-near-ports.ts';
import type { Route, TrailEntry } from './wire-ports.ts';
import type { AutoPublish, WireRule } from './wire-rule.ts';

/** What is to be done with an item once it is filed, and by which rule. */
export interface WireTodo {
  readonly make?: { readonly rule: string };
  readonly publish?: { readonly rule: string; readonly places: readonly Place[] };
  readonly kill?: { readonly rule: string };
}

/** A saved search made ready. */
export interface ReadyPreset {
  readonly id: Id;
  readonly means: Means;
}

/** What a desk has decided beforehand about what arrives. */
export interface StandingOrders {
  readonly rules: readonly WireRule[];
  readonly presets: readonly ReadyPreset[];
}

interface Sum {
  readonly routes: Route[];
  readonly trail: TrailEntry[];
  readonly notify: Set<string>;
  todo: WireTodo;
  isHeld: boolean;
}

/**
 * What standing orders say of an item that arrives at a moment. Rules are asked in their order, each that is on and
 * means the item does what it says, until one stops the rest; the trail tells which did what, and what they would have
 * done and why not.
 */
export function judge({ rules, presets }: StandingOrders, looked: Looked, at: Instant): Judgement {
  const sum: Sum = { routes: [], trail: [], notify: new Set(), todo: {}, isHeld: false };
  for (const rule of rules) {
    if (!rule.isOn || !rule.means(looked)) continue;
    if (rule.hours && !isWithin(rule.hours, at)) {
      sum.trail.push({ rule: rule.name, did: 'nothing', why: 'it is outside its hours' });
      continue;
    }
    if (rule.asksNear && looked.near) sum.trail.push({ rule: rule.name, did: sawNear(looked.near) });
    apply(rule, looked.item, sum);
    if (rule.stop) break;
  }
  const { routes, trail, todo, notify, isHeld } = sum;
  return {
    ...{ routes, trail, presets: presets.flatMap(({ id, means }) => (means(looked) ? [id] : [])) },
    ...(notify.size > 0 ? { notify: [...notify] } : {}),
    ...(isHeld ? { isHeld } : {}),
    ...(Object.keys(todo).length > 0 ? { todo: JSON.parse(JSON.stringify(todo)) } : {}),
  };
}

function apply(rule: WireRule, item: WireItem, sum: Sum): void {
  const { name } = rule;
  const say = (did: string, why?: string) =>
    sum.trail.push({ rule: name, did, ...(why === undefined ? {} : { why }) });
  if (rule.route) {
    sum.routes.push({ ...rule.route, rule: name });
    say(`routed to ${wordsOf(rule.route)}`);
  }
  if (rule.notify.length > 0) {
    for (const desk of rule.notify) sum.notify.add(desk);
    say(`told ${rule.notify.join(', ')}`);
  }
  if (rule.hold) {
    sum.isHeld = true;
    say('held for a person');
  }
  if (rule.kill && isKill(item)) sum.todo = { ...sum.todo, kill: { rule: name } };
  if (rule.make && !isKill(item)) sum.todo = { ...sum.todo, make: { rule: name } };
  if (rule.publish) {
    const lack = lacking(item, rule.publish);
    if (lack === undefined) sum.todo = { ...sum.todo, publish: { rule: name, places: rule.publish.places } };
    else say('did not publish', lack);
  }
  if (rule.stop) say('asked no later rule');
}

function sawNear({ suppliers, stories }: NearSeen): string {
  const made = stories.length > 0 ? `, and a story made of it: ${stories.join(', ')}` : '';
  return `saw the same before from ${suppliers.join(', ')}${made}`;
}

function wordsOf(route: Omit<Route, 'rule'>): string {
  return Object.entries(route)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** Why an item may not be published without a person; undefined where it may. */
export function lacking(item: WireItem, { require }: Pick<AutoPublish, 'require'>): string | undefined {
  if (isKill(item)) return 'its agency has withdrawn it';
  if ((item.headline ?? '').trim() === '') return 'it has no headline';
  if (item.body === undefined || plainText(item.body).trim() === '') return 'it has no text';
  if (item.status === 'withheld') return 'its agency withholds it';
  if (item.signal === 'advisory') return 'it is a note to editors';
  if (item.embargo === 'indefinite') return 'its embargo has no end that could be read';
  if (item.embargo !== undefined) return `it is embargoed until ${item.embargo}`;
  if (item.warnings.some(({ code }) => code === 'restricted')) return 'its use is restricted';
  const missing = require.find((field) => item[field] === undefined);
  return missing === undefined ? undefined : `it has no ${missing}`;
}
