import type { Id } from '@courant/base';
import { millis } from '@courant/base';
import type { Card } from './card.ts';
import type { Container, Layout, Rank } from './front.ts';
import type { Edition, Section } from './paper.ts';
import { frontPath } from './paper.ts';

/** Within one day of the newest story urgency decides; what is older gives way however urgent it was. */
const NEWS_DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How many cards of each rank a container may hold, in the order they are filled; `pictured` ones go to stories with a
 * picture before those without, as far as the news of a day goes.
 */
type Places = readonly (readonly [rank: Rank, count: number, wish?: 'pictured'])[];

const SPLASH: Places = [
  ['lead', 1],
  ['second', 1, 'pictured'],
  ['second', 2],
  ['third', 4, 'pictured'],
];
const LATEST: Places = [['brief', 5]];
const OPINION: Places = [
  ['lead', 1],
  ['second', 4],
];
const PHOTO: Places = [
  ['lead', 1],
  ['third', 3],
];
/** The first sections of a front get more room than those further down. */
const WIDE: Places = [
  ['lead', 1, 'pictured'],
  ['second', 1, 'pictured'],
  ['second', 1],
  ['third', 2],
  ['brief', 3],
];
const NARROW: Places = [
  ['lead', 1, 'pictured'],
  ['brief', 3],
];
const WIDE_SECTIONS = 2;
/** A section with no more cards than this stands with the narrow ones. */
const NARROW_CARDS = 4;

const SECTION_SPLASH: Places = [
  ['lead', 1],
  ['second', 1, 'pictured'],
  ['second', 2],
];
const SECTION_LATEST: Places = [['brief', 3]];
const RIVER: Places = [['third', 40]];

/** The section whose front is drawn as opinion is, whatever its stories' kinds. */
const OPINION_PATH = 'opinion';

/**
 * Fills the home of an edition from live stories, newest first: splash, latest, the top-level sections in their
 * order (children included), opinion, photo features. Pure and without chance: equal input gives an equal front,
 * no story stands twice, and a container without a card is not there. The newest story always finds a place.
 */
export function fillHome(
  candidates: readonly Card[],
  sections: readonly Section[],
  edition: Pick<Edition, 'key' | 'isDefault'>,
): readonly Container[] {
  const deal = dealer(candidates);
  const order = rankOrder(candidates);
  const splash = deal({ block: SPLASH_BLOCK, places: SPLASH, fits: isNews, order });
  const latest = deal({ block: LATEST_BLOCK, places: LATEST, fits: isNews, order: newestFirst });
  const voices = opinionBlock(sections, edition);
  const opinion = deal({ block: voices, places: OPINION, fits: isOpinion, order: newestFirst });
  const photo = deal({ block: PHOTO_BLOCK, places: PHOTO, fits: isGallery, order: newestFirst });
  const tops = sections.filter((section) => isTop(section) && section.path !== OPINION_PATH);
  const filled = tops.toSorted(byPosition).map((section, i) => {
    const places = i < WIDE_SECTIONS ? WIDE : NARROW;
    const fits = (card: Card) => isNews(card) && isIn(card, section);
    return deal({ block: blockOf(section, edition), places, fits, order });
  });
  const isWide = (container: Container) => container.cards.length > NARROW_CARDS;
  const wide = filled.filter(isWide);
  const narrow = filled.filter((container) => !isWide(container));
  return present([splash, latest, ...wide, opinion, photo, ...narrow]);
}

/**
 * Fills the front of a section from its live stories and those of its children, newest first: splash, latest, one
 * container for each child, and the rest as a river. The same promises hold as for `fillHome`.
 */
export function fillSection(
  candidates: readonly Card[],
  sections: readonly Section[],
  front: { readonly section: Section; readonly edition: Pick<Edition, 'key' | 'isDefault'> },
): readonly Container[] {
  const deal = dealer(candidates);
  const order = rankOrder(candidates);
  const splash = deal({ block: SPLASH_BLOCK, places: SECTION_SPLASH, fits: anyCard, order });
  const latest = deal({ block: LATEST_BLOCK, places: SECTION_LATEST, fits: anyCard, order: newestFirst });
  const children = sections.filter((section) => isChildOf(section, front.section)).toSorted(byPosition);
  const filled = children.map((child) => {
    const fits = (card: Card) => isIn(card, child);
    return deal({ block: blockOf(child, front.edition), places: NARROW, fits, order });
  });
  const more: Block = { key: 'more', title: front.section.name, layout: 'river' };
  const river = deal({ block: more, places: RIVER, fits: anyCard, order: newestFirst });
  return present([splash, latest, ...filled, river]);
}

