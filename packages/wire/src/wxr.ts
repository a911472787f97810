import type { ReadOptions } from './read-options.ts';
import { isSquarespace } from './squarespace.ts';
import type { Reading, WireItem, WireWarning } from './wire-item.ts';
import type { WxrEntry } from './wxr-entry.ts';
import { entryOf } from './wxr-entry.ts';
import type { WxrContext } from './wxr-item.ts';
import { isFurniture, itemOfEntry } from './wxr-item.ts';
import { WxrLibrary } from './wxr-library.ts';
import type { WxrSite } from './wxr-site.ts';
import { siteOf } from './wxr-site.ts';
import type { XmlReading } from './xml.ts';
import { at, readXml } from './xml.ts';
import type { XmlPart } from './xml-parts.ts';
import { XmlParts } from './xml-parts.ts';

/** How an export of WordPress begins, of any version, or of what writes as it does. */
export const WXR = /^[\s\S]{0,4000}?<rss\b[^>]{0,3000}["']https?:\/\/wordpress\.org\/export\//i;

/** Reads a WordPress export (WXR 1.0 to 1.2) or one of Squarespace, or several that are parts of one. */
export function readWxr(text: string | readonly string[], options: ReadOptions): Reading {
  const survey = new WxrSurvey();
  const documents = typeof text === 'string' ? [text] : text;
  for (const document of documents) for (const part of partsOf(document, survey)) survey.note(part);
  const site = survey.site();
  if (!site.ok) return site.reading;
  const context = survey.context(site.site, options);
  const items = documents.flatMap((document) =>
    [...partsOf(document)].flatMap((part) => itemOfPart(part, context) ?? []),
  );
  if (items.length === 0) return { ok: false, why: 'unsupported', say: survey.nothing() };
  return { ok: true, items: survey.told(items) };
}

function* partsOf(document: string, survey?: WxrSurvey): Generator<XmlPart> {
  const parts = new XmlParts('item');
  yield* parts.push(document);
  yield* parts.end();
  survey?.noteFrame(parts.frame);
}

/** The item of a part of an export; undefined where it is no story or cannot be read. */
export function itemOfPart(part: XmlPart, context: WxrContext): WireItem | undefined {
  const entry = readPart(part);
  if (!entry || isFurniture(entry.entry.type)) return undefined;
  const item = itemOfEntry(entry.entry, context);
  return entry.isMended ? { ...item, warnings: [MENDED, ...item.warnings] } : item;
}

const MENDED: WireWarning = {
  code: 'mended',
  say: 'The XML of this post was broken and was mended: compare with the original.',
};

function readPart(part: XmlPart): { readonly entry: WxrEntry; readonly isMended: boolean } | undefined {
  if ('tooLong' in part) return undefined;
  const xml = readXml(part.xml);
  return xml.ok ? { entry: entryOf(xml.root), isMended: xml.isMended } : undefined;
}

type Site = { readonly ok: true; readonly site: WxrSite } | { readonly ok: false; readonly reading: Reading };

/** What must be known of a whole export before its first post is read: the site, its pictures, and what is left out. */
export class WxrSurvey {
  readonly #library = new WxrLibrary();
  #frame: XmlReading | undefined;
  #broken = 0;
  #tooLong = 0;
  #isSquarespace = false;

  /** Notes an entry. */
  note(part: XmlPart): void {
    if ('tooLong' in part) {
      this.#tooLong++;
      return;
    }
    this.#isSquarespace ||= isSquarespace(part.xml);
    const read = readPart(part);
    if (read) this.#library.note(read.entry);
    else this.#broken++;
  }

  /** Notes what stands around the entries; of several parts of one export the first tells of the site. */
  noteFrame(frame: string): void {
    if (this.#frame?.ok) return;
    const whole = readXml(frame);
    // The last part of a file that came short of its end has none of the ends.
    this.#frame = whole.ok || whole.why !== 'broken' ? whole : readXml(`${frame}</channel></rss>`);
  }

  /** The site, or why nothing of the export may be read. */
  site(): Site {
    const frame = this.#frame;
    if (frame?.ok) return { ok: true, site: siteOf(at(frame.root, 'channel')) };
    if (frame && frame.why !== 'broken') return { ok: false, reading: frame };
    return { ok: true, site: siteOf(undefined) };
  }

  /** What every entry is read with. */
  context(site: WxrSite, options: ReadOptions): WxrContext {
    const format = this.#isSquarespace ? 'squarespace' : 'wxr';
    return { format, site, library: this.#library, options, ids: new Set() };
  }

  /** Why no item came of the export. */
  nothing(): string {
    return `no story is in this export of a site; there is ${this.#counted().join(', ') || 'nothing'}`;
  }

  /** The first item also tells what of the export is no item. */
  told(items: readonly WireItem[]): readonly WireItem[] {
    const [first, ...others] = items;
    const warnings = this.warnings();
    return first ? [{ ...first, warnings: [...first.warnings, ...warnings] }, ...others] : [];
  }

  /** What is said once of a whole export. */
  warnings(): readonly WireWarning[] {
    const left = this.#counted().filter((said) => !said.endsWith(' attachment'));
    const lost = [
      ...(this.#broken > 0 ? [`${this.#broken} entries are too damaged to be read`] : []),
      ...(this.#tooLong > 0 ? [`${this.#tooLong} entries are longer than any story`] : []),
    ];
    return [
      ...(left.length > 0 ? [{ code: 'left-out', say: `Not read as stories: ${left.join(', ')}.` }] : []),
      ...(lost.length > 0 ? [{ code: 'damaged', say: `Of this export ${lost.join(' and ')}.` }] : []),
    ];
  }

  #counted(): readonly string[] {
    const counts = [...this.#library.counts].filter(([type]) => isFurniture(type));
    return counts.map(([type, count]) => `${count} ${type.slice(0, 40)}`);
  }
}
