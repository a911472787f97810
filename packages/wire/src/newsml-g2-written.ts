import { isIptcCode } from './newsml-g2-code.ts';
import { isUri } from './uri.ts';
import type { WireItem, WireKind } from './wire-item.ts';
import type { XmlAttrs } from './xml-writer.ts';
import { xmlLine } from './xml-writer.ts';

/** The namespace of NewsML-G2. */
export const NAR = 'http://iptc.org/std/nar/2006-10-01/';

const CLASSES: Readonly<Record<WireKind, string>> = {
  picture: 'ninat:picture',
  graphic: 'ninat:graphic',
  video: 'ninat:video',
  audio: 'ninat:audio',
  package: 'ninat:composite',
  event: 'ninat:text',
  planning: 'ninat:text',
  concept: 'ninat:text',
};

/** The class of an item, in the vocabulary of natures of news. */
export function itemClass({ kind }: Pick<WireItem, 'kind'>): string {
  return kind === undefined ? 'ninat:text' : CLASSES[kind];
}

/** A language tag as XML Schema has it (`xs:language`). */
export function languageTag(language: string | undefined): string | undefined {
  return language !== undefined && /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(language)
    ? language
    : undefined;
}

/** A code as an attribute: those of the IPTC's catalogue by alias, any other URI in full, since nobody declares its alias. */
export function codeAttrs(code: string | undefined): XmlAttrs {
  if (code === undefined) return {};
  if (isIptcCode(code)) return { qcode: code };
  return isUri(code) ? { uri: code } : { literal: xmlLine(code) || undefined };
}

/** A text where it has the form of a code with alias; anything else is no value of such an attribute. */
export function qcode(text: string | undefined): string | undefined {
  return text !== undefined && /^[^\s:]+:[^\s:]\S*$/.test(text) ? text : undefined;
}

/** A whole number from 1, as versions of items are. */
export function versionNumber(version: string | undefined): string | undefined {
  return version !== undefined && /^0*[1-9]\d{0,30}$/.test(version) ? version : undefined;
}
