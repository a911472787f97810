import type { Block, Paragraph } from '@courant/story';
import { blockText } from '@courant/story';

/** A paragraph for editors alone (AP, AAP, Reuters). */
const FOR_EDITORS = /^\s*(eds?(itors)?\s*:|eds\.|editors?['’]?s?\s+note\s*[:_—-]|note\s+to\s+editors)/i;
/** From here to the end everything is for editors (dpa). */
const NOTEBOOK =
  /^[\s*]*(#\s*(?:dpa[- ]?)?(?:notebook|notizblock)\b|##?\s*orte?\b.*|the following information is not (intended )?for publication|die folgenden informationen sind nicht (?:zur|für die) veröffentlichung|not for publication\b|not for broadcast or publication\b)/i;

/** Puts what an agency says to editors into notebook blocks, which never leave the draft. */
export function withNotebook(blocks: readonly Block[]): readonly Block[] {
  const start = blocks.findIndex((block) => NOTEBOOK.test(blockText(block)));
  const copy = start < 0 ? blocks : blocks.slice(0, start);
  const rest = start < 0 ? [] : blocks.slice(start);
  return [
    ...copy.map((block) =>
      block.type === 'paragraph' && FOR_EDITORS.test(blockText(block)) ? notebook(block) : block,
    ),
    ...rest.map(noted),
  ];
}

function notebook(paragraph: Paragraph): Block {
  return {
    type: 'notebook',
    attrs: paragraph.attrs,
    content: [{ ...paragraph, attrs: { id: `${paragraph.attrs.id}n` } }],
  };
}

function noted(block: Block): Block {
  if (block.type === 'paragraph') return notebook(block);
  const text = blockText(block);
  const content = text === '' ? [] : [{ type: 'text', text } as const];
  return notebook({ type: 'paragraph', attrs: block.attrs, content });
}
