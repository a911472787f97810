import type { Block, Body, Origin } from '@courant/story';
import { blockText } from '@courant/story';
import { bodyFromHtml } from './html-body.ts';
import { escaped } from './html-escape.ts';

/** The texts of an event or a plan. */
export interface PlanTexts {
  /** What it is, for anyone. */
  readonly copy: readonly string[];
  /** What is told to newsrooms: how to register, whom to ask. Nothing of it leaves the draft. */
  readonly notes: readonly string[];
}

/**
 * The body of an event or a plan: its description, and behind it what is told to newsrooms alone. The two are read
 * apart, so that no markup of one can draw the other in. Undefined where there is no text.
 */
export function planBody(
  { copy, notes }: PlanTexts,
  from: Pick<Origin, 'item' | 'version'>,
): Body | undefined {
  const { content } = bodyFromHtml(htmlOf(copy), { from }).body;
  const noted = bodyFromHtml(htmlOf(notes)).body.content.flatMap((block, i) =>
    notebook(blockText(block), `n${i + 1}`, { ...from, block: content.length + i }),
  );
  return content.length + noted.length === 0 ? undefined : { type: 'doc', content: [...content, ...noted] };
}

function notebook(text: string, id: string, from: Origin): readonly Block[] {
  if (text.trim() === '') return [];
  const lines = text.split('\n').map((line, i) => ({
    type: 'paragraph' as const,
    attrs: { id: `${id}-${i + 1}` },
    content: line === '' ? [] : [{ type: 'text' as const, text: line }],
  }));
  return [{ type: 'notebook', attrs: { id, from }, content: lines }];
}

/** Blank lines part paragraphs; other breaks stay. Texts may be HTML, as Scandinavian agencies have it. */
function htmlOf(texts: readonly string[]): string {
  return texts.map((text) => (MARKUP.test(text) ? `<div>${text}</div>` : paragraphs(text))).join('');
}

const MARKUP = /<\/?(?:p|div|table|ul)\b[^<>]{0,500}>|<br\s*\/?>/i;

function paragraphs(text: string): string {
  return text
    .trim()
    .split(/\n[ \t\r]*\n\s*/)
    .map((part) => `<p>${escaped(part.trim()).replace(/\r?\n/g, '<br>')}</p>`)
    .join('');
}
