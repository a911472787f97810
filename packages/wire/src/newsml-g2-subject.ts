import type { Subject } from '@courant/story';
import { present, said, unique } from './fields.ts';
import type { Entity } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { elementsOf, textOf } from './xml.ts';

/** What an item is about, by kind. */
export interface About {
  readonly keywords: readonly string[];
  readonly genres: readonly string[];
  readonly subjects: readonly Subject[];
  readonly places: readonly Entity[];
  readonly people: readonly Entity[];
  readonly organisations: readonly Entity[];
}

/** Sorts the subjects of an item by their type in the vocabulary "cpnat". */
export function aboutOf(about: XmlElement | undefined): About {
  const subjects = elementsOf(about, 'subject');
  const ofType = (pattern: RegExp) => subjects.filter(({ attrs }) => pattern.test(attrs.type ?? ''));
  const abstract = subjects.filter(
    ({ attrs }) => !/person|organisation|organization|geo|poi|place/i.test(attrs.type ?? ''),
  );
  return {
    keywords: unique(elementsOf(about, 'keyword').flatMap((keyword) => said(textOf(keyword)) ?? [])),
    genres: unique(elementsOf(about, 'genre').flatMap((genre) => nameIn(genre) ?? [])),
    subjects: unique(abstract.flatMap(subjectsOf), (one) => `${one.code} ${one.name}`),
    places: entities(ofType(/geo|poi|place/i)),
    people: entities(ofType(/person/i)),
    organisations: entities(ofType(/organi[sz]ation/i)),
  };
}

/** A subject with the broader ones it names; codes of subject codes and Media Topics get one prefix each. */
export function subjectsOf(whole: XmlElement): readonly Subject[] {
  // A concept that is made more exact by facets stands inside (NewsML-G2 from 2.26 on).
  const element = elementsOf(whole, 'mainConcept')[0] ?? whole;
  const code = codeOf(element);
  const name = nameIn(element);
  const own = code === undefined && name === undefined ? [] : [present({ code, name })];
  const same = elementsOf(element, 'sameAs', 'broader').flatMap((other): readonly Subject[] => {
    const otherCode = codeOf(other);
    return otherCode === undefined ? [] : [present({ code: otherCode, name: nameIn(other) })];
  });
  return [...own, ...same];
}

function codeOf({ attrs }: XmlElement): string | undefined {
  const code = said(attrs.qcode) ?? said(attrs.uri);
  if (code === undefined || said(code.replace(/^[^:]*:/, '')) === undefined) return undefined;
  // AP and dpa send the eight digits under prefixes of their own.
  return /^(iptccat|iptc_subj|subjectcode):\d{8}$/i.test(code) ? code.replace(/^[^:]*/, 'subj') : code;
}

function nameIn(element: XmlElement): string | undefined {
  const names = elementsOf(element, 'name');
  return names.flatMap((name) => said(textOf(name)) ?? [])[0] ?? said(element.attrs.literal);
}

function entities(elements: readonly XmlElement[]): readonly Entity[] {
  const named = elements.flatMap((element): readonly Entity[] => {
    const name = nameIn(element) ?? said(element.attrs.qcode?.replace(/^[^:]*:/, ''));
    // A code of digits alone names nobody (STT's places by number).
    return name === undefined || !/\p{L}/u.test(name)
      ? []
      : [{ name, ...present({ code: codeOf(element) }) }];
  });
  return unique(named, (entity) => `${entity.code} ${entity.name}`);
}
