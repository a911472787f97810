import type { Picture } from '@courant/picture';
import type { Block, Cell, Copy, Inline, List, Mark, Paragraph, PictureAttrs, Table } from '@courant/story';
import type { IssueBlock, IssuePicture, IssueStory } from './issue-story.ts';
import type { Run, Style } from './piece.ts';

/** A live story as the site has it, and what the issue is told of it. */
export interface StoryInPaper {
  readonly id: string;
  readonly revision: string;
  readonly copy: Copy;
  /** Key of its section in the edition. */
  readonly section: string;
  /** 0 to 100; the highest leads. */
  readonly priority: number;
  /** Pictures its copy names, by id, with their words in the edition's language. */
  readonly pictures: ReadonlyMap<string, Picture>;
}

/** Words of the paper's own that stand in stories, in the language of the edition. */
export interface CopyWords {
  /** `By Ana Berg`. */
  readonly by: (names: string) => string;
  /** Two things with the comma of the language between them. */
  readonly listed: (first: string, next: string) => string;
}

/** A story of fewer words without a picture is a brief. */
const BRIEF = 90;
/** The part of a story's lines that may go from its end: an argument loses less than a report. */
const MAY_LOSE = { news: 0.22, brief: 0.22, opinion: 0.05 } as const;
/** Words in quotation marks that are long enough to be set large, and short enough. */
const SAID = /[“„«「]([^“”„«»「」]{45,120}[^\s“”„«»「」,])[”“»」]/gu;
const MOST_PULLED = 2;
/** A story shorter than this is looked at whole anyway: nothing of it is set large. */
const PULLED_FROM = 350;

/** The story as an issue sets it: its text block by block, what stands before it, and the pictures it brings. */
export function issueStory(story: StoryInPaper, words: CopyWords): IssueStory {
  const { copy, id, revision, section, priority } = story;
  const body = opened(copy, copy.body.content.flatMap(blocksOf), words);
  const pictures = picturesOf(story);
  const length = body.reduce((sum, block) => sum + wordsOf(block), 0);
  const kind = kindOf(copy, length, pictures.length > 0);
  return {
    ...{ id, revision, section, priority, kind, body, pictures, headlines: [copy.headline] },
    ...(copy.kicker ? { kicker: copy.kicker } : {}),
    ...(copy.standfirst ? { standfirst: copy.standfirst } : {}),
    ...bylineOf(copy, words),
    pullQuotes: length >= PULLED_FROM ? saidIn(body) : [],
    mayLose: MAY_LOSE[kind],
    mayJump: kind !== 'brief',
  };
}

function kindOf({ kind }: Copy, length: number, hasPicture: boolean): IssueStory['kind'] {
  if (kind === 'opinion' || kind === 'analysis') return 'opinion';
  return length < BRIEF && !hasPicture ? 'brief' : 'news';
}

function bylineOf({ byline, source }: Copy, words: CopyWords): { readonly byline?: string } {
  const by = byline ? words.by(byline) : undefined;
  if (by && source) return { byline: words.listed(by, source) };
  const one = by ?? source;
  return one ? { byline: one } : {};
}

function wordsOf({ runs }: IssueBlock): number {
  const text = runs.map((run) => run.text).join('');
  const spaced = text.split(/\s+/).filter(Boolean).length;
  // Scripts without blanks: a word is about two signs.
  const signs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return spaced + Math.floor(signs / 2);
}

/** The dateline opens the first paragraph; its letters are none of the block's own. */
function opened(copy: Copy, body: readonly IssueBlock[], words: CopyWords): readonly IssueBlock[] {
  const [first, ...rest] = body;
  if (!copy.dateline || !first || first.kind !== 'paragraph') return body;
  const { place, date, agencies = [] } = copy.dateline;
  const from = date === undefined ? place : words.listed(place, date);
  const by = agencies.length > 0 ? ` (${agencies.reduce(words.listed)})` : '';
  const opening: Run = { text: `${from}${by} – `, style: 'bold' };
  return [{ ...first, runs: [opening, ...first.runs], start: -opening.text.length }, ...rest];
}

/** What is printed of a block; pictures stand beside the text, and what only a screen can show is left out. */
function blocksOf(block: Block): readonly IssueBlock[] {
  const { id } = block.attrs;
  switch (block.type) {
    case 'paragraph':
    case 'preformatted':
      return textBlock(id, 'paragraph', block.content);
    case 'subhead':
    case 'entry':
      return textBlock(id, 'crosshead', block.content);
    case 'quote':
      return attributed(block.attrs.attribution, listedBlocks(block.content), id);
    case 'list':
      return listBlocks(block, '');
    case 'factbox':
      return [...plainBlock(id, 'crosshead', block.attrs.title), ...listedBlocks(block.content)].map(
        (one) => ({ ...one, isBoxed: true }),
      );
    case 'table':
      return tableBlocks(block);
    case 'picture':
    case 'gallery':
    case 'embed':
    case 'related':
    case 'divider':
    case 'notebook':
    case 'opaque':
      return [];
  }
}

