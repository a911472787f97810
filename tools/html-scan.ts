import { RAW_ELEMENTS } from './html-templates.data.ts';

type Mode =
  | 'content'
  | 'raw'
  | 'markup'
  | 'opening'
  | 'tag-name'
  | 'tag'
  | 'attribute-name'
  | 'before-value'
  | 'double'
  | 'single'
  | 'unquoted';

/** Where in markup a point lies. `attribute` is in lower case; `value` is what stands before the point in it. */
export interface Place {
  readonly mode: Mode;
  readonly element: string;
  readonly attribute: string;
  readonly value: string;
}

/** Stands in a value for a hole before; no template holds it. */
const HOLE = '\u0000';

interface Scan {
  mode: Mode;
  element: string;
  attribute: string;
  value: string;
  /** What was read of a comment, a doctype or raw text. */
  seen: string;
  isClosing: boolean;
}

/**
 * Reads a template's strings as a browser's tokeniser would (HTML Living Standard §13.2.5, as far as holes
 * need it) and gives the place of each hole and, last, the place of the end.
 */
export function placesIn(strings: readonly string[]): readonly Place[] {
  const scan: Scan = { mode: 'content', element: '', attribute: '', value: '', seen: '', isClosing: false };
  return strings.map((text) => {
    for (const char of text) STEP[scan.mode](scan, char);
    const { mode, element, attribute, value } = scan;
    scan.value += HOLE;
    return {
      mode,
      element: element.toLowerCase(),
      attribute: attribute.toLowerCase(),
      value,
    };
  });
}

const STEP: Readonly<Record<Mode, (scan: Scan, char: string) => void>> = {
  content(scan, char) {
    if (char === '<') scan.mode = 'opening';
  },
  opening(scan, char) {
    scan.isClosing = char === '/';
    scan.element = scan.isClosing ? '' : char;
    scan.seen = '';
    if (char === '!' || char === '?') scan.mode = 'markup';
    else scan.mode = scan.isClosing || /[a-z]/i.test(char) ? 'tag-name' : 'content';
  },
  markup(scan, char) {
    scan.seen += char;
    const end = scan.seen.startsWith('--') ? '-->' : '>';
    if (scan.seen.endsWith(end)) scan.mode = 'content';
  },
  'tag-name'(scan, char) {
    if (char === '>') endTag(scan);
    else if (/[\s/]/.test(char)) scan.mode = 'tag';
    else scan.element += char;
  },
  tag(scan, char) {
    if (char === '>') endTag(scan);
    else if (char === '=') scan.mode = 'before-value';
    else if (!/[\s/]/.test(char)) {
      scan.mode = 'attribute-name';
      scan.attribute = char;
    }
  },
  'attribute-name'(scan, char) {
    if (char === '>') endTag(scan);
    else if (char === '=') scan.mode = 'before-value';
    else if (/[\s/]/.test(char)) scan.mode = 'tag';
    else scan.attribute += char;
  },
  'before-value'(scan, char) {
    scan.value = '';
    if (char === '>') endTag(scan);
    else if (char === '"') scan.mode = 'double';
    else if (char === "'") scan.mode = 'single';
    else if (!/\s/.test(char)) scan.mode = 'unquoted';
  },
  double(scan, char) {
    if (char === '"') scan.mode = 'tag';
    else scan.value += char;
  },
  single(scan, char) {
    if (char === "'") scan.mode = 'tag';
  },
  unquoted(scan, char) {
    if (char === '>') endTag(scan);
    else if (/\s/.test(char)) scan.mode = 'tag';
  },
  raw(scan, char) {
    scan.seen += char.toLowerCase();
    if (!scan.seen.endsWith(`</${scan.element.toLowerCase()}`)) return;
    scan.mode = 'tag-name';
    scan.isClosing = true;
  },
};

function endTag(scan: Scan): void {
  const isRaw = !scan.isClosing && RAW_ELEMENTS.has(scan.element.toLowerCase());
  scan.mode = isRaw ? 'raw' : 'content';
  scan.seen = '';
}
