/** Files that hold no text, by the bytes they begin with, or that stand at a place in them. */
export const BINARIES: readonly {
  readonly what: string;
  readonly starts: readonly number[];
  readonly at?: number;
}[] = [
  { what: 'a film', starts: [0x66, 0x74, 0x79, 0x70], at: 4 },
  { what: 'a sound file', starts: [0x49, 0x44, 0x33] },
  { what: 'a PDF document', starts: [0x25, 0x50, 0x44, 0x46] },
  { what: 'a ZIP archive or an office document', starts: [0x50, 0x4b, 0x03, 0x04] },
  { what: 'an old office document', starts: [0xd0, 0xcf, 0x11, 0xe0] },
  { what: 'a gzip file', starts: [0x1f, 0x8b] },
];

/** XML we know and do not read, by the local name of its root. */
export const UNREAD_ROOTS: Readonly<Record<string, string>> = {
  results: 'a list of what a channel of Reuters has; the items it names are read',
};

type Members = { readonly [name: string]: unknown };

/** JSON that is no news item, by what it says of itself; some of it has a uri, which is all that ninjs asks for. */
export const OTHER_JSON: readonly {
  readonly what: string;
  readonly is: (members: Members) => boolean;
}[] = [
  { what: 'a JSON schema', is: ({ $schema, properties }) => $schema !== undefined && isMembers(properties) },
  { what: 'a vocabulary', is: ({ conceptSet }) => conceptSet !== undefined },
  { what: 'JSON-LD', is: (members) => members['@context'] !== undefined },
  { what: 'GeoJSON', is: ({ type }) => /^(FeatureCollection|Feature)$/.test(String(type)) },
];

function isMembers(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
