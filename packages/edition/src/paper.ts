import type { Id, Instant } from '@courant/base';
import type { Policy } from './policy.ts';

/** The paper itself. */
export interface Publication {
  readonly id: Id;
  readonly name: string;
  /** A line under the name, such as the year it was founded. */
  readonly tagline?: string;
  /** A sentence every page carries at its foot, such as that people and events are invented. */
  readonly disclosure?: string;
  /** Mail address for readers. */
  readonly contact?: string;
  /** What machines may do with the paper; `DEFAULT_POLICY` where absent. */
  readonly policy?: Policy;
}

/** How an edition writes dates: `23 April 2011, 17:57` or, as papers did, `2011-04-23 17:57`. */
export type DateStyle = 'long' | 'iso';

/** The paper as made for one public. */
export interface Edition {
  readonly id: Id;
  /** The word of its address: `international`. */
  readonly key: string;
  /** `International Edition`. */
  readonly name: string;
  /** BCP 47, for dates and numbers. */
  readonly locale: string;
  /** IANA time zone. */
  readonly timeZone: string;
  readonly dateStyle: DateStyle;
  /** The default edition's addresses have no prefix. */
  readonly isDefault: boolean;
  /** Keys of `share-services`, in order. */
  readonly shareServices: readonly string[];
  /** The paper's name in the edition's language, beside the nameplate. */
  readonly title?: string;
  /** What stands under the name, where it is not the paper's tagline. */
  readonly tagline?: string;
  /** The sentence at the foot, where it is not the paper's. */
  readonly disclosure?: string;
  /** Paths of the top sections its navigation shows, in order; absent or empty means all. */
  readonly sections?: readonly string[];
}

/** A section of the tree, `world/politics`. */
export interface Section {
  readonly id: Id;
  /** Its words from the root, by `/`. */
  readonly path: string;
  readonly name: string;
  readonly position: number;
  /** Its name in other languages, by primary language. */
  readonly names?: Readonly<Record<string, string>>;
}

/** The path of an edition's home or of a section front. */
export function frontPath(
  edition: Pick<Edition, 'key' | 'isDefault'>,
  section?: Pick<Section, 'path'>,
): string {
  const path = [edition.isDefault ? '' : edition.key, section?.path ?? ''].filter(Boolean).join('/');
  return `/${path}`;
}

/** The word before a package's slug in its address. */
export const PACKAGE_WORD: Readonly<Record<PackageKind, string>> = {
  special: 'specials',
  'hot-topic': 'hot-topics',
  series: 'series',
};

/** The path of a special, hot topic or series in an edition. */
export function packagePath(
  edition: Pick<Edition, 'key' | 'isDefault'>,
  pack: Pick<StoryPackage, 'kind' | 'urlSlug'>,
): string {
  return `${prefixOf(edition)}/${PACKAGE_WORD[pack.kind]}/${pack.urlSlug}`;
}

/** The path of an edition's paper of a day (`2026-11-23`), or of its latest. */
export function issuePath(edition: Pick<Edition, 'key' | 'isDefault'>, date?: string): string {
  return `${prefixOf(edition)}/epaper${date ? `/${date}` : ''}`;
}

/** What stands before the paths of an edition: nothing for the default one, else `/` and its key. */
export function prefixOf(edition: Pick<Edition, 'key' | 'isDefault'>): string {
  return edition.isDefault ? '' : `/${edition.key}`;
}

/** The sections under their names in the language of an edition. */
export function sectionsIn(
  edition: Pick<Edition, 'locale'>,
  sections: readonly Section[],
): readonly Section[] {
  const language = edition.locale.split('-', 1)[0] ?? '';
  return sections.map((section): Section => {
    const name = section.names?.[edition.locale] ?? section.names?.[language];
    return name === undefined ? section : { ...section, name };
  });
}

/** The sections an edition shows in its navigation, in its order, children with their parents. */
export function shownSections(
  edition: Pick<Edition, 'sections'>,
  sections: readonly Section[],
): readonly Section[] {
  const order = edition.sections ?? [];
  if (order.length === 0) return sections;
  const rank = (section: Section) => order.indexOf(section.path.split('/', 1)[0] ?? '');
  return sections.filter((section) => rank(section) >= 0).toSorted((a, b) => rank(a) - rank(b));
}

/** What stories are told together as: a special with a page dressed its own way, a hot topic, or a series. */
export type PackageKind = 'special' | 'hot-topic' | 'series';

/** Stories told together, under one address. */
export interface StoryPackage {
  readonly id: Id;
  readonly kind: PackageKind;
  readonly urlSlug: string;
  readonly title: string;
  readonly teaser?: string;
  /** BCP 47, of title and teaser. */
  readonly language: string;
  /** The name of the colours its page is dressed in; the paper's own where absent. */
  readonly palette?: string;
  /** When it closed: its page stays, and no list names it. */
  readonly closed?: Instant;
}
