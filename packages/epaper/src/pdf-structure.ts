import type { Box } from './page-model.ts';
import type { PdfObjects } from './pdf-objects.ts';
import type { Ref } from './pdf-value.ts';
import { number, ref, refs, text } from './pdf-value.ts';

/** What an element is (ISO 32000-1, 14.8.4); the level of a heading is found when the tree is whole. */
export type ElementType =
  | 'Document'
  | 'Sect'
  | 'Art'
  | 'Div'
  | 'Heading'
  | 'P'
  | 'Span'
  | 'Link'
  | 'Figure'
  | 'Caption'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Reference';

/** What is said of an element beside its type. */
export interface ElementDetail {
  /** What is read in place of a picture. */
  readonly alt?: string;
  /** What is read in place of glyphs that do not say it. */
  readonly actual?: string;
  /** Where it stands: in points from the lower left corner. */
  readonly box?: Box;
  /** The level a heading would have; it never skips one that did not come before. */
  readonly level?: number;
}

type Kid = Element | Marked | Annotated;

/** A run of operators on a page that belongs to an element. */
interface Marked {
  readonly page: Ref;
  readonly mark: number;
}

interface Annotated {
  readonly page: Ref;
  readonly annotation: Ref;
}

/** An element of the tree by which those who cannot see the pages read them. */
export interface Element {
  readonly object: Ref;
  readonly type: ElementType;
  readonly parent: Element | undefined;
  readonly detail: ElementDetail;
  readonly kids: Kid[];
}

/** The tree of an issue: what is read, in which order, whatever page it stands on (ISO 32000-1, 14.7). */
export class StructureTree {
  readonly object: Ref;
  readonly document: Element;
  readonly #objects: PdfObjects;
  readonly #elements: Element[] = [];
  /** By the numbers under which pages and annotations are found: an element, or a page's elements by their marks. */
  readonly #parents: (Element | Element[])[] = [];

  constructor(objects: PdfObjects) {
    this.#objects = objects;
    this.object = objects.reserve();
    this.document = this.#make('Document', undefined, {});
  }

  /** Adds an element at the end of another. */
  add(type: ElementType, parent: Element, detail: ElementDetail = {}): Element {
    const element = this.#make(type, parent, detail);
    parent.kids.push(element);
    return element;
  }

  /** The number under which a page's marks are found. */
  openPage(): number {
    return this.#parents.push([]) - 1;
  }

  /** Gives an element a run of a page's operators; the number by which the run names it. */
  mark(element: Element, { page, key }: { readonly page: Ref; readonly key: number }): number {
    const marks = this.#parents[key];
    const mark = Array.isArray(marks) ? marks.push(element) - 1 : 0;
    element.kids.push({ page, mark });
    return mark;
  }

  /** Gives an element an annotation; the number under which the annotation finds it. */
  annotate(element: Element, annotation: Ref, page: Ref): number {
    element.kids.push({ page, annotation });
    return this.#parents.push(element) - 1;
  }

  /** Writes the tree. */
  write(isFromRight: boolean): void {
    const levels = this.#levels();
    for (const element of this.#elements.filter(holds)) {
      const level = levels.get(element);
      const type = level === undefined ? element.type : `H${level}`;
      const isWhole = element === this.document && isFromRight;
      const more = isWhole ? '/A<</O/Layout/WritingMode/RlTb>>' : attributesOf(element);
      const parent = element.parent?.object ?? this.object;
      this.#objects.set(
        element.object,
        `<</Type/StructElem/S/${type}/P ${ref(parent)}${kidsOf(element)}${more}>>`,
      );
    }
    const parents = this.#parents.map((one, key) => {
      const value = Array.isArray(one)
        ? this.#objects.add(refs(one.map(({ object }) => object)))
        : one.object;
      return `${key} ${ref(value)}`;
    });
    const tree = this.#objects.add(`<</Nums[${parents.join(' ')}]>>`);
    this.#objects.set(
      this.object,
      `<</Type/StructTreeRoot/K ${ref(this.document.object)}/ParentTree ${ref(tree)}` +
        `/ParentTreeNextKey ${this.#parents.length}>>`,
    );
  }

  #make(type: ElementType, parent: Element | undefined, detail: ElementDetail): Element {
    const element = { object: this.#objects.reserve(), type, parent, detail, kids: [] };
    this.#elements.push(element);
    return element;
  }

  /** Levels of all headings in the order of reading: the first is 1, and none is more than one below the last. */
  #levels(): ReadonlyMap<Element, number> {
    const levels = new Map<Element, number>();
    let last = 0;
    const visit = (element: Element): void => {
      if (element.type === 'Heading' && holds(element)) {
        last = Math.max(1, Math.min(element.detail.level ?? 1, last + 1, 6));
        levels.set(element, last);
      }
      for (const kid of element.kids) if ('type' in kid) visit(kid);
    };
    visit(this.document);
    return levels;
  }
}

/** Whether anything stands in an element: one of nothing, as of a line without words, is not written. */
function holds({ kids, parent }: Element): boolean {
  return parent === undefined || kids.some((kid) => !('type' in kid) || holds(kid));
}

function kidsOf(element: Element): string {
  const kids = element.kids.filter((kid) => !('type' in kid) || holds(kid));
  const home = kids.find((kid) => 'mark' in kid)?.page;
  const entries = kids.map((kid) => {
    if ('type' in kid) return ref(kid.object);
    if ('annotation' in kid) return `<</Type/OBJR/Obj ${ref(kid.annotation)}/Pg ${ref(kid.page)}>>`;
    return kid.page === home ? String(kid.mark) : `<</Type/MCR/Pg ${ref(kid.page)}/MCID ${kid.mark}>>`;
  });
  return `${home === undefined ? '' : `/Pg ${ref(home)}`}/K[${entries.join(' ')}]`;
}

function attributesOf({ type, detail: { alt, actual, box } }: Element): string {
  // A head without its scope says nothing of the cells below it (ISO 14289-1, 7.5).
  if (type === 'TH') return '/A<</O/Table/Scope/Column>>';
  const read = actual === undefined ? '' : `/ActualText ${text(actual)}`;
  const told = alt === undefined ? read : `/Alt ${text(alt)}`;
  if (!box) return told;
  const corners = [box.x, box.y, box.x + box.width, box.y + box.height].map(number).join(' ');
  return `${told}/A<</O/Layout/Placement/Block/BBox[${corners}]>>`;
}
