import { linesOf, oneLine } from './text-lines.ts';
import { requiredAddress } from './web-address.ts';

/** What to send as Content-Type with llms.txt. */
export const LLMS_MEDIA_TYPE = 'text/markdown; charset=utf-8';

/** The paper in outline, for programs that read rather than crawl. All addresses are absolute. */
export interface Outline {
  readonly name: string;
  /** What the paper is, in a sentence. */
  readonly summary?: string;
  /** Titled lists of pages: sections, standing pages, feeds. One without pages is left out. */
  readonly parts: readonly OutlinePart[];
}

/** A titled list of pages. */
export interface OutlinePart {
  readonly title: string;
  readonly pages: readonly { readonly name: string; readonly url: string; readonly note?: string }[];
}

/** The text of /llms.txt (llmstxt.org): Markdown with one title, a quotation that sums up, and lists of links. */
export function llmsText({ name, summary, parts }: Outline): string {
  return linesOf([
    `# ${plain(name)}`,
    ...(summary ? ['', `> ${plain(summary)}`] : []),
    ...parts.filter(({ pages }) => pages.length > 0).flatMap(partLines),
  ]);
}

function partLines({ title, pages }: OutlinePart): readonly string[] {
  const links = pages.map(({ name, url, note }) => {
    // A bracket would end the link's address in Markdown.
    const address = requiredAddress(url).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
    return `- [${plain(name)}](${address})${note ? `: ${plain(note)}` : ''}`;
  });
  return ['', `## ${plain(title)}`, '', ...links];
}

/** Text on one line with what Markdown would take for marks escaped (CommonMark 0.31 §2.4). */
function plain(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>#&|~]/g, '\\$&');
}
