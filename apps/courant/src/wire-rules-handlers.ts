import { WIRE_RULES_ROUTES } from '@courant/api';
import type { Json } from '@courant/base';
import { later } from '@courant/base';
import { readRules, setPresets, setRules, tryRules } from '@courant/desk';
import { presetCounts } from '@courant/store';
import { refusal } from './api-act.ts';
import type { Handler, Reply } from './api-call.ts';
import type { House } from './house.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The desk's rules as they were written. */
export const listRules: Handler = async ({ house }) => ({
  status: 200,
  json: { rules: await written(house) },
});

/** Replaces the desk's rules. */
export const putRules: Handler = async ({ house, actor, body }) => {
  const { rules } = WIRE_RULES_ROUTES.setRules.body.parse(body);
  const set = await setRules(await house.desk(), { actor, rules: rules as Json });
  return set.ok ? { status: 200, json: { rules: set.value.map(({ rule }) => rule) } } : refusal(set);
};

/** Tries rules on what came. */
export const testRules: Handler = async ({ house, body }) => {
  const { rules, days } = WIRE_RULES_ROUTES.tryRules.body.parse(body);
  const read = readRules(rules ?? (await written(house)));
  if (!read.ok) return { refused: 'bad-rules', say: `${read.at}: ${read.say}.` };
  const desk = await house.desk();
  const since = later(desk.clock.now(), -days * DAY);
  return { status: 200, json: await tryRules(desk, { rules: read.rules, since }) };
};

/** The presets, with how much came to each. */
export const listPresets: Handler = ({ house }) => presets(house);

/** Replaces the presets. */
export const putPresets: Handler = async ({ house, actor, body }) => {
  const order = WIRE_RULES_ROUTES.setPresets.body.parse(body);
  const written = order.presets.map((preset) => ({ ...preset, filter: preset.filter as Json }));
  const set = await setPresets(await house.desk(), { actor, presets: written });
  return set.ok ? presets(house) : refusal(set);
};

async function presets(house: House): Promise<Reply> {
  const desk = await house.desk();
  const since = later(desk.clock.now(), -DAY);
  const counted = await house.database.transaction((tx) => presetCounts(tx, since));
  return { status: 200, json: { presets: counted } };
}

async function written(house: House): Promise<readonly Json[]> {
  const desk = await house.desk();
  return desk.archive.within(async ({ orders }) => (await orders.rules()).map(({ rule }) => rule));
}
