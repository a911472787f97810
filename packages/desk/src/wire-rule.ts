import type { Place } from './ports.ts';
import type { Means } from './wire-filter.ts';
import { asksOf, readFilter } from './wire-filter.ts';
import type { Hours } from './wire-hours.ts';
import { readHours } from './wire-hours.ts';
import type { Route } from './wire-ports.ts';

/** Fields that copy may be asked to have before it is published by itself; a headline and a body it always must. */
export const REQUIRABLE = [
  'standfirst',
  'byline',
  'source',
  'language',
  'subjects',
  'dateline',
  'media',
] as const;

/** What a story is published as, without a person. */
export interface AutoPublish {
  readonly places: readonly Place[];
  readonly require: readonly (typeof REQUIRABLE)[number][];
}

/** A rule: which items it means, and what is done with them. */
export interface WireRule {
  readonly name: string;
  readonly isOn: boolean;
  readonly means: Means;
  /** Whether it asks what came before of the same. */
  readonly asksNear: boolean;
  readonly hours?: Hours;
  /** Where they go, and how soon somebody should look. */
  readonly route?: Omit<Route, 'rule'>;
  /** A person must look before they are used. */
  readonly hold: boolean;
  /** Desks that are told at once. */
  readonly notify: readonly string[];
  /** A story is made of them. */
  readonly make: boolean;
  readonly publish?: AutoPublish;
  /** Where it is a kill: published stories made of the item are withdrawn. */
  readonly kill: boolean;
  /** Rules after this one are not asked. */
  readonly stop: boolean;
}

/** How reading a rule came out; a fault says where and what to write instead. */
export type RuleReading =
  | { readonly ok: true; readonly rule: WireRule }
  | { readonly ok: false; readonly at: string; readonly say: string };

/** The most rules a desk has. */
export const MOST_RULES = 500;

/** Reads the desk's rules from JSON, in their order. */
export function readRules(
  json: unknown,
): { readonly ok: true; readonly rules: readonly WireRule[] } | Extract<RuleReading, { ok: false }> {
  if (!Array.isArray(json)) return wrong('rules', 'a list of rules stands here');
  if (json.length > MOST_RULES) return wrong('rules', `a desk has ${MOST_RULES} rules at the most`);
  const rules: WireRule[] = [];
  for (const [i, one] of json.entries()) {
    const read = readRule(one, `rules[${i}]`);
    if (!read.ok) return read;
    if (rules.some(({ name }) => name === read.rule.name))
      return wrong(`rules[${i}].name`, `two rules are called “${read.rule.name}”`);
    rules.push(read.rule);
  }
  return { ok: true, rules };
}

const MEMBERS = ['name', 'on', 'when', 'hours', 'route', 'hold', 'notify', 'make', 'publish', 'kill', 'stop'];
const SWITCHES = ['on', 'hold', 'make', 'kill', 'stop'] as const;

/** Reads one rule from JSON. */
export function readRule(json: unknown, at = 'rule'): RuleReading {
  if (!isRecord(json)) return wrong(at, 'a rule is an object with a name and “when”');
  const stranger = Object.keys(json).find((name) => !MEMBERS.includes(name));
  if (stranger !== undefined) return wrong(`${at}.${stranger}`, `a rule has ${MEMBERS.join(', ')}`);
  const { name } = json;
  if (typeof name !== 'string' || name.trim() === '' || name.length > 200)
    return wrong(`${at}.name`, 'a rule needs a name, of 200 characters at the most');
  const filter = readFilter(json.when, `${at}.when`);
  if (!filter.ok) return filter;
  const flag = SWITCHES.find((one) => json[one] !== undefined && typeof json[one] !== 'boolean');
  if (flag !== undefined) return wrong(`${at}.${flag}`, 'true or false stands here');
  const parts = partsOf(json, at);
  if ('say' in parts) return parts;
  const { on = true, hold = false, make = false, kill = false, stop = false } = json;
  return {
    ok: true,
    rule: {
      ...{ name, isOn: on === true, means: filter.means, ...parts },
      asksNear: asksOf(json.when, ['near', 'nearStory']),
      ...{ hold: hold === true, make: make === true, kill: kill === true, stop: stop === true },
    },
  };
}

type Parts = Pick<WireRule, 'hours' | 'route' | 'notify' | 'publish'>;

function partsOf(
  json: Readonly<Record<string, unknown>>,
  at: string,
): Parts | Extract<RuleReading, { ok: false }> {
  const hours = json.hours === undefined ? undefined : readHours(json.hours);
  if (typeof hours === 'string') return wrong(`${at}.hours`, hours);
  const route = json.route === undefined ? undefined : routeOf(json.route);
  if (typeof route === 'string') return wrong(`${at}.route`, route);
  const { notify = [] } = json;
  if (!isWords(notify)) return wrong(`${at}.notify`, 'a list of desks stands here');
  const publish = json.publish === undefined ? undefined : publishOf(json.publish);
  if (typeof publish === 'string') return wrong(`${at}.publish`, publish);
  return {
    notify,
    ...(hours ? { hours } : {}),
    ...(route ? { route } : {}),
    ...(publish ? { publish } : {}),
  };
}

const ROUTE = ['desk', 'section', 'edition', 'tag'] as const;

function routeOf(json: unknown): Omit<Route, 'rule'> | string {
  if (!isRecord(json)) return 'a route is {"desk", "section", "edition", "priority", "tag"}';
  const { priority, ...texts } = json;
  const stranger = Object.keys(texts).find((name) => !ROUTE.some((one) => one === name));
  if (stranger !== undefined) return `“${stranger}” is no part of a route`;
  if (priority !== undefined && !isPriority(priority)) return 'priority is a number from 1, the first, to 9';
  const blank = ROUTE.find((name) => texts[name] !== undefined && !isWord(texts[name]));
  if (blank !== undefined) return `${blank} is a word`;
  if (Object.keys(json).length === 0) return 'a route leads somewhere: name a desk, a section, an edition';
  // Every member has been seen to be of its kind.
  return json as Omit<Route, 'rule'>;
}

function publishOf(json: unknown): AutoPublish | string {
  if (!isRecord(json)) return 'to publish takes {"places": [{"edition", "section"}]}';
  const { places, require = [], ...others } = json;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return `“${stranger}” is no part of publishing`;
  if (!Array.isArray(places) || places.length === 0 || !places.every(isPlace))
    return 'places are a list of {"edition", "section"}, at least one';
  if (!Array.isArray(require) || !require.every((one) => REQUIRABLE.some((name) => name === one)))
    return `what may be required beside headline and body is ${REQUIRABLE.join(', ')}`;
  return { places, require };
}

function isPlace(value: unknown): value is Place {
  return isRecord(value) && isWord(value.edition) && isWord(value.section) && Object.keys(value).length === 2;
}

function isPriority(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9;
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isWord);
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200;
}

function wrong(at: string, say: string): Extract<RuleReading, { ok: false }> {
  return { ok: false, at, say };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
