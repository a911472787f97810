import { SaxesParser } from 'saxes';

/** An element of XMP; names are those of RDF and of vocabularies, whatever prefixes a file gives them. */
export interface XmpElement {
  /** Address of the vocabulary, empty where a prefix has none. */
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly XmpAttribute[];
  readonly children: readonly (XmpElement | string)[];
}

/** An attribute by its vocabulary and name. */
export interface XmpAttribute {
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

/** Elements deep, elements in all, attributes of one, faults passed over: beyond what any program writes. */
const MOST = { depth: 64, elements: 50_000, attributes: 500, faults: 200 } as const;

class TooMuch extends Error {}

interface Open extends XmpElement {
  readonly children: (XmpElement | string)[];
}

/** How reading a packet came out: its elements, and whether some of it was damaged or too much. */
export interface XmpTree {
  readonly roots: readonly XmpElement[];
  readonly isWhole: boolean;
}

/**
 * Reads a packet leniently: what comes before a fault counts. No document type is looked at and no entity of a
 * document's own is ever replaced; a packet that declares any is not read.
 */
export function xmpTree(text: string): XmpTree {
  const start = text.indexOf('<');
  if (start < 0 || /<!(?:doctype|entity)/i.test(text)) return { roots: [], isWhole: false };
  const roots: XmpElement[] = [];
  const open: Open[] = [];
  let [elements, faults] = [0, 0];
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', () => {
    if (++faults > MOST.faults) throw new TooMuch();
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const own = Object.values(attributes);
    const isMuch = ++elements > MOST.elements || open.length >= MOST.depth || own.length > MOST.attributes;
    if (isMuch) throw new TooMuch();
    const element = { uri, local, attributes: own, children: [] };
    (open.at(-1)?.children ?? roots).push(element);
    open.push(element);
  });
  const say = (words: string) => void open.at(-1)?.children.push(words);
  parser.on('text', say);
  parser.on('cdata', say);
  parser.on('closetag', () => void open.pop());
  try {
    // Behind the last element stands room for later changes, up to megabytes of blanks.
    parser.write(text.slice(start, text.lastIndexOf('>') + 1)).close();
  } catch {
    // Too much, or so broken that the parser gives up: what came before holds.
    return { roots, isWhole: false };
  }
  return { roots, isWhole: faults === 0 };
}
