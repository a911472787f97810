import { resolve } from 'node:path';
import { clockAndChance } from './clock-and-chance.ts';
import { docComments } from './doc-comments.ts';
import { docsTrue } from './docs-true.ts';
import { doors } from './doors.ts';
import { houseNames } from './house-names.ts';
import { houseSizes } from './house-sizes.ts';
import { houseWords } from './house-words.ts';
import { htmlTemplates } from './html-templates.ts';
import { importCycles } from './import-cycles.ts';
import { importMap } from './import-map.ts';
import { licences } from './licences.ts';
import { lockFile } from './lock-file.ts';
import { machinePaths } from './machine-paths.ts';
import { styleCheck } from './style-check.ts';
import type { Problem, Tree } from './tree.ts';
import { readTree } from './tree.ts';
import { typeCheck } from './type-check.ts';

type Check = (tree: Tree) => readonly Problem[] | Promise<readonly Problem[]>;

const CHECKS: readonly Check[] = [
  // The two that run a program come first: they work while the others read.
  typeCheck,
  styleCheck,
  importMap,
  importCycles,
  doors,
  clockAndChance,
  htmlTemplates,
  houseNames,
  houseSizes,
  houseWords,
  docComments,
  licences,
  lockFile,
  machinePaths,
  docsTrue,
];

/** Runs every check of the house on a checkout, and gives what they found in the order of files and lines. */
export async function check(root: string): Promise<readonly Problem[]> {
  const tree = readTree(root);
  const found = await Promise.all(CHECKS.map(async (one) => one(tree)));
  return found.flat().toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** Prints problems, one a line as `file:line  what to do`, and gives the exit code. */
export function report(problems: readonly Problem[]): 0 | 1 {
  for (const { file, line, say } of problems) process.stdout.write(`${file}:${line}  ${say}\n`);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  process.stdout.write(
    problems.length === 0 ? `The house is in order: ${CHECKS.length} checks.\n` : `${count}.\n`,
  );
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = report(await check(resolve(import.meta.dirname, '..')));
