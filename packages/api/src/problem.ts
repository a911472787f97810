import { z } from 'zod';

/** An error as RFC 9457 has it; `code` is what clients decide by. */
export const Problem = z
  .object({
    type: z.string().describe('about:blank: the code says which problem it is'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened and what to do next'),
    code: z.string(),
    errors: z
      .array(z.object({ field: z.string(), say: z.string() }))
      .optional()
      .describe('Which fields of the request are wrong, and why'),
  })
  .meta({ id: 'Problem' });

/** The media type of a problem. */
export const PROBLEM_TYPE = 'application/problem+json';

const STATUS: Readonly<Record<string, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 503>> = {
  'bad-request': 400,
  'no-token': 401,
  'bad-token': 401,
  'not-allowed': 403,
  'unknown-story': 404,
  'not-found': 404,
  killed: 410,
  gone: 410,
  'wire-gone': 410,
  'draft-behind': 409,
  'nothing-changed': 409,
  'wire-killed': 409,
  'unknown-alert': 404,
  'unknown-channel': 404,
  'unknown-conflict': 404,
  'alert-settled': 409,
  'nothing-newer': 409,
  'nothing-merged': 409,
  unsettled: 409,
  ambiguous: 409,
  'too-large': 413,
  'database-away': 503,
};

/** The HTTP status of a refusal or a fault; what the rules of the trade refuse is 422. */
export function statusOf(code: string) {
  return STATUS[code] ?? 422;
}

/** Makes a problem from a code and the sentence that explains it. */
export function problem(
  code: string,
  detail: string,
  errors?: readonly { readonly field: string; readonly say: string }[],
): z.infer<typeof Problem> {
  const status = statusOf(code);
  const title = code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ');
  return { type: 'about:blank', title, status, detail, code, ...(errors ? { errors: [...errors] } : {}) };
}

/** What is wrong with a request, field by field, in words for the person who wrote it. */
export function fieldErrors(error: z.ZodError): readonly { readonly field: string; readonly say: string }[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.') || '(the whole)', say: issue.message }));
}
