import type { Chance } from '@courant/wire/testing';

/** One version of an invented agency's item: what a bench files, and what it fills a desk with. */
export interface InventedItem {
  readonly supplier: string;
  readonly id: string;
  readonly version: string;
  readonly urgency: number;
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

/** Words there are; the first are as common as such words are, the last stand in a few items of a million. */
const WORDS = 40_000;
/** Words of a text: a brief of three paragraphs. */
const LENGTH = 120;
const PARAGRAPHS = 3;
const SUPPLIERS = 20;
const SYLLABLES = [
  'ba',
  'cor',
  'den',
  'fel',
  'gar',
  'hol',
  'jin',
  'kel',
  'lom',
  'mar',
  'nev',
  'pol',
  'ras',
  'tun',
];

/** A word that stands in about every other item. */
export const COMMON_WORD = 'harbour';

const VOCABULARY = Array.from({ length: WORDS }, (_, rank) => wordOf(rank));

/** The invented word of a rank: the higher, the rarer. */
function wordOf(rank: number): string {
  let [word, left] = ['', rank + SYLLABLES.length];
  for (; left > 0; left = Math.floor(left / SYLLABLES.length)) word += SYLLABLES[left % SYLLABLES.length];
  return word;
}

/** A word that stands in some 300 items of a million. */
export const RARE_WORD = wordOf(WORDS - 7);

/** The suppliers, the busiest first. */
export const INVENTED_SUPPLIERS = Array.from({ length: SUPPLIERS }, (_, n) => `Agency ${n + 1}`);

/** The item of a number, of a supplier that chance says. */
export function inventedItem(chance: Chance, n: number, version = 1): InventedItem {
  const words = Array.from({ length: LENGTH }, () => VOCABULARY[rankOf(chance)] ?? '');
  if (chance() < 0.5) words[LENGTH - 1] = COMMON_WORD;
  const long = LENGTH / PARAGRAPHS;
  return {
    supplier: INVENTED_SUPPLIERS[Math.floor(SUPPLIERS * chance() ** 2)] ?? 'Agency 1',
    id: `urn:invented:${n}`,
    version: String(version),
    urgency: 1 + Math.floor(chance() * 8),
    headline: `${words.slice(0, 7).join(' ')} ${n}`,
    paragraphs: Array.from({ length: PARAGRAPHS }, (_, p) => words.slice(p * long, (p + 1) * long).join(' ')),
  };
}

/** As words are spread in any language: the tenth is ten times as rare as the first. */
function rankOf(chance: Chance): number {
  return Math.floor(WORDS ** chance()) - 1;
}

/** The item as its supplier sends it: ninjs. */
export function asNinjs({ id, version, urgency, headline, paragraphs }: InventedItem): string {
  const said = { uri: id, type: 'text', version, pubstatus: 'usable', language: 'en', urgency, headline };
  return JSON.stringify({ ...said, body_html: paragraphs.map((text) => `<p>${text}</p>`).join('') });
}
