import iconv from 'iconv-lite';
import type { WireWarning } from './wire-item.ts';

/** Bytes as text, with the charset they turned out to be in. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
  readonly warnings: readonly WireWarning[];
}

const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** What Western text that is no UTF-8 is in; it has every character of ISO 8859-1 and the quotes besides. */
const WESTERN = 'windows-1252';
/** Names the decoder knows that are no charset a text of single bytes can be in. */
const NO_CHARSET = /^(utf|ucs|cesu|unicode|base64|hex|binary)/i;
const DAMAGED: WireWarning = {
  code: 'charset',
  say: 'Some bytes were damaged on the way: where � stands, compare with the original.',
};
/** Bytes looked at for the zeros of UTF-16 without a mark. */
const HEAD = 1_024;
/** Bytes looked at for a declaration: pages should make it in the first 1,024 and have scripts before it. */
const DECLARED = 8_192;

const LATIN = new TextDecoder('latin1');
const STRICT = new TextDecoder('utf-8', { fatal: true });

/**
 * Finds the charset by content: a byte order mark, the zeros of UTF-16, valid UTF-8, then what the document says of
 * itself, then Western. A document that calls itself UTF-8 and is not is read all the same, with a warning. Zeros are
 * taken out; other control characters stay, since text wires mark their parts by them.
 */
export function decode(bytes: Uint8Array): Decoded {
  const mark = MARKS.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  if (mark) return decoded(bytes.subarray(mark[1].length), mark[0]);
  const wide = utf16Of(bytes);
  if (wide) return decoded(bytes, wide);
  const declared = declaredIn(bytes);
  const text = asUtf8(bytes);
  if (text !== undefined) {
    // Bytes that are UTF-8 in more than ASCII are it, whatever they say: no other text looks so by chance.
    const isOther =
      declared !== undefined && !/^utf-?8$|ascii/i.test(declared) && bytes.some((byte) => byte > 0x7f);
    return {
      text: withoutZeros(text),
      charset: 'utf-8',
      warnings: isOther ? [wrong(declared, 'UTF-8')] : [],
    };
  }
  if (isMostlyUtf8(bytes)) return decoded(bytes, 'utf-8', [DAMAGED]);
  const known = declared !== undefined && iconv.encodingExists(declared) && !NO_CHARSET.test(declared);
  if (known) return decoded(bytes, /^iso-?8859-?1$|ascii/i.test(declared) ? WESTERN : declared);
  return decoded(bytes, WESTERN, declared === undefined ? [] : [wrong(declared, 'Windows-1252')]);
}

function decoded(bytes: Uint8Array, charset: string, warnings: readonly WireWarning[] = []): Decoded {
  return { text: withoutZeros(iconv.decode(bytes, charset)), charset, warnings };
}

function withoutZeros(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}

function wrong(declared: string, found: string): WireWarning {
  return { code: 'charset', say: `It says it is in ${declared} and is in ${found}: it was read as that.` };
}

function utf16Of(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD);
  let [even, odd] = [0, 0];
  for (let at = 0; at < head.length; at++) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  if (odd > head.length / 4 && even === 0) return 'utf-16le';
  return even > head.length / 4 && odd === 0 ? 'utf-16be' : undefined;
}

/** `encoding="…"` of an XML declaration, or `charset=…` of a page. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const head = LATIN.decode(bytes.subarray(0, DECLARED));
  const found =
    /<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head) ??
    /<meta[^>]*?charset\s*=\s*["']?([\w.:-]+)/i.exec(head);
  // Pages know some charsets by an old name with an x before it.
  return found?.[1]?.replace(/^x-(?=euc|cp|mac|sjis)/i, '');
}

/** Its text where it is valid UTF-8. */
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes);
  } catch {
    // Not valid UTF-8: that is the answer.
    return undefined;
  }
}

/** Whether more characters beyond ASCII are sound UTF-8 than are not: hardly any text of another charset is so. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let [sound, damaged] = [0, 0];
  for (const character of new TextDecoder('utf-8').decode(bytes)) {
    if (character === '\ufffd') damaged++;
    else if (character > '\x7f') sound++;
  }
  return sound > damaged;
}
