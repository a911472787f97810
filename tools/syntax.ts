import type { ArrowFunctionExpression, Comment, Node, Function as OxcFunction, Program } from 'oxc-parser';
import { parseSync, visitorKeys } from 'oxc-parser';

/** One code file: its text, its syntax tree and its comments. Offsets count UTF-16 code units. */
export interface Module {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** What the parser says of a file that is no TypeScript; the tree is then empty. */
  readonly broken: string | undefined;
}

/** Whether a path is code that can be parsed here. */
export function isCode(path: string): boolean {
  return /\.(?:ts|tsx|mts|js|mjs)$/.test(path);
}

/** Parses a code file. */
export function parseModule(path: string, text: string): Module {
  const { program, comments, errors } = parseSync(path, text);
  const broken = errors.find((error) => error.severity === 'Error');
  return { path, text, program, comments, broken: broken?.message };
}

/** Visits a node and all below it, each with the nodes above it, nearest last. */
export function walk(
  node: Node,
  visit: (node: Node, above: readonly Node[]) => void,
  above: readonly Node[] = [],
): void {
  visit(node, above);
  const path = [...above, node];
  for (const child of childrenOf(node)) walk(child, visit, path);
}

/** The nodes directly below one, in the order of the text. */
export function* childrenOf(node: Node): Generator<Node> {
  const members = Object.entries(node);
  const keys = visitorKeys[node.type] ?? [];
  for (const [key, value] of members) {
    if (!keys.includes(key)) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield child;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** A node that is a function with a body of its own. */
export type FunctionNode = ArrowFunctionExpression | OxcFunction;

/** Whether a node is a function that has a body: overloads and type declarations have none. */
export function isFunction(node: Node): node is FunctionNode {
  const isOne =
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression';
  return isOne && node.body !== null;
}

/** The name by which a callee, or a value handed on, is known: `href` of `href`, `text.href` and `href(x)`. */
export function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'CallExpression') return nameOf(node.callee);
  if (node.type === 'MemberExpression' && !node.computed) return nameOf(node.property);
  return undefined;
}

/** One `import`, `export … from` or `import()` of a file. `from` is the text between the quotes. */
export interface Import {
  readonly from: string;
  readonly start: number;
  /** Whether it names types only and leaves nothing at run time. */
  readonly isType: boolean;
}

/** Everything a file imports, in the order of the text. */
export function importsOf(module: Module): readonly Import[] {
  const found: Import[] = [];
  walk(module.program, (node) => {
    const one = importOf(node);
    if (one) found.push(one);
  });
  return found;
}

function importOf(node: Node): Import | undefined {
  const start = node.start;
  switch (node.type) {
    case 'ImportDeclaration':
      return { from: node.source.value, start, isType: node.importKind === 'type' };
    case 'ExportAllDeclaration':
      return { from: node.source.value, start, isType: node.exportKind === 'type' };
    case 'ExportNamedDeclaration':
      return node.source === null
        ? undefined
        : { from: node.source.value, start, isType: node.exportKind === 'type' };
    case 'ImportExpression':
      return fromLiteral(node.source, start, false);
    case 'TSImportType':
      return fromLiteral(node.source, start, true);
    default:
      return undefined;
  }
}

function fromLiteral(source: Node, start: number, isType: boolean): Import | undefined {
  return source.type === 'Literal' && typeof source.value === 'string'
    ? { from: source.value, start, isType }
    : undefined;
}
