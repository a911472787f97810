import type { Body, Inline, Mark } from './body.ts';
import type { Conflict, Copy } from './copy.ts';
import { copyOf } from './copy-testing.ts';
import { wholeBody } from './document.ts';
import { type Merged, merge } from './merge.ts';
import type { MergeCase, Told } from './merge-cases.data.ts';
import { childrenOf, idOf, type Part, wordsOf } from './merge-part.ts';

type Side = 'base' | 'ours' | 'theirs';

const VERSION: Readonly<Record<Side, string>> = { base: '1', ours: '1', theirs: '2' };

/** The version that every case merges in. */
export const WIRE = { item: 'afp', version: '2' } as const;

/** The copy of one side of a case. */
export function copyTold({ body = [], ...fields }: Told, side: Side): Copy {
  let people = 0;
  const content = body.map((line, i) => {
    const [, name = '', words = line] = /^(\d+[a-z]?|\+)\) (.*)$/su.exec(line) ?? [];
    const number = side === 'ours' ? Number.parseInt(name, 10) : i + 1;
    const isMadeHere = side === 'ours' && !/^\d+$/.test(name);
    const id = isMadeHere ? `p${++people}` : `b${number}`;
    const from = name === '+' ? null : { item: 'afp', version: VERSION[side], block: number - 1 };
    const block = blockTold(words);
    return { ...block, attrs: { ...block.attrs, id, from } };
  });
  return copyOf({ ...fields, body: wholeBody({ type: 'doc', content: content }) });
}

/** Merges a case. Blocks that only the wire has get the ids `w1`, `w2` … */
export function mergedCase({ base, ours, theirs }: Pick<MergeCase, Side>): Merged {
  let made = 0;
  const sides = {
    base: copyTold(base, 'base'),
    ours: copyTold(ours, 'ours'),
    theirs: copyTold(theirs, 'theirs'),
  };
  return merge({ ...sides, wire: WIRE }, () => `w${++made}`);
}

/** The line of a case as a block: `# crosshead`, `> quote`, `* list; of; items`, `= table, of; cells`, `!picture words`. */
function blockTold(line: string): Part {
  const [, sign = '', words = line] = /^(#|>|\*|=|!|NB|<) ?(?!\*)(.*)$/su.exec(line) ?? [];
  const paragraphTold = (text: string): Part => ({ type: 'paragraph', content: lineTold(text) });
  switch (sign) {
    case '#':
      return { type: 'subhead', attrs: { level: 2 }, content: lineTold(words) };
    case '>':
      return { type: 'quote', attrs: {}, content: words.split(' / ').map(paragraphTold) };
    case 'NB':
      return { type: 'notebook', attrs: {}, content: [paragraphTold(words)] };
    case '*':
      return {
        type: 'list',
        attrs: { ordered: false },
        content: words.split('; ').map((item) => ({ type: 'item', content: [paragraphTold(item)] })),
      };
    case '=':
      return { type: 'table', attrs: {}, content: words.split('; ').map(rowTold) };
    case '!': {
      const [picture = '', ...caption] = words.split(' ');
      return { type: 'picture', attrs: { picture, caption: caption.join(' ') || null } };
    }
    default:
      return line === '---' ? { type: 'divider', attrs: {} } : paragraphTold(line);
  }
}

function rowTold(row: string): Part {
  return { type: 'row', content: row.split(', ').map((cell) => ({ type: 'cell', content: lineTold(cell) })) };
}

/** Words of a line, with `**strong**`, `_em_`, `[words](link)` and `{words}(note)`. */
function lineTold(text: string): readonly Inline[] {
  const parts = text.split(/(\*\*.+?\*\*|_.+?_|\[.+?\]\(.+?\)|\{.+?\}\(.+?\))/u).filter(Boolean);
  return parts.map((part): Inline => {
    const [, words = part, where = ''] = /^(?:\*\*|_|\[|\{)(.+?)(?:\*\*|_|[\]}]\((.+)\))$/u.exec(part) ?? [];
    const mark = markTold(part, where);
    return mark ? { type: 'text', text: words, marks: [mark] } : { type: 'text', text: part };
  });
}

function markTold(part: string, where: string): Mark | undefined {
  if (/^\*\*.+\*\*$/u.test(part)) return { type: 'strong' };
  if (/^_.+_$/u.test(part)) return { type: 'em' };
  if (/^\[.+\)$/u.test(part)) return { type: 'link', attrs: { href: where } };
  return /^\{.+\)$/u.test(part) ? { type: 'note', attrs: { thread: where } } : undefined;
}

/** A body as the lines of a case, each with the number of the block it was: `w` came with the wire, `+` from here. */
export function linesOf(body: Body): readonly string[] {
  return body.content.map((block) => `${nameOf(idOf(block))}) ${toldBlock(block)}`);
}

function nameOf(id: string): string {
  if (id.startsWith('p')) return '+';
  return id.startsWith('w') ? 'w' : id.slice(1);
}

function toldBlock(block: Part): string {
  const inner = childrenOf(block);
  switch (block.type) {
    case 'subhead':
      return `# ${inner.map(toldInline).join('')}`;
    case 'quote':
      return `> ${inner.map(toldBlock).join(' / ')}`;
    case 'notebook':
      return `NB ${inner.map(toldBlock).join(' / ')}`;
    case 'list':
      return `* ${inner.map((item) => childrenOf(item).map(toldBlock).join(' / ')).join('; ')}`;
    case 'table':
      return `= ${inner.map((row) => childrenOf(row).map(toldBlock).join(', ')).join('; ')}`;
    case 'picture':
      return `!${(block.attrs as { picture: string }).picture} ${wordsOf(block)}`.trim();
    case 'divider':
      return '---';
    default:
      return inner.map(toldInline).join('');
  }
}

function toldInline({ text = '', marks = [] }: Part): string {
  return marks.reduce<string>((words, mark) => {
    const { type, attrs } = mark as Mark & { attrs?: { href?: string; thread?: string } };
    if (type === 'strong') return `**${words}**`;
    if (type === 'em') return `_${words}_`;
    if (type === 'link') return `[${words}](${attrs?.href})`;
    return type === 'note' ? `{${words}}(${attrs?.thread})` : words;
  }, text);
}

/** A conflict as a case tells it. */
export function toldConflict(conflict: Conflict): string {
  const words = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  if (conflict.at === 'field') return `${conflict.field} <> ${words(conflict.theirs)}`;
  const blocks = conflict.blocks.map(nameOf).join(' ');
  return `${blocks} <> ${conflict.theirs.map(toldBlock).join(' / ')}`.trim();
}

/** What a merge did, as a case tells it; fields aside. */
export function toldChanges({ changes }: Merged): readonly string[] {
  return changes.flatMap((change) => {
    if (change.kind === 'field') return [];
    return 'blocks' in change ? [`${change.kind} ${change.blocks.map(nameOf).join(' ')}`] : [change.kind];
  });
}
