import { folded, wordsOfText } from '@courant/edition';
import type { FieldType, Looked, WireField } from './wire-fields.data.ts';
import { WIRE_FIELDS } from './wire-fields.data.ts';

/**
 * `is`, `in`: the whole value, letters folded. `begins`, `contains`: a part of it. `words`: all words and "phrases", none
 * of the -words, a star for any ending. `atLeast`, `atMost`: numbers. `before`, `after`: moments. `exists`: whether
 * there is anything. A field that holds a list is asked whether any of it fits.
 */
export type Operator =
  | 'is'
  | 'in'
  | 'begins'
  | 'contains'
  | 'words'
  | 'atLeast'
  | 'atMost'
  | 'before'
  | 'after'
  | 'exists';

/** A filter made ready: whether it means an item. */
export type Means = (looked: Looked) => boolean;

/**
 * How reading a filter came out; a fault says where and what to write instead. A filter is `{"all": […]}`, `{"any":
 * […]}`, `{"not": …}` or one condition: `{"field": "supplier", "is": "…"}`.
 */
export type FilterReading =
  | { readonly ok: true; readonly means: Means }
  | { readonly ok: false; readonly at: string; readonly say: string };

/** Whether a filter, as it is written, asks any of some fields. */
export function asksOf(json: unknown, fields: readonly string[]): boolean {
  if (Array.isArray(json)) return json.some((one) => asksOf(one, fields));
  if (!isRecord(json)) return false;
  if (typeof json.field === 'string') return fields.includes(json.field);
  return [json.all, json.any, json.not].some((one) => asksOf(one, fields));
}

const OPERATORS: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ['is', 'in', 'begins', 'contains', 'words', 'exists'],
  number: ['is', 'in', 'atLeast', 'atMost', 'exists'],
  moment: ['before', 'after', 'exists'],
};

/** How deep filters may stand in each other, and how many conditions there may be in all. */
const DEEPEST = 12;
const MOST_CONDITIONS = 500;

/** Reads a filter from JSON and makes it ready. */
export function readFilter(json: unknown, at = 'filter'): FilterReading {
  const count = { left: MOST_CONDITIONS };
  return read(json, { at, depth: 0, count });
}

interface Place {
  readonly at: string;
  readonly depth: number;
  readonly count: { left: number };
}

function read(json: unknown, place: Place): FilterReading {
  const { at, depth, count } = place;
  if (depth > DEEPEST) return wrong(at, `filters stand in each other ${DEEPEST} deep at the most`);
  if (--count.left < 0) return wrong(at, `there are more than ${MOST_CONDITIONS} conditions`);
  if (!isRecord(json))
    return wrong(at, 'a filter is an object: {"field": "supplier", "is": "…"}, or one with all, any or not');
  const [group] = ['all', 'any', 'not'].filter((name) => name in json);
  if (group === undefined) return condition(json, at);
  if (Object.keys(json).length > 1) return wrong(at, `beside “${group}” nothing else may stand`);
  if (group === 'not') {
    const inner = read(json.not, { ...place, at: `${at}.not`, depth: depth + 1 });
    if (!inner.ok) return inner;
    return { ok: true, means: (looked) => !inner.means(looked) };
  }
  return grouped(json[group], { ...place, at: `${at}.${group}`, depth: depth + 1 }, group === 'all');
}

function grouped(json: unknown, place: Place, isAll: boolean): FilterReading {
  if (!Array.isArray(json) || json.length === 0)
    return wrong(place.at, 'a list of at least one filter stands here');
  const parts: Means[] = [];
  for (const [i, one] of json.entries()) {
    const inner = read(one, { ...place, at: `${place.at}[${i}]` });
    if (!inner.ok) return inner;
    parts.push(inner.means);
  }
  const means: Means = isAll
    ? (looked) => parts.every((part) => part(looked))
    : (looked) => parts.some((part) => part(looked));
  return { ok: true, means };
}

function condition(json: Readonly<Record<string, unknown>>, at: string): FilterReading {
  const { field: name, ...rest } = json;
  const field = typeof name === 'string' && Object.hasOwn(WIRE_FIELDS, name) ? WIRE_FIELDS[name] : undefined;
  if (typeof name !== 'string' || !field)
    return wrong(
      `${at}.field`,
      `“${String(name)}” is no field; there are ${Object.keys(WIRE_FIELDS).join(', ')}`,
    );
  const said = Object.entries(rest);
  const allowed = OPERATORS[field.type];
  const [[op, value] = ['', undefined]] = said;
  const operator = allowed.find((one) => one === op);
  if (said.length !== 1 || !operator) return wrong(at, `${name} is asked by one of ${allowed.join(', ')}`);
  const test = testOf(field.type, operator, value);
  if (typeof test === 'string') return wrong(`${at}.${op}`, test);
  return { ok: true, means: (looked) => test(heldIn(looked, field)) };
}

