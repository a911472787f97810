import type { SetLine } from './line.ts';
import { setLines } from './line.ts';
import type { Broken, LineCount, Setting } from './line-break.ts';
import { breakLines } from './line-break.ts';
import type { Run, Type } from './piece.ts';
import { piecesOf } from './piece.ts';

/** A paragraph set in type at one measure, in as many ways as there are numbers of lines worth having. */
export interface Galley {
  /** Best first; none where the paragraph holds no word. */
  readonly counts: readonly LineCount[];
  /** The lines of the way with so many. */
  lines(count: number): readonly SetLine[];
}

/** Sets a paragraph. `indent` is that of its first line, in points. */
export function setParagraph(runs: readonly Run[], type: Type, indent = 0): Galley {
  const pieces = piecesOf(runs, type);
  if (pieces.length === 0) return { counts: [], lines: () => [] };
  const { roman } = type.faces;
  const setting: Setting = {
    ...{ measure: type.measure, indent, size: type.size },
    space: roman.width(' ') * type.size,
    hyphen: roman.width('-') * type.size,
  };
  const broken: Broken = breakLines(pieces, setting);
  return {
    counts: broken.counts,
    lines: (count) => setLines({ runs, pieces, ends: broken.endsOf(count) }, type, setting),
  };
}
