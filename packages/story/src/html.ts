import type { Html, Id } from '@courant/base';
import { href, html, isId, NOTHING, squeeze, trustedHtml } from '@courant/base';
import type {
  Block,
  Body,
  Cell,
  FactBox,
  Inline,
  List,
  Mark,
  Paragraph,
  PictureAttrs,
  Quote,
  Related,
  Table,
} from './body.ts';
import { inlineText } from './plain-text.ts';

/** How a surface draws what a body only names. */
export interface BodyView {
  /** A picture of the library; nothing where this reader may not see it. */
  picture(picture: PictureAttrs): Html | undefined;
  /** What is set before the text of the first paragraph, as a dateline is. */
  readonly opening?: Html;
  /** The address of a story that a link names by its id; without one the link is its words alone. */
  address?(story: Id): string | undefined;
  /** Names that a screen reader says; English where absent. */
  readonly words?: BodyWords;
  /** Whether each block can be led to, as `#b-` and its id. */
  readonly hasAnchors?: boolean;
}

/** What the page calls the parts of a body, in its language. */
export interface BodyWords {
  readonly table: string;
  readonly related: string;
}

const ENGLISH: BodyWords = { table: 'Table', related: 'Related' };

/** A view without a library: pictures show their captions. */
export const PLAIN_VIEW: BodyView = {
  picture: (picture) =>
    picture.caption ? html`<figure><figcaption>${picture.caption}</figcaption></figure>` : NOTHING,
};

/** The body as markup. What belongs to the newsroom (notes, suggestions, notebook, unknown blocks) is not in it. */
export function bodyHtml(body: Body, view: BodyView): Html {
  const first = view.opening ? body.content.findIndex((block) => block.type === 'paragraph') : -1;
  const blocks = body.content.map((block, i) => {
    const drawn =
      block.type === 'paragraph' && i === first ? paragraph(block, view.opening) : blockHtml(block, view);
    return view.hasAnchors ? anchored(block, drawn) : drawn;
  });
  if (first >= 0 || !view.opening) return html`${blocks}`;
  return html`<p>${view.opening}</p>${blocks}`;
}

const OPENING_TAG = /^<[a-z][a-z0-9]*/;

/** The block's markup with its id in the outermost element; the id is of a form that needs no escaping. */
function anchored({ attrs: { id } }: Block, { markup }: Html): Html {
  if (!/^[\w-]+$/.test(id)) return trustedHtml(markup);
  return trustedHtml(markup.replace(OPENING_TAG, (tag) => `${tag} id="b-${id}"`));
}

function blockHtml(block: Block, view: BodyView): Html {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block);
    case 'subhead':
      return block.attrs.level === 3
        ? html`<h3>${line(block.content)}</h3>`
        : html`<h2>${line(block.content)}</h2>`;
    case 'entry':
      return html`<h2>${line(block.content)}</h2>`;
    case 'quote':
      return quote(block);
    case 'list':
      return list(block);
    case 'table':
      return table(block, view.words ?? ENGLISH);
    case 'preformatted':
      return html`<pre tabindex="0">\n${line(block.content)}</pre>`;
    case 'picture':
      return view.picture(block.attrs) ?? NOTHING;
    case 'gallery':
      return html`<div class="gallery">${block.attrs.pictures.map((picture) => view.picture(picture))}</div>`;
    case 'embed':
      return html`<p class="embed"><a href="${href(block.attrs.url)}" rel="noopener">${block.attrs.title ?? hostOf(block.attrs.url)}</a></p>`;
    case 'factbox':
      return factBox(block);
    case 'related':
      return related(block, view);
    case 'divider':
      return html`<hr>`;
    case 'notebook':
    case 'opaque':
      return NOTHING;
  }
}

function paragraph(block: Paragraph, opening?: Html): Html {
  return opening ? html`<p>${opening}${line(block.content)}</p>` : html`<p>${line(block.content)}</p>`;
}

function paragraphs(blocks: readonly (Paragraph | List)[] | undefined): readonly Html[] {
  return (blocks ?? []).map((block) => (block.type === 'list' ? list(block) : paragraph(block)));
}

function quote(block: Quote): Html {
  const { attribution } = block.attrs;
  const said = html`<blockquote>${paragraphs(block.content)}</blockquote>`;
  return attribution
    ? html`<figure class="quote">${said}<figcaption>${attribution}</figcaption></figure>`
    : html`<figure class="quote">${said}</figure>`;
}

