import { posix } from 'node:path';
import type { Problem, Tree } from './tree.ts';
import { lineAt, rooms } from './tree.ts';

const MAP = 'docs/map.md';

/** The map names every room and none that is not there; every link between documents leads somewhere. */
export function docsTrue(tree: Tree): readonly Problem[] {
  return [...mapFaults(tree), ...tree.paths.filter((path) => path.endsWith('.md')).flatMap(deadLinks(tree))];
}

function mapFaults(tree: Tree): readonly Problem[] {
  if (!tree.has(MAP)) return [{ file: MAP, line: 1, say: 'The map is missing: write what each room knows.' }];
  const text = tree.text(MAP);
  const standing = rooms(tree);
  const problems: Problem[] = [];
  for (const room of standing) {
    const short = posix.basename(room);
    const named = text.includes(`\`${room}\``) || text.includes(`\`${short}\``);
    const say = `The map does not name ${room}: add a line that says what it knows, with \`${short}\` in it.`;
    if (!named) problems.push({ file: MAP, line: 1, say });
  }
  for (const found of text.matchAll(/\b(?:packages|apps)\/[a-z0-9-]+|@courant\/[a-z0-9-]+/g)) {
    const [name] = found;
    const isThere = standing.some((room) => room === name || `@courant/${posix.basename(room)}` === name);
    const say = `The map names ${name}, which is not there: take it out.`;
    if (!isThere) problems.push({ file: MAP, line: lineAt(text, found.index), say });
  }
  return problems;
}

function deadLinks(tree: Tree): (path: string) => readonly Problem[] {
  return (path) => {
    const text = tree.text(path);
    const problems: Problem[] = [];
    for (const found of text.matchAll(/\]\(([^)\s#]+)(?:#[^)\s]*)?\)/g)) {
      const [, link = ''] = found;
      if (/^[a-z]+:/.test(link)) continue;
      const target = posix.join(posix.dirname(path), link).replace(/\/$/, '');
      if (tree.paths.some((one) => one === target || one.startsWith(`${target}/`))) continue;
      const say = `The link to ${link} leads nowhere: write the path from this file's folder.`;
      problems.push({ file: path, line: lineAt(text, found.index), say });
    }
    return problems;
  };
}
