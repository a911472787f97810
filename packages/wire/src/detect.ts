import { readAgencyJson } from './agency-json.ts';
import { readAgencyXml } from './agency-xml.ts';
import { ANPA_1312, readAnpa1312 } from './anpa-1312.ts';
import { readArticlePage } from './article-page.ts';
import { readBlogger } from './blogger.ts';
import { BUTTONDOWN, readButtondown } from './buttondown.ts';
import { readExportJson } from './export-json.ts';
import { EXPORT_TABLE, PEOPLE, readExportTable, refusePeople } from './export-table.ts';
import { FEED_ROOTS, readFeed, readJsonFeed } from './feed.ts';
import { IPTC_7901, readIptc7901 } from './iptc-7901.ts';
import { JEKYLL, readJekyll } from './jekyll.ts';
import { readJson } from './loose-json.ts';
import { MEDIUM, MEDIUM_ACCOUNT, readMedium, refuseAccount } from './medium.ts';
import { readNewsMl1 } from './newsml-1.ts';
import { G2_ROOTS, readNewsMlG2 } from './newsml-g2.ts';
import { readNinjs } from './ninjs.ts';
import { isObject } from './ninjs-object.ts';
import { readNitf } from './nitf.ts';
import { readPageText } from './page-text.ts';
import type { ReadOptions } from './read-options.ts';
import { BINARIES, OTHER_JSON, UNREAD_ROOTS } from './unread.data.ts';
import type { Reading, WireItem } from './wire-item.ts';
import { readWxr, WXR } from './wxr.ts';
import type { XmlElement } from './xml.ts';
import { readXml } from './xml.ts';

/** Bytes looked at to tell text from what is none. */
const HEAD = 4_096;

/** What bytes are where they are no text, in a word for people; undefined where they may be text. */
export function binaryIn(bytes: Uint8Array): string | undefined {
  const known = BINARIES.find(({ starts, at = 0 }) => starts.every((byte, i) => bytes[at + i] === byte));
  if (known) return known.what;
  const head = bytes.subarray(0, HEAD);
  const { controls, zeros } = signsIn(head);
  // UTF-16 has zeros by nature, in every other place; text wires have a few control characters.
  // A text wire's tables are set with control characters.
  if (ANPA_1312.test(String.fromCharCode(...head.subarray(0, 40)))) return undefined;
  const isText = controls - zeros <= Math.max(8, head.length / 20) && (zeros < 8 || zeros >= head.length / 8);
  return isText ? undefined : 'no text';
}

/** How many bytes are control characters, zeros among them. */
function signsIn(head: Uint8Array): { readonly controls: number; readonly zeros: number } {
  let [controls, zeros] = [0, 0];
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] ?? 0;
    if (byte > 31) continue;
    if (byte === 0) zeros++;
    if (byte < 9 || (byte > 13 && byte !== 27)) controls++;
  }
  return { controls, zeros };
}

/** A format by how its text begins, white space and marks left out, and what reads it. */
interface TextFormat {
  readonly begins: RegExp;
  readonly read: (text: string, options: ReadOptions) => Reading;
}

/** The first that matches reads; a later format is one more row. */
const FORMATS: readonly TextFormat[] = [
  { begins: /^(?:\{|\[\s*[[{"\]])/, read: readAsJson },
  { begins: MEDIUM, read: readMedium },
  { begins: MEDIUM_ACCOUNT, read: refuseAccount },
  { begins: BUTTONDOWN, read: readButtondown },
  {
    begins:
      /^(?:<\?xml[^<>]{0,200}>\s{0,20}|<!--[^<>]{0,2000}-->\s{0,20}){0,5}<(?:!doctype\s+html|(?:html|head|body|div|p|article|section|script|style|table|img|a)(?=[\s/>]))/i,
    read: readArticlePage,
  },
  { begins: WXR, read: readWxr },
  // Some senders put a line or stray signs before the declaration.
  { begins: /^(?:<[?!a-z_:]|[\s\S]{0,200}<\?xml)/i, read: readAsXml },
  { begins: ANPA_1312, read: readAnpa1312 },
  { begins: IPTC_7901, read: readIptc7901 },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: STX parts head and text where a head is damaged
  { begins: /^[^\u0002]{0,500}\u0002\^/, read: readAnpa1312 },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: STX parts head and text where a head is damaged
  { begins: /^[^\u0002]{0,500}\u0002/, read: readIptc7901 },
  { begins: JEKYLL, read: readJekyll },
  { begins: EXPORT_TABLE, read: readExportTable },
  { begins: PEOPLE, read: refusePeople },
  { begins: /^/, read: readPageText },
];

/** Reads text by the format it is in; what it is, its first signs say, never a name. */
export function readDecoded(text: string, options: ReadOptions): Reading {
  const start = /[^\s\uFEFF]/.exec(text)?.index;
  if (start === undefined) return { ok: false, why: 'unknown', say: 'there is nothing in it' };
  const head = text.slice(start, start + HEAD);
  const format = FORMATS.find(({ begins }) => begins.test(head));
  return (format?.read ?? readPageText)(text, options);
}

function readAsJson(text: string, options: ReadOptions): Reading {
  const json = readJson(text);
  if (!json.ok) return json;
  const { value } = json;
  const other = isObject(value) ? OTHER_JSON.find(({ is }) => is(value)) : undefined;
  if (other) return { ok: false, why: 'unknown', say: `JSON, but no ninjs: it looks like ${other.what}` };
  const say = 'The JSON was broken and was mended: compare with the original.';
  const reading =
    readExportJson(value, options) ??
    readJsonFeed(value, options) ??
    readAgencyJson(value, options) ??
    readNinjs(value, options);
  return json.isMended ? withWarnings(reading, [{ code: 'mended', say }]) : reading;
}

/** XML formats by the local name of their root; a later one is one more row. */
const ROOTS: ReadonlyMap<string, (root: XmlElement, options: ReadOptions) => Reading> = new Map([
  ['nitf', readNitf],
  ['NewsML', readNewsMl1],
  ...Object.keys(FEED_ROOTS).map((name) => [name, readFeed] as const),
  ['feed', (root, options) => readBlogger(root, options) ?? readFeed(root, options)],
  ...G2_ROOTS.map((name) => [name, readNewsMlG2] as const),
]);

function readAsXml(text: string, options: ReadOptions): Reading {
  const xml = readXml(text);
  if (!xml.ok) return xml;
  const { name } = xml.root;
  const reading = ROOTS.get(name)?.(xml.root, options) ?? readAgencyXml(xml.root, options);
  if (reading) {
    const say = 'The XML was broken and was mended: compare with the original.';
    return xml.isMended ? withWarnings(reading, [{ code: 'mended', say }]) : reading;
  }
  if (name === 'html') return readArticlePage(text, options);
  if (Object.hasOwn(UNREAD_ROOTS, name)) return unsupported(UNREAD_ROOTS[name] ?? name);
  return { ok: false, why: 'unknown', say: `no wire format has the root <${name.slice(0, 60)}>` };
}

function unsupported(what: string): Reading {
  return { ok: false, why: 'unsupported', say: `unsupported: ${what}` };
}

/** A reading whose every item is told something first. */
export function withWarnings(reading: Reading, warnings: WireItem['warnings']): Reading {
  if (!reading.ok || warnings.length === 0) return reading;
  return {
    ok: true,
    items: reading.items.map((item) => ({ ...item, warnings: [...warnings, ...item.warnings] })),
  };
}
