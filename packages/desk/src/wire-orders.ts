import type { Id, Json, Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Actor } from './actor.ts';
import { allowed } from './order.ts';
import type { Desk } from './ports.ts';
import { readFilter } from './wire-filter.ts';
import type { StandingOrders } from './wire-judge.ts';
import type { SavedPreset, SavedRule } from './wire-order-ports.ts';
import { readRule, readRules } from './wire-rule.ts';

/** Replaces the desk's rules by others, in their order; what arrives from now on is judged by them. */
export async function setRules(
  desk: Desk,
  order: { readonly actor: Actor; readonly rules: Json },
): Promise<Result<readonly SavedRule[], 'not-allowed' | 'bad-rules'>> {
  const right = allowed(order.actor, 'settings');
  if (!right.ok) return right;
  const read = readRules(order.rules);
  if (!read.ok) return refused('bad-rules', `${read.at}: ${read.say}.`);
  const written = order.rules as readonly Json[];
  const rules = read.rules.map(({ name, isOn }, i) => ({ name, isOn, rule: written[i] ?? null }));
  return desk.archive.within(async (books) => {
    const by = { at: desk.clock.now(), actor: order.actor.name };
    await books.orders.replaceRules(rules, by);
    await books.record.audit({ ...by, act: 'set-rules', outcome: 'done', detail: { rules: rules.length } });
    return done(rules);
  });
}

/** A saved search as it is handed in. */
export interface PresetOrder {
  readonly key: string;
  readonly name: string;
  readonly filter: Json;
}

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;
const MOST_PRESETS = 200;

/** Replaces the desk's presets by others; one of the same key stays the same, and its members are settled anew. */
export async function setPresets(
  desk: Desk,
  order: { readonly actor: Actor; readonly presets: readonly PresetOrder[] },
): Promise<Result<readonly SavedPreset[], 'not-allowed' | 'bad-presets'>> {
  const right = allowed(order.actor, 'settings');
  if (!right.ok) return right;
  const fault = presetFault(order.presets);
  if (fault !== undefined) return refused('bad-presets', fault);
  return desk.archive.within(async (books) => {
    const known = new Map((await books.orders.presets()).map(({ key, id }) => [key, id]));
    const presets = order.presets.map((preset) => ({
      ...preset,
      id: known.get(preset.key) ?? desk.newId(),
    }));
    await books.orders.replacePresets(presets);
    const by = { at: desk.clock.now(), actor: order.actor.name };
    await books.record.audit({
      ...by,
      act: 'set-presets',
      outcome: 'done',
      detail: { presets: presets.length },
    });
    return done(presets);
  });
}

function presetFault(presets: readonly PresetOrder[]): string | undefined {
  if (presets.length > MOST_PRESETS) return `A desk has ${MOST_PRESETS} presets at the most.`;
  const keys = new Set<string>();
  for (const { key, name, filter } of presets) {
    if (!KEY.test(key)) return `“${key}”: the key of a preset is small letters, digits and dashes.`;
    if (keys.has(key)) return `Two presets are called “${key}”.`;
    if (name.trim() === '') return `The preset “${key}” needs a name.`;
    keys.add(key);
    const read = readFilter(filter, `${key}.filter`);
    if (!read.ok) return `${read.at}: ${read.say}.`;
  }
  return undefined;
}

/** Standing orders as they are on file, made ready, and what of them could not be. */
export interface LoadedOrders extends StandingOrders {
  /** The number of the change they are of. */
  readonly version: number;
  /** Presets whose members are to be settled anew. */
  readonly stale: readonly Id[];
  /** Sentences about rules and presets that an earlier version of the program wrote and this one does not read. */
  readonly faults: readonly string[];
}

/** Loads standing orders; one that cannot be read is left out and said. */
export async function standingOrders(desk: Desk): Promise<LoadedOrders> {
  return desk.archive.within(async ({ orders }) => {
    const version = await orders.version();
    const faults: string[] = [];
    const rules = (await orders.rules()).flatMap(({ rule, name }) => {
      const read = readRule(rule, name);
      if (read.ok) return [read.rule];
      faults.push(`${read.at}: ${read.say}`);
      return [];
    });
    const saved = await orders.presets();
    const presets = saved.flatMap(({ id, key, filter }) => {
      const read = readFilter(filter, key);
      if (read.ok) return [{ id, means: read.means }];
      faults.push(`${read.at}: ${read.say}`);
      return [];
    });
    const stale = saved.flatMap(({ id, isStale }) => (isStale ? [id] : []));
    return { version, rules, presets, stale, faults };
  });
}
