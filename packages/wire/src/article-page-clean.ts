import { nameWords } from './article-page-marks.ts';
import { isProse } from './article-page-prose.ts';
import type { ArticleRoot } from './article-page-root.ts';
import type { PageElement, PageTree, TextLine } from './article-page-tree.ts';
import type { FurnitureKind } from './page-text-furniture.data.ts';
import type { PageLine } from './page-text-lines.ts';
import { lineKey, pageLines } from './page-text-lines.ts';

/** Elements that hold several lines of one kind, and go or stay as one. */
const GROUPS: ReadonlySet<string> = new Set([
  'div',
  'section',
  'ul',
  'ol',
  'dl',
  'table',
  'form',
  'article',
  'header',
  'figure',
]);
/** From which part of links a group is one of links, where it has little prose. */
const LINKED = { group: 0.5, list: 0.6, line: 0.8, prose: 3, words: 25 } as const;
/** Names of boxes around a picture, in which a line is its caption. */
const PICTURED =
  /(?:^|[ -])(?:images?|img\w*|photos?|pictures?|foto\w*|bild\w*|media\w*|gallery|slider)(?=$|[ -])/;
/** Labels of what stands beside a story, wherever in it they are met. */
const LABELS: ReadonlySet<FurnitureKind> = new Set<FurnitureKind>([
  ...(['share bar', 'advertisement', 'read also', 'related', 'comments', 'subscription', 'footer'] as const),
]);
/** Labels behind which a story does not go on. */
const ENDS: ReadonlySet<FurnitureKind> = new Set<FurnitureKind>([
  'related',
  'comments',
  'subscription',
  'footer',
]);
/** A part of the prose that may stand behind such a label, and before a headline, and is then none of the story's. */
const REST = 0.25;
/** Characters of a line by which it is told from others. */
const LOOKED_AT = 1_000;
/** Characters of a pull quote at the least, and how many are looked for. */
const PULLED = { least: 30, most: 100 } as const;

/** Tells which lines of a story's element are the story's own. */
export function cleaned(page: PageTree, root: ArticleRoot, headline: string): (at: number) => boolean {
  return root.isWhole ? () => true : new Cleaner(page, root).kept(lineKey(headline));
}

class Cleaner {
  readonly #page: PageTree;
  readonly #root: PageElement;
  readonly #drop: Uint8Array;
  readonly #looks: readonly PageLine[];

