import { blockText } from '@courant/story';
import { advised } from './advisory.ts';
import { openingByline } from './byline.ts';
import { datelineOf } from './dateline.ts';
import { present, said, unique, urgencyOf } from './fields.ts';
import { momentOf } from './moment.ts';
import type { G2Content } from './newsml-g2-content.ts';
import { contentOf } from './newsml-g2-content.ts';
import { embargoOf, pubStatusOf, signalsOf, unknownStatusOf } from './newsml-g2-signal.ts';
import { aboutOf } from './newsml-g2-subject.ts';
import type { ReadOptions } from './read-options.ts';
import type { Author, WireItem, WireLink, WireWarning } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf, textOf } from './xml.ts';

/** Reads one news item of NewsML-G2, 2.0 to 2.35, of either conformance. */
export function readNewsItem(element: XmlElement, options: ReadOptions): WireItem {
  const id = said(element.attrs.guid) ?? '';
  const version = said(element.attrs.version);
  const about = at(element, 'contentMeta');
  const by = said(textOf(at(about, 'by')))?.replace(/^by\s+/i, '');
  const whole = contentOf(element, { item: id, version: version ?? '' });
  const opening = openingByline(whole.body, by);
  const content = { ...whole, ...opening };
  const status = pubStatusOf(at(element, 'itemMeta'));
  const item: WireItem = {
    format: 'newsml-g2',
    id: id === '' ? `g2:${textOf(at(about, 'headline')) ?? ''}` : withoutVersion(id, version),
    ...present({
      version,
      language: said(at(about, 'language')?.attrs.tag) ?? said(element.attrs['xml:lang']) ?? content.language,
      ...management(element, options),
      ...words(about, content),
      byline: by ?? opening?.byline,
      authors: authorsOf(about),
      urgency: urgencyOf(textOf(at(about, 'urgency'))),
      status,
      rights: rightsOf(element),
      ...aboutOf(about),
      media: content.media,
    }),
    ...(content.body ? { body: content.body } : {}),
    warnings: [...(id === '' ? [NO_ID] : []), ...unknownWords(element), ...content.warnings],
    unmapped: { ...unmapped(element), ...present({ signals: signalsOf(at(element, 'itemMeta')).silent }) },
  };
  const { warnings, ...advice } = advised(item, options);
  return { ...item, ...advice, warnings: [...item.warnings, ...warnings] };
}

const NO_ID: WireWarning = { code: 'no-id', say: 'The item has no guid.' };

/** What the item's management says: times, sender, signals, embargo, notes, links. */
function management(element: XmlElement, options: ReadOptions) {
  const meta = at(element, 'itemMeta');
  const moment = (name: string) => momentOf(textOf(at(meta, name)), options);
  return {
    versionCreated: moment('versionCreated'),
    firstCreated: moment('firstCreated'),
    supplier: nameOf(at(meta, 'provider')) ?? options.supplier,
    source: sourceOf(meta, at(element, 'contentMeta')),
    signal: pubStatusOf(meta) === 'canceled' ? ('kill' as const) : signalsOf(meta).signal,
    embargo: embargoOf(meta, options),
    expires: moment('expires'),
    edNote: edNoteOf(meta),
    links: linksOf(meta),
  };
}

/** What management said in words we do not know: told, because it may be meant to hold or withdraw the item. */
function unknownWords(element: XmlElement): readonly WireWarning[] {
  const meta = at(element, 'itemMeta');
  const status = unknownStatusOf(meta);
  const { unknown } = signalsOf(meta);
  const signals = `Signals we do not know (${unknown.join(', ')}) were read as an update.`;
  return [
    ...(status === undefined
      ? []
      : [{ code: 'unknown-status', say: `Its status is none we know: ${status.slice(0, 60)}` }]),
    ...(unknown.length === 0 ? [] : [{ code: 'unknown-signal', say: signals }]),
  ];
}

/** `tag:reuters.com,2014:newsml_KBN:5` and `urn:…:6` end in the version where the agency writes it twice. */
function withoutVersion(guid: string, version: string | undefined): string {
  const suffix = `:${version}`;
  return version !== undefined && guid.endsWith(suffix) ? guid.slice(0, -suffix.length) : guid;
}

function words(about: XmlElement | undefined, content: G2Content) {
  const headlines = elementsOf(about, 'headline');
  const main =
    headlines.find(({ attrs }) => attrs.role === undefined || /main|title|headline/i.test(attrs.role)) ??
    headlines[0];
  const kicker = headlines.find((one) => one !== main && /overline|kicker|roof/i.test(one.attrs.role ?? ''));
  const slug = said(textOf(at(about, 'slugline')));
  return {
    headline: said(textOf(main)) ?? content.headline,
    kicker: said(textOf(kicker)),
    slug,
    standfirst: standfirstOf(about, content),
    dateline: datelineIn(about, content),
  };
}

