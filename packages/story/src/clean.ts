import type { Block, Body, Inline, List, ListItem, Mark, Paragraph } from './body.ts';
import type { Copy } from './copy.ts';
import { inlineText } from './plain-text.ts';

/**
 * The copy a revision may hold. What belongs to the newsroom stays in the draft: notes, editorial notes, notebook
 * blocks, blocks we cannot read, and suggestions nobody accepted (additions fall away, deletions stay). So do
 * paragraphs without a word.
 */
export function clean(copy: Copy): Copy {
  const { edNote: _, body, ...fields } = copy;
  return { ...fields, body: cleanBody(body) };
}

function cleanBody(body: Body): Body {
  return { type: 'doc', content: body.content.flatMap(cleanBlock) };
}

function cleanBlock(block: Block): readonly Block[] {
  switch (block.type) {
    case 'notebook':
    case 'opaque':
      return [];
    case 'paragraph':
    case 'subhead':
    case 'preformatted': {
      const content = cleanLine(block.content);
      return inlineText(content).trim() === '' ? [] : [{ ...block, content }];
    }
    case 'quote': {
      const content = cleanParagraphs(block.content).filter((inner) => inner.type === 'paragraph');
      return content.length === 0 ? [] : [{ ...block, content }];
    }
    case 'list':
      return cleanList(block);
    case 'factbox': {
      const content = cleanParagraphs(block.content);
      return content.length === 0 ? [] : [{ ...block, content }];
    }
    case 'table': {
      const rows = (block.content ?? []).map((row) => ({
        ...row,
        content: (row.content ?? []).map((cell) => ({ ...cell, content: cleanLine(cell.content) })),
      }));
      return [{ ...block, content: rows }];
    }
    default:
      return [block];
  }
}

function cleanParagraphs(blocks: readonly (Paragraph | List)[] | undefined): readonly (Paragraph | List)[] {
  return (blocks ?? []).flatMap((block): readonly (Paragraph | List)[] => {
    if (block.type === 'list') return cleanList(block);
    const content = cleanLine(block.content);
    return inlineText(content).trim() === '' ? [] : [{ ...block, content }];
  });
}

function cleanList(list: List): readonly List[] {
  const content = (list.content ?? []).flatMap((item): readonly ListItem[] => {
    const inner = cleanParagraphs(item.content);
    return inner.length === 0 ? [] : [{ ...item, content: inner }];
  });
  return content.length === 0 ? [] : [{ ...list, content }];
}

const OF_THE_NEWSROOM = new Set<Mark['type']>(['note', 'insertion', 'deletion']);

function cleanLine(inlines: readonly Inline[] | undefined): readonly Inline[] {
  return (inlines ?? []).flatMap((inline): readonly Inline[] => {
    if (inline.type === 'break' || !inline.marks) return [inline];
    if (inline.marks.some((mark) => mark.type === 'insertion')) return [];
    const marks = inline.marks.filter((mark) => !OF_THE_NEWSROOM.has(mark.type));
    return [marks.length > 0 ? { ...inline, marks } : { type: 'text', text: inline.text }];
  });
}
