import { said } from './fields.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf } from './xml.ts';

/** The content of the first of these metas of the head that says something; every agency has its own names. */
export function metaOf(root: XmlElement, ...names: readonly string[]): string | undefined {
  const metas = elementsOf(at(root, 'head'), 'meta');
  for (const name of names) {
    const content = said(
      metas.find((meta) => meta.attrs.name?.toLowerCase() === name.toLowerCase())?.attrs.content,
    );
    if (content !== undefined) return content;
  }
  return undefined;
}
