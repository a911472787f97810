/** What is drawn of a writer: inks, and how a head differs from the common one, in pixels. */
export interface Sitter {
  readonly inks: {
    readonly ground: string;
    readonly halo: string;
    readonly skin: string;
    readonly shade: string;
    /** Lines of the face. */
    readonly deep: string;
    readonly line: string;
    readonly blush: string;
    readonly lip: string;
    readonly iris: string;
    readonly hair: string;
    readonly strand: string;
    readonly brow: string;
    readonly beard: string;
    readonly rim: string;
    readonly cloth: string;
    readonly cloth2: string;
  };
  readonly face: {
    readonly long: number;
    readonly wide: number;
    readonly jaw: number;
    readonly nose: number;
  };
  readonly eye: { readonly open: number; readonly look: number; readonly lift: number };
  readonly brows: { readonly arch: number; readonly thick: number };
  readonly mouth: { readonly wide: number; readonly full: number; readonly smile: number };
  readonly hair:
    | 'long'
    | 'bob'
    | 'crop'
    | 'side'
    | 'curls'
    | 'fringe'
    | 'shaved'
    | 'afro'
    | 'short'
    | 'bun'
    | 'wrap'
    | 'hat';
  readonly wears: 'turtleneck' | 'scarf' | 'suit' | 'bow' | 'open' | 'round';
  readonly beard?: 'full' | 'stubble' | 'moustache';
  readonly glasses?: 'round' | 'square';
  readonly age: number;
  /** Degrees the head is leant by, and pixels it is turned by. */
  readonly lean: number;
  readonly turn: number;
  /** Breadth of the shoulders beyond the common. */
  readonly build: number;
}

const FAIR = {
  skin: '#f0cba8',
  shade: '#cf9672',
  deep: '#9c5f45',
  line: '#3a2420',
  blush: '#d5573f',
  lip: '#b4524a',
};
const PALE = {
  skin: '#f4d6bd',
  shade: '#d6a289',
  deep: '#a76b58',
  line: '#3b2a28',
  blush: '#d9604c',
  lip: '#b85c55',
};
const OLIVE = {
  skin: '#d9a577',
  shade: '#ad7449',
  deep: '#7a4a2c',
  line: '#241815',
  blush: '#b8452f',
  lip: '#9a4038',
};
const BROWN = {
  skin: '#a96f46',
  shade: '#7b4a2b',
  deep: '#50301d',
  line: '#1b1210',
  blush: '#a23b22',
  lip: '#7d3430',
};
const DARK = {
  skin: '#7d4c30',
  shade: '#56311e',
  deep: '#351d13',
  line: '#130c0a',
  blush: '#8f3320',
  lip: '#6b2c2b',
};
const DEEP = {
  skin: '#5f3826',
  shade: '#3f2418',
  deep: '#27150f',
  line: '#0f0908',
  blush: '#7d2c1e',
  lip: '#5c2626',
};