function list(block: List): Html {
  const items = (block.content ?? []).map((item) => {
    const [only, ...others] = item.content ?? [];
    const isLine = only?.type === 'paragraph' && others.length === 0;
    return isLine ? html`<li>${line(only.content)}</li>` : html`<li>${paragraphs(item.content)}</li>`;
  });
  return block.attrs.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
}

function table(block: Table, words: BodyWords): Html {
  const { caption } = block.attrs;
  const [first, ...rest] = block.content ?? [];
  const isHead = first?.content?.every((cell) => cell.attrs.head) ?? false;
  const head = isHead && first ? html`<thead>${row(first.content, 'col')}</thead>` : NOTHING;
  const rows = (isHead ? rest : (block.content ?? [])).map((one) => row(one.content, 'row'));
  const named = caption ? html`<caption>${caption}</caption>` : NOTHING;
  const label = squeeze(caption ?? inlineText(first?.content?.[0]?.content)) || words.table;
  return html`<div class="table" role="region" tabindex="0" aria-label="${label}"><table>${named}${head}<tbody>${rows}</tbody></table></div>`;
}

function row(cells: readonly Cell[] | undefined, scope: 'col' | 'row'): Html {
  const drawn = (cells ?? []).map((cell) => {
    const span = Math.max(1, Math.min(cell.attrs.span ?? 1, 100));
    const content = line(cell.content);
    // A corner without a word heads nothing (WCAG 2.2, 1.3.1).
    const isHead = cell.attrs.head && inlineText(cell.content).trim() !== '';
    if (isHead && span === 1) return html`<th scope="${scope}">${content}</th>`;
    if (isHead) return html`<th scope="${scope}" colspan="${span}">${content}</th>`;
    return span === 1 ? html`<td>${content}</td>` : html`<td colspan="${span}">${content}</td>`;
  });
  return html`<tr>${drawn}</tr>`;
}

function factBox(block: FactBox): Html {
  const { id, title } = block.attrs;
  return html`<aside class="facts" aria-labelledby="facts-${id}"><h2 id="facts-${id}">${title}</h2>${paragraphs(block.content)}</aside>`;
}

function related(block: Related, view: BodyView): Html {
  const { links } = block.attrs;
  if (links.length === 0) return NOTHING;
  const items = links.map((link) => {
    const address = isId(link.href) ? view.address?.(link.href) : link.href;
    return address === undefined
      ? html`<li>${link.title}</li>`
      : html`<li><a href="${href(address)}">${link.title}</a></li>`;
  });
  return html`<nav class="related" aria-label="${(view.words ?? ENGLISH).related}"><ul>${items}</ul></nav>`;
}

function line(inlines: readonly Inline[] | undefined): readonly Html[] {
  // What somebody proposes to add is not in the copy until it is accepted.
  const shown = inlines?.some(isProposed) ? inlines.filter((inline) => !isProposed(inline)) : (inlines ?? []);
  const drawn: Html[] = [];
  let linked: Html[] = [];
  for (const [i, inline] of shown.entries()) {
    const address = linkOf(inline);
    if (address === undefined) {
      drawn.push(wordsHtml(inline));
      continue;
    }
    linked.push(wordsHtml(inline));
    // One link stays one, however its words are set: a screen reader says it once.
    if (linkOf(shown[i + 1]) === address) continue;
    drawn.push(html`<a href="${href(address)}">${linked}</a>`);
    linked = [];
  }
  return drawn;
}

function isProposed(inline: Inline): boolean {
  return inline.type === 'text' && (inline.marks?.some((mark) => mark.type === 'insertion') ?? false);
}

function linkOf(inline: Inline | undefined): string | undefined {
  if (inline?.type !== 'text') return undefined;
  return inline.marks?.find((mark) => mark.type === 'link')?.attrs.href;
}

function wordsHtml(inline: Inline): Html {
  if (inline.type === 'break') return html`<br>`;
  const text = html`${inline.text}`;
  return inline.marks ? inline.marks.reduceRight(marked, text) : text;
}

function marked(inner: Html, mark: Mark): Html {
  switch (mark.type) {
    case 'strong':
      return html`<strong>${inner}</strong>`;
    case 'em':
      return html`<em>${inner}</em>`;
    case 'code':
      return html`<code>${inner}</code>`;
    case 'sup':
      return html`<sup>${inner}</sup>`;
    case 'sub':
      return html`<sub>${inner}</sub>`;
    case 'strike':
      return html`<s>${inner}</s>`;
    case 'link':
    case 'note':
    case 'insertion':
    case 'deletion':
      return inner;
  }
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}
