/** A name of an attribute with what stands before it, and its value: as the HTML standard cuts tags (13.2.5.32 ff.). */
const NAME = /[\s/]*([^\s/>][^\s/>=]*)?\s*/y;
const VALUE = /=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]*)/y;
const TAG = /<!--|<([a-z][^\s/>]*)/gi;

/**
 * Whether a tag of a page has more attributes than `most`. The work of parsers on a tag grows with their square, so it
 * is known before anything is parsed; in time that grows with the page.
 */
export function hasCrowdedTag(html: string, most: number): boolean {
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag; tag = TAG.exec(html)) {
    const name = tag[1]?.toLowerCase();
    if (name === undefined) {
      TAG.lastIndex = nextOf(/-->/g, html, TAG.lastIndex);
      continue;
    }
    const end = endOfTag(html, TAG.lastIndex, most);
    if (end === undefined) return true;
    TAG.lastIndex = name === 'script' || name === 'style' ? nextOf(CLOSING[name], html, end) : end;
  }
  return false;
}

/** Where a tag ends; undefined where it has too many attributes. */
function endOfTag(html: string, from: number, most: number): number | undefined {
  let at = from;
  for (let count = 0; count <= most; count++) {
    NAME.lastIndex = at;
    const isNamed = NAME.exec(html)?.[1] !== undefined;
    if (!isNamed) return NAME.lastIndex;
    at = NAME.lastIndex;
    VALUE.lastIndex = at;
    if (VALUE.test(html)) at = VALUE.lastIndex;
  }
  return undefined;
}

const CLOSING = { script: /<\/script/gi, style: /<\/style/gi } as const;

/** The place of the next of some signs, or the end: what is not closed goes on to it. */
function nextOf(signs: RegExp, html: string, from: number): number {
  signs.lastIndex = from;
  return signs.exec(html)?.index ?? html.length;
}
