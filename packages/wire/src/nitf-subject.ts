import type { Subject } from '@courant/story';
import { present, said, unique } from './fields.ts';
import { metaOf } from './nitf-meta.ts';
import type { Entity } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, textOf } from './xml.ts';

/** What an NITF document is about, by kind. */
export function nitfSubjects(root: XmlElement) {
  const types = below(root, 'tobject.property').flatMap(
    ({ attrs }) => said(attrs['tobject.property.type']) ?? [],
  );
  return {
    genres: unique(types),
    subjects: subjectsOf(root),
    places: placesOf(root),
    people: named(root, 'person'),
    organisations: named(root, 'org'),
  };
}

const LEVELS = [
  ['tobject.subject.type', 2],
  ['tobject.subject.matter', 5],
  ['tobject.subject.detail', 8],
] as const;

/** A subject with those above it: type, matter and detail name the code's first two, five and eight digits. */
function subjectOf({ attrs }: XmlElement): readonly Subject[] {
  const refnum = said(attrs['tobject.subject.refnum']);
  if (refnum === undefined || !/^\d{8}$/.test(refnum)) {
    const names = LEVELS.flatMap(([name]) => said(attrs[name]) ?? []);
    const name = names.at(-1) ?? said(attrs['tobject.subject.code']);
    return refnum === undefined && name === undefined ? [] : [present({ code: refnum, name })];
  }
  const own = { code: `subj:${refnum}` };
  const levels = LEVELS.flatMap(([name, digits]): readonly Subject[] => {
    const named = said(attrs[name]);
    return named === undefined
      ? []
      : [{ code: `subj:${refnum.slice(0, digits).padEnd(8, '0')}`, name: named }];
  });
  if (levels.some((level) => level.code === own.code)) return levels;
  // Some name only the matter, under the full code.
  const name = levels.at(-1)?.name;
  return name === undefined ? [own] : [...levels.slice(0, -1), { ...own, name }];
}

function subjectsOf(root: XmlElement): readonly Subject[] {
  const subjects = [
    ...below(at(root, 'head'), 'tobject.subject').flatMap(subjectOf),
    ...identified(root, 'classifier').flatMap(classified),
  ];
  const iptc = metaOf(root, 'category_iptc');
  const all = iptc && /^\d{8}$/.test(iptc) ? [...subjects, { code: `subj:${iptc}` }] : subjects;
  return unique(all, (one) => one.code ?? one.name ?? '');
}

/** What the document's data list as what it is about. */
function identified(root: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(at(root, 'head', 'docdata', 'identified-content'), name);
}

/** A classifier says in its type what it classifies; those of other types are the agencies' own affairs. */
function classified(element: XmlElement): readonly Subject[] {
  const { type, value } = element.attrs;
  const subject = present({ code: said(value), name: textOf(element) });
  return type !== 'subject' || Object.keys(subject).length === 0 ? [] : [subject];
}

function placesOf(root: XmlElement): readonly Entity[] {
  const events = below(at(root, 'head'), 'evloc').flatMap(({ attrs }): readonly Entity[] => {
    const name =
      said(attrs.city) ?? said(attrs['county-dist']) ?? said(attrs['state-prov']) ?? said(attrs['iso-cc']);
    return name === undefined ? [] : [{ name, ...present({ code: said(attrs['iso-cc']) }) }];
  });
  const about = identified(root, 'location').flatMap((place): readonly Entity[] => {
    const name = textOf(place);
    return name === undefined ? [] : [{ name, ...present({ code: said(place.attrs['location-code']) }) }];
  });
  return unique([...events, ...about], (place) => place.name);
}

/** People and organisations marked in the text or listed as subjects of the document. */
function named(root: XmlElement, name: 'person' | 'org'): readonly Entity[] {
  const places = [at(root, 'body', 'body.content'), at(root, 'head', 'docdata', 'identified-content')];
  const entities = places
    .flatMap((place) => below(place, name))
    .flatMap((element): readonly Entity[] => {
      const text = textOf(element);
      return text === undefined
        ? []
        : [{ name: text, ...present({ code: said(element.attrs.idsrc && element.attrs.value) }) }];
    });
  return unique(entities, (entity) => entity.name);
}
