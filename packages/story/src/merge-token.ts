import { isLine, ownAttrs, type Part } from './merge-part.ts';
import { textTokens } from './text-difference.ts';

/** A word, a run of blanks, a sign or a break of a line, or the beginning of a block. */
export interface Token {
  /** What tokens are compared by: blanks of any length are the same, and so are all beginnings. */
  readonly key: string;
  /** The word as it stands under its marks, in pieces where marks begin or end inside it. */
  readonly pieces: readonly Part[];
  /** The block that begins here. */
  readonly start?: Part;
}

/** The key of every token that begins a block: no text can hold it. */
export const START = '\0';

const BREAK = '\n';

/** Blocks of lines as one row of tokens, each block behind a token for its beginning. */
export function tokensOf(blocks: readonly Part[]): readonly Token[] {
  return blocks.flatMap((block) => [
    { key: START, pieces: [], start: block },
    ...lineTokens(block.content ?? [], block.type === 'preformatted'),
  ]);
}

/** A line as tokens. Where blanks carry meaning (`isExact`) they are compared as they are. */
function lineTokens(line: readonly Part[], isExact: boolean): readonly Token[] {
  const tokens: Token[] = [];
  let run: Part[] = [];
  const close = () => {
    tokens.push(...runTokens(run, isExact));
    run = [];
  };
  for (const inline of line) {
    if (inline.text !== undefined) run.push(inline);
    else {
      close();
      tokens.push({ key: BREAK, pieces: [inline] });
    }
  }
  close();
  return tokens;
}

/** Texts that stand side by side, cut at the ends of words, not at the ends of marks. */
function runTokens(texts: readonly Part[], isExact: boolean): readonly Token[] {
  let [at, offset] = [0, 0];
  return textTokens(texts.map(({ text = '' }) => text).join('')).map((word) => {
    const pieces: Part[] = [];
    for (let left = word.length; left > 0; ) {
      const piece = texts[at];
      if (piece?.text === undefined) break;
      const text = piece.text.slice(offset, offset + left);
      pieces.push({ ...piece, text });
      left -= text.length;
      offset += text.length;
      if (offset >= piece.text.length) [at, offset] = [at + 1, 0];
    }
    return { key: !isExact && /^\s/u.test(word) ? ' ' : word, pieces };
  });
}

/** The blocks that a row of tokens says; what stands before the first beginning belongs to it. */
export function blocksOf(tokens: readonly Token[]): readonly Part[] {
  const blocks: { readonly start: Part; readonly line: Part[] }[] = [];
  const early: Part[] = [];
  for (const { start, pieces } of tokens) {
    if (start) blocks.push({ start, line: [] });
    (blocks.at(-1)?.line ?? early).push(...pieces);
  }
  blocks[0]?.line.unshift(...early);
  return blocks.map(({ start, line }) => ({ ...start, content: joined(line) }));
}

function joined(line: readonly Part[]): readonly Part[] {
  const whole: Part[] = [];
  for (const piece of line) {
    const last = whole.at(-1);
    const isMore = last?.text !== undefined && piece.text !== undefined && marksKey(last) === marksKey(piece);
    if (isMore) whole.splice(-1, 1, { ...last, text: `${last.text}${piece.text}` });
    else whole.push(piece);
  }
  return whole;
}

/** The marks of a text as one text to compare by. */
export function marksKey({ marks }: Part): string {
  return marks === undefined || marks.length === 0 ? '' : JSON.stringify(marks);
}

/** Whether two rows of tokens say the same words. */
export function sayTheSame(one: readonly Token[], other: readonly Token[]): boolean {
  return one.length === other.length && one.every(({ key }, i) => key === other[i]?.key);
}

/** Whether two rows of tokens say the same words in the same dress. */
export function areAlike(one: readonly Token[], other: readonly Token[]): boolean {
  return sayTheSame(one, other) && one.every((token, i) => dressOf(token) === dressOf(other[i]));
}

/** How a token is set: its marks piece by piece, and the kind of block that begins with it. */
export function dressOf(token: Token | undefined): string {
  const { pieces = [], start } = token ?? {};
  const begins = start ? [start.type, ownAttrs(start)] : null;
  return JSON.stringify([begins, pieces.map((piece) => [piece.text ?? '', marksKey(piece)])]);
}

/** Tokens of a plain text, as of a line without marks. */
export function plainTokens(text: string): readonly Token[] {
  return text === '' ? [] : lineTokens([{ type: 'text', text }], false);
}

/** The plain text of tokens. */
export function plainOf(tokens: readonly Token[]): string {
  return tokens.flatMap(({ pieces }) => pieces.map(({ text = '' }) => text)).join('');
}

/** Whether all blocks can be read as one row of tokens. */
export function areLines(blocks: readonly Part[]): boolean {
  return blocks.every(isLine);
}
