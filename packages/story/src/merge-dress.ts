import type { Part, Reading, Sides } from './merge-part.ts';
import { agreed, disputed } from './merge-part.ts';
import { areAlike, dressOf, type Token } from './merge-token.ts';

/** Marks that only say how words are set: nobody's words are lost with them. */
const PLAIN: ReadonlySet<string> = new Set(['strong', 'em', 'code', 'sup', 'sub', 'strike']);

/** A word that all three have, under the marks of whoever changed them; of both where they agree. */
export function mergedDress({ base, ours, theirs }: Sides<Token>): Reading<Token> {
  const was = dressOf(base);
  if (dressOf(theirs) === was || dressOf(ours) === dressOf(theirs)) return agreed(ours);
  if (dressOf(ours) === was) return agreed(theirs);
  const [one, our, their] = [base.pieces[0], ours.pieces[0], theirs.pieces[0]];
  const areWhole = [base, ours, theirs].every(({ pieces }) => pieces.length === 1);
  if (!areWhole || !one || !our || !their) return disputed(ours, theirs);
  const marks = mergedMarks({ base: one, ours: our, theirs: their });
  if (marks.filter(({ type }) => type === 'link').length > 1) return disputed(ours, theirs);
  const text = our.text === one.text ? their.text : our.text;
  const piece = {
    type: our.type,
    ...(text === undefined ? {} : { text }),
    marks: marks.map(({ mark }) => mark),
  };
  return agreed({ ...ours, pieces: [piece] });
}

interface KnownMark {
  readonly key: string;
  readonly type: string;
  readonly mark: object;
}

function marksOf({ marks = [] }: Part): readonly KnownMark[] {
  return marks.map((mark) => ({
    key: JSON.stringify(mark),
    type: 'type' in mark ? String(mark.type) : '',
    mark,
  }));
}

function mergedMarks({ base, ours, theirs }: Sides<Part>): readonly KnownMark[] {
  const keys = (part: Part) => new Set(marksOf(part).map(({ key }) => key));
  const [was, their] = [keys(base), keys(theirs)];
  const kept = marksOf(ours).filter(({ key }) => !was.has(key) || their.has(key));
  const known = new Set(kept.map(({ key }) => key));
  return [...kept, ...marksOf(theirs).filter(({ key }) => !was.has(key) && !known.has(key))];
}

/**
 * Their new words for words we kept, under the marks we set on all of those words alike. Undefined where we marked
 * them in another way: what a note or a link stood on is not for a merge to say.
 */
export function withDressOf({ base, ours, theirs }: Sides<readonly Token[]>): readonly Token[] | undefined {
  if (areAlike(ours, base)) return theirs;
  if (ours.some((token, i) => token.start && dressOf(token) !== dressOf(base[i]))) return undefined;
  const changes = ours.flatMap((token, i) =>
    /[\p{L}\p{N}]/u.test(token.key) ? [changeOf(token, base[i])] : [],
  );
  const [first] = changes;
  if (!first || changes.some((change) => change === undefined || keyOf(change) !== keyOf(first)))
    return undefined;
  const hasWords = theirs.some(({ key }) => /[\p{L}\p{N}]/u.test(key));
  if (!hasWords) return first.every(({ type }) => PLAIN.has(type)) ? theirs : undefined;
  return theirs.map((token) => ({ ...token, pieces: token.pieces.map((piece) => marked(piece, first)) }));
}

function keyOf(marks: readonly KnownMark[]): string {
  return JSON.stringify(marks.map(({ key }) => key));
}

/** The marks we added to a whole word; undefined where we did anything else to it. */
function changeOf(token: Token, base: Token | undefined): readonly KnownMark[] | undefined {
  const [piece, was] = [token.pieces[0], base?.pieces[0]];
  if (!piece || !was || token.pieces.length !== 1 || base?.pieces.length !== 1) return undefined;
  const now = new Set(marksOf(piece).map(({ key }) => key));
  const before = new Set(marksOf(was).map(({ key }) => key));
  return before.isSubsetOf(now) ? marksOf(piece).filter(({ key }) => !before.has(key)) : undefined;
}

function marked(piece: Part, added: readonly KnownMark[]): Part {
  if (piece.text === undefined) return piece;
  const types = new Set(added.map(({ type }) => type));
  // One link at a time: ours, which stood on these words.
  const kept = marksOf(piece).filter(
    ({ key, type }) => !(type === 'link' && types.has(type)) && !added.some((one) => one.key === key),
  );
  return { ...piece, marks: [...kept, ...added].map(({ mark }) => mark) };
}
