import type { Instant } from '@courant/base';
import type { Subject } from '@courant/story';
import { nitfBody } from './nitf-body-writer.ts';
import type { Entity, WireItem } from './wire-item.ts';
import type { Written } from './written.ts';
import type { XmlMade } from './xml-writer.ts';
import { element, textElement, xmlDocument } from './xml-writer.ts';

/** `namespace`: NITF 3.6 by its schema. `plain`: the same without the namespace, for systems of the DTD's days. */
export type NitfForm = 'namespace' | 'plain';

const NAMESPACE = 'http://iptc.org/std/NITF/2006-10-18/';

/**
 * An item as NITF 3.6, valid by its schema whatever the item holds. What has no word there is left out
 * (docs/wire-formats.md).
 */
export function writeNitf(item: WireItem, form: NitfForm = 'namespace'): Written {
  const root = element(
    'nitf',
    {
      xmlns: form === 'namespace' ? NAMESPACE : undefined,
      version: '-//IPTC//DTD NITF 3.6//EN',
      baselang: item.language,
    },
    head(item),
    element('body', {}, bodyHead(item), nitfBody(item)),
  );
  return { text: xmlDocument(root), mediaType: 'application/nitf+xml' };
}

function head(item: WireItem): XmlMade {
  const { sectionPath = [] } = item;
  return element(
    'head',
    {},
    textElement('title', item.headline ?? item.slug),
    tobject(item),
    docdata(item),
    sectionPath.length === 0
      ? undefined
      : element('pubdata', { 'position.section': sectionPath.join(' / ') }),
  );
}

/** Subject codes are the vocabulary of NITF's own element; Media Topics and all others are classifiers. */
function tobject({ genres = [], subjects = [] }: WireItem): XmlMade | undefined {
  const coded = subjects.flatMap((one) => subjectCode(one) ?? []);
  if (genres.length === 0 && coded.length === 0) return undefined;
  return element(
    'tobject',
    {},
    genres.map((genre) => element('tobject.property', { 'tobject.property.type': genre })),
    coded,
  );
}

/** A subject of which type, matter and detail are named by the first two, five and eight digits. */
function subjectCode({ code, name }: Subject): XmlMade | undefined {
  const digits = /^subj:(\d{8})$/.exec(code ?? '')?.[1];
  if (digits === undefined) return undefined;
  const level = digits.endsWith('000000') ? 'type' : digits.endsWith('000') ? 'matter' : 'detail';
  const refnum = { 'tobject.subject.refnum': digits, [`tobject.subject.${level}`]: name };
  return element('tobject.subject', refnum);
}

function docdata(item: WireItem): XmlMade {
  const { id, supplier, slug, version, edNote, urgency, keywords = [] } = item;
  const embargo = item.embargo === 'indefinite' ? undefined : item.embargo;
  return element(
    'docdata',
    { 'management-status': managementStatus(item), ...replaced(item) },
    element('doc-id', { regsrc: supplier, 'id-string': id }),
    urgency === undefined ? undefined : element('urgency', { 'ed-urg': Math.min(urgency, LEAST_URGENT) }),
    date('date.issue', item.versionCreated),
    date('date.release', embargo),
    date('date.expire', item.expires),
    edNote === undefined ? undefined : element('ed-msg', { info: edNote }),
    slug === undefined && nameToken(version) === undefined
      ? undefined
      : element('du-key', { version: nameToken(version), key: slug }),
    keywords.length === 0
      ? undefined
      : element(
          'key-list',
          {},
          keywords.map((key) => element('keyword', { key })),
        ),
    identified(item),
  );
}

/** NITF counts from 1 to 8 (3.6, urgency/@ed-urg). */
const LEAST_URGENT = 8;

/** One word for what others say in two: an item that is held is said to be held, whatever else it is. */
function managementStatus({ status, signal, embargo }: WireItem): string | undefined {
  if (signal === 'kill' || status === 'canceled') return 'canceled';
  if (status === 'withheld') return 'withheld';
  return embargo === undefined ? status : 'embargoed';
}

function replaced({ replaces: [first] = [] }: WireItem) {
  return first === undefined ? {} : { 'management-doc-idref': first, 'management-idref-status': 'canceled' };
}

/** ISO 8601 basic form to the second, as all of NITF's dates are. */
function norm(moment: Instant): string {
  return moment.replace(/[-:]|\.\d+/g, '');
}

function date(name: string, moment: Instant | undefined): XmlMade | undefined {
  return moment === undefined ? undefined : element(name, { norm: norm(moment) });
}

/** A text where an attribute takes it as a token (XML 1.0 §2.3). */
function nameToken(text: string | undefined): string | undefined {
  return text !== undefined && /^[\w.:-]+$/.test(text) ? text : undefined;
}

function identified({ subjects = [], places = [], people = [], organisations = [] }: WireItem) {
  const others = subjects.filter((one) => subjectCode(one) === undefined);
  const content = [
    ...people.map((one) => element('person', source(one.code), one.name)),
    ...organisations.map((one) => element('org', source(one.code), one.name)),
    ...places.map(location),
    ...others.map(({ code, name }) => element('classifier', { type: 'subject', ...source(code) }, name)),
  ];
  return content.length === 0 ? undefined : element('identified-content', {}, content);
}

/** A code and the vocabulary that its prefix names. */
function source(code: string | undefined) {
  return code === undefined ? {} : { idsrc: /^[^:]+(?=:)/.exec(code)?.[0] ?? 'code', value: code };
}

function location({ name, code }: Entity): XmlMade {
  const { idsrc, value } = source(code);
  return element('location', { 'location-code': value, 'code-source': idsrc }, name);
}

function bodyHead(item: WireItem): XmlMade {
  const { headline, standfirst, byline, authors = [], source: credit, rights } = item;
  // There is no place for authors beside the line that names them.
  const names = byline ?? (authors.map(({ name }) => name).join(', ') || undefined);
  return element(
    'body.head',
    {},
    headline === undefined ? undefined : element('hedline', {}, element('hl1', {}, headline)),
    textElement('rights', rights),
    textElement('byline', names),
    textElement('distributor', credit),
    dateline(item),
    standfirst === undefined ? undefined : element('abstract', {}, element('p', {}, standfirst)),
  );
}

function dateline({ dateline: line, firstCreated }: WireItem): XmlMade | undefined {
  if (line === undefined && firstCreated === undefined) return undefined;
  const when =
    firstCreated === undefined ? undefined : element('story.date', { norm: norm(firstCreated) }, line?.date);
  return element('dateline', {}, line && element('location', {}, line.place), when);
}
