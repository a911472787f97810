import type { Instant } from '@courant/base';
import type { WireItem, WireSignal, WireWarning } from './wire-item.ts';

interface Word {
  readonly words: RegExp;
  readonly signal: WireSignal;
}

/** What agencies say of a version in its headline, slug or note, in words. */
const WORDS: readonly Word[] = [
  { words: /^\W*(KILL|MANDATORY KILL|WITHDRAWN|WITHDRAWAL)\b/, signal: 'kill' },
  { words: /\b(story|item) (is|has been) (killed|withdrawn)\b/i, signal: 'kill' },
  { words: /^\W*(CORRECT(ED|ION|S|IVE)|REFILE|RPT-CORRECTED)\b/, signal: 'correction' },
  { words: /^\W*ADVISORY\b/, signal: 'advisory' },
  { words: /^\W*(UPDATE|WRAPUP)\s*\d*\s*-/, signal: 'update' },
  { words: /\b(\d+(st|nd|rd|th)\s?)?(Ld|Lead)-?Writethru\b/i, signal: 'update' },
];

/** What the words of an item say beyond its fields: a signal, and whether it may not be published yet. */
export function advised(item: Pick<WireItem, 'headline' | 'slug' | 'edNote' | 'signal' | 'embargo'>): {
  readonly signal?: WireSignal;
  readonly embargo?: Instant | 'indefinite';
  readonly warnings: readonly WireWarning[];
} {
  const texts = [item.headline, item.slug, item.edNote].filter((text) => text !== undefined);
  const word = item.signal ? undefined : WORDS.find(({ words }) => texts.some((text) => words.test(text)));
  const isHeld =
    item.embargo === undefined &&
    texts.some((text) => /\bembargo(ed)?\b/i.test(text) && !/\bembargo\s+(lifted|on|against)\b/i.test(text));
  const warnings: WireWarning[] = [];
  if (word)
    warnings.push({ code: 'signal-from-words', say: `Read as “${word.signal}” from the words of the item.` });
  if (isHeld && /\bembargoed\b|\bembargo:/i.test(texts.join('\n'))) {
    warnings.push({
      code: 'embargo-from-words',
      say: 'It speaks of an embargo without a date we can read: a person must release it.',
    });
    return { ...(word ? { signal: word.signal } : {}), embargo: 'indefinite', warnings };
  }
  return { ...(word ? { signal: word.signal } : {}), warnings };
}
