import type { Node } from 'oxc-parser';
import type { Exception } from './house-exceptions.data.ts';
import { LONG_FUNCTIONS } from './house-exceptions.data.ts';
import type { FunctionNode, Module } from './syntax.ts';
import { childrenOf, isFunction, walk } from './syntax.ts';
import type { Problem, Tree } from './tree.ts';
import { codePaths, isForTests, isTable, lineAt } from './tree.ts';

const MOST = { fileLines: 300, functionLines: 40, parameters: 3, nesting: 3, exceptions: 15 } as const;
const LIST = 'tools/house-exceptions.data.ts';

/** Files, functions, parameter lists and nesting stay small. Tables are long by nature; so may tests be. */
export function houseSizes(
  tree: Tree,
  exceptions: readonly Exception[] = LONG_FUNCTIONS,
): readonly Problem[] {
  const problems: Problem[] = [];
  const used = new Set<Exception>();
  for (const path of codePaths(tree)) {
    const module = tree.module(path);
    problems.push(...fileSize(module));
    for (const one of functionsOf(module)) {
      const exception = exceptions.find(({ file, name }) => file === path && name === one.name);
      if (exception && one.lines > MOST.functionLines) used.add(exception);
      else problems.push(...lengthOf(one, module));
      problems.push(...shapeOf(one, module));
    }
  }
  return [...problems, ...exceptionFaults(exceptions, used)];
}

function fileSize({ path, text }: Module): readonly Problem[] {
  const lines = text.trimEnd().split('\n').length;
  if (lines <= MOST.fileLines || isTable(path) || isForTests(path)) return [];
  const say = `The file has ${lines} lines and may have ${MOST.fileLines}: give one of its nouns a file of its own.`;
  return [{ file: path, line: MOST.fileLines + 1, say }];
}

interface Counted {
  readonly name: string;
  readonly node: FunctionNode;
  readonly lines: number;
}

function functionsOf(module: Module): readonly Counted[] {
  const found: Counted[] = [];
  walk(module.program, (node, above) => {
    if (!isFunction(node)) return;
    const lines = lineAt(module.text, node.end) - lineAt(module.text, node.start) + 1;
    found.push({ name: calledBy(node, above.at(-1)), node, lines });
  });
  return found;
}

function calledBy(node: FunctionNode, parent: Node | undefined): string {
  if (node.id) return node.id.name;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  const hasKey = parent?.type === 'MethodDefinition' || parent?.type === 'Property';
  return hasKey && parent.key.type === 'Identifier' ? parent.key.name : 'a function';
}

function lengthOf({ name, node, lines }: Counted, module: Module): readonly Problem[] {
  if (lines <= MOST.functionLines || isForTests(module.path)) return [];
  const say = `${name} has ${lines} lines and may have ${MOST.functionLines}: name its parts as functions (kernels: ${LIST}).`;
  return [{ file: module.path, line: lineAt(module.text, node.start), say }];
}

function shapeOf({ name, node }: Counted, module: Module): readonly Problem[] {
  const line = lineAt(module.text, node.start);
  const problems: Problem[] = [];
  const count = node.params.filter((param) => !isThis(param)).length;
  if (count > MOST.parameters) {
    const say = `${name} takes ${count} parameters and may take ${MOST.parameters}: hand them over as one object.`;
    problems.push({ file: module.path, line, say });
  }
  const depth = node.body ? depthOf(node.body) : 0;
  if (depth > MOST.nesting) {
    const say = `${name} nests ${depth} deep and may nest ${MOST.nesting}: return early, or name the inner part.`;
    problems.push({ file: module.path, line, say });
  }
  return problems;
}

function isThis(param: Node): boolean {
  return param.type === 'Identifier' && param.name === 'this';
}

const NESTING = new Set([
  'IfStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'WhileStatement',
  'DoWhileStatement',
  'SwitchStatement',
  'TryStatement',
]);

/** How deep statements nest; a function inside counts for itself, `else if` is no deeper than its `if`. */
function depthOf(node: Node): number {
  let deepest = 0;
  for (const child of childrenOf(node)) {
    const isElseIf = node.type === 'IfStatement' && child === node.alternate && child.type === 'IfStatement';
    const inner = isFunction(child) ? 0 : depthOf(child) - (isElseIf ? 1 : 0);
    deepest = Math.max(deepest, inner);
  }
  return deepest + (NESTING.has(node.type) ? 1 : 0);
}

function exceptionFaults(exceptions: readonly Exception[], used: ReadonlySet<Exception>): readonly Problem[] {
  const says = exceptions
    .filter((one) => !used.has(one))
    .map(({ file, name }) => `${name} in ${file} needs no exception any more: take its row out.`);
  const tooMany = `The house has ${exceptions.length} exceptions and may have ${MOST.exceptions}: shorten one.`;
  if (exceptions.length > MOST.exceptions) says.push(tooMany);
  return says.map((say) => ({ file: LIST, line: 1, say }));
}
