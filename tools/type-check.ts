import { installed, runProgram } from './program.ts';
import type { Problem, Tree } from './tree.ts';

/** The TypeScript compiler finds no error. */
export async function typeCheck(tree: Tree): Promise<readonly Problem[]> {
  const args = ['--noEmit', '--pretty', 'false'];
  const { code, out, err } = await runProgram(installed(tree.root, 'tsc'), args, { cwd: tree.root });
  const problems = typeProblems(out);
  if (code === 0 || problems.length > 0) return problems;
  return [{ file: 'tsconfig.json', line: 1, say: `tsc ended with code ${code}: ${out}${err}`.trim() }];
}

/** Reads what tsc prints: `file(line,column): error TS…: message`, with further lines indented below. */
export function typeProblems(out: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [, file = '', line = '1', say = ''] of out.matchAll(
    /^([^\s(][^(\n]*)\((\d+),\d+\): error (TS\d+: .*)$/gm,
  )) {
    problems.push({ file, line: Number(line), say });
  }
  return problems;
}
