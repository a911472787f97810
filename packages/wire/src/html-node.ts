/** What we read of a node of a parsed HTML tree; a text node has a `value`, an element the rest. */
export interface HtmlNode {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly HtmlNode[];
}

/** The value of an attribute, trimmed; undefined where it is absent or blank. */
export function attribute(node: HtmlNode, name: string): string | undefined {
  return node.attrs?.find((attr) => attr.name === name)?.value.trim() || undefined;
}

/** Whether an element has an attribute, whatever it says. */
export function hasAttribute(node: HtmlNode, name: string): boolean {
  return node.attrs?.some((attr) => attr.name === name) ?? false;
}

/** Whether an element has a class. */
export function hasClass(node: HtmlNode, name: string): boolean {
  return attribute(node, 'class')?.split(/\s+/).includes(name) ?? false;
}

/** The elements among a node's children with one of these names. */
export function childrenNamed(node: HtmlNode, ...names: readonly string[]): readonly HtmlNode[] {
  return (node.childNodes ?? []).filter((child) => names.includes(child.nodeName));
}

/** Elements that stand on lines of their own: words on both sides of their bounds are never one word. */
export const BLOCK_NAMES: ReadonlySet<string> = new Set([
  ...['p', 'div', 'section', 'article', 'main', 'body', 'html', 'header', 'footer', 'center', 'details'],
  ...['summary', 'aside', 'nav', 'figure', 'figcaption', 'address', 'fieldset', 'hgroup', 'dl', 'dt', 'dd'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'pre', 'hr'],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
]);

/** Whether an element with a block's name stands somewhere below a node. */
export function holdsBlocks(node: HtmlNode): boolean {
  const waiting = [...(node.childNodes ?? [])];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (BLOCK_NAMES.has(next.nodeName)) return true;
    for (const child of next.childNodes ?? []) waiting.push(child);
  }
  return false;
}

const BLANK: HtmlNode = { nodeName: '#text', value: ' ' };

/** The text below a node, a blank where a block or line begins and ends; without recursion, so that no depth can hurt. */
export function textBelow(node: HtmlNode): string {
  const parts: string[] = [];
  const waiting: HtmlNode[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.value !== undefined && next.nodeName === '#text') parts.push(next.value);
    if (LEFT_OUT.has(next.nodeName)) continue;
    const isApart = BLOCK_NAMES.has(next.nodeName) || next.nodeName === 'br';
    if (isApart) parts.push(' ');
    if (isApart) waiting.push(BLANK);
    for (const child of (next.childNodes ?? []).toReversed()) waiting.push(child);
  }
  return parts.join('');
}

/** Elements whose content is no copy. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  ...[
    'script',
    'style',
    'template',
    'noscript',
    'iframe',
    'object',
    'embed',
    'applet',
    'svg',
    'math',
    'canvas',
  ],
  ...['form', 'input', 'button', 'select', 'textarea', 'head', 'title', 'link', 'meta', 'base', '#comment'],
]);
