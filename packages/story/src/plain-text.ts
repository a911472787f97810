import { wordCount } from '@courant/base';
import type { Block, Body, Cell, Inline, List, Paragraph, Row } from './body.ts';

/** The text of a body: blocks with a blank line between, lines of lists and tables each on its own. */
export function plainText(body: Body): string {
  return body.content.map(blockText).filter(Boolean).join('\n\n');
}

/** The text of one block; that of pictures is their caption, newsroom blocks have none. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'subhead':
    case 'preformatted':
    case 'entry':
      return inlineText(block.content);
    case 'quote': {
      const said = paragraphsText(block.content);
      return block.attrs.attribution ? `${said}\n${block.attrs.attribution}` : said;
    }
    case 'list':
      return listText(block);
    case 'table':
      return [block.attrs.caption ?? '', ...(block.content ?? []).map(rowText)].filter(Boolean).join('\n');
    case 'factbox':
      return [block.attrs.title, paragraphsText(block.content)].filter(Boolean).join('\n');
    case 'picture':
      return block.attrs.caption ?? '';
    case 'gallery':
      return block.attrs.pictures
        .map((picture) => picture.caption ?? '')
        .filter(Boolean)
        .join('\n');
    case 'embed':
      return block.attrs.title ?? '';
    case 'related':
      return '';
    case 'divider':
    case 'notebook':
    case 'opaque':
      return '';
  }
}

/**
 * All the words of a block as its newsroom sees them, for comparing: with suggestions, with what stands in notebooks,
 * and of an opaque block its JSON.
 */
export function blockWords(block: Block): string {
  if (block.type === 'opaque') return block.attrs.json;
  if (block.type === 'notebook') return paragraphsText(block.content?.map(allAccepted));
  return blockText(allAccepted(block));
}

/** The same block with every suggestion taken as text. */
function allAccepted<B extends Block>(block: B): B {
  const json = JSON.stringify(block, (key, value: unknown) => (key === 'marks' ? undefined : value));
  // The same block without its marks, which may be absent from any text.
  return JSON.parse(json) as B;
}

/** The words a body has, as `wordCount` counts them. */
export function wordsIn(body: Body): number {
  return wordCount(plainText(body));
}

/** The text of a line. What somebody proposes to add is not in it until it is accepted. */
export function inlineText(inlines: readonly Inline[] | undefined): string {
  return (inlines ?? []).map(textOf).join('');
}

function textOf(inline: Inline): string {
  if (inline.type === 'break') return '\n';
  return inline.marks?.some((mark) => mark.type === 'insertion') ? '' : inline.text;
}

function paragraphsText(blocks: readonly (Paragraph | List)[] | undefined): string {
  return (blocks ?? [])
    .map((block) => (block.type === 'list' ? listText(block) : inlineText(block.content)))
    .filter(Boolean)
    .join('\n');
}

function listText(list: List): string {
  return (list.content ?? []).map((item) => paragraphsText(item.content)).join('\n');
}

function rowText(row: Row): string {
  return (row.content ?? []).map((cell: Cell) => inlineText(cell.content)).join('\t');
}
