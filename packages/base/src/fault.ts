/** What a fault carries beside its code. */
export interface FaultDetail {
  /** What to do next, as a sentence for a person. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/**
 * A broken promise: something that should not happen did. Decide by `code`, never by the message.
 * Codes are kebab-case and stand in the package's `faults.ts`.
 */
export class Fault extends Error {
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, detail: FaultDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'Fault';
    this.code = code;
    this.hint = detail.hint;
  }
}

/** Whether a thrown value is a fault, and, where a code is given, that one. */
export function isFault(thrown: unknown, code?: string): thrown is Fault {
  return thrown instanceof Fault && (code === undefined || thrown.code === code);
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Reached only when a union grew and a `switch` over it did not. */
export function never(value: never): never {
  throw new Fault('unreachable', `A case is missing for ${JSON.stringify(value)}.`);
}
