import type { Body, Mark } from './body.ts';

/** A node of a body, as far as it matters here. */
interface Node {
  readonly type: string;
  readonly content?: readonly Node[] | undefined;
  readonly marks?: readonly Mark[] | undefined;
}

/** Whether some words of a body are emphasised. */
export function hasEmphasis(body: Body): boolean {
  return isEmphatic(body);
}

function isEmphatic({ content, marks }: Node): boolean {
  return (marks?.some(({ type }) => type === 'em') ?? false) || (content?.some(isEmphatic) ?? false);
}
