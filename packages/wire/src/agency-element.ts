import { blockText } from '@courant/story';
import { said } from './fields.ts';
import { bodyFromHtml } from './html-body.ts';
import { readItem } from './ninjs.ts';
import type { NinjsObject } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf, rawText, textOf } from './xml.ts';

/** What the first child of a name says on one line. */
export function lineOf(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return said(textOf(at(element, ...path)));
}

/** What the first child of a name holds, markup written out in it and line breaks as they stand. */
export function markupIn(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const found = at(element, ...path);
  return found && said(rawText(found));
}

/** The words of HTML, a line for each of its lines. */
export function linesOfHtml(html: string | undefined): string | undefined {
  return html === undefined ? undefined : said(bodyFromHtml(html).body.content.map(blockText).join('\n'));
}

/** What a sender's own XML says, told in the words of ninjs. */
export interface ToldElement {
  readonly format: string;
  /** The children that the words below were taken from. */
  readonly used: readonly string[];
  readonly ninjs: NinjsObject;
  /** The zone of a sender that tells none with its times; what the channel says goes first. */
  readonly timeZone: string;
}

/** Reads an element through the reader of ninjs; children that were not used stand in `unmapped` by their names. */
export function readToldElement(element: XmlElement, told: ToldElement, options: ReadOptions): WireItem {
  const { used, ninjs, format, timeZone } = told;
  const left = elementsOf(element).flatMap((child) => {
    const line = said(textOf(child));
    return used.includes(child.name) || line === undefined ? [] : [[child.name, line] as const];
  });
  const item = readItem(ninjs, { ...options, timeZone: options.timeZone ?? timeZone });
  const { eventDetails: _, ...unmapped } = item.unmapped;
  return { ...item, format, unmapped: { ...unmapped, ...Object.fromEntries(left) } };
}
