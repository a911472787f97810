import { isId } from '@courant/base';
import type { Block, Body, Cell, Inline, List, Paragraph, Quote, Table } from '@courant/story';
import { isLink } from './html-line.ts';
import type { SetApart } from './line-writer.ts';
import { isBlank, lineOf, preformatted, preformattedText, wordsOf } from './line-writer.ts';
import { isWrapped } from './wire-lines.ts';
import type { XmlMade, XmlPart } from './xml-writer.ts';
import { element } from './xml-writer.ts';

/** How a document type names what HTML, NITF and XHTML name differently. */
export interface BodyNames {
  readonly setApart: SetApart;
  /** An element in a line that says nothing of its words. */
  readonly plain: string;
  readonly subhead: Readonly<Record<2 | 3, string>>;
  quote(said: XmlPart, attribution: XmlPart): XmlMade;
  /** A box of background under its title. */
  facts(title: XmlPart, inner: XmlPart): XmlMade;
  preformatted(inlines: readonly Inline[]): XmlPart;
}

const HTML_MARKS: ReadonlyMap<string, string> = new Map([
  ...(['strong', 'em', 'code', 'sup', 'sub'] as const).map((name) => [name, name] as const),
  ['strike', 's'],
]);

/** HTML as the readers of bodies know it; written with ends, so that it is XHTML too. */
export const HTML_NAMES: BodyNames = {
  setApart(type, inner) {
    const name = HTML_MARKS.get(type);
    return name === undefined ? inner : element(name, {}, inner);
  },
  plain: 'span',
  subhead: { 2: 'h2', 3: 'h3' },
  quote: (said, attribution) =>
    element('blockquote', {}, said, attribution === undefined ? undefined : element('cite', {}, attribution)),
  facts: (title, inner) =>
    element('aside', {}, title === undefined ? undefined : element('h3', {}, title), inner),
  preformatted: (inlines) => lineOf(inlines, HTML_NAMES.setApart),
};

/**
 * The blocks of a body as a document type names them. What belongs to the newsroom (notebook, notes, proposals, blocks
 * we cannot read) is not among them, and pictures go beside the text, because a body knows them by the library's ids.
 */
export function bodyParts(body: Body | undefined, names: BodyNames): readonly XmlMade[] {
  return (body?.content ?? []).flatMap((block) => blockParts(block, names));
}

function blockParts(block: Block, names: BodyNames): readonly XmlMade[] {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block, names);
    case 'subhead':
      return line(names.subhead[block.attrs.level], block.content, names);
    case 'entry':
      return line(names.subhead[2], block.content, names);
    case 'quote':
      return quote(block, names);
    case 'list':
      return list(block, names);
    case 'table':
      return table(block, names);
    case 'preformatted':
      return preformattedParts(block.content, names);
    case 'embed':
      return words(linked(block.attrs.url, block.attrs.title || block.attrs.url));
    case 'factbox': {
      const inner = inside(block.content, names);
      const title = block.attrs.title.trim() === '' ? undefined : block.attrs.title;
      return inner.length === 0 ? words(title) : [names.facts(title, inner)];
    }
    case 'related': {
      const links = block.attrs.links.map(({ href, title }) =>
        element('li', {}, isId(href) ? title : linked(href, title || href)),
      );
      return links.length === 0 ? [] : [element('ul', {}, links)];
    }
    case 'divider':
      return [element('hr')];
    case 'picture':
    case 'gallery':
    case 'notebook':
    case 'opaque':
      return [];
  }
}

function words(part: XmlPart): readonly XmlMade[] {
  return part === undefined ? [] : [element('p', {}, part)];
}

function linked(href: string, title: string): XmlPart {
  return isLink(href) ? element('a', { href: href.trim() }, title) : title;
}

function line(name: string, content: readonly Inline[] | undefined, names: BodyNames): readonly XmlMade[] {
  const inlines = wordsOf(content);
  return isBlank(inlines) ? [] : [element(name, {}, lineOf(inlines, names.setApart))];
}

function paragraph({ content }: Paragraph, names: BodyNames): readonly XmlMade[] {
  return line('p', content, names).map((made) =>
    seemsWrapped(wordsOf(content)) ? element('p', {}, element(names.plain, {}, made.children)) : made,
  );
}

/** Whether readers would take the breaks of a paragraph for those of a machine that only wrapped its lines. */
function seemsWrapped(inlines: readonly Inline[]): boolean {
  const isPlain = inlines.every((inline) => inline.type === 'break' || !inline.marks?.length);
  const lines = inlines.map((inline) => (inline.type === 'break' ? '\n' : inline.text)).join('');
  return isPlain && isWrapped(lines.trim().split('\n'));
}

function inside(blocks: readonly (Paragraph | List)[] | undefined, names: BodyNames): readonly XmlMade[] {
  return (blocks ?? []).flatMap((block) =>
    block.type === 'list' ? list(block, names) : paragraph(block, names),
  );
}

function quote({ attrs, content }: Quote, names: BodyNames): readonly XmlMade[] {
  const said = inside(content, names);
  const attribution = attrs.attribution?.trim() || undefined;
  return said.length === 0 ? words(attribution) : [names.quote(said, attribution)];
}

function list({ attrs, content }: List, names: BodyNames): readonly XmlMade[] {
  const items = (content ?? []).flatMap((item): readonly XmlMade[] => {
    const inner = inside(item.content, names);
    const [only, ...others] = inner;
    const isLine = only?.name === 'p' && others.length === 0;
    return inner.length === 0 ? [] : [element('li', {}, isLine ? only.children : inner)];
  });
  return items.length === 0 ? [] : [element(attrs.ordered ? 'ol' : 'ul', {}, items)];
}

function table({ attrs, content }: Table, names: BodyNames): readonly XmlMade[] {
  const caption = attrs.caption?.trim() || undefined;
  const rows = (content ?? []).filter((row) => row.content?.length);
  if (rows.length === 0) return words(caption);
  const made = rows.map((row) =>
    element(
      'tr',
      {},
      row.content?.map((one) => cell(one, names)),
    ),
  );
  const head = rows[0]?.content?.every((one) => one.attrs.head) ? made.slice(0, 1) : [];
  const rest = made.slice(head.length);
  return [
    element(
      'table',
      {},
      caption === undefined ? undefined : element('caption', {}, caption),
      head.length === 0 || rest.length === 0 ? undefined : element('thead', {}, head),
      element('tbody', {}, rest.length === 0 ? made : rest),
    ),
  ];
}

/** Columns of a cell at the most, as readers take them. */
const WIDEST = 100;

function cell({ attrs, content }: Cell, names: BodyNames): XmlMade {
  const span = Math.max(1, Math.min(attrs.span ?? 1, WIDEST));
  const inner = lineOf(wordsOf(content), names.setApart);
  return element(attrs.head ? 'th' : 'td', { colspan: span === 1 ? undefined : span }, inner);
}

function preformattedParts(content: readonly Inline[] | undefined, names: BodyNames): readonly XmlMade[] {
  const text = preformattedText(content);
  if (text.trim() === '') return [];
  // HTML takes the first line break of the element away.
  const first = text.startsWith('\n') ? '\n' : undefined;
  return [element('pre', {}, first, names.preformatted(preformatted(content)))];
}
