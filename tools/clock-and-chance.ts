import type { Node } from 'oxc-parser';
import { ROOMS } from './import-map.data.ts';
import type { Module } from './syntax.ts';
import { walk } from './syntax.ts';
import type { Problem, Tree } from './tree.ts';
import { codePaths, isForTests, lineAt, roomOf } from './tree.ts';

/** The one file that reads the environment. */
export const CONFIG = 'apps/courant/src/config.ts';

/** Pure rooms know no clock, no chance, no timer, no process; the environment is read in one file. */
export function clockAndChance(tree: Tree): readonly Problem[] {
  return codePaths(tree).flatMap((path) => {
    const room = roomOf(path);
    if (room === undefined || isForTests(path)) return [];
    const module = tree.module(path);
    const { io, inBrowser = false } = ROOMS[room] ?? { io: true };
    const isPure = !io && !inBrowser;
    return [...(isPure ? impurities(module, room) : []), ...(path === CONFIG ? [] : environment(module))];
  });
}

const HANDED = 'take it as an argument (a moment, a Clock, a Chance) or as a port';

/** Names of the surroundings that a pure room may not touch, unless the file declares the name itself. */
const BARRED = new Set([
  'performance',
  'crypto',
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'WebSocket',
  'globalThis',
]);

/** Members that read the clock, chance or the time zone of the machine. */
const BARRED_MEMBERS: Readonly<Record<string, string>> = { 'Date.now': 'the clock', 'Math.random': 'chance' };

const LOCAL_TIME =
  /^(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/;

function impurities(module: Module, room: string): readonly Problem[] {
  const problems: Problem[] = [];
  const declared = declaredNames(module);
  walk(module.program, (node, above) => {
    const what = impurityOf(node, above, declared);
    if (what === undefined) return;
    const line = lineAt(module.text, node.start);
    problems.push({ file: module.path, line, say: `${room} is pure and reads ${what}: ${HANDED}.` });
  });
  return problems;
}

function impurityOf(node: Node, above: readonly Node[], declared: ReadonlySet<string>): string | undefined {
  if (isBareDate(node)) return 'the clock by Date without arguments';
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed) {
    const member = node.property.name;
    if (LOCAL_TIME.test(member)) return `the machine's time zone by ${member} (there is a UTC form)`;
    const owner = node.object.type === 'Identifier' ? node.object.name : '';
    return BARRED_MEMBERS[`${owner}.${member}`];
  }
  if (node.type !== 'Identifier' || !BARRED.has(node.name) || declared.has(node.name)) return undefined;
  return isNameOnly(node, above.at(-1)) ? undefined : `its surroundings by ${node.name}`;
}

function isBareDate(node: Node): boolean {
  if (node.type === 'CallExpression') return node.callee.type === 'Identifier' && node.callee.name === 'Date';
  if (node.type !== 'NewExpression' || node.arguments.length > 0) return false;
  return node.callee.type === 'Identifier' && node.callee.name === 'Date';
}

/** Whether an identifier is only the name of a member, as `crypto` in `{ crypto: 1 }` and `x.crypto`. */
function isNameOnly(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (parent?.type === 'Property') return parent.key === node && !parent.computed;
  if (parent?.type === 'PropertyDefinition') return parent.key === node;
  return parent?.type.startsWith('TS') === true && !parent.type.endsWith('Expression');
}

function declaredNames(module: Module): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (node: Node | null): void => {
    if (node?.type === 'Identifier') names.add(node.name);
  };
  walk(module.program, (node) => {
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') add(node.id);
    if (node.type === 'ImportSpecifier') add(node.local);
    if (node.type === 'ObjectPattern') {
      for (const part of node.properties) if (part.type === 'Property') add(part.value);
    }
    if ('params' in node && Array.isArray(node.params)) for (const param of node.params) add(param);
  });
  return names;
}

function environment(module: Module): readonly Problem[] {
  const problems: Problem[] = [];
  walk(module.program, (node) => {
    const isRead =
      node.type === 'MemberExpression' &&
      node.object.type === 'Identifier' &&
      node.object.name === 'process' &&
      node.property.type === 'Identifier' &&
      node.property.name === 'env';
    if (!isRead) return;
    const say = `The environment is read in ${CONFIG} alone: take the setting as an argument.`;
    problems.push({ file: module.path, line: lineAt(module.text, node.start), say });
  });
  return problems;
}
