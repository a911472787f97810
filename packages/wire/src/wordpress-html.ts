import type { WireMedia, WireWarning } from './wire-item.ts';
import { htmlOfLines } from './wordpress-lines.ts';
import { withoutShortcodes } from './wordpress-shortcode.ts';

/** What a site keeps apart from the posts that show it. */
export interface SiteLibrary {
  file(number: string): WireMedia | undefined;
  shared(number: string): string | undefined;
}

/** Content of a post as HTML, and what of it could not be read. */
export interface WordPressHtml {
  readonly html: string;
  readonly warnings: readonly WireWarning[];
}

/** Longest content read: beyond, a body is cut anyway. */
const MOST = 2_500_000;

/** The HTML a site made of a post's content: shared parts put in, shortcodes read, lines turned into paragraphs. */
export function wordPressHtml(content: string, library: SiteLibrary): WordPressHtml {
  const warnings: WireWarning[] = [];
  const whole = content.slice(0, MOST).replace(SHARED, (_block, number: string) => {
    const shared = library.shared(number);
    if (shared !== undefined) return shared.slice(0, 100_000);
    warnings.push({
      code: 'shared-part',
      say: `A part that several posts share is not in the file: ${number}.`,
    });
    return '';
  });
  const { html, unknown } = withoutShortcodes(whole, (number) => library.file(number));
  if (unknown.length > 0) {
    const names = unknown.slice(0, 20).join(', ');
    const say = `Shortcodes we do not know were left out; their words and addresses were kept: ${names}.`;
    warnings.push({ code: 'shortcode', say });
  }
  return { html: htmlOfLines(html), warnings };
}

const SHARED = /<!-- wp:block \{"ref":(\d{1,12})[^{}]{0,200}\} \/-->/g;
