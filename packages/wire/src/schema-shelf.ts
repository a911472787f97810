import { isObject, text } from './ninjs-object.ts';

/** A file from a folder of schemas. */
export interface SchemaFile {
  /** Relative to the folder, with slashes: schemas name each other by such paths. */
  readonly path: string;
  readonly text: string;
}

/** A standard that the IPTC publishes schemas of, by the name we give its format. */
export type Standard = 'ninjs' | 'newsml-g2' | 'nitf';

/** A schema that was recognised. */
export interface Schema extends SchemaFile {
  readonly standard: Standard;
  /** As the schema says itself: `1.3`. */
  readonly version: string;
}

/** A standard as people write it, and where its schemas are published (VERSION stands for the number). */
export const STANDARDS: Readonly<Record<Standard, { readonly name: string; readonly published: string }>> = {
  ninjs: { name: 'ninjs', published: 'https://www.iptc.org/std/ninjs/ninjs-schema_VERSION.json' },
  'newsml-g2': {
    name: 'NewsML-G2',
    published:
      'https://www.iptc.org/std/NewsML-G2/VERSION/specification/NewsML-G2_VERSION-spec-All-Power.xsd (xml.xsd beside it)',
  },
  nitf: {
    name: 'NITF',
    published:
      'https://www.iptc.org/std/NITF/3.6/specification/nitf-3-6.xsd (nitf-3-6-ruby-include.xsd and xml.xsd beside it)',
  },
};

/** XML schemas by the namespace they are of, and the element that only a whole one declares. */
const NAMESPACES: readonly {
  readonly standard: Standard;
  readonly namespace: string;
  readonly declares: RegExp;
}[] = [
  {
    standard: 'newsml-g2',
    namespace: 'http://iptc.org/std/nar/2006-10-01/',
    declares: /<(?:\w+:)?element\s[^>]*\bname="newsMessage"/,
  },
  {
    standard: 'nitf',
    namespace: 'http://iptc.org/std/NITF/2006-10-18/',
    declares: /<(?:\w+:)?element\s[^>]*\bname="nitf"/,
  },
];

/** The schemas among some files, by what they say of themselves, the earlier versions first. */
export function schemasIn(files: readonly SchemaFile[]): readonly Schema[] {
  const schemas = files.flatMap((file) => recognised(file) ?? []);
  return schemas.toSorted((a, b) => byVersion(a.version, b.version));
}

/** The schema of a version, else the next later one of its line (the same first number). */
export function schemaFor(
  schemas: readonly Schema[],
  { standard, version }: Pick<Schema, 'standard' | 'version'>,
): Schema | undefined {
  return lineOf(schemas, standard, line(version)).find((schema) => byVersion(schema.version, version) >= 0);
}

/** The schemas of a line of a standard, the earlier first. */
export function lineOf(
  schemas: readonly Schema[],
  standard: Standard,
  lineNumber: number,
): readonly Schema[] {
  return schemas.filter((schema) => schema.standard === standard && line(schema.version) === lineNumber);
}

/** Which of two versions is the later: negative, zero or positive. */
export function byVersion(a: string, b: string): number {
  const [one, other] = [numbers(a), numbers(b)];
  return one[0] - other[0] || one[1] - other[1];
}

function line(version: string): number {
  return numbers(version)[0];
}

function numbers(version: string): readonly [number, number] {
  const [major = '0', minor = '0'] = version.split('.');
  return [Number(major), Number(minor)];
}

function recognised(file: SchemaFile): Schema | undefined {
  return /^\uFEFF?\s*\{/.test(file.text) ? jsonSchema(file) : xmlSchema(file);
}

function jsonSchema(file: SchemaFile): Schema | undefined {
  if (!file.text.includes('json-schema.org')) return undefined;
  const schema = parsed(file.text);
  if (!isObject(schema) || !/^https?:\/\/json-schema\.org\//.test(text(schema.$schema) ?? ''))
    return undefined;
  // The title of 3.1 as published says 3.0.1: the identifier counts.
  const id = /\/ninjs-schema_(\d+\.\d+)\.json/.exec(text(schema.$id) ?? text(schema.id) ?? '')?.[1];
  const title = /^IPTC ninjs\b.*?\b(\d+\.\d+)\b/.exec(text(schema.title) ?? '')?.[1];
  const version = id ?? title;
  return version === undefined ? undefined : { ...file, standard: 'ninjs', version };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // No JSON, so no schema: whoever needs it is told that it is missing.
    return undefined;
  }
}

function xmlSchema(file: SchemaFile): Schema | undefined {
  const plain = file.text.replace(/<!--[\s\S]*?-->/g, '');
  const root = /<(?:\w+:)?schema\s[^>]*>/.exec(plain)?.[0];
  if (root === undefined || !root.includes('http://www.w3.org/2001/XMLSchema')) return undefined;
  const version = attribute(root, 'version');
  const target = attribute(root, 'targetNamespace');
  const found = NAMESPACES.find(({ namespace, declares }) => namespace === target && declares.test(plain));
  return found && version ? { ...file, standard: found.standard, version } : undefined;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
}
