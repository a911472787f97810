/** Licences that a newsroom may take our code with, without asking a lawyer (SPDX identifiers). */
export const ALLOWED: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
]);

/** Packages under another licence that we use all the same. A name ending in `*` stands for all that begin so. */
export const EXCEPTIONS: readonly {
  readonly name: string;
  readonly licence: string;
  readonly reason: string;
}[] = [
  {
    name: '@img/sharp-*',
    licence: 'LGPL-3.0-or-later',
    reason:
      'libvips as a shared library beside sharp: it is loaded, may be replaced, and nothing of ours is in it',
  },
  {
    name: 'pako',
    licence: 'Zlib',
    reason: 'Zlib is the licence of zlib itself, as free as MIT; it comes with a tool that audits pages',
  },
  {
    name: 'buildcheck',
    licence: 'no licence',
    reason: 'MIT, as its package.json says under `licenses`, a field too old for the lock file',
  },
  {
    name: 'cpu-features',
    licence: 'no licence',
    reason: 'MIT, as its package.json says under `licenses`, a field too old for the lock file',
  },
  {
    name: 'ssh2',
    licence: 'no licence',
    reason: 'MIT, as its package.json says under `licenses`, a field too old for the lock file',
  },
];
