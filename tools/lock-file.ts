import type { Problem, Tree } from './tree.ts';

const LOCK = 'package-lock.json';
const PUBLIC = 'https://registry.npmjs.org/';

/** The lock file names no address of a private registry: whoever clones the project can install it. */
export function lockFile(tree: Tree): readonly Problem[] {
  if (!tree.has(LOCK)) {
    return [{ file: LOCK, line: 1, say: 'The lock file is missing: run npm install and commit it.' }];
  }
  return tree
    .text(LOCK)
    .split('\n')
    .flatMap((line, i) => {
      const address = /"resolved": "([a-z+]+:[^"]*)"/.exec(line)?.[1];
      if (address === undefined || address.startsWith(PUBLIC)) return [];
      const say = `${address} is no address of the public registry: install with npm config set omit-lockfile-registry-resolved true.`;
      return [{ file: LOCK, line: i + 1, say }];
    });
}
