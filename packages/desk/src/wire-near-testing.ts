import type { Chance } from '@courant/wire/testing';
import { FORM_WORDS, NEAR_FORMS, SPELLINGS } from './wire-near-forms.data.ts';
import type { NearText } from './wire-near-texts-testing.ts';
import { wordsIn, wordsOf } from './wire-near-texts-testing.ts';

/** Two texts of which it is known whether they tell the same. */
export interface NearCase {
  readonly kind: string;
  readonly one: NearText;
  readonly other: NearText;
  readonly isSame: boolean;
  /** Words that were taken over, of the words of the shorter text; 0 to 1. */
  readonly shared: number;
}

/** What a set of cases is made by. */
interface Making {
  readonly chance: Chance;
  readonly texts: readonly NearText[];
  readonly pick: <T>(of: readonly T[]) => T;
}

/** Cases by kind: texts as other houses rewrite them, and texts that only look alike. */
export function nearCases(texts: readonly NearText[], chance: Chance): readonly NearCase[] {
  const pick = <T>(of: readonly T[]): T => {
    const one = of[Math.floor(chance() * of.length)];
    if (one === undefined) throw new Error('there is nothing to pick from');
    return one;
  };
  const making = { chance, texts, pick };
  const rewritten = texts.flatMap((text) => [...REWRITES].map(([kind, make]) => make(making, text, kind)));
  const others = texts.flatMap((text) => [...LOOKALIKES].map(([kind, make]) => make(making, text, kind)));
  const forms = NEAR_FORMS.flatMap((form) =>
    Array.from({ length: 12 }, () => {
      const [one, other] = [filled(making, form), filled(making, form)];
      return { kind: `form: ${form.kind}`, one, other, isSame: false, shared: 0 };
    }),
  );
  return [...rewritten, ...others, ...forms].filter((one) => one !== undefined);
}

type Make = (making: Making, text: NearText, kind: string) => NearCase | undefined;

function same(kind: string, [one, other]: readonly [NearText, NearText], kept: readonly string[]): NearCase {
  const words = wordsOf({ headline: '', paragraphs: kept });
  return { kind, one, other, isSame: true, shared: words / Math.min(wordsOf(one), wordsOf(other)) };
}

function differ(kind: string, one: NearText, other: NearText): NearCase {
  return { kind, one, other, isSame: false, shared: 0 };
}

const PLACES = [
  'HARWICK (Courier) - ',
  'SELDEN, Nov. 24 (Northern) -- ',
  'Port Avery (dna) - ',
  '(Courier) — ',
];

function dated({ pick }: Making, paragraphs: readonly string[]): readonly string[] {
  return paragraphs.map((line, n) => (n === 0 ? pick(PLACES) + line : line));
}

/** The beginning of a text, at least so much of it. */
function cut({ chance }: Making, { paragraphs }: NearText, least: number): readonly string[] {
  const most = Math.max(2, Math.round(paragraphs.length * (least + chance() * (1 - least))));
  return paragraphs.slice(0, most);
}

function strange(making: Making, text: NearText): NearText {
  const other = making.pick(making.texts);
  return other === text ? strange(making, text) : other;
}

function spelled({ chance }: Making, paragraphs: readonly string[]): readonly string[] {
  return paragraphs.map((line) =>
    line
      .split(' ')
      .flatMap((word) => (chance() < 0.01 ? [] : [SPELLINGS[word.toLowerCase()] ?? word]))
      .join(' '),
  );
}

/** The end of another story, a third of it at the most, and fewer words than were kept of this one. */
function background(making: Making, text: NearText, kept: readonly string[]): readonly string[] {
  const extra: string[] = [];
  const { paragraphs } = strange(making, text);
  for (const line of paragraphs.slice(Math.ceil((paragraphs.length * 2) / 3))) {
    const share = wordsOf({ headline: '', paragraphs: kept }) * 0.9;
    if (wordsOf({ headline: '', paragraphs: [...extra, line] }) < share) extra.push(line);
  }
  return extra;
}

const SENTENCES = /(?<=[.!?؟])\s+|(?<=[。！？])/u;

