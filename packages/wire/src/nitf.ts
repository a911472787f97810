import type { Instant } from '@courant/base';
import type { Body } from '@courant/story';
import { blockText } from '@courant/story';
import { advised } from './advisory.ts';
import { openingByline } from './byline.ts';
import { datelineOf } from './dateline.ts';
import { present, said, unique, urgencyOf } from './fields.ts';
import { bodyFromHtml } from './html-body.ts';
import { htmlOf } from './html-of-xml.ts';
import { momentOf } from './moment.ts';
import { nitfMedia } from './nitf-media.ts';
import { metaOf, nitfUnmapped, revisionsOf } from './nitf-meta.ts';
import { nitfSubjects } from './nitf-subject.ts';
import type { ReadOptions } from './read-options.ts';
import type { PubStatus, Reading, WireItem, WireWarning } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, rawText, textOf } from './xml.ts';

/** Reads an NITF document, of any version from 2.5 to 3.6: by local names, because most have no namespace. */
export function readNitf(root: XmlElement, options: ReadOptions): Reading {
  const docdata = at(root, 'head', 'docdata');
  const head = at(root, 'body', 'body.head');
  const id = at(docdata, 'doc-id')?.attrs['id-string']?.trim() || at(docdata, 'du-key')?.attrs.key?.trim();
  const whole = nitfContent(root, { item: id ?? '', version: versionOf(docdata) ?? '' });
  const by = bylineOf(head);
  const opening = openingByline(whole.body, by);
  const content = { ...whole, ...opening };
  const headline = titled(textOf(at(head, 'hedline', 'hl1'))) ?? titled(textOf(at(root, 'head', 'title')));
  if (headline === undefined && content.body.content.length === 0 && statusOf(docdata) !== 'canceled') {
    return { ok: false, why: 'broken', say: 'broken NITF: it has neither a headline nor a body' };
  }
  const item = itemOf(root, { id, headline, byline: by ?? opening?.byline, body: content.body, options });
  // AP says in its history what the notes of others say: "ADDS military statement".
  const history = revisionsOf(root)
    .map((comment) => `Eds: ${comment}`)
    .at(-1);
  const { warnings, ...more } = advised({ ...item, ...present({ edNote: item.edNote ?? history }) }, options);
  return {
    ok: true,
    items: [
      {
        ...item,
        ...more,
        ...present({ media: content.media }),
        warnings: [...item.warnings, ...content.warnings, ...warnings],
      },
    ],
  };
}

/** What the body of an NITF document holds; other formats carry NITF inside. */
export function nitfContent(root: XmlElement, from: { readonly item: string; readonly version: string }) {
  const content = at(root, 'body', 'body.content') ?? at(root, 'body.content') ?? at(root, 'body');
  // The line below a text names who else had a hand in it.
  const taglines = elementsOf(at(root, 'body', 'body.end'), 'tagline').map(
    ({ children }) => `<p>${htmlOf(children)}</p>`,
  );
  const copy = htmlOf((content?.children ?? []).filter(isCopy));
  const read = bodyFromHtml(`${copy}${taglines.join('')}`, { from });
  return { body: read.body, media: [...nitfMedia(root), ...read.media], warnings: read.warnings };
}

function isCopy(node: XmlElement | string): boolean {
  return typeof node === 'string' || !['body.head', 'body.end'].includes(node.name);
}

interface Parts {
  readonly id: string | undefined;
  readonly headline: string | undefined;
  readonly byline: string | undefined;
  readonly body: Body;
  readonly options: ReadOptions;
}

const NO_ID: WireWarning = {
  code: 'no-id',
  say: 'The document has no id: one was made from its headline and date.',
};

function itemOf(root: XmlElement, { id, headline, byline, body, options }: Parts): WireItem {
  const head = at(root, 'body', 'body.head');
  const managed = management(root, options);
  const made = `nitf:${managed.versionCreated ?? ''}:${headline ?? ''}`.toLowerCase().replace(/\s+/g, '-');
  return {
    format: 'nitf',
    id: id ?? made,
    ...present({
      ...managed,
      language: languageOf(root),
      headline,
      slug: slugOf(root),
      standfirst: standfirstOf(head),
      byline,
      dateline: dateline(head, body),
      source: sourceOf(root),
      rights: rightsOf(root),
      keywords: keywordsOf(root),
      sectionPath: sectionOf(root),
      ...nitfSubjects(root),
    }),
    body,
    warnings: [...(id === undefined ? [NO_ID] : []), ...unknownStatus(at(root, 'head', 'docdata'))],
    unmapped: nitfUnmapped(root),
  };
}

