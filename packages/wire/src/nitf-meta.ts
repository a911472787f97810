import { present, said } from './fields.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf } from './xml.ts';

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

/** What was done to the document, oldest first (NITF, revision-history/@comment). */
export function revisionsOf(root: XmlElement): readonly string[] {
  return below(at(root, 'head'), 'revision-history').flatMap(({ attrs }) => said(attrs.comment) ?? []);
}

/** Metas that have become fields. */
const METAS_READ: ReadonlySet<string> = new Set([
  'keyword',
  'ntbstikkord',
  'slugline',
  'anpa-keyword',
  'ntbkilde',
  'source',
  'category_iptc',
]);

/** What the model has no word for: the metas by their names, the terms of the rights, the history. */
export function nitfUnmapped(root: XmlElement): Readonly<Record<string, unknown>> {
  const metas = elementsOf(at(root, 'head'), 'meta').flatMap(({ attrs }) => {
    const name = said(attrs.name);
    const content = said(attrs.content);
    const isField = name === undefined || METAS_READ.has(name.toLowerCase());
    return isField || content === undefined ? [] : [[name, content] as const];
  });
  const terms = at(root, 'head', 'docdata', 'doc.rights')?.attrs;
  return {
    ...Object.fromEntries(metas),
    ...present({ 'doc.rights': terms && { ...terms }, 'revision-history': revisionsOf(root) }),
  };
}
