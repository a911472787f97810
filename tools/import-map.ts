import { posix } from 'node:path';
import type { Room } from './import-map.data.ts';
import { MOST_BASE_FILES, MOST_ROOMS, ROOMS } from './import-map.data.ts';
import type { Import } from './syntax.ts';
import { importsOf } from './syntax.ts';
import type { Problem, Tree } from './tree.ts';
import { codePaths, isForTests, lineAt, roomOf, rooms } from './tree.ts';

const TABLE = 'tools/import-map.data.ts';

/** Every import stays on the map: allowed edges, no path out of a room, npm and `node:` only where listed. */
export function importMap(tree: Tree, map: Readonly<Record<string, Room>> = ROOMS): readonly Problem[] {
  const problems = [...crowding(tree), ...strangers(tree, map)];
  for (const path of codePaths(tree)) {
    const module = tree.module(path);
    for (const one of importsOf(module)) {
      const say = faultOf({ path, room: roomOf(path), one, tree, map });
      if (say) problems.push({ file: path, line: lineAt(module.text, one.start), say });
    }
  }
  return problems;
}

interface Edge {
  readonly path: string;
  readonly room: string | undefined;
  readonly one: Import;
  readonly tree: Tree;
  readonly map: Readonly<Record<string, Room>>;
}

function faultOf(edge: Edge): string | undefined {
  const { from } = edge.one;
  if (from.startsWith('.')) return relativeFault(edge);
  if (from.startsWith('/') || from.startsWith('file:')) {
    return `'${from}' is a place on one machine: import by a relative path or by a package's door.`;
  }
  const room = edge.room === undefined ? undefined : edge.map[edge.room];
  if (from.startsWith('@courant/')) return roomFault(edge, room);
  if (room === undefined || room.io || isForTests(edge.path)) return undefined;
  if (from.startsWith('node:')) {
    return `${edge.room} is pure and may not import '${from}': take what you need as an argument or a port.`;
  }
  if (room.npm.includes(packageOf(from))) return undefined;
  return `${edge.room} is pure and may not use '${packageOf(from)}': its npm packages are listed in ${TABLE}.`;
}

function relativeFault({ path, room, one, tree }: Edge): string | undefined {
  const target = posix.join(posix.dirname(path), one.from);
  if (roomOf(target) !== room) {
    return `'${one.from}' leads out of ${room ?? 'the tools'} into ${target}: import '@courant/…' by its door.`;
  }
  if (!tree.has(target)) return `'${one.from}' is not there: write the path to the file with its ending.`;
  if (isForTests(target) && !isForTests(path) && room !== undefined) {
    return `'${one.from}' is made for tests and may be imported by tests alone.`;
  }
  return undefined;
}

function roomFault(edge: Edge, room: Room | undefined): string | undefined {
  const { path, one, tree } = edge;
  const name = packageOf(one.from);
  const target = dirOf(tree, name);
  if (target === undefined) return `There is no package ${name}.`;
  if (!doorsOf(tree, target).includes(one.from)) {
    return `${name} has no door '${one.from}': import one of ${doorsOf(tree, target).join(', ') || 'none'}.`;
  }
  if (one.from.endsWith('/testing') && !isForTests(path) && edge.room !== undefined) {
    return `'${one.from}' is made for tests and may be imported by tests alone.`;
  }
  if (edge.room === undefined || room === undefined) return undefined;
  if (target === edge.room) return `A room imports its own files by relative paths, not by '${one.from}'.`;
  const short = name.slice('@courant/'.length);
  if (room.imports.includes(short)) return undefined;
  if (!room.types.includes(short)) return `${edge.room} may not import ${short}: see the map in ${TABLE}.`;
  return one.isType ? undefined : `${edge.room} may take only types from ${short}: write \`import type\`.`;
}

/** The npm package of an import, as `@courant/wire` of `@courant/wire/nitf`. */
export function packageOf(from: string): string {
  const [first = '', second = ''] = from.split('/');
  return from.startsWith('@') ? `${first}/${second}` : first;
}

function dirOf(tree: Tree, name: string): string | undefined {
  return rooms(tree).find((room) => `@courant/${posix.basename(room)}` === name);
}

function doorsOf(tree: Tree, room: string): readonly string[] {
  const manifest = JSON.parse(tree.text(`${room}/package.json`)) as { exports?: Record<string, string> };
  const name = `@courant/${posix.basename(room)}`;
  return Object.keys(manifest.exports ?? {}).map((door) => name + door.slice(1));
}

function strangers(tree: Tree, map: Readonly<Record<string, Room>>): readonly Problem[] {
  const unknown = rooms(tree).filter((room) => map[room] === undefined);
  return unknown.map((room) => ({
    file: `${room}/package.json`,
    line: 1,
    say: `${room} has no row in ${TABLE}: add one, with a record in docs/decisions that says why.`,
  }));
}

function crowding(tree: Tree): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [kind, most] of Object.entries(MOST_ROOMS)) {
    const count = rooms(tree).filter((room) => room.startsWith(`${kind}/`)).length;
    const say = `${kind}/ holds ${count} rooms and may hold ${most}: let two rooms become one.`;
    if (count > most) problems.push({ file: TABLE, line: 1, say });
  }
  const shared = codePaths(tree).filter((path) => path.startsWith('packages/base/src/') && !isForTests(path));
  const say = `base holds ${shared.length} files and may hold ${MOST_BASE_FILES}: move one to the room it serves.`;
  if (shared.length > MOST_BASE_FILES) problems.push({ file: 'packages/base/src/base.ts', line: 1, say });
  return problems;
}