/** What the document's data say: version, times, sender, status, embargo, notes. */
function management(root: XmlElement, options: ReadOptions) {
  const docdata = at(root, 'head', 'docdata');
  const moment = (name: string) => momentOf(at(docdata, name)?.attrs.norm, options);
  const status = statusOf(docdata);
  const release = moment('date.release');
  const isHeld = statusWord(docdata) === 'embargoed';
  const rights = at(docdata, 'doc.rights')?.attrs;
  const isAhead = release !== undefined && release > options.received;
  return {
    version: versionOf(docdata),
    versionCreated: moment('date.issue') ?? pubdate(root, options),
    firstCreated: firstCreated(root, options),
    supplier: supplierOf(root) ?? options.supplier,
    urgency: urgencyOf(at(docdata, 'urgency')?.attrs['ed-urg']),
    status,
    signal: status === 'canceled' ? ('kill' as const) : undefined,
    embargo: isHeld || isAhead ? (release ?? ('indefinite' as const)) : undefined,
    expires: earliest(moment('date.expire'), momentOf(rights?.enddate, options)),
    edNote: said(at(docdata, 'ed-msg')?.attrs.info) ?? said(textOf(at(docdata, 'ed-msg'))),
  };
}

/** Rights that end before the copy expires end it (AAP). */
function earliest(...moments: readonly (Instant | undefined)[]): Instant | undefined {
  return moments.filter((moment) => moment !== undefined).toSorted()[0];
}

function versionOf(docdata: XmlElement | undefined): string | undefined {
  const revisions = elementsOf(docdata, 'du-key').flatMap(({ attrs }) => said(attrs.version) ?? []);
  return revisions.at(-1);
}

function statusWord(docdata: XmlElement | undefined): string | undefined {
  return said(docdata?.attrs['management-status'])?.toLowerCase();
}

function unknownStatus(docdata: XmlElement | undefined): readonly WireWarning[] {
  const word = statusWord(docdata);
  if (word === undefined || statusOf(docdata) !== undefined) return [];
  return [{ code: 'unknown-status', say: `Its status is none we know: ${word.slice(0, 60)}` }];
}

/** Absent where nothing is said: the attribute has no default (NITF 3.6, docdata/@management-status). */
function statusOf(docdata: XmlElement | undefined): PubStatus | undefined {
  const status = statusWord(docdata);
  if (status === 'canceled' || status === 'cancelled' || status === 'killed') return 'canceled';
  if (status === 'withheld') return 'withheld';
  return status === 'usable' || status === 'embargoed' ? 'usable' : undefined;
}

function pubdate(root: XmlElement, options: ReadOptions) {
  return momentOf(below(at(root, 'head'), 'pubdata')[0]?.attrs['date.publication'], options);
}

function firstCreated(root: XmlElement, options: ReadOptions) {
  const head = at(root, 'body', 'body.head');
  return momentOf(at(head, 'dateline', 'story.date')?.attrs.norm, options);
}

function languageOf(root: XmlElement): string | undefined {
  const language = root.attrs['xml:lang'] ?? root.attrs.baselang ?? at(root, 'body')?.attrs['xml:lang'];
  return said(language)?.replace('_', '-');
}

function slugOf(root: XmlElement): string | undefined {
  const docdata = at(root, 'head', 'docdata');
  const meta = metaOf(root, 'NTBStikkord', 'slugline', 'anpa-keyword');
  const [keyword, ...others] = keywordsOf(root);
  const only = others.length === 0 ? keyword : undefined;
  return meta ?? said(at(docdata, 'du-key')?.attrs.key) ?? only ?? titled(textOf(at(root, 'head', 'title')));
}

