import { decode } from './charset.ts';
import { binaryIn } from './detect.ts';
import { readExportJson } from './export-json.ts';
import { readJsonFeed } from './feed.ts';
import { jsonFault } from './json-fault.ts';
import type { Judgement } from './judgement.ts';
import { readJson } from './loose-json.ts';
import { G2_ROOTS } from './newsml-g2.ts';
import { NAR } from './newsml-g2-written.ts';
import { NinjsJudge, statedVersion } from './ninjs-judge.ts';
import { isObject } from './ninjs-object.ts';
import { MOST_BYTES } from './read.ts';
import type { ReadOptions } from './read-options.ts';
import type { Schema, SchemaFile, Standard } from './schema-shelf.ts';
import { byVersion, lineOf, STANDARDS, schemaFor, schemasIn } from './schema-shelf.ts';
import { OTHER_JSON } from './unread.data.ts';
import type { XmlElement } from './xml.ts';
import { elementsOf, readXml } from './xml.ts';
import { XmlJudge } from './xml-judge.ts';

export type { Judgement } from './judgement.ts';
export type { SchemaFile } from './schema-shelf.ts';

/** How a file is to be judged, beside how it would be read. */
export interface JudgeOptions extends ReadOptions {
  /** The version of a file that states none. */
  readonly as?: string;
}

/**
 * Judges wire files by the schemas of their makers: ninjs, NewsML-G2 and NITF, each by the schema of the version it
 * states. Reading is lenient; this is where a sender is told what is wrong. To be closed.
 */
export class SchemaJudge {
  readonly #schemas: readonly Schema[];
  readonly #folder: string;
  readonly #ninjs: NinjsJudge;
  readonly #xml: XmlJudge;

  /** Schemas are found among the files by what they say of themselves; the folder is where a missing one is to be put. */
  constructor(files: readonly SchemaFile[], folder: string) {
    this.#folder = folder;
    this.#schemas = schemasIn(files);
    this.#ninjs = new NinjsJudge(this.#schemas);
    this.#xml = new XmlJudge(files);
  }

  /** The judgement on one file. Never throws for what is in it. */
  judge(bytes: Uint8Array, options: JudgeOptions): Judgement {
    if (bytes.byteLength > MOST_BYTES)
      return unjudged(`it has ${bytes.byteLength} bytes; ${MOST_BYTES} at the most`);
    const binary = binaryIn(bytes);
    if (binary) return unjudged(`no wire copy: it is ${binary}`);
    const { text, warnings } = decode(bytes);
    if (/^[\s\uFEFF]*[{[]/.test(text)) {
      const charset = warnings.map(({ say }) => `${say} JSON is in UTF-8 (RFC 8259 §8.1)`);
      return this.#judgeJson(text.replace(/^\uFEFF/, ''), { ...options, charset });
    }
    if (/^[\s\uFEFF]*</.test(text)) return this.#judgeXml(bytes, { text, options });
    return unjudged(NO_SCHEMA);
  }

  /** Gives back what the schemas hold. */
  close(): void {
    this.#xml.close();
  }

  #judgeJson(text: string, options: JudgeOptions & { readonly charset: readonly string[] }): Judgement {
    const loose = readJson(text);
    if (!loose.ok && loose.why === 'too-deep') return unjudged(loose.say);
    const fault = jsonFault(text);
    const broken = [...options.charset, ...(fault === undefined ? [] : [fault])];
    if (broken.length > 0) return { isJudged: true, by: 'JSON', faults: broken };
    const value: unknown = JSON.parse(text);
    const other = isObject(value) ? OTHER_JSON.find(({ is }) => is(value)) : undefined;
    if (other) return unjudged(`it is ${other.what}; ${NO_SCHEMA}`);
    if (readExportJson(value, options) ?? readJsonFeed(value, options)) return unjudged(NO_SCHEMA);
    const version = statedVersion(value) ?? options.as;
    return this.#ninjs.judge(value, version) ?? this.#missing('ninjs', version);
  }

  #judgeXml(
    bytes: Uint8Array,
    { text, options }: { readonly text: string; readonly options: JudgeOptions },
  ): Judgement {
    // Entities of a document's own and the like are refused before anything else looks at them.
    const xml = readXml(text);
    if (!xml.ok && xml.why !== 'broken') return unjudged(xml.say);
    const unformed = this.#xml.unformed(bytes);
    if (unformed.length > 0) return { isJudged: true, by: 'XML 1.0', faults: unformed };
    if (!xml.ok) return { isJudged: true, by: 'XML 1.0', faults: [xml.say] };
    const standard = standardOf(xml.root);
    if (!standard) return unjudged(NO_SCHEMA);
    const version = versionIn(xml.root, standard) ?? options.as;
    const schema = version
      ? schemaFor(this.#schemas, { standard, version })
      : lineOf(this.#schemas, standard, LINES[standard]).at(-1);
    return schema ? this.#bySchema(bytes, { schema, version }) : this.#missing(standard, version);
  }

  #bySchema(
    bytes: Uint8Array,
    { schema, version }: { readonly schema: Schema; readonly version: string | undefined },
  ): Judgement {
    const faults = this.#xml.judge(bytes, schema);
    if ('unusable' in faults) return unjudged(faults.unusable);
    const { name } = STANDARDS[schema.standard];
    const note = noteOn(schema, version);
    return { isJudged: true, by: `${name} ${schema.version}`, ...(note ? { note } : {}), faults };
  }

  #missing(standard: Standard, version: string | undefined): Judgement {
    const { name, published } = STANDARDS[standard];
    const where = published.replaceAll('VERSION', version ?? 'VERSION');
    return unjudged(
      `${this.#folder} holds no schema of ${name} ${version ?? 'of any version'}: put it there under any name, from ${where}`,
    );
  }
}

const NO_SCHEMA = 'no schema is known for what it is: ninjs, NewsML-G2 and NITF are judged';

/** The one line that a standard has in XML. */
const LINES = { 'newsml-g2': 2, nitf: 3, ninjs: 1 } as const;

function unjudged(say: string): Judgement {
  return { isJudged: false, say };
}

function noteOn({ standard, version }: Schema, stated: string | undefined): string | undefined {
  const { name } = STANDARDS[standard];
  if (stated === undefined) return `states no version of ${name}: judged by ${version}, the latest here`;
  if (stated === version) return undefined;
  return `${name} ${stated} has no schema here: judged by ${version}, the next later one`;
}

function standardOf({ name, attrs }: XmlElement): Standard | undefined {
  if (name === 'nitf') return 'nitf';
  const isItem = G2_ROOTS.includes(name);
  // Others have catalogues, too.
  return isItem || (name === 'catalog' && Object.values(attrs).includes(NAR)) ? 'newsml-g2' : undefined;
}

/** The version a document states: of several items in a message the latest, whose schema knows the others' words. */
function versionIn(root: XmlElement, standard: Standard): string | undefined {
  if (standard === 'nitf') return /NITF (\d+\.\d+)/.exec(root.attrs.version ?? '')?.[1];
  const items = [root, ...elementsOf(root, 'itemSet').flatMap((set) => elementsOf(set))];
  const stated = items.flatMap(
    ({ attrs }) => /^\s*(\d+\.\d+)\s*$/.exec(attrs.standardversion ?? '')?.[1] ?? [],
  );
  return stated.toSorted(byVersion).at(-1);
}
