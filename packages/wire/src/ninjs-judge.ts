import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import AjvDraft04 from 'ajv-draft-04';
import { GEOJSON_ADDRESS, GEOJSON_SCHEMA } from './geojson-schema.data.ts';
import type { Judgement } from './judgement.ts';
import { fewFaults } from './judgement.ts';
import { isObject, text } from './ninjs-object.ts';
import type { Schema } from './schema-shelf.ts';
import { lineOf, schemaFor } from './schema-shelf.ts';

/** Judges ninjs by the schemas of the IPTC; each is compiled once, when it is first needed. */
export class NinjsJudge {
  readonly #schemas: readonly Schema[];
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(schemas: readonly Schema[]) {
    this.#schemas = schemas;
  }

  /**
   * The judgement on a document by its version; undefined where there is no schema of that. One of which none is known
   * must be right by every version of its line: by which its reader reads it cannot be known.
   */
  judge(value: unknown, version: string | undefined): Judgement | undefined {
    if (version === undefined) return this.#byEvery(value);
    const schema = schemaFor(this.#schemas, { standard: 'ninjs', version });
    if (!schema) return undefined;
    const note = `ninjs ${version} has no schema here: judged by ${schema.version}, the next later one`;
    return {
      isJudged: true,
      by: `ninjs ${schema.version}`,
      ...(schema.version === version ? {} : { note }),
      faults: fewFaults(this.#faults(schema, value)),
    };
  }

  #byEvery(value: unknown): Judgement | undefined {
    const shown = lineShown(value);
    const lines = shown === undefined ? LINES : [shown];
    const verdicts = lines.map((line) => this.#verdicts(line, value));
    const all = verdicts.flat();
    const newest = verdicts[0]?.at(-1);
    if (!newest) return undefined;
    const takes = all.filter(isTaken);
    if (takes.length === 0) {
      const note = 'states no version, and none takes it';
      return { isJudged: true, by: `ninjs ${newest.version}`, note, faults: fewFaults(newest.faults) };
    }
    // A line of which no version takes it is not the line it is in.
    const isRight = verdicts.filter((line) => line.some(isTaken)).every((line) => line.every(isTaken));
    if (isRight) return { isJudged: true, by: 'ninjs', faults: [] };
    const note = `states no version: right by ninjs ${versions(takes)} alone; --as VERSION says which is meant`;
    return { isJudged: true, by: 'ninjs, no version stated', note, faults: fewFaults(told(all)) };
  }

  #verdicts(line: number, value: unknown): readonly Verdict[] {
    const schemas = lineOf(this.#schemas, 'ninjs', line);
    return schemas.map((schema) => ({ version: schema.version, faults: this.#faults(schema, value) }));
  }

  #faults(schema: Schema, value: unknown): readonly string[] {
    const known = this.#compiled.get(schema.version);
    const isValid = known ?? compiled(schema);
    if (!known) this.#compiled.set(schema.version, isValid);
    return isValid(value) ? [] : clear(isValid.errors ?? []);
  }
}

/** What one version finds. */
interface Verdict {
  readonly version: string;
  readonly faults: readonly string[];
}

/** The lines of ninjs, the one that most senders are in first. */
const LINES = [1, 2, 3];

function isTaken({ faults }: Verdict): boolean {
  return faults.length === 0;
}

function versions(verdicts: readonly Verdict[]): string {
  return verdicts.map(({ version }) => version).join(', ');
}

/** Faults of several versions, each with the versions by which it is one. */
function told(verdicts: readonly Verdict[]): readonly string[] {
  const faults = [...new Set(verdicts.flatMap((verdict) => verdict.faults))];
  return faults.map(
    (fault) => `by ${versions(verdicts.filter((verdict) => verdict.faults.includes(fault)))}: ${fault}`,
  );
}

/** Names that one line has and the others do not. */
const NAMES_OF_LINES: readonly { readonly line: number; readonly has: RegExp }[] = [
  { line: 3, has: /^[a-z]+[A-Z]/ },
  { line: 2, has: /^(headlines|bodies|people|organisations|places|subjects|events|genres|infosources)$/ },
  { line: 1, has: /^(headline|person|organisation|place|subject|event|(body|description)_.+)$/ },
];

/** The line a document is in by the names of its members, where they tell. */
function lineShown(value: unknown): number | undefined {
  const item = Array.isArray(value) ? value[0] : value;
  const names = isObject(item) ? Object.keys(item) : [];
  return NAMES_OF_LINES.find(({ has }) => names.some((name) => has.test(name)))?.line;
}

/** The version a document of ninjs states: `standard` or `$standard`, its number or the address of its schema. */
export function statedVersion(value: unknown): string | undefined {
  const item = Array.isArray(value) ? value[0] : value;
  if (!isObject(item)) return undefined;
  const standard = item.standard ?? item.$standard;
  const members = isObject(standard) ? standard : { schema: standard };
  const number = /^(\d+\.\d+)(?![\d.])/.exec(text(members.version) ?? '')?.[1];
  return number ?? /ninjs-schema_(\d+\.\d+)/.exec(text(members.schema) ?? '')?.[1];
}

/**
 * The schema made ready. Its formats are not asked: drafts leave that open, 2020-12 makes them notes, and the IPTC's own
 * suite calls a bad date in `embargoed` right.
 */
function compiled({ text: json }: Schema): ValidateFunction {
  const parsed: unknown = JSON.parse(json);
  const schema = isObject(parsed) ? parsed : {};
  const draft = text(schema.$schema) ?? '';
  const options = {
    strict: false,
    validateFormats: false,
    allErrors: true,
    verbose: true,
    logger: false,
  } as const;
  const ajv = /draft-0[34]/.test(draft)
    ? new AjvDraft04.default(options)
    : new (/2020-12/.test(draft) ? Ajv2020 : Ajv)(options);
  ajv.addSchema(GEOJSON_SCHEMA, GEOJSON_ADDRESS);
  return ajv.compile(/draft-03/.test(draft) ? asDraft04(schema) : schema);
}

/** A schema of draft 3, the draft of ninjs 1.0, as draft 4 has it: which members must be there is said of their object. */
function asDraft04(schema: unknown): object {
  const turned = withRequired(schema);
  return isObject(turned) ? { ...turned, $schema: 'http://json-schema.org/draft-04/schema#' } : {};
}

function withRequired(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withRequired);
  if (!isObject(value)) return value;
  const { required, ...others } = value;
  const kept = typeof required === 'boolean' ? others : value;
  const turned = Object.fromEntries(Object.entries(kept).map(([name, inner]) => [name, withRequired(inner)]));
  const members = isObject(value.properties) ? Object.entries(value.properties) : [];
  const asked = members.filter(([, member]) => isObject(member) && member.required === true);
  return asked.length === 0 ? turned : { ...turned, required: asked.map(([name]) => name) };
}

/** Errors as lines. Where none of several shapes fits, each shape complains: the shape's holder speaks for them. */
function clear(errors: readonly ErrorObject[]): readonly string[] {
  const choices = errors.filter(({ keyword }) => keyword === 'oneOf' || keyword === 'anyOf');
  const isInside = (error: ErrorObject) =>
    choices.some((choice) => choice !== error && isUnder(error.instancePath, choice.instancePath));
  return errors.filter((error) => !isInside(error)).map((error) => sentence(error, errors));
}

function isUnder(path: string, holder: string): boolean {
  return path === holder || path.startsWith(`${holder}/`);
}

function sentence(error: ErrorObject, all: readonly ErrorObject[]): string {
  const { instancePath, schemaPath } = error;
  const where = instancePath === '' ? 'the document' : instancePath;
  return `${where} ${said(error, all)} (${schemaPath})`;
}

function said(error: ErrorObject, all: readonly ErrorObject[]): string {
  const { keyword, params, message = 'is wrong', instancePath } = error;
  const stranger = params.additionalProperty ?? params.unevaluatedProperty;
  if (stranger !== undefined) return `has “${short(stranger)}”, which the schema does not know there`;
  if (keyword === 'enum') return `is ${short(error.data)}, not one of ${list(params.allowedValues)}`;
  if (keyword === 'const') return `is ${short(error.data)}, not ${short(params.allowedValue)}`;
  if (keyword !== 'oneOf' && keyword !== 'anyOf') return message;
  const inside = all.filter((one) => one !== error && isUnder(one.instancePath, instancePath));
  const parts = [...new Set(inside.map((one) => `${one.instancePath || 'it'} ${short(one.message)}`))];
  return `fits none of the shapes the schema has for it: ${parts.slice(0, 3).join('; ')}`;
}

function list(values: unknown): string {
  const names = Array.isArray(values) ? values.map(short) : [];
  return names.length > 12 ? `${names.slice(0, 12).join(', ')} …` : names.join(', ');
}

function short(value: unknown): string {
  const said = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  // Names come from the document: one that breaks the line would be two faults.
  const plain = said.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}
