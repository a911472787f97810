/** Rules as a desk of some size has them: twenty, of which most ask for words. */
export const RULES = Array.from({ length: 20 }, (_, n) => ({
  name: `Rule ${n + 1}`,
  when: {
    all: [
      { field: 'urgency', atMost: 1 + (n % 8) },
      {
        any: [
          { field: 'text', words: `"harbour master" ferry${n}` },
          { field: 'supplier', is: `Agency ${n + 1}` },
        ],
      },
    ],
  },
  route: {
    desk: ['world', 'sport', 'business', 'city', 'culture', 'pictures'][n % 6],
    priority: 1 + (n % 3),
  },
}));

/** Presets as a desk of some size has them; the first is the one that is listed. */
export const PRESETS = [
  { key: 'first', name: 'First', filter: { field: 'supplier', in: ['Agency 1', 'Agency 9'] } },
  ...Array.from({ length: 11 }, (_, n) => ({
    key: `preset-${n + 2}`,
    name: `Preset ${n + 2}`,
    filter: {
      all: [
        { field: 'language', begins: 'en' },
        { field: 'text', words: `harbour -ferry${n}` },
      ],
    },
  })),
];
