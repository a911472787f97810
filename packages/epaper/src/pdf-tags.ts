import { joinLines, printable } from './line-text.ts';
import type {
  Box,
  ImageBlock,
  IssueModel,
  Line,
  LineSource,
  PageModel,
  Region,
  TextBlock,
} from './page-model.ts';
import type { Owner, PageContent } from './pdf-content.ts';
import type { PdfOutline } from './pdf-outline.ts';
import type { Element, ElementType, StructureTree } from './pdf-structure.ts';
import type { TextPlace } from './pdf-text.ts';

/** A story, or what stands for one, as it is read. */
interface Article {
  readonly element: Element;
  /** The level of its headline. */
  readonly level: number;
  /** By the blocks of the copy, so that a paragraph that goes on elsewhere stays one. */
  readonly paragraphs: Map<string | TextBlock, Element>;
  /** The last picture, to which a caption belongs. */
  figure?: Element;
}

/** What each page repeats, and what is only seen. */
const PAGINATION: TextPlace = { owner: 'Pagination', isWhole: true };
const LAYOUT: TextPlace = { owner: 'Layout', isWhole: true };

/** What a page that goes on with a story says once more. */
const REPEATED: ReadonlySet<string> = new Set(['kicker', 'headline', 'standfirst', 'byline', 'label']);
/** What is seen of a story and stands in it anyway. */
const SEEN_ONLY: ReadonlySet<string> = new Set(['pull-quote', 'furniture']);

/** Finds the element to which all that stands on pages belongs: how an issue is read without being seen. */
export class PdfTags {
  readonly #tree: StructureTree;
  readonly #outline: PdfOutline;
  readonly #publication: string;
  readonly #articles = new Map<string, Article>();
  readonly #places = new Map<TextBlock | Region, TextPlace>();
  #name: string | undefined;
  #section: Element;
  /** The regions that hold the title of the paper and the name of the section; others repeat them. */
  #title: Region | undefined;
  #head: Region | undefined;

  constructor(tree: StructureTree, outline: PdfOutline, { publication }: IssueModel) {
    this.#tree = tree;
    this.#outline = outline;
    this.#publication = publication;
    this.#section = tree.document;
  }