function keywordsOf(root: XmlElement): readonly string[] {
  const listed = below(at(root, 'head', 'docdata', 'key-list'), 'keyword').flatMap(
    ({ attrs }) => said(attrs.key) ?? [],
  );
  const meta = titled(metaOf(root, 'keyword'));
  return unique(listed.length > 0 || meta === undefined ? listed : [meta]);
}

/** The section of a paper that the text stood in. */
function sectionOf(root: XmlElement): readonly string[] {
  const section = elementsOf(at(root, 'head'), 'pubdata').flatMap(
    ({ attrs }) => said(attrs['position.section']) ?? [],
  )[0];
  return section?.split('/').flatMap((name) => said(name) ?? []) ?? [];
}

/** ANSA marks its titles: `>>>ANSA/Gazprom cuts …`. */
function titled(text: string | undefined): string | undefined {
  return said(text?.replace(/^>+\s*[A-Z]+\//, ''));
}

/** An abstract, else the second headline where it is a deck and not the headline as first sent (AP). */
function standfirstOf(head: XmlElement | undefined): string | undefined {
  const abstract = textOf(at(head, 'abstract'));
  const deck = elementsOf(at(head, 'hedline'), 'hl2').find(({ attrs }) => attrs.id !== 'originalHeadline');
  return said(abstract) ?? said(textOf(deck));
}

function bylineOf(head: XmlElement | undefined): string | undefined {
  const byline = at(head, 'byline');
  if (!byline) return undefined;
  // Name and title stand side by side without a blank: "By<person>A</person><byttl>B</byttl>".
  const parts = byline.children.filter((child) => typeof child === 'string' || child.name !== 'byttl');
  const text = parts.map((child) => (typeof child === 'string' ? child : ` ${rawText(child)} `)).join('');
  return said(text.replace(/\s+/g, ' ').replace(/^\s*by:?\s+(?=\S)/i, ''));
}

function dateline(head: XmlElement | undefined, body: Body) {
  const first = body.content.find((block) => block.type === 'paragraph');
  const read = datelineOf(first ? blockText(first) : '')?.dateline;
  const element = at(head, 'dateline');
  const place = textOf(at(element, 'location')) ?? said(ownText(element));
  // A time stamp in the place of a place is no dateline.
  if (place === undefined || /^\d{4}-?\d\d-?\d\d|^[A-Z]+ \d\d, \d{4}$/.test(place)) return read;
  const plain = place.replace(/[\s,–—-]+$/, '');
  // AAP writes the whole line there: "SYDNEY March 22 AAP -".
  return { ...read, ...(datelineOf(`${plain} - `)?.dateline ?? { place: plain }) };
}

function ownText(element: XmlElement | undefined): string {
  const own = (element?.children ?? []).filter(
    (child) => typeof child === 'string' || child.name !== 'story.date',
  );
  return own
    .map((child) => (typeof child === 'string' ? child : rawText(child)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function supplierOf(root: XmlElement): string | undefined {
  const docdata = at(root, 'head', 'docdata');
  return (
    metaOf(root, 'NTBKilde') ??
    said(at(docdata, 'doc.copyright')?.attrs.holder) ??
    said(below(docdata, 'from-src')[0]?.attrs['src-name']) ??
    said(at(docdata, 'doc-id')?.attrs.regsrc)
  );
}

function sourceOf(root: XmlElement): string | undefined {
  const head = at(root, 'body', 'body.head');
  return said(textOf(at(head, 'distributor'))) ?? metaOf(root, 'NTBKilde', 'source') ?? creditOf(root);
}

function creditOf(root: XmlElement): string | undefined {
  return said(below(at(root, 'head', 'docdata'), 'from-src')[0]?.attrs['src-name']);
}

function rightsOf(root: XmlElement): string | undefined {
  const head = at(root, 'body', 'body.head');
  const { year, holder } = at(root, 'head', 'docdata', 'doc.copyright')?.attrs ?? {};
  const copyright = said(holder) === undefined ? undefined : `© ${[year, holder].filter(Boolean).join(' ')}`;
  return said(textOf(at(head, 'rights'))) ?? said(textOf(below(head, 'copyrite')[0])) ?? copyright;
}
