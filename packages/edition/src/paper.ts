import type { Id } from '@courant/base';

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
}

/** A section of the tree, `world/politics`. */
export interface Section {
  readonly id: Id;
  /** Its words from the root, by `/`. */
  readonly path: string;
  readonly name: string;
  readonly position: number;
}

/** The path of an edition's home or of a section front. */
export function frontPath(
  edition: Pick<Edition, 'key' | 'isDefault'>,
  section?: Pick<Section, 'path'>,
): string {
  const path = [edition.isDefault ? '' : edition.key, section?.path ?? ''].filter(Boolean).join('/');
  return `/${path}`;
}

/** The path of a special or hot topic in an edition. */
export function packagePath(
  edition: Pick<Edition, 'key' | 'isDefault'>,
  pack: Pick<StoryPackage, 'kind' | 'urlSlug'>,
): string {
  return `${edition.isDefault ? '' : `/${edition.key}`}/${pack.kind === 'special' ? 'specials' : 'topics'}/${pack.urlSlug}`;
}

/** The path of an edition's paper of a day (`2026-11-23`), or of its latest. */
export function issuePath(edition: Pick<Edition, 'key' | 'isDefault'>, date?: string): string {
  return `${edition.isDefault ? '' : `/${edition.key}`}/epaper${date ? `/${date}` : ''}`;
}

/** Stories told together: a special with its own page and teaser, or a hot topic. */
export interface StoryPackage {
  readonly id: Id;
  readonly kind: 'special' | 'topic';
  readonly urlSlug: string;
  readonly title: string;
  readonly teaser?: string;
}