  /** Opens a page: pages of one section that follow one another are one part of the tree. */
  openPage({ section }: PageModel, content: PageContent): void {
    if (this.#name === section) return;
    this.#name = section;
    this.#section = this.#tree.add('Sect', this.#tree.document);
    this.#head = undefined;
    this.#outline.open(section || this.#publication, content.object);
  }

  /** Where a line belongs. */
  lineOwner(line: Line, block: TextBlock, { region, content }: Standing): TextPlace {
    switch (region.kind) {
      case 'folio':
        return PAGINATION;
      case 'rule':
        return LAYOUT;
      case 'advertisement':
        return this.#whole(region, content);
      case 'masthead':
      case 'section-head':
        return this.#once(block, () => this.#inHead(block, region));
      case 'index':
        return this.#once(block, () => this.#indexed(block, region));
      default:
        return this.#inStory(line, block, { region, content });
    }
  }

  /** Where a picture belongs: a picture that nothing is said of is only seen. */
  imageOwner({ alt: written, box }: ImageBlock, { region, content }: Standing): Owner {
    const alt = printable(written).trim();
    if (region.kind === 'advertisement') return this.#whole(region, content).owner;
    if (alt === '' || region.kind === 'folio' || region.kind === 'rule') return 'Layout';
    const article = this.#article(region);
    const figure = this.#tree.add('Figure', article.element, { alt, box: content.turned(box) });
    article.figure = figure;
    return figure;
  }

  /** Where rules and tints belong. */
  shapeOwner({ region, content }: Standing): Owner {
    return region.kind === 'advertisement' ? this.#whole(region, content).owner : 'Layout';
  }

  /** An advertisement is one picture, read by what its words and pictures say. */
  #whole(region: Region, content: PageContent): TextPlace {
    return this.#once(region, () => {
      const told = region.blocks.map((block) =>
        block.kind === 'text'
          ? joinLines(block.lines)
          : block.kind === 'image'
            ? printable(block.alt).trim()
            : '',
      );
      const alt = told.filter((text) => text !== '').join('. ');
      if (alt === '') return LAYOUT;
      const box: Box = content.turned(region.box);
      return { owner: this.#tree.add('Figure', this.#section, { alt, box }), isWhole: true };
    });
  }

  /** The largest type of a masthead is the title of the paper, that of a section's head its name. */
  #inHead(block: TextBlock, region: Region): TextPlace {
    const isMasthead = region.kind === 'masthead';
    const first = (isMasthead ? this.#title : this.#head) ?? region;
    if (first !== region || SEEN_ONLY.has(block.role)) return PAGINATION;
    if (isMasthead) this.#title = region;
    else this.#head = region;
    const texts = region.blocks.filter((one) => one.kind === 'text');
    const largest = Math.max(...texts.map(sizeOf));
    if (block !== texts.find((one) => sizeOf(one) === largest)) return this.#said();
    const level = isMasthead || !this.#title ? 1 : 2;
    return { owner: this.#tree.add('Heading', this.#section, { level }), isWhole: false };
  }

  #indexed(block: TextBlock, region: Region): TextPlace {
    if (SEEN_ONLY.has(block.role)) return LAYOUT;
    if (block.page === undefined) return this.#said();
    const list = this.#once(region, () => ({ owner: this.#tree.add('TOC', this.#section), isWhole: false }));
    if (typeof list.owner === 'string') return list;
    const entry = this.#tree.add('TOCI', list.owner);
    return { owner: this.#tree.add('Reference', entry), isWhole: false };
  }

  #inStory(line: Line, block: TextBlock, { region, content }: Standing): TextPlace {
    const isRepeated = region.kind === 'turn' && REPEATED.has(block.role) && block.page === undefined;
    if (isRepeated || SEEN_ONLY.has(block.role)) return LAYOUT;
    const isHeadline = block.role === 'headline' && region.kind !== 'house' && region.kind !== 'puff';
    if (isHeadline && region.kind === 'briefs' && !this.#places.has(block)) this.#articles.delete(region.id);
    const article = this.#article(region);
    if (block.role === 'text' && line.source) {
      return { owner: this.#inText(line, line.source, article), isWhole: false };
    }
    return this.#once(block, () => {
      if (isHeadline) this.#outlined(block, region, content);
      return { owner: this.#paragraph(block, article, isHeadline), isWhole: false };
    });
  }

  /** The paragraph a line belongs to, or the cell, in its row of its table. */
  #inText({ cell }: Line, { block }: LineSource, { element, paragraphs }: Article): Element {
    const of = (key: string, type: ElementType, parent: () => Element): Element => {
      const known = paragraphs.get(key) ?? this.#tree.add(type, parent());
      paragraphs.set(key, known);
      return known;
    };
    if (!cell) return of(block, 'P', () => element);
    const table = () => of(`${cell.table} table`, 'Table', () => element);
    const row = () => of(block, 'TR', table);
    return of(`${block} ${cell.column}`, cell.isHead ? 'TH' : 'TD', row);
  }

  #paragraph({ role }: TextBlock, { element, level, figure }: Article, isHeadline: boolean): Element {
    if (isHeadline) return this.#tree.add('Heading', element, { level });
    if (role === 'crosshead' || role === 'fact-head')
      return this.#tree.add('Heading', element, { level: level + 1 });
    return role === 'caption' && figure ? this.#tree.add('Caption', figure) : this.#tree.add('P', element);
  }

  #outlined({ lines }: TextBlock, { box }: Region, { object, height }: PageContent): void {
    this.#outline.add({ title: joinLines(lines), page: object, y: height - box.y });
  }

  /** The story of a region; one that goes on elsewhere is one all the same. */
  #article(region: Region): Article {
    const key = region.kind === 'briefs' ? region.id : (region.story ?? region.id);
    const known = this.#articles.get(key);
    if (known) return known;
    const isStory = region.kind !== 'house' && region.kind !== 'puff' && region.kind !== 'index';
    const element = this.#tree.add(isStory ? 'Art' : 'Div', this.#section);
    const level = 1 + (this.#title ? 1 : 0) + (this.#head ? 1 : 0);
    const article: Article = { element, level, paragraphs: new Map() };
    this.#articles.set(key, article);
    return article;
  }

  #said(): TextPlace {
    return { owner: this.#tree.add('P', this.#section), isWhole: false };
  }

  #once(key: TextBlock | Region, find: () => TextPlace): TextPlace {
    const place = this.#places.get(key) ?? find();
    this.#places.set(key, place);
    return place;
  }
}

/** What stands somewhere stands in a region of a page. */
export interface Standing {
  readonly region: Region;
  readonly content: PageContent;
}

function sizeOf({ lines }: TextBlock): number {
  return Math.max(0, ...lines.flatMap(({ spans }) => spans.map(({ size }) => size)));
}
