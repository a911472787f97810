import { ALLOWED, EXCEPTIONS } from './licences.data.ts';
import type { Problem, Tree } from './tree.ts';
import { lineAt } from './tree.ts';

const LOCK = 'package-lock.json';
const LISTS = 'tools/licences.data.ts';

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** Every package that runs in production has a licence of the list, or an exception with its reason. */
export function licences(tree: Tree): readonly Problem[] {
  const text = tree.text(LOCK);
  const lock = JSON.parse(text) as { readonly packages: Readonly<Record<string, LockedPackage>> };
  return Object.entries(lock.packages).flatMap(([path, one]) => {
    const name = path.split('node_modules/').at(-1) ?? path;
    if (!path.includes('node_modules/') || one.link || one.dev) return [];
    if (isAllowed(one.license ?? 'no licence', name)) return [];
    const say = `${name} is under ${one.license ?? 'no licence'}: choose another package, or list it with its reason in ${LISTS}.`;
    return [{ file: LOCK, line: lineAt(text, text.indexOf(`"${path}"`)), say }];
  });
}

/** Whether an SPDX expression, as `(MIT OR GPL-2.0-only) AND ISC`, leaves a choice of allowed licences only. */
function isAllowed(expression: string, name: string): boolean {
  const flat = expression.replace(/\(([^()]*)\)/g, (_, inner: string) =>
    isAllowed(inner, name) ? 'MIT' : 'not-allowed',
  );
  if (flat.includes('(') && flat !== expression) return isAllowed(flat, name);
  // AND binds closer than OR (SPDX specification, annex D).
  return flat
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((one) => isListed(one.trim(), name)));
}

function isListed(licence: string, name: string): boolean {
  return ALLOWED.has(licence) || EXCEPTIONS.some((one) => one.licence === licence && matches(name, one.name));
}

function matches(name: string, pattern: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
