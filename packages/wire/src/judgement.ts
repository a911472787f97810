/** What judging a file by a schema came to. */
export type Judgement =
  | {
      readonly isJudged: true;
      /** By which schema, as `ninjs 1.3`. */
      readonly by: string;
      /** Why it was this one, where the file did not simply say so. */
      readonly note?: string;
      /** One clear line each: where, what is wrong, the clause. None: the file is valid. */
      readonly faults: readonly string[];
    }
  | {
      readonly isJudged: false;
      /** Why no schema could be asked, and what to do. */
      readonly say: string;
    };

/** Faults told of one file at the most: what follows the first few is mostly their consequence. */
const MOST_FAULTS = 20;

/** Some faults, the number of the others in the place of the last. */
export function fewFaults(faults: readonly string[]): readonly string[] {
  const plain = [...new Set(faults)];
  if (plain.length <= MOST_FAULTS) return plain;
  return [...plain.slice(0, MOST_FAULTS), `and ${plain.length - MOST_FAULTS} more`];
}
