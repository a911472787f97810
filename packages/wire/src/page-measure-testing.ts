const CJK = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;

const TOKEN = new RegExp(String.raw`${CJK}|(?:(?!${CJK})[\p{L}\p{M}\p{N}_])+`, 'gu');

/** How often each run of four tokens stands in a text; a shorter text is one run. */
export function shingles(words: string): ReadonlyMap<string, number> {
  const tokens = words.match(TOKEN) ?? [];
  const counts = new Map<string, number>();
  const runs = tokens.length === 0 ? 0 : Math.max(1, tokens.length - 3);
  for (let at = 0; at < runs; at++) {
    const shingle = tokens.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** Precision and recall of what was read of one page; undefined where one has no meaning. */
export interface Match {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
}

/** Compares two texts by their shingles, each counted as often as it stands (Zyte's article extraction benchmark). */
export function match(got: string, truth: string): Match {
  const [ours, theirs] = [shingles(got), shingles(truth)];
  let both = 0;
  for (const [shingle, count] of ours) both += Math.min(count, theirs.get(shingle) ?? 0);
  const share = (of: ReadonlyMap<string, number>) => {
    const all = [...of.values()].reduce((sum, count) => sum + count, 0);
    return all === 0 ? undefined : both / all;
  };
  return { precision: share(ours), recall: share(theirs) };
}

/** Mean precision, mean recall, and F1 of the two. */
export function f1(matches: readonly Match[]): number {
  const precision = mean(matches.flatMap((one) => one.precision ?? []));
  const recall = mean(matches.flatMap((one) => one.recall ?? []));
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** The mean of some numbers; 0 of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** A headline as it is compared: NFKC, quotes alike, space squeezed. */
export function foldedHeadline(headline: string): string {
  return headline
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032`´]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033«»]|''/g, '"')
    .replace(/[\s\u00ad\u200b-\u200f\ufeff]+/g, ' ')
    .trim();
}

/** A name as it is compared. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** F1 of names, over all pages together. */
export function namesF1(pairs: readonly (readonly [readonly string[], readonly string[]])[]): number {
  let [both, all] = [0, 0];
  for (const [got, truth] of pairs) {
    const wanted = new Set(truth.map(foldedName));
    const read = new Set(got.map(foldedName));
    both += [...read].filter((name) => wanted.has(name)).length;
    all += wanted.size + read.size;
  }
  return all === 0 ? 0 : (2 * both) / all;
}
