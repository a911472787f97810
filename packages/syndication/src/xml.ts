/** XML that is safe to send: made only by the functions of this file. */
export interface Xml {
  readonly xml: string;
}

/** What may stand in an element: text is escaped, XML is kept, nothing leaves no trace. */
export type XmlChild = string | number | Xml | undefined | false | readonly XmlChild[];

/** Attributes by name; one without a value is left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

class Markup implements Xml {
  readonly xml: string;
  constructor(xml: string) {
    this.xml = xml;
  }
}

/** An element without attributes. Throws RangeError where the name is none (Namespaces in XML 1.0 §4). */
export function element(name: string, ...children: readonly XmlChild[]): Xml {
  return elementWith(name, {}, ...children);
}

/** An element with attributes; namespace declarations are attributes as well. Throws RangeError on a bad name. */
export function elementWith(name: string, attributes: XmlAttributes, ...children: readonly XmlChild[]): Xml {
  let tag = `<${checked(name)}`;
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value !== undefined) tag += ` ${checked(key)}="${attributeText(String(value))}"`;
  }
  const content = fill(children);
  return new Markup(content ? `${tag}>${content}</${name}>` : `${tag}/>`);
}

/**
 * Text as CDATA (XML 1.0 §2.7), which keeps HTML in a feed short; a `]]>` in it is parted. Line ends become `\n`, as
 * every parser makes them (§2.11).
 */
export function cdata(text: string): Xml {
  const fit = fitText(text).replace(/\r\n?/g, '\n');
  return new Markup(fit ? `<![CDATA[${fit.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : '');
}

/** A whole document in UTF-8 with its declaration. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;
}

function fill(child: XmlChild): string {
  if (typeof child === 'string') return childText(child);
  if (child === undefined || child === false) return '';
  if (typeof child === 'number') return String(child);
  if (child instanceof Markup) return child.xml;
  let out = '';
  if (Array.isArray(child)) for (const part of child) out += fill(part);
  return out;
}

const NAME = /^[a-z_][\w.-]*(?::[a-z_][\w.-]*)?$/i;
const CHECKED = new Set<string>();

function checked(name: string): string {
  if (CHECKED.has(name)) return name;
  if (!NAME.test(name)) throw new RangeError(`“${name}” names no element or attribute of XML.`);
  CHECKED.add(name);
  return name;
}

/** Everything but what a feed may hold: see `fitText`. The planes above the first end in two non-characters each. */
const UNFIT = new RegExp(
  `[^\\t\\n\\r\\x20-\\x7e\\u00a0-\\ud7ff\\ue000-\\ufdcf\\ufdf0-\\ufffc${Array.from(
    { length: 16 },
    (_, i) => `\\u{${(i + 1).toString(16)}0000}-\\u{${(i + 1).toString(16)}fffd}`,
  ).join('')}]`,
  'gu',
);

/** Text all of whose characters are everyday ones, as most text is. */
const EVERYDAY = /^[\n\x20-\x7e\u00a0-\ud7ff]*$/;

/**
 * Text without the characters that XML 1.0 §2.2 forbids (most controls, half surrogate pairs) or tells authors to
 * avoid (C1 controls, non-characters), and without U+FFFD, which only says that a character was lost before.
 */
export function fitText(text: string): string {
  return EVERYDAY.test(text) ? text : text.replace(UNFIT, '');
}

/**
 * References are hexadecimal, as the RSS Best Practices Profile asks (§ Character data): readers that take a headline
 * for HTML and readers that do not then show the same.
 */
function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}

const SPECIAL = /[&<>\r]/;
const SPECIALS = /[&<>\r]/g;
const IN_ATTRIBUTE = /[&<>"\t\n\r]/;
const ALL_IN_ATTRIBUTE = /[&<>"\t\n\r]/g;

function childText(text: string): string {
  const fit = fitText(text);
  return SPECIAL.test(fit) ? fit.replace(SPECIALS, reference) : fit;
}

function attributeText(text: string): string {
  const fit = fitText(text);
  return IN_ATTRIBUTE.test(fit) ? fit.replace(ALL_IN_ATTRIBUTE, reference) : fit;
}
