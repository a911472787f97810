import { messageOf } from '@courant/base';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { fewFaults } from './judgement.ts';
import type { Schema, SchemaFile } from './schema-shelf.ts';
import { XSD_CLAUSES } from './xsd-clauses.data.ts';

/** No network, nothing loaded from outside, lines counted beyond 65,535; no entity is ever replaced. */
const OPTION = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES;

/** Namespaces left out of what people read: every other is told. */
const PLAIN_NAMES = /\{http:\/\/iptc\.org\/std\/(?:nar\/2006-10-01|NITF\/2006-10-18)\/\}/g;

/** Judges XML by schemas, in process (libxml2); each is compiled once. To be closed: its memory is not JavaScript's. */
export class XmlJudge {
  readonly #files: readonly SchemaFile[];
  readonly #compiled = new Map<string, XsdValidator | string>();

  /** Files beside the schemas are what schemas import and include, by path. */
  constructor(files: readonly SchemaFile[]) {
    this.#files = files;
  }

  /** What keeps bytes from being XML (XML 1.0 §2.1), one line a fault, with line and column. */
  unformed(bytes: Uint8Array): readonly string[] {
    const document = opened(bytes);
    if (!(document instanceof XmlDocument)) return fewFaults(document);
    document.dispose();
    return [];
  }

  /** What is wrong with a document by a schema, one line a fault; or why the schema itself cannot be used. */
  judge(bytes: Uint8Array, schema: Schema): readonly string[] | { readonly unusable: string } {
    const validator = this.#validator(schema);
    if (typeof validator === 'string') return { unusable: validator };
    const document = opened(bytes);
    if (!(document instanceof XmlDocument)) return fewFaults(document);
    try {
      validator.validate(document);
      return [];
    } catch (thrown) {
      return fewFaults(lines(thrown, ({ line, message }) => `line ${line}: ${clear(message)}`));
    } finally {
      document.dispose();
    }
  }

  close(): void {
    for (const validator of this.#compiled.values()) if (typeof validator !== 'string') validator.dispose();
    this.#compiled.clear();
  }

  #validator(schema: Schema): XsdValidator | string {
    const known = this.#compiled.get(schema.path);
    const validator = known ?? this.#compile(schema);
    this.#compiled.set(schema.path, validator);
    return validator;
  }

  #compile(schema: Schema): XsdValidator | string {
    const encoder = new TextEncoder();
    const buffers = this.#files.map((file) => [address(file), encoder.encode(file.text)] as const);
    // Schemas name others by path: the library asks for those here, and has no other place to ask.
    xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(buffers)));
    try {
      const document = XmlDocument.fromString(schema.text, { url: address(schema), option: OPTION });
      try {
        return XsdValidator.fromDoc(document);
      } finally {
        document.dispose();
      }
    } catch (thrown) {
      const [first = messageOf(thrown)] = lines(thrown, ({ message }) => clear(message));
      return `${schema.path} is no schema that can be used: ${first}`;
    } finally {
      xmlCleanupInputProvider();
    }
  }
}

function address({ path }: SchemaFile): string {
  return `schemas:/${path}`;
}

/** A document, or what is wrong with its form. */
function opened(bytes: Uint8Array): XmlDocument | readonly string[] {
  try {
    return XmlDocument.fromBuffer(bytes, { option: OPTION });
  } catch (thrown) {
    return lines(thrown, ({ line, col, message }) => `line ${line}, column ${col}: ${clear(message)}`);
  }
}

type Detail = XmlLibError['details'][number];

/** Each detail of what the library threw, as a line. */
function lines(thrown: unknown, line: (detail: Detail) => string): readonly string[] {
  if (!(thrown instanceof XmlLibError) || thrown.details.length === 0) return [messageOf(thrown)];
  return thrown.details.filter(({ level }) => level > 1).map(line);
}

function clear(message: string): string {
  const plain = message.replace(PLAIN_NAMES, '').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  const short = plain.length > 400 ? `${plain.slice(0, 400)}…` : plain;
  const clause = XSD_CLAUSES.find(({ says }) => says.test(plain))?.clause;
  // What is declared in the schema's namespace alone is often sent in none.
  const why = clause === 'cvc-elt.1' && !message.includes("'{") ? ': it is in no namespace' : '';
  return clause === undefined ? short : `${short}${why} (${clause})`;
}
