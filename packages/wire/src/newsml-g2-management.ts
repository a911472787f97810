import { present, said, unique } from './fields.ts';
import { momentOf } from './moment.ts';
import { embargoOf, pubStatusOf, signalsOf, unknownStatusOf } from './newsml-g2-signal.ts';
import type { ReadOptions } from './read-options.ts';
import type { Author, WireLink, WireWarning } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf, textOf } from './xml.ts';

/** What the item's management says: times, sender, signals, embargo, notes, links. */
export function managementOf(element: XmlElement, options: ReadOptions) {
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
export function unknownWords(element: XmlElement): readonly WireWarning[] {
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
export function withoutVersion(guid: string, version: string | undefined): string {
  const suffix = `:${version}`;
  return version !== undefined && guid.endsWith(suffix) ? guid.slice(0, -suffix.length) : guid;
}

/** Those who made an item or had a hand in it. */
export function authorsOf(about: XmlElement | undefined): readonly Author[] {
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

/** The terms of use, else who holds the copyright. */
export function rightsOf(element: XmlElement): string | undefined {
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

/** What the model has no word for, by the names of the elements. */
export function unmappedOf(element: XmlElement): Readonly<Record<string, unknown>> {
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
  return {
    ...Object.fromEntries(notes.length === 0 ? entries : [...entries, ['deskNotes', notes]]),
    ...present({ signals: signalsOf(metas[0]).silent }),
  };
}