  constructor(page: PageTree, { element, out }: ArticleRoot) {
    this.#page = page;
    this.#root = element;
    this.#drop = new Uint8Array(out);
    // Words of a line are never blank, so that lines and looks go in step.
    this.#looks = pageLines(
      this.#lines()
        .map(({ text }) => text.slice(0, LOOKED_AT))
        .join('\n'),
    );
  }

  kept(headlineKey: string): (at: number) => boolean {
    this.#dropGroups();
    this.#dropHead(headlineKey);
    this.#dropLabels();
    this.#dropRepeats();
    this.#dropTail();
    const { from, to } = this.#root;
    return (at) => at >= from && at < to && this.#drop[at] !== 1;
  }

  #lines(): readonly TextLine[] {
    return this.#page.lines.slice(this.#root.from, this.#root.to);
  }

  #staying(): readonly TextLine[] {
    return this.#lines().filter(({ at }) => this.#drop[at] !== 1);
  }

  #look(line: TextLine): PageLine | undefined {
    return this.#looks[line.at - this.#root.from];
  }

  /** Whether a short line says nothing by its words that would make it none of the copy. */
  #isCopy(line: TextLine): boolean {
    const kind = this.#look(line)?.kind;
    return kind === 'plain' || kind === 'prose';
  }

  /** Groups of links, captions and single links. */
  #dropGroups(): void {
    const { from, to } = this.#root;
    for (const element of this.#page.elements) {
      if (element === this.#root || element.from < from || element.to > to) continue;
      if (GROUPS.has(element.name) && this.#isLinksOrCaption(element))
        this.#drop.fill(1, element.from, element.to);
    }
    for (const line of this.#lines()) {
      if (line.linked >= line.width * LINKED.line && !isProse(line) && !isCell(line)) this.#drop[line.at] = 1;
    }
  }

  #isLinksOrCaption(element: PageElement): boolean {
    const { name, from, to } = element;
    let [width, linked, prose, worded] = [0, 0, 0, 0];
    for (const line of this.#page.lines.slice(from, to)) {
      if (this.#drop[line.at] === 1) continue;
      width += line.width;
      linked += line.linked;
      prose += Number(isProse(line));
      worded += Number(line.width - line.linked >= LINKED.words);
    }
    if (name === 'figure') return prose < LINKED.prose;
    if (name === 'table' && hasHeads(element)) return false;
    if (prose <= 1 && to - from <= 2 && PICTURED.test(nameWords(element)) && holdsPicture(element))
      return true;
    const isList = name === 'ul' || name === 'ol';
    if (isList && worded >= LINKED.prose) return false;
    return prose < LINKED.prose && linked > width * (isList ? LINKED.list : LINKED.group);
  }

  /** The headline and all above it; then dates, names and other short lines above the first paragraph. */
  #dropHead(headlineKey: string): void {
    const lines = this.#staying();
    const titled = headlineKey === '' ? -1 : lines.findIndex((line) => keyOf(line) === headlineKey);
    const top = titled >= 0 ? titled : lines.findIndex(({ owner }) => owner.name === 'h1');
    const isTop = proseWidth(lines.slice(0, top + 1)) <= proseWidth(lines) * REST;
    for (const line of isTop ? lines.slice(0, top + 1) : []) this.#drop[line.at] = 1;
    const rest = isTop ? lines.slice(top + 1) : lines;
    const first = rest.findIndex(isProse);
    for (const [at, line] of rest.slice(0, Math.max(0, first)).entries()) {
      const isSubhead = /^h[1-6]$/.test(line.owner.name) && at === first - 1;
      const isPlain = /^(?:p|li|td|th|dd|dt|pre)$/.test(line.owner.name) && this.#isCopy(line);
      if (!isSubhead && !isPlain) this.#drop[line.at] = 1;
    }
  }

  /** Labels such as "Read also", and the rest of the element behind one that ends stories. */
  #dropLabels(): void {
    const lines = this.#staying();
    const total = proseWidth(lines);
    let before = 0;
    for (const [at, line] of lines.entries()) {
      const kind = this.#look(line)?.furniture;
      const isLabel = kind !== undefined && LABELS.has(kind);
      if (isLabel) this.#drop[line.at] = 1;
      const isHead = /^h[1-6]$/.test(line.owner.name) || line.linked > 0;
      if (isLabel && isHead && ENDS.has(kind) && total - before < total * REST) {
        for (const { at: place } of lines.slice(at)) this.#drop[place] = 1;
        return;
      }
      before += isProse(line) ? line.width : 0;
    }
  }

  /** What stands twice, set differently, and pull quotes: their words are the story's, said again. */
  #dropRepeats(): void {
    const lines = this.#staying();
    const keys = lines.map(keyOf);
    const seen = new Map<string, PageElement>();
    const whole = keys.join('\n');
    let quotes = 0;
    for (const [at, line] of lines.entries()) {
      const key = keys[at] ?? '';
      if (key.length < PULLED.least) continue;
      const other = seen.get(key);
      if (other && signOf(other) !== signOf(line.owner)) this.#drop[line.at] = 1;
      seen.set(key, line.owner);
      if (quotes > PULLED.most || !isQuoted(line.owner, this.#root)) continue;
      quotes++;
      if (whole.indexOf(key) !== whole.lastIndexOf(key)) this.#drop[line.at] = 1;
    }
  }

  /** Short lines behind the last paragraph, but for paragraphs and lists. */
  #dropTail(): void {
    const lines = this.#staying();
    const last = lines.findLastIndex(isProse);
    if (last < 0) return;
    for (const line of lines.slice(last + 1)) {
      const isPlain = /^(?:p|li|td|th|pre|dd|dt)$/.test(line.owner.name) && this.#isCopy(line);
      if (!isPlain) this.#drop[line.at] = 1;
    }
  }
}

function keyOf({ text }: TextLine): string {
  return lineKey(text.slice(0, LOOKED_AT));
}

function proseWidth(lines: readonly TextLine[]): number {
  return lines.reduce((sum, line) => sum + (isProse(line) ? line.width : 0), 0);
}

function signOf({ name, attributes }: PageElement): string {
  return `${name} ${attributes.get('class') ?? ''}`;
}

function isCell({ owner }: TextLine): boolean {
  return owner.name === 'td' || owner.name === 'th';
}

/** Whether a table is one of facts, and not of the page's layout. */
function hasHeads(table: PageElement): boolean {
  return table.blocks.some((block) => block.name === 'th' || block.name === 'caption' || hasHeads(block));
}

function holdsPicture(element: PageElement): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && (child.name === 'img' || holdsPicture(child)),
  );
}

function isQuoted(owner: PageElement, root: PageElement): boolean {
  for (let above: PageElement | undefined = owner; above && above !== root; above = above.parent) {
    if (
      above.name === 'blockquote' ||
      above.name === 'q' ||
      /pull|quote/i.test(above.attributes.get('class') ?? '')
    )
      return true;
  }
  return false;
}
