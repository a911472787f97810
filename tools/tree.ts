import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Module } from './syntax.ts';
import { isCode, parseModule } from './syntax.ts';

/** What a check found wrong. `say` names the fault and how to put it right; `line` counts from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly say: string;
}

/** The project's files as a check sees them: paths from the root with `/`, sorted. */
export interface Tree {
  /** The root on disk; checks that run a program run it there. Empty for a tree made in memory. */
  readonly root: string;
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** The text of a file. Throws Error where the tree has no such file. */
  text(path: string): string;
  /** A code file parsed, once for all checks. */
  module(path: string): Module;
}

/** A tree of given texts by path, so that a test can plant a fault. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  return newTree('', Object.keys(files), (path) => files[path] ?? '');
}

/** The tree of a folder on disk, without what is installed or made. Links are not followed. */
export function readTree(root: string): Tree {
  return newTree(root, [...filesUnder(root, '')], (path) => readFileSync(join(root, path), 'utf8'));
}

function newTree(root: string, unsorted: readonly string[], read: (path: string) => string): Tree {
  const paths = unsorted.toSorted();
  const known = new Set(paths);
  const texts = new Map<string, string>();
  const modules = new Map<string, Module>();
  const text = (path: string): string => {
    if (!known.has(path)) throw new Error(`The tree has no ${path}.`);
    return kept(texts, path, () => read(path));
  };
  return {
    root,
    paths,
    has: (path) => known.has(path),
    text,
    module: (path) => kept(modules, path, () => parseModule(path, text(path))),
  };
}

function kept<V>(store: Map<string, V>, key: string, make: () => V): V {
  const found = store.get(key);
  if (found !== undefined) return found;
  const made = make();
  store.set(key, made);
  return made;
}

const MADE = new Set(['node_modules', 'var', '.git']);

function* filesUnder(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && !MADE.has(entry.name)) yield* filesUnder(root, path);
  }
}

/** The code files of the house: everything that is parsed. */
export function codePaths(tree: Tree): readonly string[] {
  return tree.paths.filter(isCode);
}

/** The room a file lives in, as `packages/wire` or `apps/courant`; undefined beside the rooms. */
export function roomOf(path: string): string | undefined {
  return /^(?:packages|apps)\/[^/]+(?=\/)/.exec(path)?.[0];
}

/** The rooms that stand in the tree, sorted: folders with a package.json. */
export function rooms(tree: Tree): readonly string[] {
  const manifests = tree.paths.filter((path) => /^(?:packages|apps)\/[^/]+\/package\.json$/.test(path));
  return manifests.map((path) => path.slice(0, -'/package.json'.length));
}

/** Whether a file is a test, or made only for tests: those may read disk and clock. */
export function isForTests(path: string): boolean {
  return /(?:\.test\.tsx?|(?:\/|-)testing\.ts)$/.test(path) || path.startsWith('tests/');
}

/** Whether a file holds a table or was made by a program: long by nature. */
export function isTable(path: string): boolean {
  return /\.(?:data|gen)\.ts$/.test(path);
}

/** The line of an offset in a text, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
