/** What a room may take from outside itself. Names are folders under `packages/`. */
export interface Room {
  readonly imports: readonly string[];
  /** Rooms from which only `import type` is allowed. */
  readonly types: readonly string[];
  /** Whether it touches disk, network, database or processes: only then may it import `node:` modules. */
  readonly io: boolean;
  /** The npm packages a pure room may use; a room with I/O uses what its package.json declares. */
  readonly npm: readonly string[];
  /** Whether it runs in a reader's browser: clock, timers and network are its own there; `node:` modules never. */
  readonly inBrowser?: boolean;
}

function pure(imports: readonly string[], npm: readonly string[] = [], types: readonly string[] = []): Room {
  return { imports, types, io: false, npm };
}

function io(...imports: readonly string[]): Room {
  return { imports, types: [], io: true, npm: [] };
}

/** The import map: who may import whom. A new room, or a new edge, needs a record in docs/decisions. */
export const ROOMS: Readonly<Record<string, Room>> = {
  'packages/base': pure([]),
  'packages/story': pure(['base'], ['prosemirror-model', 'yjs', 'y-prosemirror']),
  'packages/picture': pure(['base', 'story'], ['saxes', 'fflate']),
  'packages/wire': pure(
    ['base', 'story', 'picture'],
    [
      'saxes',
      'parse5',
      'feedsmith',
      'mailparser',
      'ajv',
      'ajv-draft-04',
      'libxml2-wasm',
      'iconv-lite',
      'csv-parse',
      'fflate',
      'marked',
    ],
  ),
  'packages/edition': pure(['base', 'story', 'picture']),
  'packages/desk': pure(['base', 'story', 'picture', 'wire', 'edition']),
  'packages/site': pure(['base', 'story', 'picture', 'edition'], ['intl-messageformat', 'uqr']),
  'packages/syndication': pure(['base', 'story', 'picture', 'edition']),
  'packages/epaper': pure(
    ['base', 'story', 'picture', 'edition'],
    ['bidi-js', 'fflate', 'harfbuzzjs', 'hyphen'],
  ),
  'packages/press': pure(['base', 'story', 'picture', 'edition', 'site', 'syndication']),
  'packages/api': pure(['base', 'story', 'picture', 'edition'], ['zod'], ['wire', 'desk', 'press']),
  'packages/store': io('base', 'story', 'picture', 'wire', 'edition', 'desk', 'press', 'api'),
  'packages/carriers': io('base', 'story', 'wire', 'syndication'),
  'packages/darkroom': io('base', 'story', 'picture', 'desk'),
  'apps/courant': io(
    'base',
    'story',
    'picture',
    'wire',
    'edition',
    'desk',
    'epaper',
    'site',
    'press',
    'api',
    'store',
    'darkroom',
    'carriers',
  ),
  'apps/reader': { ...pure(['base', 'api']), inBrowser: true },
};

/** At most so many rooms of a kind: a house with more is two houses. */
export const MOST_ROOMS: Readonly<Record<string, number>> = { packages: 14, apps: 3 };

/** At most so many files in `base`, tests aside: what is shared stays small enough to know by heart. */
export const MOST_BASE_FILES = 15;
