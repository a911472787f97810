import type { Html } from '@courant/base';
import { href, html, NOTHING } from '@courant/base';
import { isBlank } from './epub-document.ts';
import type { OrderedStory, PageBreak } from './epub-order.ts';
import type { EpubPictures } from './epub-pictures.ts';
import type { IssueBlock, IssuePicture, IssueStory } from './issue-story.ts';
import type { Run, Style } from './piece.ts';

/** What a story is drawn with. */
export interface StoryParts {
  readonly pictures: EpubPictures;
  /** What a page is called. */
  readonly page: (number: number) => string;
}

/** A story's headline; where it has none, the first of its other words that says what it is about. */
export function storyTitle({ story, section }: OrderedStory, otherwise: string): string {
  const first = [...story.headlines, story.kicker, story.standfirst, section].find(
    (words) => !isBlank(words ?? ''),
  );
  return first ?? otherwise;
}

/** The body of a story's document: all of its copy, with the pages of the printed issue marked where they begin. */
export function storyBody(ordered: OrderedStory, title: string, parts: StoryParts): Html {
  const { story, section, breaks, breaksBehind } = ordered;
  const [first, ...others] = story.pictures;
  const before = breaks.filter(({ block }) => block === undefined);
  return html`<body epub:type="bodymatter">
<main>
${pageBreaks(before, parts)}<article aria-labelledby="headline">
<header>
${line('section', section)}${line('kicker', story.kicker)}<h1 id="headline">${title}</h1>
${line('standfirst', story.standfirst)}${line('byline', story.byline)}</header>
${first && figure(first, parts)}${bodyMarkup(story.body, breaks, parts)}${others.map((one) =>
  figure(one, parts),
)}</article>
${pageBreaks(breaksBehind, parts)}</main>
</body>`;
}

/** A body block by block, rows of one table together. */
function bodyMarkup(
  body: readonly IssueBlock[],
  breaks: readonly PageBreak[],
  parts: StoryParts,
): readonly (Html | readonly Html[])[] {
  return body.map((block, i) => {
    const { row } = block;
    if (!row) return blockMarkup(block, breaks, parts);
    if (body[i - 1]?.row?.table === row.table) return NOTHING;
    const rows = body.filter((one) => one.row?.table === row.table);
    const own = breaks.filter((one) => rows.some(({ id }) => id === one.block));
    return [...pageBreaks(own, parts), tableMarkup(rows)];
  });
}

function tableMarkup(rows: readonly IssueBlock[]): Html {
  const [head, ...others] = rows;
  const isHeaded = head?.row?.isHead === true;
  const cells = ({ row }: IssueBlock) =>
    html`<tr>${row?.cells.map((cell, i) => (row.isHead ? html`<th scope="col">${cell}</th>` : i === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>
`;
  return html`<table>
${
  isHeaded &&
  html`<thead>${cells(head)}</thead>
`
}<tbody>
${(isHeaded ? others : rows).map(cells)}</tbody>
</table>
`;
}

function line(role: string, words: string | undefined): Html | undefined {
  if (words === undefined || isBlank(words)) return undefined;
  return html`<p class="${role}">${words}</p>
`;
}

function pageBreaks(breaks: readonly PageBreak[], { page }: StoryParts): readonly Html[] {
  return breaks.map(
    ({ id, number }) =>
      html`<span epub:type="pagebreak" role="doc-pagebreak" id="${id}" aria-label="${page(number)}"></span>`,
  );
}

function figure({ hash, alt, caption, credit }: IssuePicture, { pictures }: StoryParts): Html {
  const { name, width, height } = pictures.picture(hash);
  const image = html`<img src="${href(name)}" alt="${alt}" width="${width}" height="${height}"/>`;
  const source = !isBlank(credit) && html` <span class="credit">${credit}</span>`;
  const isTold = source !== false || !isBlank(caption);
  return html`<figure>${image}${isTold && html`<figcaption>${caption}${source}</figcaption>`}</figure>
`;
}

function blockMarkup(
  block: IssueBlock,
  breaks: readonly PageBreak[],
  parts: StoryParts,
): Html | readonly Html[] {
  const own = breaks.filter((one) => one.block === block.id);
  if (block.runs.every(({ text }) => isBlank(text))) return pageBreaks(own, parts);
  const places = own.map(({ from = 0 }) => Math.max(0, from - (block.start ?? 0)));
  const words = [...own, undefined].map((one, i) => [
    runsBetween(block.runs, places[i - 1] ?? 0, places[i]).map(runMarkup),
    one && pageBreaks([one], parts),
  ]);
  return block.kind === 'crosshead'
    ? html`<h2>${words}</h2>
`
    : html`<p>${words}</p>
`;
}

/** The runs of a text between two places in it. */
function runsBetween(runs: readonly Run[], from: number, to = Number.POSITIVE_INFINITY): readonly Run[] {
  let start = 0;
  const cut = runs.map((run) => {
    const [first, last] = [from - start, to - start].map((at) => Math.max(0, at));
    start += run.text.length;
    return { ...run, text: run.text.slice(first, last) };
  });
  return cut.filter(({ text }) => text !== '');
}

function runMarkup({ text, style, link }: Run): Html {
  const words = styled(text, style);
  const address = link === undefined ? undefined : webAddress(link);
  return address === undefined ? words : html`<a href="${href(address)}">${words}</a>`;
}

function styled(text: string, style: Style): Html {
  switch (style) {
    case 'roman':
      return html`${text}`;
    case 'italic':
      return html`<em>${text}</em>`;
    case 'bold':
      return html`<strong>${text}</strong>`;
    case 'bold-italic':
      return html`<strong><em>${text}</em></strong>`;
  }
}

/** An address that leads out of the file; what is relative leads nowhere in it, and is no link. */
function webAddress(link: string): string | undefined {
  const url = URL.parse(link);
  return url && /^(?:https?|mailto|tel):$/.test(url.protocol) ? url.href : undefined;
}

/** Whether every picture of a story says what it shows. */
export function isDescribed({ pictures }: IssueStory): boolean {
  return pictures.every(({ alt }) => !isBlank(alt));
}
