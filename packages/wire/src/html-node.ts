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

/** Whether an element has a class. */
export function hasClass(node: HtmlNode, name: string): boolean {
  return attribute(node, 'class')?.split(/\s+/).includes(name) ?? false;
}

/** The elements among a node's children with one of these names. */
export function childrenNamed(node: HtmlNode, ...names: readonly string[]): readonly HtmlNode[] {
  return (node.childNodes ?? []).filter((child) => names.includes(child.nodeName));
}

/** The text below a node, as it stands; without recursion, so that no depth can hurt. */
export function textBelow(node: HtmlNode): string {
  const parts: string[] = [];
  const waiting: HtmlNode[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.value !== undefined && next.nodeName === '#text') parts.push(next.value);
    if (!LEFT_OUT.has(next.nodeName)) waiting.push(...(next.childNodes ?? []).toReversed());
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