function standfirstOf(about: XmlElement | undefined, content: G2Content): string | undefined {
  const descriptions = elementsOf(about, 'description');
  const summary = descriptions.find(({ attrs }) => /summary|abstract|lead/i.test(attrs.role ?? ''));
  return (
    said(textOf(summary)) ??
    said(textOf(descriptions.find(({ attrs }) => attrs.role === undefined))) ??
    content.standfirst
  );
}

/** Time stamps, and a place in a city of no name, stand where some agencies have no dateline. */
const NO_PLACE = /^\d{4}-\d\d-\d\d|^[A-Z]+ \d{1,2}, \d{4}$/;

function datelineIn(about: XmlElement | undefined, content: G2Content) {
  const first = content.body?.content.find((block) => block.type === 'paragraph');
  const inText = datelineOf(first ? blockText(first) : '')?.dateline;
  const line = said(textOf(at(about, 'dateline')));
  const written =
    line === undefined || NO_PLACE.test(line)
      ? undefined
      : (datelineOf(`${line.replace(/[\s–—-]+$/, '')} - `)?.dateline ?? {
          place: line.replace(/[\s–—-]+$/, ''),
        });
  const located = elementsOf(about, 'located')
    .map((place) => nameOf(place))
    .find((name) => name !== undefined);
  return inText ?? written ?? (located === undefined ? undefined : { place: located });
}

function authorsOf(about: XmlElement | undefined): readonly Author[] {
  const authors = elementsOf(about, 'creator', 'contributor').flatMap((creator): readonly Author[] => {
    const name = nameOf(creator);
    const uri = said(creator.attrs.uri) ?? said(creator.attrs.qcode);
    return name === undefined ? [] : [{ name, ...present({ role: said(creator.attrs.role), uri }) }];
  });
  return unique(authors, (author) => author.name);
}

/** STT ends its credit with the dash that follows it in print. */
function creditOf(about: XmlElement | undefined): string | undefined {
  return said(textOf(at(about, 'creditline'))?.replace(/[\s–—-]+$/, ''));
}

function sourceOf(meta: XmlElement | undefined, about: XmlElement | undefined): string | undefined {
  return creditOf(about) ?? nameOf(at(about, 'infoSource')) ?? nameOf(at(meta, 'provider'));
}

/** The name of a party or place: its own words, else its literal, else the code after the scheme. */
export function nameOf(element: XmlElement | undefined): string | undefined {
  const names = elementsOf(element, 'name');
  const plain =
    names.find(({ attrs }) => attrs.role === undefined || /full|display/i.test(attrs.role)) ?? names[0];
  return (
    said(textOf(plain)) ??
    said(element?.attrs.literal) ??
    said(element?.attrs.qcode?.replace(/^[^:]*:/, '')) ??
    (names.length === 0 ? said(textOf(element)) : undefined)
  );
}

/** Notes to editors. What is private, a notebook or a closing line is not among them; it stays in `unmapped`. */
function edNoteOf(meta: XmlElement | undefined): string | undefined {
  const notes = elementsOf(meta, 'edNote').filter((note) => !isForTheDesk(note));
  return said(notes.flatMap((note) => said(textOf(note)) ?? []).join('\n'));
}

function isForTheDesk({ attrs }: XmlElement): boolean {
  return (
    /private|notepad|closingline/i.test(attrs.role ?? '') || /nonpublic/i.test(attrs.pubconstraint ?? '')
  );
}

function rightsOf(element: XmlElement): string | undefined {
  const infos = elementsOf(element, 'rightsInfo');
  const all = (name: string) =>
    infos.flatMap((info) => elementsOf(info, name)).flatMap((one) => said(textOf(one)) ?? []);
  return (
    all('usageTerms')[0] ??
    all('copyrightNotice')[0] ??
    infos.flatMap((info) => nameOf(at(info, 'copyrightHolder')) ?? [])[0]
  );
}

function linksOf(meta: XmlElement | undefined): readonly WireLink[] {
  return elementsOf(meta, 'link').flatMap((link): readonly WireLink[] => {
    const href = said(link.attrs.href) ?? said(link.attrs.residref);
    return href === undefined
      ? []
      : [{ href, ...present({ rel: said(link.attrs.rel), title: textOf(at(link, 'title')) }) }];
  });
}

const UNMAPPED = ['service', 'profile', 'generator', 'filename', 'altId'] as const;

function unmapped(element: XmlElement): Readonly<Record<string, unknown>> {
  const metas = [at(element, 'itemMeta'), at(element, 'contentMeta')];
  const entries = UNMAPPED.flatMap((name) => {
    const values = metas
      .flatMap((meta) => elementsOf(meta, name))
      .flatMap((one) => nameOf(one) ?? said(textOf(one)) ?? []);
    return values.length === 0 ? [] : [[name, values] as const];
  });
  const notes = elementsOf(metas[0], 'edNote')
    .filter(isForTheDesk)
    .flatMap((note) => said(textOf(note)) ?? []);
  return Object.fromEntries(notes.length === 0 ? entries : [...entries, ['deskNotes', notes]]);
}