/** Hours for which news that cannot wait stands in the banner, counted to the newest story of the edition. */
const BREAKING_MS = 2 * 60 * 60 * 1000;

/** The urgency of a flash. */
const FLASH = 1;

/** The newest flash among the newest stories of an edition, while little else has come since; live blogs have their own label. */
export function breakingOf(candidates: readonly Card[]): Card | undefined {
  const [newest] = candidates.toSorted(newestFirst);
  if (!newest) return undefined;
  const flash = candidates
    .toSorted(newestFirst)
    .find((card) => card.urgency === FLASH && card.kind !== 'live');
  return flash && millis(newest.published) - millis(flash.published) < BREAKING_MS ? flash : undefined;
}

interface Block {
  readonly key: string;
  readonly title?: string;
  readonly path?: string;
  readonly layout: Layout;
}

const SPLASH_BLOCK: Block = { key: 'splash', layout: 'splash' };
const LATEST_BLOCK: Block = { key: 'latest', layout: 'river' };
const PHOTO_BLOCK: Block = { key: 'photo', layout: 'photo' };

function blockOf(section: Section, edition: Pick<Edition, 'key' | 'isDefault'>): Block {
  return { key: section.path, title: section.name, path: frontPath(edition, section), layout: 'trio' };
}

function opinionBlock(sections: readonly Section[], edition: Pick<Edition, 'key' | 'isDefault'>): Block {
  const section = sections.find((one) => one.path === OPINION_PATH);
  const named = section ? { title: section.name, path: frontPath(edition, section) } : {};
  return { key: OPINION_PATH, ...named, layout: 'opinion' };
}

type Order = (a: Card, b: Card) => number;

/** A container still to be filled: which stories fit it, and which of them come first. */
interface Filling {
  readonly block: Block;
  readonly places: Places;
  readonly fits: (card: Card) => boolean;
  readonly order: Order;
}

/** Hands out the stories of a front, each once: a filling takes from what those before it left. */
function dealer(candidates: readonly Card[]): (filling: Filling) => Container {
  const rest = new Map<Id, Card>(candidates.map((card) => [card.story, card]));
  return ({ block, places, fits, order }) => {
    const waiting = [...rest.values()].filter(fits).toSorted(order);
    const cards = places.flatMap(([rank, count, wish]) =>
      Array.from({ length: count }, () => taken(waiting, wish)).flatMap((card) =>
        card ? [{ rank, card }] : [],
      ),
    );
    for (const { card } of cards) rest.delete(card.story);
    return { ...block, cards };
  };
}

/** Stories that one with a picture may be taken before: more would turn the order of the news round. */
const MOST_PASSED = 6;

/** Takes the next story off a list, or, where a picture is wished for, the next that has one. */
function taken(waiting: Card[], wish: 'pictured' | undefined): Card | undefined {
  const pictured = wish ? waiting.slice(0, MOST_PASSED).findIndex((card) => card.picture) : 0;
  return waiting.splice(Math.max(0, pictured), 1)[0];
}

function present(containers: readonly Container[]): readonly Container[] {
  return containers.filter((container) => container.cards.length > 0);
}

/** News of the last day by urgency, then what is older; the newer first where that is equal. */
function rankOrder(cards: readonly Card[]): Order {
  const newest = cards.reduce((latest, card) => Math.max(latest, millis(card.published)), 0);
  const isOld = (card: Card) => millis(card.published) <= newest - NEWS_DAY_MS;
  return (a, b) => Number(isOld(a)) - Number(isOld(b)) || a.urgency - b.urgency || newestFirst(a, b);
}

function newestFirst(a: Card, b: Card): number {
  if (a.published !== b.published) return a.published > b.published ? -1 : 1;
  return a.story < b.story ? -1 : Number(a.story > b.story);
}

function byPosition(a: Section, b: Section): number {
  return a.position - b.position || (a.path < b.path ? -1 : 1);
}

function isTop(section: Section): boolean {
  return !section.path.includes('/');
}

function isChildOf(section: Section, parent: Section): boolean {
  const path = `${parent.path}/`;
  return section.path.startsWith(path) && !section.path.slice(path.length).includes('/');
}

function isIn(card: Card, section: Section): boolean {
  return card.section.path === section.path || card.section.path.startsWith(`${section.path}/`);
}

function isOpinion(card: Card): boolean {
  return card.kind === 'opinion' || card.section.path.split('/', 1)[0] === OPINION_PATH;
}

function isGallery(card: Card): boolean {
  return card.kind === 'gallery' && !isOpinion(card);
}

function isNews(card: Card): boolean {
  return !isOpinion(card) && !isGallery(card);
}

function anyCard(): boolean {
  return true;
}
