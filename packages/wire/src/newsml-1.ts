import { squeeze } from '@courant/base';
import type { Body } from '@courant/story';
import { blockText } from '@courant/story';
import { advised } from './advisory.ts';
import { openingByline } from './byline.ts';
import { datelineOf } from './dateline.ts';
import { present, said, unique } from './fields.ts';
import { descriptionsOf, newsMl1About, newsMl1Authors, originOf } from './newsml-1-about.ts';
import type { NewsMl1Content } from './newsml-1-content.ts';
import { newsMl1Content } from './newsml-1-content.ts';
import {
  formalName,
  newsMl1Identity,
  newsMl1Management,
  newsMl1Supplier,
  unknownStatusIn,
} from './newsml-1-management.ts';
import type { ReadOptions } from './read-options.ts';
import type { Reading, WireItem, WireWarning } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, textOf } from './xml.ts';

/** Items of one file at the most; agencies send one, at times two languages. */
const MOST_ITEMS = 1_000;

/** Reads NewsML 1.0 to 1.2: every item of it, and every story of an item. */
export function readNewsMl1(root: XmlElement, options: ReadOptions): Reading {
  const newsItems = root.name === 'NewsItem' ? [root] : elementsOf(root, 'NewsItem');
  const stories = newsItems
    .slice(0, MOST_ITEMS + 1)
    .flatMap((item) => storiesOf(item).map((path) => ({ item, path })));
  if (stories.length > MOST_ITEMS) {
    return { ok: false, why: 'too-large', say: `it holds more than ${MOST_ITEMS} items` };
  }
  if (stories.length === 0)
    return { ok: false, why: 'broken', say: 'broken NewsML: there is no NewsItem in it' };
  const counts = Map.groupBy(stories, ({ item }) => item);
  const items = stories.map((story) => {
    const isOne = counts.get(story.item)?.length === 1;
    return readStory({ ...story, root, options, part: isOne ? undefined : partName(story.path) });
  });
  return { ok: true, items };
}

/** Components from the outermost to that of one story. */
type Path = readonly XmlElement[];

/** Deeper nesting says nothing more; Belga needs three. */
const DEEPEST = 8;

/**
 * The stories of an item. Most have one; some agencies put several of one moment into one item (Belga's quotes, a
 * release in two languages): components side by side, each with a headline of its own.
 */
function storiesOf(item: XmlElement): readonly Path[] {
  const [component] = elementsOf(item, 'NewsComponent');
  return component === undefined ? [[item]] : storiesIn([component]);
}

function storiesIn(path: Path): readonly Path[] {
  const component = path.at(-1);
  const inner = elementsOf(component, 'NewsComponent');
  const hasContent = elementsOf(component, 'ContentItem').length > 0;
  if (hasContent || inner.length === 0 || path.length >= DEEPEST) return [path];
  const told = inner.filter((one) => headlineIn(one) !== undefined);
  // A component with a headline of its own and parts without is one story: its parts are text, title and pictures.
  const isWhole = headlineIn(component) !== undefined && told.every((one) => !hasText(one));
  if (isWhole || told.length === 0) return inner.length === 1 ? storiesIn([...path, ...inner]) : [path];
  return told.flatMap((one) => storiesIn([...path, one]));
}

function headlineIn(component: XmlElement | undefined): string | undefined {
  const lines = at(component, 'NewsLines');
  const [line] = elementsOf(lines, 'HeadLine', 'Headline');
  // Belga fills the place at the top.
  return said(textOf(line)?.replace(/^No Headline !$/, ''));
}

/** Whether a component holds copy, and not only a picture with its caption. */
function hasText(component: XmlElement): boolean {
  return below(component, 'DataContent').length > 0;
}

function partName(path: Path): string {
  const component = path.at(-1);
  const language = descriptionsOf(path).flatMap((one) => formalName(at(one, 'Language')) ?? [])[0];
  return said(component?.attrs.Duid) ?? language ?? squeeze(headlineIn(component) ?? '').toLowerCase();
}

