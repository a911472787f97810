import type { Json } from '@courant/base';

/** What is wrong with one setting: its path in the JSON, and a sentence that says how it should be. */
export interface SettingFault {
  readonly at: string;
  readonly say: string;
}

/** Bounds and default of a number. */
export interface CountRule {
  readonly least: number;
  readonly most: number;
  readonly usual?: number;
}

/** What a setting may be, one at least. */
export type Choices<T extends string> = readonly [T, ...T[]];

/** Reads the members of one JSON object; what is wrong is written down, and reading goes on. */
export interface Form {
  has(name: string): boolean;
  /** Faulty where absent, unless a usual value is given. */
  text(name: string, usual?: string): string;
  optionalText(name: string): string | undefined;
  count(name: string, rule: CountRule): number;
  choice<T extends string>(name: string, choices: Choices<T>, usual?: T): T;
  flag(name: string, usual: boolean): boolean;
  texts(name: string): readonly string[];
  counts(name: string): readonly number[] | undefined;
  /** The name under which a secret is put away. */
  secret(name: string): string;
  inner(name: string): Form | undefined;
  fault(name: string, say: string): void;
  /** Writes down every member that nobody asked for. */
  close(): void;
}

const SECRET_NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** Whether a text may be the name of a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

const MOST_TEXT = 20_000;

/** A form over a JSON value; `path` is where it stands, empty at the root. Faults are added to the list. */
export function formOf(json: Json, path: string, faults: SettingFault[]): Form {
  const members = isObject(json) ? json : {};
  const asked = new Set<string>();
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const fault = (name: string, say: string): void => {
    faults.push({ at: at(name), say });
  };
  if (!isObject(json)) faults.push({ at: path || 'settings', say: 'It must be an object.' });
  const take = (name: string): Json | undefined => {
    asked.add(name);
    const value = Object.hasOwn(members, name) ? members[name] : undefined;
    return value === null ? undefined : value;
  };
  const source: Source = { take, fault };
  return {
    has: (name) => take(name) !== undefined,
    text: (name, usual) => text(source, name, usual),
    optionalText: (name) => (take(name) === undefined ? undefined : text(source, name, undefined)),
    count: (name, rule) => count(source, name, rule),
    choice: (name, choices, usual) => choice(source, name, { choices, usual }),
    flag: (name, usual) => flag(source, name, usual),
    texts: (name) => texts(source, name),
    counts: (name) => counts(source, name),
    secret: (name) => secret(source, name),
    inner: (name) => {
      const value = take(name);
      return value === undefined ? undefined : formOf(value, at(name), faults);
    },
    fault,
    close: () => {
      for (const name of Object.keys(members).filter((one) => !asked.has(one))) fault(name, unknown(name));
    },
  };
}

interface Source {
  readonly take: (name: string) => Json | undefined;
  readonly fault: (name: string, say: string) => void;
}

function isObject(json: Json): json is { readonly [key: string]: Json } {
  return json !== null && typeof json === 'object' && !Array.isArray(json);
}

function text({ take, fault }: Source, name: string, usual: string | undefined): string {
  const value = take(name);
  if (value === undefined && usual !== undefined) return usual;
  const isText = typeof value === 'string' && value.trim() !== '' && value.length <= MOST_TEXT;
  // A line break or a null would end a command of FTP or IMAP; certificates alone have lines.
  if (isText && (name === 'certificate' || !hasControl(value))) return value;
  fault(name, value === undefined ? 'It is missing.' : 'It must be a text of one line that is not empty.');
  return '';
}

function hasControl(value: string): boolean {
  return /\p{Cc}/u.test(value);
}

function count({ take, fault }: Source, name: string, { least, most, usual }: CountRule): number {
  const value = take(name);
  if (value === undefined && usual !== undefined) return usual;
  const isFit = typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;
  if (isFit) return value;
  fault(name, `It must be a number from ${least} to ${most}.`);
  return least;
}

function choice<T extends string>(
  { take, fault }: Source,
  name: string,
  { choices, usual }: { readonly choices: Choices<T>; readonly usual: T | undefined },
): T {
  const value = take(name);
  if (value === undefined && usual !== undefined) return usual;
  const found = choices.find((one) => one === value);
  if (found !== undefined) return found;
  fault(name, `It must be one of ${choices.map((one) => `“${one}”`).join(', ')}.`);
  return choices[0];
}

function flag({ take, fault }: Source, name: string, usual: boolean): boolean {
  const value = take(name) ?? usual;
  if (typeof value === 'boolean') return value;
  fault(name, 'It must be true or false.');
  return usual;
}

function texts({ take, fault }: Source, name: string): readonly string[] {
  const value = take(name);
  const list = typeof value === 'string' ? [value] : value;
  const isFit = (one: Json): one is string =>
    typeof one === 'string' && one.trim() !== '' && !hasControl(one);
  if (Array.isArray(list) && list.length > 0 && list.length <= 100 && list.every(isFit)) return list;
  fault(name, 'It must be a list of texts, with one at least.');
  return [];
}

function counts({ take, fault }: Source, name: string): readonly number[] | undefined {
  const value = take(name);
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every((one): one is number => Number.isInteger(one))) return value;
  fault(name, 'It must be a list of whole numbers.');
  return undefined;
}

function secret({ take, fault }: Source, name: string): string {
  const value = take(name);
  if (typeof value === 'string' && isSecretName(value)) return value;
  // What stands there may be the secret itself: it is never said again.
  const say =
    'It must be the name under which the secret is put away: small letters, digits, “-” and “_”, 64 at the most.';
  fault(name, value === undefined ? `It is missing. ${say}` : say);
  return '';
}

/** Members that somebody writes who puts the secret itself into the settings. */
const INLINE = /pass|token|apikey|api_key|private/i;

function unknown(name: string): string {
  if (!INLINE.test(name)) return 'There is no such setting.';
  return 'Secrets do not stand in settings: put it away under a name and give the name as “secret”.';
}
