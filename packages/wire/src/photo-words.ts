import { squeeze } from '@courant/base';
import type { PhotoMetadata } from '@courant/picture';
import { unique } from './fields.ts';
import type { BindingWords } from './photo-words.data.ts';
import { MADE_BY_MACHINES, RESTRICTING, TELLING } from './photo-words.data.ts';
import type { WireWarning } from './wire-item.ts';

type Words = PhotoMetadata['words'];

/** What a desk must be told of a picture before it uses it. */
export function photoWarnings(words: Words): readonly WireWarning[] {
  const { instructions, usageTerms, otherConstraints, caption } = words;
  const terms = [instructions, usageTerms, otherConstraints].flatMap((line) => line ?? []);
  return [
    ...warned('restricted', RESTRICTING, terms),
    // A caption begins or ends with what kind of picture it is; what it forbids stands in the instructions.
    ...warned('photo-note', TELLING, [...terms, ...(caption === undefined ? [] : [caption])]),
    ...machineWarnings(words),
    ...(words.headline === undefined && caption === undefined ? [NO_WORDS] : []),
  ];
}

const NO_WORDS: WireWarning = {
  code: 'no-words',
  say: 'The file says nothing of what the picture shows: neither headline nor caption.',
};

/** Signs of a text in which a word is shown. */
const SHOWN = 160;

function warned(
  code: string,
  known: readonly BindingWords[],
  texts: readonly string[],
): readonly WireWarning[] {
  const found = known.flatMap(({ words, say }) => {
    const text = texts.find((one) => words.test(one));
    return text === undefined ? [] : [{ say, text }];
  });
  const says = unique(found.map(({ say }) => say)).join('. ');
  const quotes = unique(found.map(({ text }) => `“${around(text)}”`)).join(', ');
  return found.length === 0 ? [] : [{ code, say: `${says}: ${quotes}.` }];
}

function around(text: string): string {
  const plain = squeeze(text);
  return plain.length <= SHOWN ? plain : `${plain.slice(0, SHOWN)}…`;
}

function machineWarnings({ digitalSourceType, aiSystem, aiPrompt }: Words): readonly WireWarning[] {
  const kind = digitalSourceType?.split('/').at(-1) ?? '';
  const isMade = MADE_BY_MACHINES.has(kind) || aiSystem !== undefined || aiPrompt !== undefined;
  if (!isMade) return [];
  const by = [kind, aiSystem].filter(Boolean).join(', ');
  return [
    { code: 'made-by-machine', say: `It says that a machine made or changed it: ${by || 'by a prompt'}.` },
  ];
}

/** Signs of a headline that is taken from a caption. */
const LONGEST = 110;

/** The first sentence of a caption, without its full stop, for pictures that come without a headline. */
export function captionHeadline(caption: string | undefined): string | undefined {
  const [first = ''] = caption?.split('\n') ?? [];
  const plain = squeeze(first);
  // Not behind "Dr.", "St.", "Gov.".
  const [sentence = plain] = /^.{15,}?[\p{L}\p{N}]{4}[.!?](?=\s+\p{Lu}|$)/u.exec(plain) ?? [];
  if (sentence.length <= LONGEST) return sentence.replace(/\.$/, '') || undefined;
  const cut = sentence.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).replace(/[\ud800-\udbff]$/, '')} …`;
}

/** Signs of a keyword at the most (IIM 4.2, 2:25); one that is longer is a row of them. */
const MOST_KEYWORD = 64;

/** Keywords one by one: some agencies send all in one line, with commas, semicolons or blanks between. */
export function keywordsApart(keywords: readonly string[] | undefined): readonly string[] {
  const [only, ...more] = keywords ?? [];
  if (only === undefined || more.length > 0) return keywords ?? [];
  const listed = only.split(/\s*[;,|]\s*/).filter(Boolean);
  if (listed.length > 1) return listed;
  return only.length > MOST_KEYWORD ? only.split(/\s+/) : [only];
}
