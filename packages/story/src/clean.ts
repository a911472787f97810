import { never } from '@courant/base';
import type { Block, Body, Inline, List, ListItem, Mark, Paragraph, Subhead, Table } from './body.ts';
import type { Copy } from './copy.ts';
import { CHOICES, TEXTS } from './field.ts';
import { joinedLine, trimmedLine } from './line.ts';
import { inlineText } from './plain-text.ts';

/**
 * The copy a revision may hold. What belongs to the newsroom stays in the draft: notes, editorial notes, notebook
 * blocks, blocks we cannot read, and suggestions nobody accepted (additions fall away, deletions stay). So do
 * lines without a word and blanks at the ends of lines. Only what is named here goes through.
 */
export function clean(copy: Copy): Copy {
  const { kind, language, slug, headline } = copy;
  const fields: Record<string, unknown> = {};
  for (const name of CHOICES) if (copy[name] !== undefined) fields[name] = copy[name];
  for (const name of TEXTS) {
    const text = copy[name]?.trim();
    if (name !== 'edNote' && text) fields[name] = text;
  }
  const always = { kind, language, slug: slug.trim(), headline: headline.trim() };
  return { ...fields, ...always, body: cleanBody(copy.body) };
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
      return cleanWords(block);
    case 'preformatted': {
      const content = cleanLine(block.content);
      return inlineText(content).trim() === '' ? [] : [{ ...block, content }];
    }
    case 'quote': {
      const content = (block.content ?? []).flatMap(cleanWords);
      return content.length === 0 ? [] : [{ ...block, content }];
    }
    case 'list':
      return cleanList(block);
    case 'factbox': {
      const content = cleanParts(block.content);
      return content.length === 0 ? [] : [{ ...block, content }];
    }
    case 'table':
      return cleanTable(block);
    case 'gallery':
      return block.attrs.pictures.length === 0 ? [] : [block];
    case 'related':
      return block.attrs.links.length === 0 ? [] : [block];
    case 'picture':
    case 'embed':
    case 'divider':
      return [block];
    default:
      return never(block);
  }
}

function cleanWords<B extends Paragraph | Subhead>(block: B): readonly B[] {
  // Types are no proof where the copy was read from elsewhere: nothing else goes through as words.
  if (block.type !== 'paragraph' && block.type !== 'subhead') return [];
  const content = trimmedLine(cleanLine(block.content));
  return content.length === 0 ? [] : [{ ...block, content }];
}

function cleanParts(blocks: readonly (Paragraph | List)[] | undefined): readonly (Paragraph | List)[] {
  return (blocks ?? []).flatMap((block): readonly (Paragraph | List)[] =>
    block.type === 'list' ? cleanList(block) : cleanWords(block),
  );
}

function cleanList(list: List): readonly List[] {
  const content = (list.content ?? []).flatMap((item): readonly ListItem[] => {
    const inner = cleanParts(item.content);
    return inner.length === 0 ? [] : [{ ...item, content: inner }];
  });
  return content.length === 0 ? [] : [{ ...list, content }];
}

function cleanTable(table: Table): readonly Table[] {
  const rows = (table.content ?? []).map((row) => ({
    ...row,
    content: (row.content ?? []).map((cell) => ({ ...cell, content: trimmedLine(cleanLine(cell.content)) })),
  }));
  const isBlank = rows.every((row) => row.content.every((cell) => cell.content.length === 0));
  return isBlank ? [] : [{ ...table, content: rows }];
}

/** Marks that readers see. */
const PUBLIC: ReadonlySet<Mark['type']> = new Set([
  ...(['strong', 'em', 'code', 'sup', 'sub', 'strike', 'link'] as const),
]);

function cleanLine(inlines: readonly Inline[] | undefined): readonly Inline[] {
  const cleaned = (inlines ?? []).flatMap((inline): readonly Inline[] => {
    if (inline.type === 'break') return [{ type: 'break' }];
    if (inline.type !== 'text' || inline.marks?.some((mark) => mark.type === 'insertion')) return [];
    const marks = (inline.marks ?? []).filter((mark) => PUBLIC.has(mark.type));
    const { text } = inline;
    return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }];
  });
  return joinedLine(cleaned);
}