/** A table's caption and its rows. A first row of nothing but heads is its head. */
function tableBlocks({ attrs: { id, caption }, content = [] }: Table): readonly IssueBlock[] {
  const rows = content
    .map(({ content: cells = [] }, n) => ({
      n,
      cells: cells.flatMap(spanned),
      isHead: cells.every(({ attrs }) => attrs.head),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const blocks = rows.map(({ n, cells, isHead }, i): IssueBlock => {
    const place = { isFirst: i === 0, isLast: i === rows.length - 1 };
    const row = { table: id, cells, isHead: i === 0 && isHead, ...place };
    const text = cells.filter((cell) => cell !== '').join(' ');
    return { id: `${id}.${n}`, kind: 'row', runs: [{ text, style: 'roman' }], row };
  });
  return [...(caption ? plainBlock(`${id}.caption`, 'crosshead', caption) : []), ...blocks];
}

/** A cell's text, with nothing in the columns that it fills beside its own. */
function spanned(cell: Cell): readonly string[] {
  return [textOfCell(cell), ...Array.from({ length: (cell.attrs.span ?? 1) - 1 }, () => '')];
}

function textOfCell({ content = [] }: Cell): string {
  return content
    .flatMap(runOf)
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function listedBlocks(content: readonly (Paragraph | List)[] | undefined): readonly IssueBlock[] {
  return (content ?? []).flatMap((one) =>
    one.type === 'list' ? listBlocks(one, '') : textBlock(one.attrs.id, 'paragraph', one.content),
  );
}

/** Every entry a paragraph behind its sign. */
function listBlocks({ attrs, content = [] }: List, before: string): readonly IssueBlock[] {
  return content.flatMap((item, n) => {
    const sign = attrs.ordered ? `${before}${n + 1}.` : '•';
    return (item.content ?? []).flatMap((one, i): readonly IssueBlock[] => {
      if (one.type === 'list') return listBlocks(one, attrs.ordered ? sign : '');
      const [block] = textBlock(one.attrs.id, 'paragraph', one.content);
      if (!block) return [];
      if (i > 0) return [block];
      const marked: Run = { text: `${sign} `, style: 'roman' };
      return [{ ...block, runs: [marked, ...block.runs], start: -marked.text.length }];
    });
  });
}

function attributed(
  who: string | null | undefined,
  blocks: readonly IssueBlock[],
  id: string,
): readonly IssueBlock[] {
  return who
    ? [...blocks, ...ofRuns(`${id}.by`, 'paragraph', [{ text: `— ${who}`, style: 'italic' }])]
    : blocks;
}

function textBlock(
  id: string,
  kind: IssueBlock['kind'],
  content: readonly Inline[] | undefined,
): readonly IssueBlock[] {
  return ofRuns(id, kind, (content ?? []).flatMap(runOf));
}

function plainBlock(id: string, kind: IssueBlock['kind'], text: string): readonly IssueBlock[] {
  return ofRuns(id, kind, [{ text, style: 'roman' }]);
}

function ofRuns(id: string, kind: IssueBlock['kind'], runs: readonly Run[]): readonly IssueBlock[] {
  return runs.some(({ text }) => text.trim() !== '') ? [{ id, kind, runs }] : [];
}

/** A run of text as it is printed; what somebody proposes to add is not in it. */
function runOf(inline: Inline): readonly Run[] {
  if (inline.type === 'break') return [{ text: ' ', style: 'roman' }];
  const { marks = [], text } = inline;
  if (marks.some(({ type }) => type === 'insertion') || text === '') return [];
  const link = marks.find((mark) => mark.type === 'link');
  return [
    { text: text.replaceAll('\n', ' '), style: styleOf(marks), ...(link ? { link: link.attrs.href } : {}) },
  ];
}

function styleOf(marks: readonly Mark[]): Style {
  const isBold = marks.some(({ type }) => type === 'strong');
  const isItalic = marks.some(({ type }) => type === 'em');
  if (isBold) return isItalic ? 'bold-italic' : 'bold';
  return isItalic ? 'italic' : 'roman';
}

/** What somebody says in it, word for word, from behind its first paragraph. */
function saidIn(body: readonly IssueBlock[]): readonly string[] {
  const text = body
    .filter(({ kind }) => kind === 'paragraph')
    .slice(1)
    .map(({ runs }) => runs.map((run) => run.text).join(''))
    .join('\n');
  return [...text.matchAll(SAID)].slice(0, MOST_PULLED).map(([whole]) => whole);
}

/** The main picture first, then those in the run of the text, each once. */
function picturesOf({ copy, pictures }: StoryInPaper): readonly IssuePicture[] {
  const main: readonly PictureAttrs[] = copy.picture
    ? [{ picture: copy.picture, caption: copy.pictureCaption ?? null }]
    : [];
  const inside = copy.body.content.flatMap((block): readonly PictureAttrs[] => {
    if (block.type === 'picture') return [block.attrs];
    return block.type === 'gallery' ? block.attrs.pictures : [];
  });
  const all = [...main, ...inside];
  const once = all.filter((one, n) => all.findIndex(({ picture }) => picture === one.picture) === n);
  return once.flatMap((shown): readonly IssuePicture[] => {
    const picture = pictures.get(shown.picture);
    if (!picture) return [];
    const { hash, width, height, focus, credit = '' } = picture;
    const caption = shown.caption ?? picture.caption ?? '';
    return [{ hash, width, height, focus, credit, caption, alt: shown.alt ?? picture.alt }];
  });
}
