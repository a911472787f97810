import { mirrored } from './bidi-levels.ts';
import type { Glyph, Shaped } from './face.ts';
import type { PlacedWord } from './placed-line.ts';

/** Glyphs that stand for one piece of a text together, in the order of reading. */
export interface Cluster {
  /** As the glyphs look: brackets that run from the right are turned round. */
  readonly text: string;
  /** The same as it is compared: letters and marks that are one letter, spaces that are spaces. */
  readonly told: string;
  readonly glyphs: readonly Glyph[];
}

/** A word as it was shaped, which says most of what a line says many times. */
type ShapedWord = Pick<PlacedWord, 'text' | 'shaped' | 'isFromRight'>;

/** Spaces at which no line ends are read as spaces. */
const FIXED_SPACE = /[\u00a0\u2007\u202f]/g;

const clustersByWord = new WeakMap<Shaped, readonly Cluster[]>();

/** A word's glyphs in the order of its text, each group with what it stands for. */
export function clustersOf(word: ShapedWord): readonly Cluster[] {
  const before = clustersByWord.get(word.shaped);
  if (before) return before;
  const clusters = groupsOf(word);
  clustersByWord.set(word.shaped, clusters);
  return clusters;
}

function groupsOf({ text, shaped, isFromRight }: ShapedWord): readonly Cluster[] {
  const groups = new Map<number, Glyph[]>();
  for (const glyph of isFromRight ? shaped.glyphs.toReversed() : shaped.glyphs) {
    const own = groups.get(glyph.at);
    if (own) own.push(glyph);
    else groups.set(glyph.at, [glyph]);
  }
  // Signs that are not seen may leave no glyph: what stands before the first, or all of it, is lacking one.
  const [first = 0, ...others] = [...groups.keys()].toSorted((a, b) => a - b);
  return [first, ...others].map((at, i) => {
    const own = text.slice(i === 0 ? 0 : at, others[i]);
    const seen = isFromRight ? mirrored(own) : own;
    const told = seen.normalize('NFC').replace(FIXED_SPACE, ' ');
    return { text: seen, told, glyphs: groups.get(at) ?? [] };
  });
}

/** What a glyph is read as that is only ever drawn beside others, such as dots under a letter. */
const UNKNOWN = '\ufffd';

/**
 * What each glyph of a face is read as when a text is copied from the page. A glyph is read as one thing, though it may
 * be drawn for several: a word that is then not read as it is written is for `says` to find.
 */
export class GlyphTexts {
  readonly #texts = new Map<number, string>();

  /** Takes the glyphs of a word in. What one glyph says alone holds; the shortest of that, and the lowest. */
  learn(clusters: readonly Cluster[]): void {
    for (const { text, told, glyphs } of clusters) {
      const isAlone = glyphs.length === 1;
      const signs = Array.from(text);
      glyphs.forEach(({ id }, i) => {
        if (id === 0) return;
        const known = this.#texts.get(id);
        const own = isAlone ? told : (known ?? (i === 0 ? signs[0] : undefined) ?? UNKNOWN);
        if (known === undefined || (isAlone && isBetter(own, known))) this.#texts.set(id, own);
      });
    }
  }

  /** Whether the glyphs of a word are read as its text. */
  says(clusters: readonly Cluster[]): boolean {
    return clusters.every(
      ({ told, glyphs }) => glyphs.map(({ id }) => this.#texts.get(id) ?? '').join('') === told,
    );
  }

  /** All glyphs and their texts, in the order of their numbers. */
  all(): readonly (readonly [number, string])[] {
    return [...this.#texts].toSorted(([a], [b]) => a - b);
  }
}

function isBetter(text: string, known: string): boolean {
  if (known === UNKNOWN) return true;
  return text.length !== known.length ? text.length < known.length : text < known;
}
