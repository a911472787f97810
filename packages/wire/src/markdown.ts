import { Marked } from 'marked';

/** Characters of one text at the most: none is longer, and what is made to be slow has its bound. */
const MOST = 400_000;

/** Markdown as HTML; what stands in it as HTML already goes through as it is, for the body's own reader to judge. */
export function htmlOfMarkdown(text: string): string {
  const marked = new Marked({ async: false, gfm: true });
  return String(marked.parse(text.slice(0, MOST), { async: false }));
}