interface Story {
  readonly root: XmlElement;
  readonly item: XmlElement;
  readonly path: Path;
  /** What tells it from other stories of the same item. */
  readonly part: string | undefined;
  readonly options: ReadOptions;
}

const NO_ID: WireWarning = { code: 'no-id', say: 'The item has no id: that of its text was taken.' };

function readStory({ root, item, path, part, options }: Story): WireItem {
  const { id: whole, version } = newsMl1Identity(item);
  const duid = path.toReversed().flatMap(({ attrs }) => said(attrs.Duid) ?? [])[0];
  const named = [whole, part].filter((one) => one !== undefined).join('#') || duid;
  const id = named ?? idOfHeadline(path);
  const read = contentOf(path, { item: id, version: version ?? '' });
  const lines = linesOf(path);
  const opening = openingByline(read.body, lines.byline);
  const { language, ...about } = newsMl1About([item, ...path]);
  const headline = lines.headline ?? read.headline;
  const body = withoutHeadline(opening?.body ?? read.body, headline);
  const newsItem: WireItem = {
    format: 'newsml-1',
    id,
    ...present({
      kind: kindOf(read),
      version,
      ...newsMl1Management(item, options),
      supplier: newsMl1Supplier(item, root) ?? options.supplier,
      ...lines,
      headline,
      language,
      slug: lines.slug ?? said(textOf(at(item, 'Identification', 'NameLabel'))),
      standfirst: lines.standfirst ?? read.standfirst,
      byline: lines.byline ?? opening?.byline,
      authors: [...lines.authors, ...newsMl1Authors([item, ...path])],
      dateline: datelineIn(lines.dateline, body, path),
      ...about,
      media: read.media,
    }),
    ...(body ? { body } : {}),
    warnings: [...(whole === undefined ? [NO_ID] : []), ...unknownStatusIn(item), ...read.warnings],
    unmapped: unmapped(item, path),
  };
  const { warnings, ...advice } = advised(newsItem, options);
  return { ...newsItem, ...advice, warnings: [...newsItem.warnings, ...warnings] };
}

function idOfHeadline(path: Path): string {
  const headline = squeeze(headlineIn(path.at(-1)) ?? '');
  return `newsml-1:${headline.toLowerCase().replaceAll(' ', '-')}`;
}

function contentOf(path: Path, from: { readonly item: string; readonly version: string }): NewsMl1Content {
  const component = path.at(-1);
  const read = component ? newsMl1Content(component, from) : undefined;
  return read?.body?.content.length === 0 ? withoutBody(read) : (read ?? { media: [], warnings: [] });
}

function withoutBody({ body: _, ...read }: NewsMl1Content): NewsMl1Content {
  return read;
}

function kindOf({ body, media }: NewsMl1Content) {
  const [first] = media;
  return body === undefined && first !== undefined && first.kind !== 'other' ? first.kind : undefined;
}

/** The lines around a text, the innermost first. */
function linesOf(path: Path) {
  const groups = path.toReversed().flatMap((one) => elementsOf(one, 'NewsLines'));
  const line = (...names: readonly string[]) =>
    groups.flatMap((one) => elementsOf(one, ...names)).flatMap((one) => said(textOf(one)) ?? [])[0];
  const special = groups.flatMap((one) => elementsOf(one, 'NewsLine'));
  const typed = (type: RegExp) =>
    said(
      special
        .filter((one) => type.test(formalName(at(one, 'NewsLineType')) ?? ''))
        .flatMap((one) => textOf(at(one, 'NewsLineText')) ?? [])
        .join('\n'),
    );
  const slug = line('SlugLine');
  // ANP puts the writer there, TASS the word URGENT.
  const writer = /^(\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,4}) \(\p{L}{2,4}\)$/u.exec(slug ?? '')?.[1];
  const source = path
    .toReversed()
    .flatMap((one) => formalName(at(one, 'AdministrativeMetadata', 'Source', 'Party')) ?? [])[0];
  const provider = path
    .toReversed()
    .flatMap((one) => formalName(at(one, 'AdministrativeMetadata', 'Provider', 'Party')) ?? [])[0];
  return {
    headline: path.toReversed().flatMap((one) => headlineIn(one) ?? [])[0],
    standfirst: line('SubHeadLine', 'SubHeadline'),
    byline: line('ByLine')?.replace(/^by\s+/i, ''),
    dateline: line('DateLine'),
    slug: writer !== undefined || /^URGENT$/i.test(slug ?? '') ? undefined : slug,
    kicker: typed(/^CatchWord$|^CatchLine$/i),
    source: line('CreditLine') ?? source ?? provider,
    edNote: typed(/^AdvisoryLine$|^Advisory$|^EditorialNote$/i),
    rights: line('CopyrightLine') ?? rightsOf(path),
    authors: writer === undefined ? [] : [{ name: writer }],
  };
}

