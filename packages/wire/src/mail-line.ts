import type { Block, Inline } from '@courant/story';
import { blockText, inlineText } from '@courant/story';

/** A line of a mail: one of a paragraph, or any other block whole. */
export interface MailLine {
  readonly text: string;
  readonly block: Block;
  /** What stands on it, where it is of a paragraph. */
  readonly inlines?: readonly Inline[];
}

/** The blocks of a mail by their lines: programs set marks on lines of their own, wherever a paragraph begins. */
export function linesOf(blocks: readonly Block[]): readonly MailLine[] {
  return blocks.flatMap((block): readonly MailLine[] => {
    if (block.type !== 'paragraph') return [{ text: blockText(block), block }];
    const lines: Inline[][] = [[]];
    for (const inline of block.content ?? []) {
      if (inline.type === 'break') lines.push([]);
      else lines.at(-1)?.push(inline);
    }
    return lines.map((inlines) => ({ text: inlineText(inlines).trim(), block, inlines }));
  });
}

/** Lines as blocks again; those of one paragraph are one. */
export function blocksOf(lines: readonly MailLine[]): readonly Block[] {
  const blocks: Block[] = [];
  let open: { readonly block: Block; readonly content: Inline[] } | undefined;
  for (const { block, inlines } of lines) {
    if (inlines === undefined || block.type !== 'paragraph') {
      open = undefined;
      blocks.push(block);
    } else if (open?.block === block) {
      open.content.push({ type: 'break' }, ...inlines);
    } else if (inlines.length > 0) {
      open = { block, content: [...inlines] };
      blocks.push({ ...block, content: open.content });
    }
  }
  return blocks;
}

/** The words of lines, a line each. */
export function textOf(lines: readonly MailLine[]): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .trim();
}
