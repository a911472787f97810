import type { Capability } from '@courant/desk';
import type { z } from 'zod';

/** One operation of the API: everything a client, a server and the OpenAPI document need to know of it. */
export interface Route {
  readonly operation: string;
  readonly method: 'get' | 'post' | 'put';
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  /** The right a token must carry; absent: open to all. */
  readonly capability?: Capability;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: { readonly status: 200 | 201 | 202; readonly schema: z.ZodType; readonly says: string };
  /** Codes of the refusals a client should be ready for. */
  readonly refusals: readonly string[];
}
