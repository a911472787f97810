import { readJson } from './loose-json.ts';
import { OTHER_G2_ITEMS, readNewsMlG2 } from './newsml-g2.ts';
import { readNinjs } from './ninjs.ts';
import { readNitf } from './nitf.ts';
import { readPageText } from './page-text.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { readXml } from './xml.ts';

/** A reader of decoded text. */
export type Detected = (text: string, options: ReadOptions) => Reading;

/** Files that hold no text, by how they begin. */
const BINARIES: readonly (readonly [string, readonly number[]])[] = [
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a ZIP archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip file', [0x1f, 0x8b]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
];
const HEAD = 4_096;

/** What reads these bytes, or the answer at once where nothing does. */
export function detect(bytes: Uint8Array): Detected | Reading {
  const binary = BINARIES.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (binary) return { ok: false, why: 'unknown', say: `no wire copy: it is ${binary[0]}` };
  const head = bytes.subarray(0, HEAD);
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  const zeros = head.filter((byte) => byte === 0).length;
  // UTF-16 has zeros by nature, in every other place; anything else with so many control characters is no text.
  if (controls - zeros > head.length / 20 || (zeros > 0 && zeros < head.length / 8)) {
    return { ok: false, why: 'unknown', say: 'no wire copy: it is no text' };
  }
  return readDecoded;
}

/** The first sign that is not white space decides; HTML and XML are told apart by their root. */
function readDecoded(text: string, options: ReadOptions): Reading {
  const start = /[^\s\uFEFF]/.exec(text);
  if (!start) return { ok: false, why: 'unknown', say: 'there is nothing in it' };
  const first = start[0];
  if (first === '{' || first === '[') return readAsJson(text, options);
  if (first === '<' || /^.{0,200}<\?xml/s.test(text)) return readAsXml(text, options);
  return readPageText(text, options);
}

function readAsJson(text: string, options: ReadOptions): Reading {
  const json = readJson(text);
  if (!json) return { ok: false, why: 'broken', say: 'broken JSON' };
  const reading = readNinjs(json.value, options);
  const say = 'The JSON was broken and was mended: compare with the original.';
  return json.isMended ? withWarning(reading, { code: 'mended', say }) : reading;
}

type XmlReader = (root: XmlElement, options: ReadOptions) => Reading;

/** XML formats by the local name of their root; a later format is one more row. */
const ROOTS: Readonly<Record<string, XmlReader>> = {
  nitf: readNitf,
  newsItem: readNewsMlG2,
  newsMessage: readNewsMlG2,
};

/** Formats we know and do not read, by the local name of their root. */
const UNREAD: Readonly<Record<string, string>> = {
  NewsML: 'NewsML 1',
  rss: 'an RSS feed',
  RDF: 'an RSS 1.0 feed',
  feed: 'an Atom feed',
  html: 'an HTML page',
};

function readAsXml(text: string, options: ReadOptions): Reading {
  if (/^\s*(<!doctype html|<html)/i.test(text)) return unsupported('an HTML page');
  const xml = readXml(text);
  if (!xml.ok) return xml;
  const { name } = xml.root;
  if (OTHER_G2_ITEMS.has(name)) return readNewsMlG2(xml.root, options);
  const reader = Object.hasOwn(ROOTS, name) ? ROOTS[name] : undefined;
  if (!reader) {
    const known = Object.hasOwn(UNREAD, name) ? UNREAD[name] : undefined;
    return known
      ? unsupported(known)
      : { ok: false, why: 'unknown', say: `no wire format has the root <${name.slice(0, 60)}>` };
  }
  const reading = reader(xml.root, options);
  const say = 'The XML was broken and was mended: compare with the original.';
  return xml.isMended ? withWarning(reading, { code: 'mended', say }) : reading;
}

function unsupported(what: string): Reading {
  return { ok: false, why: 'unsupported', say: `unsupported: ${what}` };
}

function withWarning(reading: Reading, warning: WireItem['warnings'][number]): Reading {
  if (!reading.ok) return reading;
  return {
    ok: true,
    items: reading.items.map((item) => ({ ...item, warnings: [warning, ...item.warnings] })),
  };
}
