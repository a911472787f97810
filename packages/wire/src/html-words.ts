import type { Block, Inline, List, Paragraph, Table } from '@courant/story';

/**
 * A block as paragraphs, for places where nothing else may stand: of a list its entries, of a table its rows, of a
 * quotation its words and who said them. Pictures and links of other stories have no words of the copy.
 */
export function paragraphsOf(block: Block): readonly Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'subhead':
    case 'preformatted':
      return [paragraph(block.attrs.id, block.content ?? [])];
    case 'list':
      return ofList(block);
    case 'table':
      return ofTable(block);
    case 'quote': {
      const { id, attribution } = block.attrs;
      return [...(block.content ?? []), ...(attribution ? [paragraph(`${id}c`, [text(attribution)])] : [])];
    }
    default:
      return [];
  }
}

function ofList(list: List): readonly Paragraph[] {
  return (list.content ?? []).flatMap((item) => item.content ?? []).flatMap(paragraphsOf);
}

function ofTable({ attrs, content = [] }: Table): readonly Paragraph[] {
  const rows = content.map((row, i) => {
    const cells = (row.content ?? []).map((cell) => cell.content ?? []).filter((cell) => cell.length > 0);
    return paragraph(
      `${attrs.id}r${i}`,
      cells.flatMap((cell, j) => (j === 0 ? cell : [text(' '), ...cell])),
    );
  });
  const caption = attrs.caption ? [paragraph(`${attrs.id}c`, [text(attrs.caption)])] : [];
  return [...caption, ...rows.filter((row) => row.content?.length)];
}

function paragraph(id: string, content: readonly Inline[]): Paragraph {
  return { type: 'paragraph', attrs: { id }, content };
}

function text(words: string): Inline {
  return { type: 'text', text: words };
}
