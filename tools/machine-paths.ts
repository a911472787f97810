import { existsSync } from 'node:fs';
import type { Problem, Tree } from './tree.ts';

/** Files that hold text a person or a program reads; pictures and fonts are not searched. */
const TEXT = /(?:\.(?:ts|tsx|js|mjs|json|jsonc|md|css|sql|txt|html|svg|sh|yml|yaml)|(?:^|\/)run)$/;

/** Somebody's home. A name in angle brackets or dots is an example and may stand. */
const HOME = /(?<![\w.-])(?:\/(?:home|Users)\/[a-zA-Z]\w*|\/root|[A-Z]:\\Users\\\w+)(?=[/\\])/;

const ABSOLUTE = /(?<![\w.${}*)\]-])\/([\w-]+)\/[\w.-]+/g;

/** Folders that every machine has (Filesystem Hierarchy Standard 3.0): to name what is in them tells nothing. */
const EVERYWHERE = new Set(
  'bin boot dev etc home lib lib64 media mnt opt proc root run sbin srv sys tmp usr var'.split(' '),
);

/** No file names a place on the machine where it was written. `isPlace` tells whether a path exists here. */
export function machinePaths(
  tree: Tree,
  isPlace: (path: string) => boolean = existsSync,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const file of tree.paths.filter((path) => TEXT.test(path))) {
    for (const [i, line] of tree.text(file).split('\n').entries()) {
      const place = HOME.exec(line)?.[0] ?? placeIn(line, isPlace);
      const say = `${place} is a place on one machine: write a path from the project's root.`;
      if (place !== undefined) problems.push({ file, line: i + 1, say });
    }
  }
  return problems;
}

function placeIn(line: string, isPlace: (path: string) => boolean): string | undefined {
  for (const [path, top = ''] of line.matchAll(ABSOLUTE)) {
    if (!EVERYWHERE.has(top) && isPlace(path)) return path;
  }
  return undefined;
}