/** The writers whose portraits stand over their stories, by the slugs of their pages. */
export const SITTERS: Readonly<Record<string, Sitter>> = {
  'ines-quaresma': {
    inks: {
      ...OLIVE,
      ground: '#2f7f86',
      halo: '#a9cbc8',
      iris: '#3a2417',
      hair: '#2a1c18',
      strand: '#6b4a3a',
      brow: '#2a1c18',
      beard: '#2a1c18',
      rim: '#171a21',
      cloth: '#c23a2e',
      cloth2: '#23303f',
    },
    face: { long: 4, wide: -8, jaw: -8, nose: 0 },
    eye: { open: 17, look: 2, lift: 4 },
    brows: { arch: 14, thick: 8 },
    mouth: { wide: 44, full: 15, smile: 7 },
    ...{ hair: 'bob', wears: 'scarf', age: 41, lean: -3, turn: -10, build: -30 },
  },
  'tobias-hallam': {
    inks: {
      ...PALE,
      ground: '#dd9a35',
      halo: '#f5ecd7',
      iris: '#4d6a7a',
      hair: '#8f8d88',
      strand: '#d6d2c8',
      brow: '#77736c',
      beard: '#8f8d88',
      rim: '#171a21',
      cloth: '#6d1f2c',
      cloth2: '#22364a',
    },
    face: { long: 22, wide: -4, jaw: 4, nose: 4 },
    eye: { open: 14, look: 0, lift: 0 },
    brows: { arch: 6, thick: 9 },
    mouth: { wide: 44, full: 9, smile: 1 },
    ...{ hair: 'side', wears: 'suit', glasses: 'square', age: 58, lean: 2, turn: 8, build: 20 },
  },
  'adaora-fenwick': {
    inks: {
      ...BROWN,
      ground: '#c23a2e',
      halo: '#e3a08d',
      iris: '#2a1710',
      hair: '#3b3533',
      strand: '#8a817b',
      brow: '#2a201d',
      beard: '#3b3533',
      rim: '#dd9a35',
      cloth: '#dd9a35',
      cloth2: '#1d4b59',
    },
    face: { long: -6, wide: 4, jaw: 2, nose: 8 },
    eye: { open: 17, look: -2, lift: 6 },
    brows: { arch: 18, thick: 7 },
    mouth: { wide: 50, full: 19, smile: 10 },
    ...{ hair: 'afro', wears: 'round', age: 52, lean: 4, turn: -8, build: 0 },
  },
  'emeka-strand': {
    inks: {
      ...DEEP,
      ground: '#e2c794',
      halo: '#f5ecd7',
      iris: '#1d110c',
      hair: '#1a1412',
      strand: '#4a3a32',
      brow: '#150e0c',
      beard: '#1a1210',
      rim: '#171a21',
      cloth: '#57713f',
      cloth2: '#57713f',
    },
    face: { long: 10, wide: 2, jaw: 14, nose: 10 },
    eye: { open: 15, look: 0, lift: 0 },
    brows: { arch: 8, thick: 11 },
    mouth: { wide: 48, full: 17, smile: 4 },
    ...{ hair: 'shaved', wears: 'turtleneck', beard: 'full', age: 36, lean: -2, turn: 10, build: 34 },
  },
  'leopold-aigner': {
    inks: {
      ...PALE,
      ground: '#53687a',
      halo: '#a9cbc8',
      iris: '#5b7486',
      hair: '#e8e2d6',
      strand: '#ffffff',
      brow: '#d8d2c6',
      beard: '#e8e2d6',
      rim: '#6d1f2c',
      cloth: '#c23a2e',
      cloth2: '#3b3f45',
    },
    face: { long: 8, wide: 8, jaw: 10, nose: 12 },
    eye: { open: 13, look: 0, lift: 4 },
    brows: { arch: 10, thick: 13 },
    mouth: { wide: 40, full: 8, smile: 4 },
    ...{
      hair: 'fringe',
      wears: 'bow',
      beard: 'moustache',
      glasses: 'round',
      age: 74,
      lean: -4,
      turn: -6,
      build: 10,
    },
  },
  'maren-holt': {
    inks: {
      ...FAIR,
      ground: '#6d1f2c',
      halo: '#c23a2e',
      iris: '#4f7d86',
      hair: '#ece2c8',
      strand: '#fffaf0',
      brow: '#b9a57c',
      beard: '#ece2c8',
      rim: '#c23a2e',
      cloth: '#2f7f86',
      cloth2: '#2f7f86',
    },
    face: { long: -2, wide: 0, jaw: -4, nose: 2 },
    eye: { open: 15, look: 2, lift: 2 },
    brows: { arch: 10, thick: 6 },
    mouth: { wide: 46, full: 11, smile: 9 },
    ...{ hair: 'crop', wears: 'turtleneck', glasses: 'round', age: 61, lean: 3, turn: -12, build: -10 },
  },
  'farid-benslimane': {
    inks: {
      ...OLIVE,
      ground: '#1d4b59',
      halo: '#2f7f86',
      iris: '#2b1a11',
      hair: '#1d1716',
      strand: '#4f413a',
      brow: '#1a1312',
      beard: '#1d1716',
      rim: '#171a21',
      cloth: '#f0e4cb',
      cloth2: '#b9a27a',
    },
    face: { long: 14, wide: -6, jaw: 6, nose: 8 },
    eye: { open: 16, look: 0, lift: 0 },
    brows: { arch: 8, thick: 13 },
    mouth: { wide: 46, full: 13, smile: 6 },
    ...{ hair: 'curls', wears: 'open', beard: 'stubble', age: 44, lean: 3, turn: 8, build: 10 },
  },
  'adaeze-nwosu': {
    inks: {
      ...DARK,
      ground: '#93a557',
      halo: '#e2c794',
      iris: '#1f120c',
      hair: '#1a1311',
      strand: '#f0b64a',
      brow: '#160e0c',
      beard: '#1a1311',
      rim: '#dd9a35',
      cloth: '#c23a2e',
      cloth2: '#12243a',
    },
    face: { long: -8, wide: -6, jaw: -6, nose: 7 },
    eye: { open: 18, look: 0, lift: 6 },
    brows: { arch: 16, thick: 8 },
    mouth: { wide: 46, full: 19, smile: 8 },
    ...{ hair: 'wrap', wears: 'round', age: 31, lean: -4, turn: -10, build: -34 },
  },
  'casimir-vogt': {
    inks: {
      ...PALE,
      ground: '#12243a',
      halo: '#1d4b59',
      iris: '#4f6b4a',
      hair: '#a8532a',
      strand: '#dd8a4a',
      brow: '#8f4524',
      beard: '#a04e27',
      rim: '#171a21',
      cloth: '#e2c794',
      cloth2: '#7a5a36',
    },
    face: { long: 16, wide: 0, jaw: 12, nose: 4 },
    eye: { open: 14, look: -2, lift: 0 },
    brows: { arch: 8, thick: 11 },
    mouth: { wide: 44, full: 11, smile: 2 },
    ...{ hair: 'crop', wears: 'open', beard: 'full', age: 40, lean: -3, turn: 12, build: 24 },
  },
  'piers-okello': {
    inks: {
      ...DARK,
      ground: '#a9cbc8',
      halo: '#f5ecd7',
      iris: '#1f120c',
      hair: '#7d7873',
      strand: '#b5afa8',
      brow: '#4b4541',
      beard: '#7d7873',
      rim: '#171a21',
      cloth: '#1d4b59',
      cloth2: '#3a4450',
    },
    face: { long: 12, wide: 0, jaw: 6, nose: 9 },
    eye: { open: 15, look: 2, lift: 2 },
    brows: { arch: 8, thick: 10 },
    mouth: { wide: 48, full: 15, smile: 5 },
    ...{ hair: 'short', wears: 'suit', glasses: 'round', age: 53, lean: 2, turn: -8, build: 18 },
  },
  'ida-pellegrin': {
    inks: {
      ...FAIR,
      ground: '#2f7f86',
      halo: '#f0d9a8',
      iris: '#5a6d3c',
      hair: '#8a3f22',
      strand: '#c9743f',
      brow: '#7a3a20',
      beard: '#8a3f22',
      rim: '#12243a',
      cloth: '#ecd3a0',
      cloth2: '#f4ead6',
    },
    face: { long: -4, wide: -10, jaw: -10, nose: 0 },
    eye: { open: 17, look: 2, lift: 4 },
    brows: { arch: 12, thick: 7 },
    mouth: { wide: 48, full: 13, smile: 12 },
    ...{ hair: 'hat', wears: 'round', age: 36, lean: 5, turn: -10, build: -36 },
  },
  'sunniva-dahl': {
    inks: {
      ...PALE,
      ground: '#dd9a35',
      halo: '#e2c794',
      iris: '#4a7690',
      hair: '#d9b168',
      strand: '#f4dfae',
      brow: '#b08748',
      beard: '#d9b168',
      rim: '#171a21',
      cloth: '#12243a',
      cloth2: '#1d4b59',
    },
    face: { long: 6, wide: -4, jaw: -2, nose: 1 },
    eye: { open: 16, look: -2, lift: 2 },
    brows: { arch: 10, thick: 7 },
    mouth: { wide: 44, full: 13, smile: 6 },
    ...{ hair: 'bun', wears: 'turtleneck', age: 45, lean: -2, turn: 10, build: -22 },
  },
};
