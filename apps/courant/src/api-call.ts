import type { Actor } from '@courant/desk';
import type { House } from './house.ts';

/** What an operation's handler is given: the request, parsed and allowed. */
export interface Call {
  readonly house: House;
  readonly actor: Actor;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
}

/** What a handler gives back: an answer, or a refusal with its code. */
export type Reply =
  | { readonly status: 200 | 201 | 202; readonly json: unknown }
  | { readonly refused: string; readonly say: string };

/** Reads a call and answers it. */
export type Handler = (call: Call) => Promise<Reply>;
