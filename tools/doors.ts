import { posix } from 'node:path';
import { packageOf } from './import-map.ts';
import { importsOf } from './syntax.ts';
import type { Problem, Tree } from './tree.ts';
import { codePaths, isForTests, lineAt, roomOf, rooms } from './tree.ts';

interface Manifest {
  readonly name?: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Each room has its name, one door, and declares exactly the packages it uses. */
export function doors(tree: Tree): readonly Problem[] {
  return rooms(tree).flatMap((room) => {
    const file = `${room}/package.json`;
    const text = tree.text(file);
    const manifest = JSON.parse(text) as Manifest;
    const says = [...nameFaults(room, manifest), ...exportFaults(tree, room, manifest)];
    return [
      ...says.map((say) => ({ file, line: 1, say })),
      ...undeclared(tree, room, manifest),
      ...unused(tree, room, manifest).map((name) => ({
        file,
        line: lineAt(text, text.indexOf(`"${name}"`)),
        say: `${room} declares ${name} and never imports it: take it out of its package.json.`,
      })),
    ];
  });
}

function nameFaults(room: string, { name }: Manifest): readonly string[] {
  const wanted = `@courant/${posix.basename(room)}`;
  return name === wanted ? [] : [`The package is named ${name}: name it ${wanted}, as its folder.`];
}

function exportFaults(tree: Tree, room: string, { exports = {} }: Manifest): readonly string[] {
  const says: string[] = [];
  const short = posix.basename(room);
  if (room.startsWith('packages/') && exports['.'] !== `./src/${short}.ts`) {
    says.push(`The door of ${room} is src/${short}.ts: say "exports": { ".": "./src/${short}.ts" }.`);
  }
  for (const [door, file] of Object.entries(exports)) {
    if (!tree.has(posix.join(room, file)))
      says.push(`The door '${door}' leads to ${file}, which is not there.`);
  }
  return says;
}

function undeclared(tree: Tree, room: string, manifest: Manifest): readonly Problem[] {
  const declared = new Set(Object.keys(manifest.dependencies ?? {}));
  const problems: Problem[] = [];
  for (const path of codePaths(tree).filter((one) => roomOf(one) === room && !isForTests(one))) {
    const module = tree.module(path);
    for (const one of importsOf(module)) {
      const name = packageOf(one.from);
      if (isBuiltIn(one.from) || declared.has(name)) continue;
      const say = `${room} uses ${name} and does not declare it: add it to "dependencies" in ${room}/package.json.`;
      problems.push({ file: path, line: lineAt(module.text, one.start), say });
    }
  }
  return problems;
}

const RESOLVED = /\bimport\.meta\.resolve\(\s*'([^']+)'/g;

function unused(tree: Tree, room: string, manifest: Manifest): readonly string[] {
  const used = new Set<string>();
  for (const path of codePaths(tree).filter((one) => roomOf(one) === room)) {
    for (const one of importsOf(tree.module(path))) used.add(packageOf(one.from));
    // A package may be used for its files alone: then it is found and never imported.
    for (const [, name = ''] of tree.text(path).matchAll(RESOLVED)) used.add(packageOf(name));
  }
  const declared = { ...manifest.dependencies, ...manifest.devDependencies };
  return Object.keys(declared).filter((name) => !used.has(name));
}

function isBuiltIn(from: string): boolean {
  return from.startsWith('.') || from.startsWith('node:');
}
