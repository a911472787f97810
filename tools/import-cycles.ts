import { posix } from 'node:path';
import { importsOf } from './syntax.ts';
import type { Problem, Tree } from './tree.ts';
import { codePaths, roomOf, rooms } from './tree.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/** No file, and no room, imports itself by way of others. Types count: a cycle of types is one of thought. */
export function importCycles(tree: Tree): readonly Problem[] {
  return [
    ...cyclesOf(fileGraph(tree)).map((cycle) => ({
      file: cycle[0] ?? '',
      line: 1,
      say: `Files import each other in a ring: ${cycle.join(' → ')}. Move what both need into a third file.`,
    })),
    ...cyclesOf(roomGraph(tree)).map((cycle) => ({
      file: `${cycle[0]}/package.json`,
      line: 1,
      say: `Rooms import each other in a ring: ${cycle.join(' → ')}. Copy flows one way: turn one edge into a port.`,
    })),
  ];
}

function fileGraph(tree: Tree): Graph {
  const graph = new Map<string, readonly string[]>();
  for (const path of codePaths(tree)) {
    const near = importsOf(tree.module(path)).filter((one) => one.from.startsWith('.'));
    graph.set(
      path,
      near.map((one) => posix.join(posix.dirname(path), one.from)),
    );
  }
  return graph;
}

function roomGraph(tree: Tree): Graph {
  const byName = new Map(rooms(tree).map((room) => [`@courant/${posix.basename(room)}`, room]));
  const graph = new Map<string, string[]>();
  for (const path of codePaths(tree)) {
    const room = roomOf(path);
    if (room === undefined) continue;
    for (const one of importsOf(tree.module(path))) {
      const target = byName.get(one.from.split('/', 2).join('/'));
      if (target !== undefined) graph.set(room, [...(graph.get(room) ?? []), target]);
    }
  }
  return graph;
}

/** One ring for every edge that closes one, found walking depth first; each ends where it began. */
function cyclesOf(graph: Graph): readonly (readonly string[])[] {
  const rings: (readonly string[])[] = [];
  const left = new Set<string>();
  const walkFrom = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node);
    if (at !== -1) rings.push([...path.slice(at), node]);
    if (at !== -1 || left.has(node)) return;
    for (const next of new Set(graph.get(node) ?? [])) walkFrom(next, [...path, node]);
    left.add(node);
  };
  for (const node of graph.keys()) walkFrom(node, []);
  return rings;
}
