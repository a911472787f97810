import type { Node } from 'oxc-parser';
import type { Module } from './syntax.ts';
import type { Problem, Tree } from './tree.ts';
import { codePaths, isForTests, lineAt, rooms } from './tree.ts';

const README_LINES = 40;

/** Every exported name says in a doc comment what it gives; every room has a README of at most 40 lines. */
export function docComments(tree: Tree): readonly Problem[] {
  const paths = codePaths(tree).filter((path) => !isForTests(path) && !path.endsWith('.js'));
  return [
    ...paths.flatMap((path) => undocumented(tree.module(path))),
    ...rooms(tree).flatMap((room) => readmeFaults(tree, room)),
  ];
}

type Export = Extract<Node, { type: 'ExportNamedDeclaration' }>;

function undocumented(module: Module): readonly Problem[] {
  const problems: Problem[] = [];
  // The first of several overloads carries the doc comment of all.
  const told = new Set<string>();
  for (const node of module.program.body) {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration === null) continue;
    const name = exportedName(node);
    if (told.has(name)) continue;
    told.add(name);
    if (hasDoc(node, module)) continue;
    const say = `${name} is exported without a doc comment: say what it gives, in units, with its faults.`;
    problems.push({ file: module.path, line: lineAt(module.text, node.start), say });
  }
  return problems;
}

function exportedName({ declaration }: Export): string {
  const id =
    declaration?.type === 'VariableDeclaration' ? declaration.declarations[0]?.id : namedBy(declaration);
  return id?.type === 'Identifier' ? id.name : 'A name';
}

function namedBy(declaration: Export['declaration']): Node | null {
  return declaration !== null && 'id' in declaration ? declaration.id : null;
}

function hasDoc(node: Node, { comments, text }: Module): boolean {
  return comments.some(
    ({ type, value, end }) =>
      type === 'Block' &&
      value.startsWith('*') &&
      end <= node.start &&
      text.slice(end, node.start).trim() === '',
  );
}

function readmeFaults(tree: Tree, room: string): readonly Problem[] {
  const file = `${room}/README.md`;
  if (!tree.has(file)) {
    return [{ file, line: 1, say: `${room} has no README: say what it knows and what it refuses to know.` }];
  }
  const lines = tree.text(file).trimEnd().split('\n').length;
  const say = `The README has ${lines} lines and may have ${README_LINES}: keep what the room knows and refuses.`;
  return lines > README_LINES ? [{ file, line: README_LINES + 1, say }] : [];
}