const REWRITES: ReadonlyMap<string, Make> = new Map<string, Make>([
  [
    'cut',
    (making, text, kind) => {
      const kept = cut(making, text, 0.15);
      return same(kind, [text, { headline: 'Another', paragraphs: dated(making, kept) }], kept);
    },
  ],
  [
    'both cut, credited',
    (making, text, kind) => {
      const [one, other] = [cut(making, text, 0.5), cut(making, text, 0.3)];
      const credit = '(Reporting by Ada Quill; Editing by B. Ink)';
      const paragraphs = [...dated(making, other), credit];
      return same(
        kind,
        [
          { headline: 'A', paragraphs: one },
          { headline: 'B', paragraphs },
        ],
        other,
      );
    },
  ],
  [
    'sentences moved',
    (making, text, kind) => {
      const moved = text.paragraphs.map((line) => {
        const [first = '', ...rest] = line.split(SENTENCES);
        return making.chance() < 0.3 ? [...rest, first].join(' ') : line;
      });
      const paragraphs = moved.toSpliced(1, 0, ...moved.splice(2, 2));
      return same(kind, [text, { headline: 'Moved', paragraphs }], text.paragraphs);
    },
  ],
  [
    'spelled and trimmed',
    (making, text, kind) => {
      const paragraphs = dated(making, spelled(making, text.paragraphs));
      return same(kind, [text, { headline: 'Spelled', paragraphs }], text.paragraphs);
    },
  ],
  [
    'background added',
    (making, text, kind) => {
      const kept = cut(making, text, 0.6);
      const paragraphs = [...kept, ...background(making, text, kept)];
      return same(kind, [text, { headline: 'More', paragraphs }], kept);
    },
  ],
  [
    'all of it',
    (making, text, kind) => {
      const [one, kept] = [cut(making, text, 0.7), cut(making, text, 0.5)];
      const edited = spelled(making, kept.toSpliced(1, 0, ...kept.slice(2, 3)).toSpliced(3, 1));
      const paragraphs = [...dated(making, edited), ...background(making, text, kept)];
      return same(
        kind,
        [
          { headline: 'A', paragraphs: one },
          { headline: 'All', paragraphs },
        ],
        kept,
      );
    },
  ],
  [
    'new beginning',
    (making, text, kind) => {
      const [first = ''] = strange(making, text).paragraphs;
      const paragraphs = [first, ...text.paragraphs.slice(1)];
      return same(kind, [text, { headline: 'New', paragraphs }], text.paragraphs.slice(1));
    },
  ],
  [
    'a take of two',
    (making, text, kind) => {
      const half = Math.ceil(text.paragraphs.length / 2);
      const kept = making.chance() < 0.5 ? text.paragraphs.slice(0, half) : text.paragraphs.slice(half);
      return kept.length === 0 ? undefined : same(kind, [text, { headline: 'Take', paragraphs: kept }], kept);
    },
  ],
]);

const LOOKALIKES: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['other story', (making, text, kind) => differ(kind, text, strange(making, text))],
  [
    'one background paragraph',
    (making, text, kind) => {
      const background = text.paragraphs.findLast((line) => wordsIn(line) < wordsOf(text) * 0.25);
      const own = strange(making, text).paragraphs.slice(0, -1);
      if (background === undefined || wordsIn(background) > wordsOf({ headline: '', paragraphs: own }) * 0.4)
        return undefined;
      return differ(kind, text, { headline: 'Later', paragraphs: [...own, background] });
    },
  ],
  [
    'in a digest',
    (making, text, kind) => {
      const brief = text.paragraphs.slice(0, 1);
      const others = Array.from({ length: 9 }, () => strange(making, text).paragraphs[0] ?? '');
      const paragraphs = [...others.slice(0, 4), ...brief, ...others.slice(4)];
      if (wordsOf({ headline: '', paragraphs: brief }) < 25) return undefined;
      return differ(kind, { headline: text.headline, paragraphs: brief }, { headline: 'Digest', paragraphs });
    },
  ],
  [
    'other numbers',
    (making, text, kind) => {
      const digits = text.paragraphs.join(' ').match(/\p{Nd}+/gu)?.length ?? 0;
      if (digits < wordsOf(text) / 25) return undefined;
      const other = text.paragraphs.map((line) =>
        line.replace(
          /\p{Nd}+/gu,
          (number) => `${(Number(number) || 3) + 1 + Math.floor(making.chance() * 70)}`,
        ),
      );
      return differ(kind, text, { headline: text.headline, paragraphs: other });
    },
  ],
]);

function filled({ chance, pick }: Making, { language, text }: (typeof NEAR_FORMS)[number]): NearText {
  const number = () => (chance() < 0.5 ? `${Math.floor(chance() * 99)}` : (chance() * 900).toFixed(1));
  const line = text
    .replace(/#/g, number)
    .replace(/\{(\w+)\}/g, (_, name: string) => pick(FORM_WORDS[language]?.[name] ?? ['']));
  return { headline: '', paragraphs: [line] };
}
