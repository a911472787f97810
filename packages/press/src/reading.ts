import type { Html, Id, Instant } from '@courant/base';
import { instant, isId } from '@courant/base';
import type {
  Author,
  Card,
  Edition,
  IssueTeaser,
  PackageTeaser,
  Section,
  StandingLink,
} from '@courant/edition';
import { frontPath, SHEET_WIDTHS, sectionsIn, sheetPicturePath, shownSections } from '@courant/edition';
import { pictureIn } from '@courant/picture';
import type { EditionLink, FrameData, PageScripts, RailData } from '@courant/site';
import type { NewestList, OpenPackage, Paper, SheetModel, Snapshot } from './ports.ts';
import type { Tag } from './tags.ts';
import {
  dayTag,
  kindTag,
  listTag,
  mostReadTag,
  packagesTag,
  packageTag,
  paperTag,
  SETTINGS_TAG,
  storyTag,
  subjectTag,
} from './tags.ts';

/** A page of an issue to be drawn. */
export interface SheetDrawing {
  readonly model: SheetModel;
  /** From 1. */
  readonly number: number;
  /** The path of a story, by its id, where readers may see it. */
  readonly storyPath: (story: string) => string | undefined;
  /** The path of another page of the issue. */
  readonly pagePath: (number: number) => string;
  /** Words that mark stories, by their ids. */
  readonly marks: ReadonlyMap<string, string>;
}

/** Where the site stands and how it is dressed. */
export interface Site {
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  /** Path of the style sheet. */
  readonly stylesheet: string;
  /** Paths of the fonts that pages of a script or language name early; without them, type is the reader's. */
  readonly fonts?: Readonly<Record<string, readonly string[]>>;
  /** The same, of those that a story with emphasis needs beside. */
  readonly emphasisFonts?: Readonly<Record<string, readonly string[]>>;
  /** Draws a page of an issue as SVG; where there is none, issues are lists of stories. */
  readonly drawSheet?: (drawing: SheetDrawing) => Promise<Html>;
  /** Path of the style sheet that brings the type of drawn pages. */
  readonly sheetType?: string;
  /** Where there are none, pages go out without. */
  readonly scripts?: SiteScripts;
}

/** The scripts of the public pages. */
export interface SiteScripts extends PageScripts {
  /** A module for pages of issues. */
  readonly replica: string;
  /** Paths of all other scripts, those that are asked for later among them. */
  readonly files: readonly string[];
  /** The text of the service worker, which stands under an address of its own. */
  readonly worker: string;
}

const PHOTO_FEATURES = 4;
/** Stories of a package that are asked for a picture to announce it by. */
const FIRST_PICTURES = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads for one page of one edition, and records a tag for everything it reads. */
export class Reading {
  readonly snapshot: Snapshot;
  readonly paper: Paper;
  readonly edition: Edition;
  readonly site: Site;
  readonly tags: Set<Tag>;

  constructor(on: Pick<Reading, 'snapshot' | 'paper' | 'edition' | 'site'>) {
    this.snapshot = on.snapshot;
    this.paper = { ...on.paper, sections: sectionsIn(on.edition, on.paper.sections) };
    this.edition = on.edition;
    this.site = on.site;
    this.tags = new Set([SETTINGS_TAG]);
  }

  /** The frame; `pathIn` gives the path of the page in another edition, where it has one there. */
  async frame(pathIn?: (edition: Edition) => string | undefined): Promise<FrameData> {
    const { edition, paper, site } = this;
    this.tags.add(paperTag(edition.key));
    const editions = paper.editions.map(
      (one): EditionLink => ({
        key: one.key,
        name: one.name,
        locale: one.locale,
        path: pathIn?.(one) ?? frontPath(one),
      }),
    );
    return {
      publication: paper.publication,
      edition,
      editions,
      sections: shownSections(edition, paper.sections),
      aboutPages: await this.aboutPages(),
      day: (await this.snapshot.newestMoment(edition)) ?? instant(0),
      publicUrl: site.origin,
      styles: site.stylesheet,
      fonts: fontsOf(edition, site.fonts),
      emphasisFonts: fontsOf(edition, site.emphasisFonts),
      ...(site.scripts ? { scripts: site.scripts } : {}),
    };
  }

  /** The pages about the paper in the language of the edition, else in English; settings change when they do. */
  async aboutPages(): Promise<readonly StandingLink[]> {
    return linksOf(this.edition, await this.snapshot.standingLinks());
  }

  /** The newest stories of the edition, or of a section with those below it. */
  async newest(most: number, section?: Section, before?: NewestList['before']): Promise<readonly Card[]> {
    this.tags.add(listTag(this.edition.key, section?.path));
    const below = (one: Section) => one.path === section?.path || one.path.startsWith(`${section?.path}/`);
    const sections = section ? { sections: this.paper.sections.filter(below).map((one) => one.id) } : {};
    const after = before ? { before } : {};
    return this.cards(await this.snapshot.newest({ edition: this.edition.id, most, ...sections, ...after }));
  }

  /** The stories of one day of the edition. */
  async ofDay(day: string, most: number): Promise<readonly Card[]> {
    // A day of the edition's zone lies within three of UTC.
    const noon = new Date(`${day}T12:00:00Z`).getTime();
    for (const shift of [-DAY_MS, 0, DAY_MS])
      this.tags.add(dayTag(this.edition.key, instant(noon + shift).slice(0, 10)));
    return this.cards(await this.snapshot.ofDay({ edition: this.edition, day, most }));
  }

  /** The stories of a special or hot topic. */
  async packageCards(pack: OpenPackage): Promise<readonly Card[]> {
    this.tags.add(packageTag(pack.id));
    return this.cards(await this.snapshot.packageCards({ edition: this.edition.id, package: pack.id }));
  }

