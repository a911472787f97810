import { ascii, textIn } from './byte-order.ts';
import type { Dataset } from './iim.ts';
import type { PhotoWarning } from './photo-words.ts';

/** How the bytes of datasets are read as text. */
export interface IimCharset {
  readonly read: (bytes: Uint8Array) => string;
  readonly warnings: readonly PhotoWarning[];
}

/** 1:90, the escape sequences of ISO 2022 that name a set, without the escape, and what decodes it. */
const SETS: Readonly<Record<string, string>> = {
  '%G': 'utf-8',
  '%/I': 'utf-8',
  ...{ '-A': 'windows-1252', '.A': 'windows-1252', '-B': 'iso-8859-2', '.B': 'iso-8859-2' },
  ...{ '-C': 'iso-8859-3', '-D': 'iso-8859-4', '-L': 'iso-8859-5', '-G': 'iso-8859-6', '-F': 'iso-8859-7' },
  ...{ '-H': 'iso-8859-8', '-M': 'windows-1254', '-b': 'iso-8859-15', '.b': 'iso-8859-15' },
};

const GUESSED: PhotoWarning = {
  code: 'charset-guessed',
  say: 'The file does not tell in which charset its words are: they were read as Western. Compare the accents.',
};

/**
 * The charset of datasets: the one that 1:90 names; where it names none that there is ("ESC % 5", which one agency
 * sends, ends a charset and begins none) or is missing, UTF-8 where the bytes are that, else Western.
 */
export function charsetOf(datasets: readonly Dataset[]): IimCharset {
  const mark = datasets.find(({ record, number }) => record === 1 && number === 90);
  const named =
    mark &&
    ascii(mark.bytes.subarray(0, 32))
      .split('\x1b')
      .map((set) => set.trim());
  const label = named?.flatMap((set) => (Object.hasOwn(SETS, set) ? (SETS[set] ?? []) : []))[0];
  if (label !== undefined && label !== 'utf-8') {
    const decoder = new TextDecoder(label);
    return { read: (bytes) => decoder.decode(bytes), warnings: [] };
  }
  // Some programs keep the mark of UTF-8 and write Western bytes under it: each line is asked for itself.
  const isGuess = datasets.some(
    ({ record, bytes }) => record === 2 && !isPlain(bytes) && !textIn(bytes).isUtf8,
  );
  return { read: (bytes) => textIn(bytes).text, warnings: isGuess ? [GUESSED] : [] };
}

function isPlain(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}
