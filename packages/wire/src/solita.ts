import { lineOf, linesOfHtml, markupIn, readToldElement } from './agency-element.ts';
import { present, said } from './fields.ts';
import { momentOf } from './moment.ts';
import { planBody } from './plan-body.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem, WireLink, WireMedia } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf } from './xml.ts';

/**
 * Reads a press release of the service that Nordic agencies send them by (STT Info, NTB Kommunikasjon and others; made
 * by Solita). Undefined where it is none.
 */
export function readSolita(root: XmlElement, options: ReadOptions): Reading | undefined {
  const isRelease = at(root, 'publisher') !== undefined && at(root, 'title') !== undefined;
  return isRelease ? { ok: true, items: [itemOf(root, options)] } : undefined;
}

/** Its times have no zone: they are those of the agency, which its language tells. */
const ZONES: Readonly<Record<string, string>> = {
  no: 'Europe/Oslo',
  nb: 'Europe/Oslo',
  nn: 'Europe/Oslo',
  da: 'Europe/Copenhagen',
  sv: 'Europe/Stockholm',
  fi: 'Europe/Helsinki',
};

const USED = [
  ...['title', 'leadtext', 'body', 'boilerplate', 'contactsAsText', 'embargo', 'publicationDate', 'keywords'],
  ...['longurl', 'images', 'logos', 'documents', 'links', 'publisher', 'categories', 'language'],
];

function itemOf(root: XmlElement, options: ReadOptions): WireItem {
  const language = said(root.attrs.lang);
  const timeZone = options.timeZone ?? ZONES[language ?? ''] ?? 'Europe/Helsinki';
  const publisher = lineOf(root, 'publisher', 'name');
  const embargo = lineOf(root, 'embargo');
  const ninjs = {
    uri: said(root.attrs.id) ?? lineOf(root, 'longurl'),
    versioncreated: dateOf(lineOf(root, 'publicationDate'), timeZone),
    // What we cannot read must be released by a person.
    embargoed: embargo === undefined ? undefined : (dateOf(embargo, timeZone) ?? embargo),
    headline: lineOf(root, 'title'),
    description_text: linesOfHtml(markupIn(root, 'leadtext')),
    source: publisher,
    language,
    keywords: lineOf(root, 'keywords'),
    subject: elementsOf(at(root, 'categories')).flatMap((one) => {
      const name = lineOf(one, 'label') ?? lineOf(one, 'name') ?? lineOf(one);
      return name === undefined ? [] : [{ name }];
    }),
  };
  const item = readToldElement(root, { format: 'solita', used: USED, ninjs, timeZone }, options);
  const texts = {
    copy: [markupIn(root, 'body'), markupIn(root, 'boilerplate')].flatMap((text) => text ?? []),
    notes: [markupIn(root, 'contactsAsText')].flatMap((text) => text ?? []),
  };
  const links = [...below(at(root, 'documents'), 'document'), ...below(at(root, 'links'), 'link')];
  return {
    ...item,
    ...present({
      address: lineOf(root, 'longurl'),
      links: links.flatMap(linkOf),
      media: below(at(root, 'images'), 'image').flatMap(pictureOf),
      body: planBody(texts, { item: item.id, version: '' }),
    }),
  };
}

/** 11.07.2019 12:17 */
function dateOf(text: string | undefined, timeZone: string): string | undefined {
  const [, day, month, year, time] = /^(\d\d)\.(\d\d)\.(\d{4})(?: (\d\d:\d\d))?$/.exec(text ?? '') ?? [];
  return day === undefined ? undefined : momentOf(`${year}-${month}-${day} ${time ?? '00:00'}`, { timeZone });
}

function linkOf(element: XmlElement): readonly WireLink[] {
  const href = lineOf(element, 'url');
  const title = lineOf(element, 'title') ?? lineOf(element, 'caption') ?? lineOf(element, 'name');
  return href === undefined ? [] : [{ href, ...present({ title }) }];
}

function pictureOf(image: XmlElement): readonly WireMedia[] {
  const href = lineOf(image, 'url');
  const fields = { id: said(image.attrs.id), caption: lineOf(image, 'caption') };
  return href === undefined ? [] : [{ kind: 'picture', href, ...present(fields) }];
}
