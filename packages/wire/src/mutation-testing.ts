import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const GOLDEN = fileURLToPath(new URL('../golden', import.meta.url));

/** Files of our own making by format, from which damaged ones are made. */
export function seeds(): ReadonlyMap<string, readonly Buffer[]> {
  const formats = readdirSync(GOLDEN).toSorted();
  return new Map(
    formats.map((format) => {
      const names = readdirSync(`${GOLDEN}/${format}`).filter((name) => !name.endsWith('.read.json'));
      return [format, names.toSorted().map((name) => readFileSync(`${GOLDEN}/${format}/${name}`))];
    }),
  );
}

/** What breaks parsers: marks of every format, numbers out of range, long runs, bytes that are no text. */
const TOKENS = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '&',
    '&amp;',
    '&#x110000;',
    '&#0;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml',
    '<!DOCTYPE a [',
  ],
  ...[
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '\\u0000',
    '\\ud800',
    'null',
    '1e999',
    '-0',
    '[[[[[[',
    '{"a":',
  ],
  ...[
    '\0',
    '\u0001',
    '\u0002',
    '\u0003',
    '\r\n',
    '\n\n',
    '\t',
    '\u2028',
    '\ufeff',
    '\ufffd',
    '😀',
    'İ',
    '\u202e',
  ],
  ...[
    'a'.repeat(5_000),
    ' '.repeat(5_000),
    '<a>'.repeat(400),
    '('.repeat(2_000),
    '- '.repeat(2_000),
    'a@'.repeat(900),
  ],
  ...[
    '9999-99-99T99:99:99Z',
    '-000001',
    '2026-11-24',
    'xml:base="::"',
    'href="javascript:x"',
    'Content-Type: multipart/x',
  ],
].map((token) => Buffer.from(token));

/** Numbers from 0 to 1. */
export type Chance = () => number;

/** A damaged file: a few spans of one cut, doubled, swapped, overwritten or filled with what breaks parsers. */
export function mutated(files: readonly Buffer[], chance: Chance): Buffer {
  const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(chance() * of.length)];
  let bytes: Buffer = Buffer.from(pick(files) ?? Buffer.alloc(0));
  const changes = 1 + Math.floor(chance() * 6);
  for (let n = 0; n < changes; n++) bytes = changed(bytes, { files, chance });
  return bytes;
}

function changed(
  bytes: Buffer,
  { files, chance }: { readonly files: readonly Buffer[]; readonly chance: Chance },
): Buffer {
  const whole = (most: number) => Math.floor(chance() * most);
  const at = whole(bytes.length + 1);
  const end = Math.min(bytes.length, at + whole(chance() < 0.2 ? bytes.length : 40));
  const [before, span, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (whole(7)) {
    case 0:
      return Buffer.concat([before, after]);
    case 1:
      return Buffer.concat([before, span, span, after]);
    case 2:
      return Buffer.concat([before, TOKENS[whole(TOKENS.length)] ?? span, after]);
    case 3:
      return Buffer.concat([before, TOKENS[whole(TOKENS.length)] ?? span, span, after]);
    case 4:
      return Buffer.concat([before, span.map(() => whole(256)), after]);
    case 5:
      return before;
    default: {
      const other = files[whole(files.length)] ?? span;
      const from = whole(other.length);
      return Buffer.concat([before, other.subarray(from, from + whole(400)), after]);
    }
  }
}

/** A row of numbers that a seed begins (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
