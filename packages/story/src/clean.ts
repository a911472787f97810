import { never } from '@courant/base';
import type {
  Block,
  Body,
  Cell,
  Gallery,
  Inline,
  List,
  ListItem,
  Mark,
  Paragraph,
  Subhead,
  Table,
} from './body.ts';
import { bodySchema } from './body-schema.ts';
import type { Copy } from './copy.ts';
import { CHOICE, CHOICES, TEXTS } from './field.ts';
import { joinedLine, trimmedLine } from './line.ts';
import { inlineText } from './plain-text.ts';

/**
 * The copy a revision may hold. What belongs to the newsroom stays in the draft: notes, editorial notes, notebook
 * blocks, blocks we cannot read, conflicts with the wire (`publish` refuses copy that has one), and suggestions
 * nobody accepted (additions fall away, deletions stay). So do lines without a word and blanks at the ends of lines. Only what is named here goes through.
 */
export function clean(copy: Copy): Copy {
  const { kind, language, slug, headline } = copy;
  const fields: Record<string, unknown> = {};
  for (const name of CHOICES) {
    if (name === 'wire') continue;
    const value = CHOICE[name](copy[name]);
    if (value !== undefined) fields[name] = value;
  }
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
      return inlineText(content).trim() === '' ? [] : [{ ...bare(block), content }];
    }
    case 'entry':
      return [{ ...bare(block), content: trimmedLine(cleanLine(block.content)) }];
    case 'quote': {
      const content = (block.content ?? []).flatMap(cleanWords);
      return content.length === 0 ? [] : [{ ...bare(block), content }];
    }
    case 'list':
      return cleanList(block);
    case 'factbox': {
      const content = cleanParts(block.content);
      return content.length === 0 ? [] : [{ ...bare(block), content }];
    }
    case 'table':
      return cleanTable(block);
    case 'gallery':
      return cleanGallery(block);
    case 'related': {
      const links = block.attrs.links.map((link) => only(link, ['href', 'title']));
      return links.length === 0 ? [] : [{ type: 'related', attrs: { ...bare(block).attrs, links } }];
    }
    case 'picture':
    case 'embed':
    case 'divider':
      return [bare(block)];
    default:
      return never(block);
  }
}

function cleanGallery(block: Gallery): readonly Block[] {
  const pictures = block.attrs.pictures.map((picture) => only(picture, ['picture', 'caption', 'alt']));
  return pictures.length === 0 ? [] : [{ type: 'gallery', attrs: { ...bare(block).attrs, pictures } }];
}

function cleanWords<B extends Paragraph | Subhead>(block: B): readonly B[] {
  if (block.type !== 'paragraph' && block.type !== 'subhead') return [];
  const content = trimmedLine(cleanLine(block.content));
  return content.length === 0 ? [] : [{ ...bare(block), content }];
}

function cleanParts(blocks: readonly (Paragraph | List)[] | undefined): readonly (Paragraph | List)[] {
  return (blocks ?? []).flatMap((block): readonly (Paragraph | List)[] =>
    block.type === 'list' ? cleanList(block) : cleanWords(block),
  );
}

function cleanList(list: List): readonly List[] {
  const content = of('item', list.content).flatMap((item): readonly ListItem[] => {
    const inner = cleanParts(item.content);
    return inner.length === 0 ? [] : [{ ...bare(item), content: inner }];
  });
  return content.length === 0 ? [] : [{ ...bare(list), content }];
}

function cleanTable(table: Table): readonly Table[] {
  const rows = of('row', table.content).map((row) => ({
    type: 'row' as const,
    content: of('cell', row.content).map((cell) => ({
      ...bare(cell),
      content: trimmedLine(cleanLine(cell.content)),
    })),
  }));
  const isBlank = rows.every((row) => row.content.every((cell) => cell.content.length === 0));
  return isBlank ? [] : [{ ...bare(table), content: rows }];
}

/** The parts that are of a type. Types are no proof where copy was read from elsewhere: no notebook stands as a row. */
function of<P extends { readonly type: string }>(type: P['type'], parts: readonly P[] | undefined) {
  return (parts ?? []).filter((part) => part.type === type);
}

/** A node of the body without its content, and with the attributes that the schema names for it alone. */
function bare<N extends Block | ListItem | Cell>({ type, attrs }: N): N {
  const named = Object.keys(bodySchema.nodes[type]?.spec.attrs ?? {});
  const own: Record<string, unknown> = only<Record<string, unknown>>({ ...attrs }, named);
  const { from } = attrs && 'from' in attrs ? attrs : {};
  if (from) own.from = only(from, ['item', 'version', 'block']);
  // What is left out is no attribute of this type, and content may be absent from any.
  return { type, attrs: own } as unknown as N;
}

/** A record with the members named and no other; one that it has not stays absent. */
function only<R extends object>(record: R, names: readonly (keyof R)[]): R {
  const kept: Partial<R> = {};
  for (const name of names) if (record[name] !== undefined) kept[name] = record[name];
  // What is left out is no member of R.
  return kept as R;
}

/** The mark as readers see it; nothing of those that are the newsroom's. */
function publicMark(mark: Mark): readonly Mark[] {
  switch (mark.type) {
    case 'link':
      return [{ type: 'link', attrs: { href: mark.attrs.href } }];
    case 'strong':
    case 'em':
    case 'code':
    case 'sup':
    case 'sub':
    case 'strike':
      return [{ type: mark.type }];
    default:
      return [];
  }
}

function cleanLine(inlines: readonly Inline[] | undefined): readonly Inline[] {
  const cleaned = (inlines ?? []).flatMap((inline): readonly Inline[] => {
    if (inline.type === 'break') return [{ type: 'break' }];
    if (inline.type !== 'text' || inline.marks?.some((mark) => mark.type === 'insertion')) return [];
    const marks = (inline.marks ?? []).flatMap(publicMark);
    const { text } = inline;
    return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }];
  });
  return joinedLine(cleaned);
}
