import type { Node } from 'oxc-parser';
import type { Module } from './syntax.ts';
import { walk } from './syntax.ts';
import type { Problem, Tree } from './tree.ts';
import { codePaths, isForTests, lineAt } from './tree.ts';

/** No `any`, no `!`, no silenced compiler, no work left in a comment, no `catch` that swallows unexplained. */
export function houseWords(tree: Tree): readonly Problem[] {
  return codePaths(tree).flatMap((path) => {
    const module = tree.module(path);
    const problems: Problem[] = [];
    const add = (offset: number, say: string | undefined): void => {
      if (say !== undefined) problems.push({ file: path, line: lineAt(module.text, offset), say });
    };
    if (module.broken !== undefined) add(0, `The file can't be parsed: ${module.broken}.`);
    walk(module.program, (node) => add(node.start, nodeFault(node, module)));
    for (const { value, start } of module.comments) add(start, commentFault(value, path));
    return problems;
  });
}

function nodeFault(node: Node, module: Module): string | undefined {
  switch (node.type) {
    case 'TSAnyKeyword':
      return 'any switches the compiler off: write unknown and check what you got.';
    case 'TSNonNullExpression':
      return 'The ! hides an absence: check for undefined, or let the type say it is there.';
    case 'VariableDeclarator':
      return node.definite === true
        ? 'The ! hides an absence: give the variable its first value.'
        : undefined;
    case 'CatchClause':
      return swallows(node, module)
        ? 'An empty catch needs a comment with the reason why the error does not matter.'
        : undefined;
    default:
      return undefined;
  }
}

function swallows({ body }: Extract<Node, { type: 'CatchClause' }>, { comments }: Module): boolean {
  const explains = comments.some((comment) => comment.start > body.start && comment.end < body.end);
  return body.body.length === 0 && !explains;
}

function commentFault(comment: string, path: string): string | undefined {
  if (/@ts-(?:ignore|nocheck)\b/.test(comment)) return 'The compiler is silenced: make the types true.';
  if (/@ts-expect-error\b/.test(comment) && !isForTests(path)) {
    return 'The compiler is silenced: make the types true (tests of types may expect an error).';
  }
  const left = /\b(?:TODO|FIXME|XXX|HACK)\b/.exec(comment)?.[0];
  return left === undefined ? undefined : `${left} leaves work behind: do it now, or open an issue.`;
}