function rightsOf(path: Path): string | undefined {
  const rights = path.toReversed().flatMap((one) => elementsOf(one, 'RightsMetadata'));
  const words = rights.flatMap((one) => [...below(one, 'UsageType'), ...below(one, 'CopyrightHolder')]);
  return said(unique(words.flatMap((one) => formalName(one) ?? [])).join('; '));
}

/** A day or a time in the place of a place is none. */
const NO_PLACE = /^(\d|[\p{L}]{3,10}\.? \d{1,2}(?:,? \d{4})?$)/u;

function datelineIn(line: string | undefined, body: Body | undefined, path: Path) {
  const first = body?.content.find((block) => block.type === 'paragraph');
  const read = datelineOf(first ? blockText(first) : '')?.dateline;
  const plain = line?.replace(/[\s–—-]+$/, '');
  const written =
    plain === undefined || NO_PLACE.test(plain)
      ? undefined
      : (datelineOf(`${plain} - `)?.dateline ?? { place: plain });
  const origin = originOf(path);
  return read ?? written ?? (origin === undefined ? undefined : { place: origin });
}

/** Releases open with their headline; a page would show it twice. */
function withoutHeadline(body: Body | undefined, headline: string | undefined): Body | undefined {
  const [first, ...rest] = body?.content ?? [];
  const isHeadline =
    first?.type === 'subhead' && headline !== undefined && squeeze(blockText(first)) === squeeze(headline);
  return isHeadline && rest.length > 0 ? { type: 'doc', content: rest } : body;
}

/** What the model has no word for: products and services, advice on use, numbers of securities. */
function unmapped(item: XmlElement, path: Path): Readonly<Record<string, unknown>> {
  const interests = descriptionsOf(path)
    .flatMap((one) => elementsOf(one, 'OfInterestTo'))
    .flatMap((one) => formalName(one) ?? []);
  const metadata = path
    .flatMap((one) => elementsOf(one, 'Metadata'))
    .map((one) => [formalName(at(one, 'MetadataType')) ?? 'metadata', propertiesOf(one)] as const);
  const lines = path
    .flatMap((one) => elementsOf(at(one, 'NewsLines'), 'NewsLine'))
    .map(
      (one) =>
        [formalName(at(one, 'NewsLineType')) ?? 'NewsLine', said(textOf(at(one, 'NewsLineText')))] as const,
    );
  return {
    ...present(Object.fromEntries([...metadata, ...lines])),
    ...present({
      OfInterestTo: unique(interests),
      NewsItemType: formalName(at(item, 'NewsManagement', 'NewsItemType')),
      RevisionUpdate: said(at(item, 'Identification', 'NewsIdentifier', 'RevisionId')?.attrs.Update),
    }),
  };
}

function propertiesOf(metadata: XmlElement): readonly string[] {
  return elementsOf(metadata, 'Property').flatMap(
    ({ attrs }) => said(`${attrs.FormalName ?? ''}: ${attrs.Value ?? ''}`) ?? [],
  );
}
