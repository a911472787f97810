import { isFault, messageOf } from '@courant/base';

/** Where a command writes: results to one stream, what goes wrong and how far it is to the other. */
export interface Output {
  /** A result: one line of text, or with --json the value as one line of JSON. */
  result(line: string, value: unknown): void;
  /** A line about what is going on; silent with --json. */
  progress(line: string): void;
  error(line: string): void;
  readonly isJson: boolean;
}

/** Output to the standard streams. */
export function standardOutput(isJson: boolean): Output {
  return {
    isJson,
    result(line, value) {
      process.stdout.write(`${isJson ? JSON.stringify(value) : line}\n`);
    },
    progress(line) {
      if (!isJson) process.stderr.write(`${line}\n`);
    },
    error(line) {
      process.stderr.write(`${line}\n`);
    },
  };
}

/** What a person reads of something thrown: the sentence, and what to do. */
export function explained(thrown: unknown): string {
  if (!isFault(thrown)) return messageOf(thrown);
  return thrown.hint === undefined ? thrown.message : `${thrown.message} ${thrown.hint}`;
}
