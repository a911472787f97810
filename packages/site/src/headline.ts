import type { Html } from '@courant/base';
import { html } from '@courant/base';
import { wordSegmenter } from './formatter.ts';

/** Scripts that write words without blanks between them, whose lines could end anywhere. */
const UNPARTED = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);

/**
 * A headline as markup. Where its script parts no words by blanks it may end a line between two words only (`Intl.Segmenter`
 * knows them), so that large type breaks by sense; with the style sheet's `keep-all` its marks keep to their words.
 */
export function headlineHtml(text: string, language: string): Html {
  const [script = ''] = language.split('-', 1);
  return UNPARTED.has(script) ? html`${parted(text, script)}` : html`${text}`;
}

function parted(text: string, language: string): readonly Html[] {
  const parts: Html[] = [];
  let afterWord = false;
  for (const { segment, isWordLike = false } of wordSegmenter(language).segment(text)) {
    parts.push(afterWord && isWordLike ? html`<wbr>${segment}` : html`${segment}`);
    afterWord = isWordLike;
  }
  return parts;
}