type Values = readonly (string | number)[];

/** What was found of an item that is being looked at: dozens of rules and presets ask it the same. */
const heldBy = new WeakMap<Looked, Map<WireField, Values>>();
const foldedOf = new WeakMap<Values, readonly string[]>();
const wordsOf = new WeakMap<Values, readonly (readonly string[])[]>();

function heldIn(looked: Looked, field: WireField): Values {
  const fields = remembered(heldBy, looked, () => new Map<WireField, Values>());
  const known = fields.get(field);
  if (known) return known;
  const found = field.of(looked);
  fields.set(field, found);
  return found;
}

function foldedIn(held: Values): readonly string[] {
  return remembered(foldedOf, held, () => held.map((one) => folded(String(one))));
}

function wordsIn(held: Values): readonly (readonly string[])[] {
  return remembered(wordsOf, held, () => held.map((one) => wordsOfText(String(one)).map(({ word }) => word)));
}

function remembered<K extends object, V>(known: WeakMap<K, V>, key: K, find: () => V): V {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}

type Test = (held: Values) => boolean;

/** What tells whether a field fits; a sentence where the value is not of the operator's kind. */
function testOf(type: FieldType, op: Operator, value: unknown): Test | string {
  switch (op) {
    case 'exists':
      if (typeof value !== 'boolean') return 'true or false stands here';
      return (held) => held.some((one) => one !== '') === value;
    case 'is':
      return listTest(type, [value]);
    case 'in':
      return Array.isArray(value) && value.length > 0
        ? listTest(type, value)
        : 'a list of values stands here';
    case 'begins':
    case 'contains':
      return partTest(op, value);
    case 'words':
      return wordsTest(value);
    case 'atLeast':
    case 'atMost': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'a number stands here';
      return (held) => held.some((one) => (op === 'atLeast' ? Number(one) >= value : Number(one) <= value));
    }
    case 'before':
    case 'after': {
      const moment = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      if (Number.isNaN(moment)) return 'a time stands here, such as 2026-11-24T09:30Z';
      return (held) => held.some((one) => isBeside(Date.parse(String(one)), op, moment));
    }
  }
}

/** An embargo without an end has no moment: it is neither before nor after one. */
function isBeside(one: number, op: 'before' | 'after', moment: number): boolean {
  return op === 'before' ? one < moment : one > moment;
}

function listTest(type: FieldType, values: readonly unknown[]): Test | string {
  if (type === 'number') {
    if (!values.every((one) => typeof one === 'number')) return 'a number stands here';
    const wanted = new Set<unknown>(values);
    return (held) => held.some((one) => wanted.has(one));
  }
  if (!values.every((one) => typeof one === 'string' && one.trim() !== '')) return 'words stand here';
  const wanted = new Set(values.map((one) => folded(String(one))));
  return (held) => foldedIn(held).some((one) => wanted.has(one));
}

function partTest(op: 'begins' | 'contains', value: unknown): Test | string {
  if (typeof value !== 'string' || folded(value).trim() === '') return 'words stand here';
  const part = folded(value);
  return (held) =>
    foldedIn(held).some((text) => (op === 'begins' ? text.startsWith(part) : text.includes(part)));
}

const TERM = /(-?)"([^"]*)"|(\S+)/g;

/** Words as the live list is searched by, but for their endings: `*` stands for those. */
function wordsTest(value: unknown): Test | string {
  if (typeof value !== 'string' || value.trim() === '') return 'words, "phrases" and -words stand here';
  const terms = [...value.matchAll(TERM)].flatMap(([, minus = '', phrase, word = '']) => {
    const isNot = minus === '-' || (phrase === undefined && word.startsWith('-') && word.length > 1);
    const text = phrase ?? word.replace(/^-(?=.)/, '');
    const words = wordsOfText(text).map((found) => found.word);
    return words.length === 0 ? [] : [{ isNot, words, isOpen: phrase === undefined && text.endsWith('*') }];
  });
  if (!terms.some(({ isNot }) => !isNot)) return 'at least one word must stand here without a minus';
  return (held) => {
    const texts = wordsIn(held);
    return terms.every(
      ({ isNot, words, isOpen }) => texts.some((text) => stands(text, words, isOpen)) !== isNot,
    );
  };
}

/** Whether words stand in a text one after the other, the last of them perhaps with another ending. */
function stands(text: readonly string[], words: readonly string[], isOpen: boolean): boolean {
  const last = words.length - 1;
  return text.some((_, at) =>
    words.every((word, i) =>
      isOpen && i === last ? (text[at + i]?.startsWith(word) ?? false) : text[at + i] === word,
    ),
  );
}

function wrong(at: string, say: string): { readonly ok: false; readonly at: string; readonly say: string } {
  return { ok: false, at, say };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
