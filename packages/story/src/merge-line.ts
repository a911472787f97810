import { MOST_EDITS } from './edit-script.ts';
import { mergedDress, withDressOf } from './merge-dress.ts';
import type { Part, Reading, Sides } from './merge-part.ts';
import { agreed, disputed } from './merge-part.ts';
import { isWithin, type Region, regionsOf, type Span } from './merge-region.ts';
import { broughtTo, mergedStart } from './merge-start.ts';
import type { Token } from './merge-token.ts';
import { blocksOf, plainOf, plainTokens, sayTheSame, tokensOf } from './merge-token.ts';

type Tokens = readonly Token[];

/** What a merge of lines needs to know beside the lines. */
export interface LineOptions {
  /** The id a block gets that only their side has. */
  readonly newId: (theirs: Part) => string;
  /** Edits after which lines are given up as rewritten. */
  readonly mostEdits: number;
}

/**
 * Merges lines word by word: blocks that were split or joined come as several. Where one side changed words, its
 * words stand; where both did, at one place and not alike, both readings are kept.
 */
export function mergedLines(sides: Sides<readonly Part[]>, options: LineOptions): Reading<readonly Part[]> {
  const tokens = eachSide(sides, tokensOf);
  const { ours, theirs, isConflict } = mergedTokens(tokens, options);
  return { ours: blocksOf(ours), theirs: blocksOf(theirs), isConflict };
}

/** Merges plain texts word by word. */
export function mergedText(sides: Sides<string>): Reading<string> {
  const { base, ours, theirs } = sides;
  if (ours === theirs || theirs === base) return agreed(ours);
  if (ours === base) return agreed(theirs);
  const merged = mergedTokens(eachSide(sides, plainTokens), { newId: () => '', mostEdits: MOST_EDITS });
  return { ...merged, ours: plainOf(merged.ours), theirs: plainOf(merged.theirs) };
}

function eachSide<T, U>({ base, ours, theirs }: Sides<T>, made: (one: T) => U): Sides<U> {
  return { base: made(base), ours: made(ours), theirs: made(theirs) };
}

function mergedTokens(sides: Sides<Tokens>, options: LineOptions): Reading<Tokens> {
  const keys = eachSide(sides, (tokens) => tokens.map(({ key }) => key));
  const merged = regionsOf(keys, options.mostEdits).map((region) =>
    region.isStable ? mergedKept(part(sides, region)) : mergedChange(part(sides, region), options),
  );
  return {
    ours: merged.flatMap(({ ours }) => ours),
    theirs: merged.flatMap(({ theirs }) => theirs),
    isConflict: merged.some(({ isConflict }) => isConflict),
  };
}

function part({ base, ours, theirs }: Sides<Tokens>, region: Region): Sides<Tokens> {
  const cut = (tokens: Tokens, { start, end }: Span) => tokens.slice(start, end);
  return { base: cut(base, region.base), ours: cut(ours, region.ours), theirs: cut(theirs, region.theirs) };
}

/** Words that all three have: who dressed them otherwise is followed. */
function mergedKept({ base, ours, theirs }: Sides<Tokens>): Reading<Tokens> {
  const merged = base.map((token, i) => {
    const [our, their] = [ours[i] ?? token, theirs[i] ?? token];
    return token.start
      ? mergedBeginning({ base: token, ours: our, theirs: their })
      : mergedDress({ base: token, ours: our, theirs: their });
  });
  return {
    ours: merged.map((one) => one.ours),
    theirs: merged.map((one) => one.theirs),
    isConflict: merged.some(({ isConflict }) => isConflict),
  };
}

function mergedBeginning(sides: Sides<Token>): Reading<Token> {
  const token = (start: Part): Token => ({ ...sides.ours, start });
  const { start: base } = sides.base;
  const { start: our } = sides.ours;
  const { start: their } = sides.theirs;
  if (!base || !our || !their) return agreed(sides.ours);
  const { ours, theirs, isConflict } = mergedStart({ base, ours: our, theirs: their });
  return { ours: token(ours), theirs: token(theirs), isConflict };
}

/** A place where somebody changed words. */
function mergedChange(sides: Sides<Tokens>, options: LineOptions): Reading<Tokens> {
  const { base, ours } = sides;
  const theirs = sides.theirs.map((token) => withNewId(token, options));
  if (sayTheSame(ours, base)) {
    const dressed = withDressOf({ base, ours, theirs });
    return dressed ? agreed(dressed) : disputed(ours, theirs);
  }
  if (sayTheSame(theirs, base)) return agreed(ours);
  if (sayTheSame(ours, theirs)) return agreed(ours.map((token, i) => broughtFrom(token, theirs[i])));
  if (base.length === 0 && endsASentence(ours) && endsASentence(theirs)) return agreed([...ours, ...theirs]);
  const keys = eachSide({ base, ours, theirs }, (tokens) => tokens.map(({ key }) => key));
  if (isBare(ours) && isWithin(keys)) return agreed(theirs);
  if (isWithin({ ...keys, ours: keys.theirs, theirs: keys.ours })) return agreed(ours);
  return disputed(ours, theirs);
}

/** Whether words have nothing that taking other words for them would lose: no mark, no beginning of a block. */
function isBare(tokens: Tokens): boolean {
  return tokens.every(({ start, pieces }) => !start && pieces.every(({ marks = [] }) => marks.length === 0));
}

/** A beginning only their side has is a block of its own here. */
function withNewId(token: Token, { newId }: LineOptions): Token {
  const { start } = token;
  return start ? { ...token, start: { ...start, attrs: { ...start.attrs, id: newId(start) } } } : token;
}

/** A block that both sides made alike: ours, which has come from their version as well. */
function broughtFrom(token: Token, other: Token | undefined): Token {
  return token.start && other?.start ? { ...token, start: broughtTo(token.start, other.start) } : token;
}

const SENTENCE = /[.!?…。！？]["'”’»)\]]*\s*$/u;

/** Whether added words are whole sentences: those of both sides may stand one after the other. */
function endsASentence(tokens: Tokens): boolean {
  return tokens.every(({ start }) => start === undefined) && SENTENCE.test(plainOf(tokens));
}