  /** The newest stories of an author or topic in the edition. */
  async newestOf(subject: Id, most: number, before?: NewestList['before']): Promise<readonly Card[]> {
    this.tags.add(subjectTag(subject));
    const after = before ? { before } : {};
    return this.cards(await this.snapshot.newest({ edition: this.edition.id, subject, most, ...after }));
  }

  /** Those who have a story in the edition. */
  async authors(): Promise<readonly Author[]> {
    const authors = await this.snapshot.authors(this.edition.id);
    for (const author of authors) this.tags.add(subjectTag(author.id));
    // Somebody's first story puts them on the list; it is on this one too.
    this.tags.add(listTag(this.edition.key));
    return authors;
  }

  /** What readers of the edition open most. */
  async mostRead(): Promise<readonly Card[]> {
    this.tags.add(mostReadTag(this.edition.key));
    return this.cards(await this.snapshot.mostRead(this.edition.id));
  }

  /** The specials, hot topics and series of the edition that are or were open. */
  async packages(): Promise<readonly OpenPackage[]> {
    this.tags.add(packagesTag(this.edition.key));
    return this.snapshot.packages(this.edition.id);
  }

  /** Some of the packages as they are announced: those with a story, each with a picture of it. */
  async teasers(isMeant: (pack: OpenPackage) => boolean): Promise<readonly PackageTeaser[]> {
    const told = (await this.packages()).filter((pack) => isMeant(pack) && pack.stories.length > 0);
    const without = told.filter((pack) => pack.picture === undefined);
    const firsts = without.flatMap((pack) => pack.stories.slice(0, FIRST_PICTURES)).filter(isId);
    const cards = await this.snapshot.cards({ edition: this.edition.id, stories: firsts });
    for (const card of cards) this.tags.add(storyTag(card.story));
    const pictures = new Map(cards.map((card) => [card.story as string, card.picture]));
    return told.map((pack): PackageTeaser => {
      const own = pack.stories.flatMap((story) => pictures.get(story) ?? [])[0];
      const picture = pack.picture ?? own;
      return { ...pack, stories: pack.stories.length, ...(picture === undefined ? {} : { picture }) };
    });
  }

  /** What stands beside a page: little that changes with every publication, or every page would change with it. */
  async rail(): Promise<RailData> {
    const { edition } = this;
    const open = (await this.packages()).filter(
      (pack) => pack.closed === undefined && pack.stories.length > 0,
    );
    const of = (kind: string): readonly PackageTeaser[] =>
      open.filter((pack) => pack.kind === kind).map((pack) => ({ ...pack, stories: pack.stories.length }));
    this.tags.add(kindTag(edition.key, 'gallery'));
    const galleries = await this.snapshot.newest({
      edition: edition.id,
      kind: 'gallery',
      most: PHOTO_FEATURES,
    });
    const issue = await this.issue();
    return {
      specials: of('special'),
      topics: of('hot-topic'),
      series: of('series'),
      photoFeatures: this.cards(galleries),
      ...(issue ? { issue } : {}),
    };
  }

  /** The edition's latest paper, by its day. */
  async issue(): Promise<IssueTeaser | undefined> {
    this.tags.add(paperTag(this.edition.key));
    const newest = await this.snapshot.newestMoment(this.edition);
    if (newest === undefined) return undefined;
    const date = dayIn(this.edition, newest);
    const front = await this.snapshot.issueFront(this.edition, date);
    if (!front) return { date };
    const [, width] = SHEET_WIDTHS;
    const path = sheetPicturePath(this.edition, { day: date, version: front.version }, { number: 1, width });
    return { date, front: { path, width, height: Math.round((front.height / front.width) * width) } };
  }

  /** Cards as this edition links them, each recorded. */
  cards(cards: readonly Card[]): readonly Card[] {
    for (const card of cards) this.tags.add(storyTag(card.story));
    const names = new Map(this.paper.sections.map((section) => [section.path, section.name]));
    return cards.map((card): Card => {
      const section = { path: card.section.path, name: names.get(card.section.path) ?? card.section.name };
      const picture = card.picture ? { picture: pictureIn(card.picture, card.language) } : {};
      return { ...card, ...picture, section, path: storyPath(this.edition, card.path) };
    });
  }
}

/** Editions whose own type comes with their readers' devices: a Chinese font would be larger than the paper. */
const OWN_TYPE = /^(?:zh|ja|ko)\b/;

function fontsOf({ locale }: Edition, fonts: Site['fonts'] = {}): readonly string[] {
  if (OWN_TYPE.test(locale)) return [];
  return fonts[locale.split('-', 1)[0] ?? ''] ?? fonts.latin ?? [];
}

/** Those of the links to pages about the paper that are in the language of an edition, else those in English. */
export function linksOf(
  { locale }: Pick<Edition, 'locale'>,
  all: readonly StandingLink[],
): readonly StandingLink[] {
  const primary = (language: string) => language.split('-', 1)[0];
  const own = all.filter((link) => primary(link.language) === primary(locale));
  return own.length > 0 ? own : all.filter((link) => primary(link.language) === 'en');
}

/** The path under which an edition shows a story: its canonical one, or that with the edition before it. */
export function storyPath(edition: Pick<Edition, 'key' | 'isDefault'>, canonical: string): string {
  return edition.isDefault ? canonical : `/${edition.key}${canonical}`;
}

/** The day of a moment in an edition's zone, `2026-11-23`. */
export function dayIn(edition: Pick<Edition, 'timeZone'>, moment: Instant): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: edition.timeZone, dateStyle: 'short' });
  return parts.format(new Date(moment));
}
