import { wordsOfText } from '@courant/edition';
import { plainText } from '@courant/story';
import type { WireItem } from '@courant/wire';
import type { WeighedWords } from './wire-ports.ts';

/** Words of an item that are searched: a tsvector holds 1 MB, and nobody looks for what stands behind so many. */
const MOST_WORDS = 20_000;
/** A run of letters longer than this is no word anybody types. */
const LONGEST_WORD = 100;

/** The texts of an item by what a word in them is worth: headline, what stands beside it, what it is about, the text. */
export function wireWords(item: WireItem): WeighedWords {
  const { headline, slug, kicker, standfirst, byline, dateline, source, edNote, keywords = [] } = item;
  const named = [item.subjects, item.people, item.organisations, item.places].flatMap((list) => list ?? []);
  return {
    a: inWords([headline, slug]),
    b: inWords([kicker, standfirst, byline, dateline?.place]),
    c: inWords([source, edNote, ...keywords, ...named.map(({ name }) => name)]),
    d: inWords([item.body && plainText(item.body), ...(item.media ?? []).map(({ caption }) => caption)]),
  };
}

/** Texts as the search finds the same words in them as people type. */
function inWords(texts: readonly (string | undefined)[]): string {
  const words = texts.flatMap((text) => wordsOfText(text ?? '')).slice(0, MOST_WORDS);
  return words.flatMap(({ word }) => (word.length > LONGEST_WORD ? [] : [word])).join(' ');
}
