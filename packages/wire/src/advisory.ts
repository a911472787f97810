import type { Instant } from '@courant/base';
import type { WireItem, WireSignal, WireWarning } from './wire-item.ts';

/** What the words of an item say beyond its fields: a signal, and whether it may not be published yet. */
export interface Advice {
  readonly signal?: WireSignal;
  readonly embargo?: Instant | 'indefinite';
  readonly warnings: readonly WireWarning[];
}

interface Word {
  readonly words: RegExp;
  readonly signal: WireSignal;
}

/**
 * Marks in front of a headline or slug, gravest first. Each ends in a sign of its own: "KILL BILL RETURNS" and
 * "CORRECTION OFFICER HELD" are headlines in capitals, and a kill read into them would take a story off the site.
 */
const HEADLINE_MARKS: readonly Word[] = [
  { words: /^\W*(MANDATORY |STORY )?(KILL|WITHDRAWN|WITHDRAWAL)(ED)?\s*[-–—:(]/, signal: 'kill' },
  { words: /^\W*(RPT-)?(CORRECT(ED|ION|S|IVE)|REFILE)\s*(\([^)]*\)\s*)?\d*\s*[-–—:]/, signal: 'correction' },
  { words: /^\W*ADVISORY\s*[-–—:(]/, signal: 'advisory' },
  { words: /^\W*(UPDATE|WRAPUP)\s*\d+\s*[-–—:]/, signal: 'update' },
];
/** Marks inside a slug, as AP and Reuters put them: "BC-US--Earns, 1st Ld-Writethru", "USA-WEATHER/ (UPDATE 1)". */
const SLUG_MARKS: readonly Word[] = [
  { words: /\([^)]*\bCORRECT(ED|ION)\b[^)]*\)/, signal: 'correction' },
  { words: /\b\d*(st|nd|rd|th)?\s?(Ld|Lead)-?Writethru\b/i, signal: 'update' },
  { words: /\([^)]*\b(UPDATE|WRAPUP) \d+\b[^)]*\)/, signal: 'update' },
];
/** What notes to editors begin with, after "Eds:". */
const NOTE_MARKS: readonly Word[] = [
  { words: /\b(story|item) (is|has been) (killed|withdrawn)\b/i, signal: 'kill' },
  { words: /^\W*(Eds:?\W+)?(MANDATORY |STORY )?(KILL|WITHDRAWAL)\b/, signal: 'kill' },
  { words: /^\W*(Eds:?\W+)?CORRECT(S|ED|ION)\b/i, signal: 'correction' },
  { words: /^\W*Eds:?\W+(UPDATES?|ADDS|RECASTS)\b/i, signal: 'update' },
];

/** An embargo in a note: the word itself; in a headline only as a mark, since trade has embargoes too. */
const NOTE_EMBARGO =
  /\bembargoed\s+(until|till|to|for)\b|\b(under|strict|strictly)\s+embargo|^\W*embargo(ed)?\b/im;
const HEADLINE_EMBARGO = /^\W*EMBARGO(ED)?\s*[-–—:(]|\bEMBARGOED (UNTIL|TO|FOR)\b/;

type Read = Pick<WireItem, 'headline' | 'slug' | 'edNote' | 'signal' | 'embargo'>;

/** Reads what agencies say in words; what a field says already is never overruled by them. */
export function advised(item: Read): Advice {
  const signal = item.signal === undefined ? signalIn(item) : undefined;
  const warnings: WireWarning[] = [];
  if (signal)
    warnings.push({ code: 'signal-from-words', say: `Read as “${signal}” from the words of the item.` });
  const isHeld = item.embargo === undefined && speaksOfEmbargo(item);
  if (isHeld) {
    const say = 'It speaks of an embargo without a date we can read: a person must release it.';
    warnings.push({ code: 'embargo-from-words', say });
  }
  return { ...(signal ? { signal } : {}), ...(isHeld ? { embargo: 'indefinite' } : {}), warnings };
}

function signalIn({ headline = '', slug = '', edNote = '' }: Read): WireSignal | undefined {
  const found = [
    ...HEADLINE_MARKS.filter(({ words }) => words.test(headline) || words.test(slug)),
    ...SLUG_MARKS.filter(({ words }) => words.test(slug)),
    ...NOTE_MARKS.filter(({ words }) => words.test(edNote)),
  ].map(({ signal }) => signal);
  return (['kill', 'correction', 'advisory', 'update'] as const).find((signal) => found.includes(signal));
}

function speaksOfEmbargo({ headline = '', slug = '', edNote = '' }: Read): boolean {
  const isLifted = /\bembargo\s+(is\s+|has been\s+)?lifted\b/i.test(edNote);
  return (
    (!isLifted && NOTE_EMBARGO.test(edNote)) || [headline, slug].some((one) => HEADLINE_EMBARGO.test(one))
  );
}
