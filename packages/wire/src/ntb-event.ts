import { lineOf, linesOfHtml, markupIn, readToldElement } from './agency-element.ts';
import { present, said } from './fields.ts';
import { textMark } from './page-text-mark.ts';
import { planBody } from './plan-body.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, textOf } from './xml.ts';

/** Events of one answer at the most. */
const MOST_ITEMS = 1_000;

/** Reads the calendar of NTB, the Norwegian agency: one event, or an answer of its API. Undefined where it is none. */
export function readNtbEvents(root: XmlElement, options: ReadOptions): Reading | undefined {
  const documents = root.name === 'document' ? [root] : elementsOf(root, 'document');
  const events = documents.filter((one) => lineOf(one, 'service') === 'newscalendar');
  if (events.length === 0) return undefined;
  if (events.length <= MOST_ITEMS) return { ok: true, items: events.map((one) => itemOf(one, options)) };
  return { ok: false, why: 'too-large', say: `it holds ${events.length} events; ${MOST_ITEMS} at the most` };
}

const USED = [
  ...[
    'id',
    'ntbId',
    'ntbVersion',
    'service',
    'title',
    'priority',
    'time',
    'timeStart',
    'startDate',
    'timeEnd',
  ],
  ...['stopDate', 'content', 'location', 'address', 'calendarData', 'category', 'subcategory', 'subjects'],
  ...[
    'regions',
    'districts',
    'infoText',
    'addedby',
    'contactweb',
    'contactname',
    'contactphone',
    'contactmail',
  ],
];

const CONTACT = ['contactname', 'contactphone', 'contactmail'];

function itemOf(document: XmlElement, options: ReadOptions): WireItem {
  const title = lineOf(document, 'title');
  const start = lineOf(document, 'timeStart') ?? lineOf(document, 'startDate');
  const end = lineOf(document, 'timeEnd') ?? lineOf(document, 'stopDate');
  const place = placeOf(document);
  // NBRP181022_112541_na_00: the last two digits count the versions.
  const ntbId = lineOf(document, 'ntbId');
  const [, id = ntbId, version] = /^(.+)_(\d\d)$/.exec(ntbId ?? '') ?? [];
  const ninjs = {
    // What people send in by a form has no id yet.
    uri: id ?? lineOf(document, 'id') ?? `ntb:${textMark(`${title} ${start}`)}`,
    type: 'event',
    version: lineOf(document, 'ntbVersion') ?? version,
    versioncreated: lineOf(document, 'time'),
    title,
    urgency: lineOf(document, 'priority'),
    eventDetails: { dates: { startDate: start, endDate: end } },
    places: [...placesIn(document), ...(place === undefined ? [] : [{ name: place, rel: 'event' }])],
    subject: below(at(document, 'subjects'), 'subject').flatMap(subjectsOf),
    ednote: ['infoText', 'addedby'].flatMap((name) => linesOfHtml(markupIn(document, name)) ?? []).join('\n'),
    language: 'no',
  };
  const told = { format: 'ntb-event', used: USED, ninjs, timeZone: 'Europe/Oslo' };
  const item = readToldElement(document, told, options);
  const web = lineOf(document, 'contactweb');
  const sections = [lineOf(document, 'category'), lineOf(document, 'subcategory')];
  return {
    ...item,
    supplier: options.supplier ?? 'NTB',
    ...present({
      body: planBody(textsOf(document), { item: item.id, version: item.version ?? '' }),
      links: web === undefined ? [] : [{ href: web }],
      sectionPath: sections.flatMap((section) => section ?? []),
    }),
  };
}

function textsOf(document: XmlElement) {
  const content = markupIn(document, 'content');
  return {
    copy: content === undefined ? [] : [content],
    notes: [CONTACT.flatMap((name) => lineOf(document, name) ?? []).join('\n')],
  };
}

/** A house and its town stand apart in what comes by a form, and in one line elsewhere. */
function placeOf(document: XmlElement): string | undefined {
  const town = lineOf(document, 'location') ?? lineOf(document, 'calendarData', 'location');
  return said([lineOf(document, 'address'), town].filter((part) => part !== undefined).join(', '));
}

function placesIn(document: XmlElement): readonly { readonly name: string }[] {
  const named = [
    ...below(at(document, 'districts'), 'district'),
    ...below(at(document, 'regions'), 'region'),
  ];
  return named.flatMap((one) => textOf(one) ?? []).map((name) => ({ name }));
}

/** One element may name several subjects. */
function subjectsOf(element: XmlElement) {
  const code = said(element.attrs.reference);
  const names = textOf(element)?.split(/\s*;\s*/) ?? [];
  return names.map((name) => (code === undefined || names.length > 1 ? { name } : { name, code }));
}
