/** A function that may be longer than the house allows: numerical kernels, and nothing else. */
export interface Exception {
  readonly file: string;
  /** The name the function is declared by. */
  readonly name: string;
  readonly reason: string;
}

/** At most fifteen in the house; one that is no longer needed is an error too. */
export const LONG_FUNCTIONS: readonly Exception[] = [];
