import type { Box, Colour, FillBlock, RuleBlock } from './page-model.ts';
import type { Palette } from './palette.ts';
import { redGreenBlue } from './palette.ts';
import type { PdfFont } from './pdf-font.ts';
import type { Element, StructureTree } from './pdf-structure.ts';
import type { Ref } from './pdf-value.ts';
import { number, ref, text } from './pdf-value.ts';

/** What stands on a page and says nothing: rules and tints, or what each page repeats. */
export type Artifact = 'Layout' | 'Pagination';

/** What operators belong to. */
export type Owner = Element | Artifact;

/** What a page's content is drawn with. */
export interface PageSetting {
  readonly object: Ref;
  readonly height: number;
  readonly tree: StructureTree;
  readonly palette: Palette;
}

/** The operators of one page. Everything painted belongs to an element or is an artifact (ISO 14289-1, 7.1). */
export class PageContent {
  readonly object: Ref;
  /** The number under which the tree finds the page's marks. */
  readonly key: number;
  readonly height: number;
  readonly annotations: Ref[] = [];
  readonly #tree: StructureTree;
  readonly #palette: ReadonlyMap<string, string>;
  readonly #operators: string[] = [];
  readonly #fonts = new Map<string, Ref>();
  readonly #images = new Map<string, Ref>();
  #owner: Owner | undefined;
  #colours: Readonly<Record<'rg' | 'RG', string>> = { rg: '0 0 0', RG: '0 0 0' };

  constructor({ object, height, tree, palette }: PageSetting) {
    this.object = object;
    this.height = height;
    this.#tree = tree;
    this.#palette = new Map(Object.entries(palette).map(([own, hex]) => [own, redGreenBlue(hex).join(' ')]));
    this.key = tree.openPage();
  }

  /** What follows belongs to this owner; `actual` is what is read in its place. */
  enter(owner: Owner, actual?: string): void {
    if (owner === this.#owner && actual === undefined) return;
    this.leave();
    if (typeof owner === 'string') this.#operators.push(`/Artifact<</Type/${owner}>>BDC`);
    else {
      const mark = this.#tree.mark(owner, { page: this.object, key: this.key });
      const told = actual === undefined ? '' : `/ActualText ${text(actual)}`;
      // The tag of a mark says little; the tree says what the element is.
      const tag = owner.type === 'Heading' ? 'H' : owner.type;
      this.#operators.push(`/${tag}<</MCID ${mark}${told}>>BDC`);
    }
    this.#owner = owner;
  }

  /** What follows belongs to nobody yet. */
  leave(): void {
    if (this.#owner !== undefined) this.#operators.push('EMC');
    this.#owner = undefined;
  }

  /** Adds operators as they are. */
  draw(operators: string): void {
    this.#operators.push(operators);
  }

  /** Whether type and areas are filled in a colour now. */
  isFilledIn(colour: Colour): boolean {
    return this.#colours.rg === this.#parts(colour);
  }

  /** Sets the colour in which type and areas are filled, or lines are drawn. */
  colour(colour: Colour, operator: 'rg' | 'RG'): void {
    const parts = this.#parts(colour);
    if (this.#colours[operator] === parts) return;
    this.#colours = { ...this.#colours, [operator]: parts };
    this.#operators.push(`${parts} ${operator}`);
  }

  #parts(colour: Colour): string {
    return this.#palette.get(colour) ?? '0 0 0';
  }

  /** The name under which the page knows a font, which it lists from then on. */
  font(font: PdfFont, isSoft: boolean): string {
    const known = isSoft ? font.softName : font.name;
    this.#fonts.set(known, isSoft ? font.softObject : font.object);
    return known;
  }

  /** Draws a picture into a box. */
  image(picture: Ref, box: Box): void {
    this.#images.set(`I${picture}`, picture);
    const size = `${number(box.width)} 0 0 ${number(box.height)}`;
    this.draw(`q ${size} ${number(box.x)} ${number(this.height - box.y - box.height)} cm /I${picture} Do Q`);
  }

  /** Draws a straight line. */
  rule({ x1, y1, x2, y2, width, colour }: RuleBlock): void {
    this.colour(colour, 'RG');
    const [from, to] = [
      `${number(x1)} ${number(this.height - y1)}`,
      `${number(x2)} ${number(this.height - y2)}`,
    ];
    this.draw(`${number(width)} w ${from} m ${to} l S`);
  }

  /** Fills a box. */
  fill({ box, colour }: FillBlock): void {
    this.colour(colour, 'rg');
    const place = `${number(box.x)} ${number(this.height - box.y - box.height)}`;
    this.draw(`${place} ${number(box.width)} ${number(box.height)} re f`);
  }

  /** A box as a PDF measures it: from the lower left corner. */
  turned({ x, y, width, height }: Box): Box {
    return { x, y: this.height - y - height, width, height };
  }

  /** The operators, one a line. */
  operators(): string {
    this.leave();
    return this.#operators.join('\n');
  }

  /** The fonts and pictures it names. */
  resources(): string {
    const list = (own: ReadonlyMap<string, Ref>) =>
      [...own].map(([known, object]) => `/${known} ${ref(object)}`);
    return `<</Font<<${list(this.#fonts).join('')}>>/XObject<<${list(this.#images).join('')}>>>>`;
  }
}
