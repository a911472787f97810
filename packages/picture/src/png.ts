import { Unzlib } from 'fflate';
import { ascii, hasMark, long, textIn } from './byte-order.ts';
import type { PhotoFile, PhotoParts } from './photo-parts.ts';
import { MOST_METADATA, MOST_PARTS, noParts, sized } from './photo-parts.ts';
import { photoshopResources } from './photoshop-resource.ts';

/** Bytes of packed text that are unpacked at a time: what a bomb gives before it is seen. */
const STEP = 1_024;
/** Words of a PNG's own that are kept, and signs of each. */
const MOST_WORDS = { count: 100, length: 20_000 } as const;

/** A PNG's packed texts share one allowance, so that many small bombs are no more than a large one. */
interface Allowance {
  left: number;
}

/** Reads the chunks of a PNG (third edition): size, Exif, XMP and texts, among them what ImageMagick hides there. */
export function readPng(bytes: Uint8Array): PhotoFile {
  const parts = noParts();
  const allowance: Allowance = { left: MOST_METADATA };
  let size: Pick<PhotoFile, 'width' | 'height'> = {};
  let at = 8;
  let isEnded = false;
  for (let n = 0; n < MOST_PARTS && at + 8 <= bytes.length && !isEnded; n++) {
    const length = long(bytes, at);
    const name = ascii(bytes, at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') size = sized(long(data, 0), long(data, 4));
    else if (name === 'eXIf') parts.exif.push(data);
    else if (name === 'tEXt' || name === 'zTXt' || name === 'iTXt') {
      const text = textChunk(name, data, allowance);
      if (text) sortText(text, parts);
    }
    isEnded = name === 'IEND';
    at += 12 + length;
  }
  return { mediaType: 'image/png', ...size, ...parts, pixels: bytes, isCut: !isEnded };
}

interface TextChunk {
  readonly keyword: string;
  readonly content: Uint8Array;
}

/** tEXt: keyword, 0, text. zTXt: keyword, 0, method, packed. iTXt: keyword, 0, packed?, method, language, 0, keyword, 0. */
function textChunk(name: string, data: Uint8Array, allowance: Allowance): TextChunk | undefined {
  const end = data.indexOf(0);
  if (end < 1 || end > 79) return undefined;
  const keyword = ascii(data, 0, end);
  if (name === 'tEXt') return { keyword, content: data.subarray(end + 1) };
  if (name === 'zTXt') return packed(keyword, data.subarray(end + 2), allowance);
  const language = data.indexOf(0, end + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return undefined;
  const content = data.subarray(translated + 1);
  return data[end + 1] === 1 ? packed(keyword, content, allowance) : { keyword, content };
}

function packed(keyword: string, bytes: Uint8Array, allowance: Allowance): TextChunk | undefined {
  const content = unpacked(bytes, allowance);
  return content && { keyword, content };
}

/** Unpacks (zlib) step by step; undefined where it is damaged or more than a picture's words can be. */
function unpacked(bytes: Uint8Array, allowance: Allowance): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  const unzlib = new Unzlib((piece) => {
    allowance.left -= piece.length;
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < bytes.length && allowance.left > 0; at += STEP) {
      unzlib.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch {
    // Damaged on the way: there is nothing to be had from it.
    return undefined;
  }
  if (allowance.left <= 0) return undefined;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const RAW = /^Raw profile type (\w+)$/;

function sortText({ keyword, content }: TextChunk, parts: PhotoParts): void {
  const kind = RAW.exec(keyword)?.[1]?.toLowerCase();
  if (kind !== undefined) sortProfile(kind, profileOf(content), parts);
  else if (keyword === 'XML:com.adobe.xmp') parts.xmp.push(content);
  else if (parts.words.size < MOST_WORDS.count && !parts.words.has(keyword)) {
    parts.words.set(keyword, textIn(content.subarray(0, MOST_WORDS.length)).text.trim());
  }
}

function sortProfile(kind: string, bytes: Uint8Array, parts: PhotoParts): void {
  const xmp = 'http://ns.adobe.com/xap/1.0/\0';
  if (hasMark(bytes, 'Exif\0\0')) parts.exif.push(bytes.subarray(6));
  else if (kind === 'exif') parts.exif.push(bytes);
  else if (hasMark(bytes, xmp)) parts.xmp.push(bytes.subarray(xmp.length));
  else if (kind === 'xmp') parts.xmp.push(bytes);
  else if (hasMark(bytes, '8BIM')) parts.iim.push(...photoshopResources(bytes).iim);
  else if (kind === 'iptc') parts.iim.push(bytes);
}

/** ImageMagick's way: a blank line, the kind, the length, then the bytes in hex. */
function profileOf(content: Uint8Array): Uint8Array {
  const hex = ascii(content)
    .replace(/^\s*\S+\s+\d+\s/, '')
    .replace(/[^0-9a-f]/gi, '');
  const bytes = new Uint8Array(Math.floor(hex.length / 2));
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}
