import type { Html } from '@courant/base';
import { href, html, NOTHING, squeeze } from '@courant/base';
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
  picture(picture: PictureAttrs): Html;
  /** What is set before the text of the first paragraph, as a dateline is. */
  readonly opening?: Html;
}

/** A view without a library: pictures show their captions. */
export const PLAIN_VIEW: BodyView = {
  picture: (picture) =>
    picture.caption ? html`<figure><figcaption>${picture.caption}</figcaption></figure>` : NOTHING,
};

/** The body as markup. What belongs to the newsroom (notes, suggestions, notebook, unknown blocks) is not in it. */
export function bodyHtml(body: Body, view: BodyView): Html {
  const first = body.content.findIndex((block) => block.type === 'paragraph');
  const blocks = body.content.map((block, i) =>
    block.type === 'paragraph'
      ? paragraph(block, i === first ? view.opening : undefined)
      : blockHtml(block, view),
  );
  if (first >= 0 || !view.opening) return html`${blocks}`;
  return html`<p>${view.opening}</p>${blocks}`;
}

function blockHtml(block: Block, view: BodyView): Html {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block);
    case 'subhead':
      return block.attrs.level === 3
        ? html`<h3>${line(block.content)}</h3>`
        : html`<h2>${line(block.content)}</h2>`;
    case 'quote':
      return quote(block);
    case 'list':
      return list(block);
    case 'table':
      return table(block);
    case 'preformatted':
      return html`<pre tabindex="0">${line(block.content)}</pre>`;
    case 'picture':
      return view.picture(block.attrs);
    case 'gallery':
      return html`<div class="gallery">${block.attrs.pictures.map((picture) => view.picture(picture))}</div>`;
    case 'embed':
      return html`<p class="embed"><a href="${href(block.attrs.url)}" rel="noopener">${block.attrs.title ?? hostOf(block.attrs.url)}</a></p>`;
    case 'factbox':
      return factBox(block);
    case 'related':
      return related(block);
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

function table(block: Table): Html {
  const { caption } = block.attrs;
  const [first, ...rest] = block.content ?? [];
  const isHead = first?.content?.every((cell) => cell.attrs.head) ?? false;
  const head = isHead && first ? html`<thead>${row(first.content, 'col')}</thead>` : NOTHING;
  const rows = (isHead ? rest : (block.content ?? [])).map((one) => row(one.content, 'row'));
  const named = caption ? html`<caption>${caption}</caption>` : NOTHING;
  const label = squeeze(caption ?? inlineText(first?.content?.[0]?.content)) || 'Table';
  return html`<div class="table" role="region" tabindex="0" aria-label="${label}"><table>${named}${head}<tbody>${rows}</tbody></table></div>`;
}

function row(cells: readonly Cell[] | undefined, scope: 'col' | 'row'): Html {
  const drawn = (cells ?? []).map((cell) => {
    const span = Math.max(1, Math.min(cell.attrs.span ?? 1, 100));
    if (cell.attrs.head) return html`<th scope="${scope}" colspan="${span}">${line(cell.content)}</th>`;
    return html`<td colspan="${span}">${line(cell.content)}</td>`;
  });
  return html`<tr>${drawn}</tr>`;
}

function factBox(block: FactBox): Html {
  const { id, title } = block.attrs;
  return html`<aside class="facts" aria-labelledby="facts-${id}"><h2 id="facts-${id}">${title}</h2>${paragraphs(block.content)}</aside>`;
}

function related(block: Related): Html {
  const links = block.attrs.links.map(
    (link) => html`<li><a href="${href(link.href)}">${link.title}</a></li>`,
  );
  return html`<nav class="related" aria-label="Related"><ul>${links}</ul></nav>`;
}

function line(inlines: readonly Inline[] | undefined): readonly Html[] {
  return (inlines ?? []).map((inline) => {
    if (inline.type === 'break') return html`<br>`;
    if (!inline.marks) return html`${inline.text}`;
    // What somebody proposes to add is not in the copy until it is accepted.
    if (inline.marks.some((mark) => mark.type === 'insertion')) return NOTHING;
    return inline.marks.reduceRight(marked, html`${inline.text}`);
  });
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
      return html`<a href="${href(mark.attrs.href)}">${inner}</a>`;
    case 'note':
    case 'insertion':
    case 'deletion':
      return inner;
  }
}

function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}
