import { href } from '@courant/base';
import { joinLines } from './line-text.ts';
import type { Box, Line, TextBlock } from './page-model.ts';
import type { Owner, PageContent } from './pdf-content.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { drawGlyphs } from './pdf-glyphs.ts';
import type { PdfObjects } from './pdf-objects.ts';
import type { Segment } from './pdf-segment.ts';
import { segmentsOf } from './pdf-segment.ts';
import type { Element, StructureTree } from './pdf-structure.ts';
import type { Ref } from './pdf-value.ts';
import { number, ref, text } from './pdf-value.ts';

/** What lines are drawn by. */
export interface TextSetting {
  readonly objects: PdfObjects;
  readonly tree: StructureTree;
  readonly fonts: PdfFonts;
  /** The objects of pages by their numbers, for what leads to them. */
  readonly pages: ReadonlyMap<number, Ref>;
}

/** Where lines belong. In a whole owner, an advertisement or an artifact, nothing is told apart. */
export interface TextPlace {
  readonly owner: Owner;
  readonly isWhole: boolean;
}

/** What a link leads to, as a PDF says it, and in words. */
interface Target {
  readonly key: string;
  readonly entry: string;
  readonly words: string;
}

/** Draws lines of text into pages and gives their words to the elements they belong to. */
export class TextWriter {
  readonly #setting: TextSetting;
  /** The link with which each element ends so far: one that goes on in the next line is the same link. */
  readonly #links = new Map<Element, { readonly key: string; readonly element: Element }>();

  constructor(setting: TextSetting) {
    this.#setting = setting;
  }

  /** Draws one line of a block. */
  draw(
    line: Line,
    block: TextBlock,
    { content, place }: { readonly content: PageContent; readonly place: TextPlace },
  ): void {
    const placed = this.#setting.fonts.placed(line);
    if (!placed || placed.words.length === 0) return;
    for (const segment of segmentsOf(line, placed, this.#setting.fonts)) {
      if (place.isWhole || typeof place.owner === 'string') content.enter(place.owner);
      else this.#enter(segment, { line, block, content, owner: place.owner });
      const setting = { content, line, isCursive: !placed.isPlain };
      if (placed.isPlain) drawGlyphs(setting, segment.words);
      else for (const word of segment.words) drawGlyphs(setting, [word]);
    }
  }

  #enter(segment: Segment, { line, block, content, owner }: Entered): void {
    const target = this.#targetOf(segment, block);
    const element = target ? this.#link(owner, target) : owner;
    if (!target) this.#links.delete(owner);
    if (segment.actual === undefined) content.enter(element);
    else {
      // Said twice: programs that copy text look beside the glyphs, those that read aloud in the tree.
      const detail = { actual: segment.actual };
      content.enter(this.#setting.tree.add('Span', element, detail), segment.actual);
    }
    if (target) this.#annotate(element, target, { content, box: boxOf(segment, line) });
  }

  #targetOf({ link }: Segment, block: TextBlock): Target | undefined {
    if (block.page !== undefined) {
      const page = this.#setting.pages.get(block.page);
      const entry = page === undefined ? '' : `/Dest[${ref(page)}/Fit]`;
      return entry ? { key: `page ${block.page}`, entry, words: joinLines(block.lines) } : undefined;
    }
    const address = link === undefined ? '' : addressOf(link);
    if (address === '') return undefined;
    return { key: address, entry: `/A<</S/URI/URI${text(address)}>>`, words: address };
  }

  #link(owner: Element, { key }: Target): Element {
    const known = this.#links.get(owner);
    if (known?.key === key) return known.element;
    const element = this.#setting.tree.add('Link', owner);
    this.#links.set(owner, { key, element });
    return element;
  }

  #annotate(
    element: Element,
    { entry, words }: Target,
    { content, box }: { readonly content: PageContent; readonly box: Box },
  ): void {
    const { objects, tree } = this.#setting;
    const annotation = objects.reserve();
    const key = tree.annotate(element, annotation, content.object);
    const { x, y, width, height } = content.turned(box);
    const corners = [x, y, x + width, y + height].map(number).join(' ');
    objects.set(
      annotation,
      `<</Type/Annot/Subtype/Link/Rect[${corners}]/Border[0 0 0]/F 4${entry}` +
        `/Contents ${text(words)}/StructParent ${key}>>`,
    );
    content.annotations.push(annotation);
  }
}

interface Entered {
  readonly line: Line;
  readonly block: TextBlock;
  readonly content: PageContent;
  readonly owner: Element;
}

/** How far a link reaches above and below the baseline, in parts of the size. */
const ABOVE = 0.8;
const BELOW = 0.25;

function boxOf({ words }: Segment, { y }: Line): Box {
  const left = Math.min(...words.map(({ x }) => x));
  const right = Math.max(...words.map(({ x, width }) => x + width));
  const size = Math.max(...words.map(({ span }) => span.size));
  return { x: left, y: y - size * ABOVE, width: right - left, height: size * (ABOVE + BELOW) };
}

/** An address that leads out of the issue, in ASCII as a PDF has it (12.6.4.7); none where it could lead nowhere. */
function addressOf(link: string): string {
  const address = href(link).replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  return /^(?:https?|mailto|tel):/i.test(address) ? address : '';
}
