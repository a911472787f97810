import { posix } from 'node:path';
import { walk } from './syntax.ts';
import type { Problem, Tree } from './tree.ts';
import { codePaths, lineAt } from './tree.ts';

const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|data|gen|config|bench|d))?\.[a-z]+$/;

/** Words that name no noun of the trade, alone or at the end of a name. */
const EMPTY_WORD =
  /^(?:index|common|misc|stuff|types?|(?:.+-)?(?:utils?|helpers?|manager))\.|^(?:.+-)(?:utils?|helpers?|manager)\./;

/** Files are nouns in kebab-case, and what they give has a name: no default exports outside config files. */
export function houseNames(tree: Tree): readonly Problem[] {
  return codePaths(tree).flatMap((path) => [...fileName(path), ...defaultExports(tree, path)]);
}

function fileName(path: string): readonly Problem[] {
  const name = posix.basename(path);
  const problem = (say: string): readonly Problem[] => [{ file: path, line: 1, say }];
  if (!KEBAB.test(name)) return problem(`${name} is not kebab-case: small letters, digits and hyphens.`);
  return EMPTY_WORD.test(name) ? problem(`${name} says nothing: name the file after its noun.`) : [];
}

function defaultExports(tree: Tree, path: string): readonly Problem[] {
  if (/\.config\.[a-z]+$/.test(path)) return [];
  const module = tree.module(path);
  const problems: Problem[] = [];
  walk(module.program, (node) => {
    const isDefault =
      node.type === 'ExportDefaultDeclaration' ||
      (node.type === 'ExportSpecifier' &&
        node.exported.type === 'Identifier' &&
        node.exported.name === 'default');
    const say = 'A default export has no name of its own: export it by its name.';
    if (isDefault) problems.push({ file: path, line: lineAt(module.text, node.start), say });
  });
  return problems;
}
