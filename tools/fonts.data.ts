/** A font file that pages load: letters and weights of one face, cut out of what its makers publish. */
export interface FontCut {
  /** As style sheets call it. */
  readonly family: string;
  readonly style: 'normal' | 'italic';
  /** Its axes as they are kept: pinned to a number, or from one to another. */
  readonly axes: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
  /** Module of the file it is cut from. */
  readonly from: string;
  /** Code points, first and last of each run. */
  readonly letters: readonly (readonly [number, number])[];
  /** Whether letters change with their neighbours: then their other forms belong to them. */
  readonly isJoined?: boolean;
  /** Script, or primary language, whose pages are told of it before their style sheet comes. */
  readonly early?: string;
  /** Script whose pages are told of it early where their copy has emphasis. */
  readonly emphasis?: string;
}

/** What English, and most of western Europe, is written with. Shapers make the narrow space that does not break. */
const LATIN = [
  ...[
    [0x20, 0x7e],
    [0xa0, 0xa3],
    [0xa5, 0xa5],
    [0xa7, 0xab],
    [0xad, 0xae],
    [0xb0, 0xb3],
    [0xb5, 0xb7],
    [0xb9, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
  ],
  ...[
    [0x2009, 0x2009],
    [0x2013, 0x2014],
    [0x2018, 0x201a],
    [0x201c, 0x201e],
    [0x2022, 0x2022],
    [0x2026, 0x2026],
    [0x202f, 0x202f],
  ],
  ...[
    [0x2032, 0x2033],
    [0x2039, 0x203a],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2212, 0x2212],
  ],
] as const;

/** What the other languages of Europe need beside, and signs of money. */
const LATIN_MORE = [
  ...[
    [0x100, 0x12b],
    [0x12e, 0x130],
    [0x134, 0x151],
    [0x154, 0x17e],
    [0x18f, 0x18f],
    [0x192, 0x192],
    [0x1e6, 0x1e7],
    [0x218, 0x21b],
    [0x237, 0x237],
    [0x259, 0x259],
  ],
  ...[
    [0x1e80, 0x1e85],
    [0x1e9e, 0x1e9e],
    [0x1ef2, 0x1ef3],
    [0x2020, 0x2020],
  ],
  ...[
    [0x20a6, 0x20a6],
    [0x20a9, 0x20a9],
    [0x20ab, 0x20ab],
    [0x20b4, 0x20b4],
    [0x20b8, 0x20ba],
    [0x20bd, 0x20bd],
  ],
] as const;

/** The code points of all that Latin script needs. */
export const LATIN_LETTERS: readonly number[] = [...LATIN, ...LATIN_MORE].flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i),
);

/** The space stands with the letters, so that words and what is between them are one run. */
const ARABIC = [
  ...[
    [0x20, 0x20],
    [0xa0, 0xa0],
    [0x600, 0x6ff],
    [0x200c, 0x200e],
  ],
] as const;

/** The code points of Arabic script. */
export const ARABIC_LETTERS: readonly number[] = ARABIC.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i),
);

/** Figures and punctuation that Arabic shares with Latin, in its own weight. */
const ARABIC_SIGNS = [
  ...[
    [0x21, 0x22],
    [0x25, 0x3f],
    [0x5b, 0x5b],
    [0x5d, 0x5d],
    [0xab, 0xab],
    [0xb0, 0xb0],
    [0xb7, 0xb7],
    [0xbb, 0xbb],
    [0xd7, 0xd7],
  ],
  ...[
    [0x2013, 0x2014],
    [0x2018, 0x201a],
    [0x201c, 0x201e],
    [0x2022, 0x2022],
    [0x2026, 0x2026],
    [0x2039, 0x203a],
    [0x20ac, 0x20ac],
    [0x2212, 0x2212],
  ],
] as const;

const WEIGHTS = { min: 400, max: 700 };
const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4';
const NASKH = '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic';
const SANS = '@fontsource-variable/libre-franklin/files/libre-franklin';

/** The paper's type (SIL Open Font License 1.1; makers in docs/fonts.md). */
export const FONT_CUTS: readonly FontCut[] = [
  {
    ...{ family: 'Courant Serif', style: 'normal', from: `${SERIF}-latin-opsz-normal.woff2` },
    ...{ axes: { wght: WEIGHTS, opsz: { min: 20, max: 60 } }, letters: LATIN, early: 'latin' },
  },
  {
    ...{ family: 'Libre Franklin', style: 'normal', from: `${SANS}-latin-wght-normal.woff2` },
    ...{ axes: { wght: WEIGHTS }, letters: LATIN, early: 'latin' },
  },
  {
    ...{ family: 'Courant Serif', style: 'italic', from: `${SERIF}-latin-opsz-italic.woff2` },
    ...{ axes: { wght: 400, opsz: 20 }, letters: LATIN, emphasis: 'latin' },
  },
  {
    ...{ family: 'Courant Serif', style: 'normal', from: `${SERIF}-latin-ext-opsz-normal.woff2` },
    ...{ axes: { wght: WEIGHTS, opsz: 20 }, letters: LATIN_MORE },
  },
  {
    ...{ family: 'Libre Franklin', style: 'normal', from: `${SANS}-latin-ext-wght-normal.woff2` },
    ...{ axes: { wght: WEIGHTS }, letters: LATIN_MORE },
  },
  {
    ...{ family: 'Naskh', style: 'normal', from: `${NASKH}-arabic-wght-normal.woff2`, isJoined: true },
    ...{ axes: { wght: WEIGHTS }, letters: ARABIC, early: 'ar' },
  },
  {
    ...{ family: 'Naskh', style: 'normal', from: `${NASKH}-latin-wght-normal.woff2` },
    ...{ axes: { wght: WEIGHTS }, letters: ARABIC_SIGNS, early: 'ar' },
  },
];
