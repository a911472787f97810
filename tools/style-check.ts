import { relative } from 'node:path';
import { installed, runProgram } from './program.ts';
import type { Problem, Tree } from './tree.ts';

/** Biome finds nothing: neither in the layout nor in the ways of writing, warnings and notes included. */
export async function styleCheck(tree: Tree): Promise<readonly Problem[]> {
  const args = [
    'check',
    '--reporter=github',
    '--error-on-warnings',
    '--max-diagnostics=1000',
    '--colors=off',
  ];
  const { code, out, err } = await runProgram(installed(tree.root, 'biome'), args, { cwd: tree.root });
  const problems = styleProblems(out, tree.root);
  if (code === 0 || problems.length > 0) return problems;
  return [{ file: 'biome.json', line: 1, say: `biome ended with code ${code}: ${out}${err}`.trim() }];
}

/** Reads what Biome prints for GitHub: `::error title=…,file=…,line=…::message`. */
export function styleProblems(out: string, root: string): readonly Problem[] {
  const problems: Problem[] = [];
  const lines = out.matchAll(/^::\w+ title=([^,]*),file=([^,]*),line=(\d+)[^:]*::(.*)$/gm);
  for (const [, title = '', path = '', line = '1', message = ''] of lines) {
    const file = path.startsWith('/') ? relative(root, path) : path;
    const isLayout = title === 'format' || title.startsWith('assist');
    const say = isLayout
      ? `The layout is not Biome's: run npx biome check --write ${file}`
      : `${title}: ${message}`;
    problems.push({ file, line: Number(line), say });
  }
  return problems;
}
