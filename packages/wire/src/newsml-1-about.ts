import type { Subject } from '@courant/story';
import { present, said, unique } from './fields.ts';
import { formalName } from './newsml-1-management.ts';
import type { Author, Entity } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, textOf } from './xml.ts';

/** One of TASS's elements lacks a syllable. */
const DESCRIPTIVE = ['DescriptiveMetadata', 'DescriptiveMetada'] as const;

/** The descriptions along a path of components, the innermost first: what it does not say, those above it do. */
export function descriptionsOf(path: readonly XmlElement[]): readonly XmlElement[] {
  return path.toReversed().flatMap((component) => elementsOf(component, ...DESCRIPTIVE));
}

/** What a component is about. */
export function newsMl1About(path: readonly XmlElement[]) {
  const descriptions = descriptionsOf(path);
  const all = (...names: readonly string[]) => descriptions.flatMap((one) => elementsOf(one, ...names));
  return {
    language: languageOf(descriptions, path),
    keywords: keywordsOf(path, descriptions),
    genres: unique(all('Genre').flatMap((genre) => formalName(genre) ?? [])),
    subjects: unique(all('SubjectCode').flatMap(subjectsOf), (one) => one.code ?? ''),
    places: placesOf(all('Location')),
  };
}

function languageOf(descriptions: readonly XmlElement[], path: readonly XmlElement[]): string | undefined {
  const named = descriptions.flatMap((one) => formalName(at(one, 'Language')) ?? [])[0];
  return canonical(named ?? path.toReversed().flatMap(({ attrs }) => said(attrs['xml:lang']) ?? [])[0]);
}

function canonical(language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(language.replace('_', '-'))[0];
  } catch {
    // No language tag: nothing is known of the language.
    return undefined;
  }
}

/** AFP and ANP keep them in properties, Business Wire in metadata of its own, TASS in elements of its own. */
function keywordsOf(path: readonly XmlElement[], descriptions: readonly XmlElement[]): readonly string[] {
  const properties = (parents: readonly XmlElement[], name: RegExp) =>
    parents
      .flatMap((one) => elementsOf(one, 'Property'))
      .flatMap(({ attrs }) => (name.test(attrs.FormalName ?? '') ? (said(attrs.Value) ?? []) : []));
  const own = properties(descriptions, /^Keyword$/i);
  const metadata = path.flatMap((component) => elementsOf(component, 'Metadata'));
  const theirs = properties(metadata, /^BW(Industry|Category)Keywords$/);
  const tass = path
    .flatMap((one) => below(at(one, 'item_keywords'), 'item_keyword'))
    .flatMap((one) => said(textOf(one)) ?? []);
  const lines = path
    .flatMap((one) => elementsOf(at(one, 'NewsLines'), 'KeywordLine'))
    .flatMap((one) => said(textOf(one)) ?? []);
  const words = [...own, ...lines].flatMap((word) => word.split(/[;,]/)).flatMap((word) => said(word) ?? []);
  return unique([...words, ...theirs, ...tass]);
}

/** Subject, matter and detail each name a code; those of the IPTC have eight digits. */
function subjectsOf(code: XmlElement): readonly Subject[] {
  return elementsOf(code, 'Subject', 'SubjectMatter', 'SubjectDetail', 'SubjectQualifier').flatMap(
    (one): readonly Subject[] => {
      const name = formalName(one);
      if (name === undefined) return [];
      return [{ code: /^\d{8}$/.test(name) ? `subj:${name}` : name }];
    },
  );
}

function property(location: XmlElement, name: string): string | undefined {
  const found = below(location, 'Property').find(({ attrs }) => attrs.FormalName === name);
  return said(found?.attrs.Value);
}

function placesOf(locations: readonly XmlElement[]): readonly Entity[] {
  const places = locations.flatMap((location): readonly Entity[] => {
    const name =
      property(location, 'City') ?? property(location, 'CountryArea') ?? property(location, 'Country');
    return name === undefined ? [] : [{ name, ...present({ code: property(location, 'Country') }) }];
  });
  return unique(places, ({ name }) => name);
}

/** The town a component says it was written in. */
export function originOf(path: readonly XmlElement[]): string | undefined {
  const locations = descriptionsOf(path).flatMap((one) => elementsOf(one, 'Location'));
  const origin = locations.find(({ attrs }) => attrs.HowPresent === 'Origin');
  return origin && property(origin, 'City');
}

/** People named as writers: creators, and properties called author (ATS). */
export function newsMl1Authors(path: readonly XmlElement[]): readonly Author[] {
  const administrative = path.flatMap((one) => elementsOf(one, 'AdministrativeMetadata'));
  const names = administrative.flatMap((one) => [
    ...elementsOf(one, 'Property').flatMap(({ attrs }) =>
      attrs.FormalName === 'author' ? (said(attrs.Value) ?? []) : [],
    ),
    ...elementsOf(one, 'Author').flatMap((author) => formalName(at(author, 'Party') ?? author) ?? []),
  ]);
  return unique(names).map((name) => ({ name }));
}
