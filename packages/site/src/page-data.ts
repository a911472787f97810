import type { Json } from '@courant/base';
import type { Card } from '@courant/edition';
import { standingPath } from '@courant/edition';
import type { FrameData } from './frame-data.ts';
import { absolute } from './head.ts';

/** A step on the way to a page, as it is shown above it. */
export interface Step {
  readonly name: string;
  readonly path: string;
}

/** A thing of schema.org: its type and properties. */
export type Node = { readonly [key: string]: Json };

/** Several things that a page is or shows, as one document of schema.org. */
export function graph(...nodes: readonly (Node | undefined)[]): Json {
  return {
    '@context': 'https://schema.org',
    '@graph': nodes.filter((node) => node !== undefined),
  };
}

/** The way from the front page to this one (schema.org BreadcrumbList). */
export function breadcrumbs(page: FrameData, steps: readonly Step[]): Node {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: absolute(page, path),
    })),
  };
}

/** The stories a page lists, in the order it shows them (schema.org ItemList); nothing where it lists none. */
export function itemList(page: FrameData, cards: readonly Card[]): Node | undefined {
  if (cards.length === 0) return undefined;
  const items = cards.map((card, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    url: absolute(page, card.path),
    name: card.headline,
  }));
  return { '@type': 'ItemList', numberOfItems: cards.length, itemListElement: items };
}

/** A page that is a list of stories (schema.org CollectionPage). */
export function collection(
  page: FrameData,
  said: { readonly name: string; readonly path: string; readonly cards: readonly Card[] },
): Node {
  const list = itemList(page, said.cards);
  return {
    '@type': 'CollectionPage',
    name: said.name,
    url: absolute(page, said.path),
    inLanguage: page.edition.locale,
    isPartOf: { '@id': websiteId(page) },
    ...(list ? { mainEntity: list } : {}),
  };
}

/** The name under which the site is known to itself in structured data. */
export function websiteId(page: Pick<FrameData, 'publicUrl'>): string {
  return `${page.publicUrl}/#website`;
}

/** The name under which the publication is known in structured data. */
export function publisherId(page: Pick<FrameData, 'publicUrl'>): string {
  return `${page.publicUrl}/#publisher`;
}

/** The publication as schema.org tells of those who publish news. */
export function publisherData(page: FrameData): Node {
  const { publication, publicUrl, edition } = page;
  const about = (urlSlug: string) => absolute(page, standingPath(edition, { urlSlug }));
  const policies = page.aboutPages.map(({ urlSlug }) => [POLICY[urlSlug], about(urlSlug)] as const);
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(page),
    name: publication.name,
    url: `${publicUrl}/`,
    logo: { '@type': 'ImageObject', url: `${publicUrl}/icon-512.png`, width: 512, height: 512 },
    ...(publication.contact === undefined
      ? {}
      : { contactPoint: { '@type': 'ContactPoint', contactType: 'newsroom', email: publication.contact } }),
    ...Object.fromEntries(policies.filter(([name]) => name !== undefined)),
  };
}

/** The property of schema.org that each page about the paper answers, by its URL slug. */
const POLICY: Readonly<Record<string, string>> = {
  about: 'publishingPrinciples',
  corrections: 'correctionsPolicy',
  ethics: 'ethicsPolicy',
  ownership: 'ownershipFundingInfo',
  masthead: 'masthead',
  diversity: 'diversityPolicy',
  sources: 'unnamedSourcesPolicy',
  'fact-checking': 'verificationFactCheckingPolicy',
};
