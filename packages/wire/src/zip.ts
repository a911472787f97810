import { Inflate } from 'fflate';

/** A file of an archive. Its name is what the archive calls it: nothing is ever written or opened by it. */
export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of an archive, or in a line why none of it is read. */
export type ZipReading =
  | { readonly ok: true; readonly files: readonly ZipFile[]; readonly left: readonly string[] }
  | { readonly ok: false; readonly why: 'broken' | 'too-large' | 'unsupported'; readonly say: string };

/** What an archive may hold: files, bytes of all of them and of one, and how often larger than it is packed. */
const MOST = { files: 10_000, bytes: 200 * 1024 * 1024, file: 20 * 1024 * 1024, ratio: 200 } as const;
/** Packed bytes unpacked at once: no more than a thousand times as many come of them before they are counted. */
const STEP = 16 * 1024;

/** The end of the directory (APPNOTE 4.3.16), a file in it (4.3.12), and the head of a file (4.3.7). */
const SIGNATURE = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 } as const;
const LENGTH = { end: 22, entry: 46, local: 30, comment: 65_535 } as const;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** The end of the name of a file that is no text: it is left out without being unpacked. */
const NO_TEXT =
  /\.(?:jpe?g|png|gif|webp|avif|heic|svg|tiff?|bmp|ico|mp[34]|m4[av]|mov|webm|ogg|wav|flac|pdf|zip|gz|woff2?|ttf|otf|css|js)$/i;
/** What systems and people leave in archives beside their files. */
const CLUTTER = /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|Thumbs\.db$|desktop\.ini$)/;

/**
 * Unpacks the texts of a ZIP archive in memory. One that lies about its sizes, that holds more than any export of
 * texts does, or whose files lie in each other is refused; pictures and sounds are named and not unpacked.
 */
export function zipFiles(bytes: Uint8Array): ZipReading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(bytes, view);
  if (!entries) return { ok: false, why: 'broken', say: 'broken ZIP archive: its directory cannot be read' };
  if (entries === 'too-many') return tooLarge(`it holds more than ${MOST.files} files`);
  if (entries.some(({ name }) => name === '[Content_Types].xml'))
    return { ok: false, why: 'unsupported', say: 'unsupported: an office document; send its text' };
  const texts = entries.filter(({ name }) => !name.endsWith('/') && !CLUTTER.test(name));
  const wanted = texts.filter(({ name }) => !NO_TEXT.test(name));
  const fault = faultOf(wanted, bytes.byteLength);
  if (fault) return fault;
  const files: ZipFile[] = [];
  for (const entry of wanted) {
    const content = unpacked(entry, bytes, view);
    if (!content)
      return { ok: false, why: 'broken', say: `broken ZIP archive: “${short(entry.name)}” is damaged` };
    files.push({ name: entry.name, bytes: content });
  }
  return { ok: true, files, left: texts.filter(({ name }) => NO_TEXT.test(name)).map(({ name }) => name) };
}

function faultOf(entries: readonly Entry[], length: number): Extract<ZipReading, { ok: false }> | undefined {
  const sum = (of: (entry: Entry) => number) => entries.reduce((total, entry) => total + of(entry), 0);
  if (sum(({ packed }) => packed) > length)
    return { ok: false, why: 'broken', say: 'broken ZIP archive: its files lie in each other' };
  if (sum(({ size }) => size) > MOST.bytes) return tooLarge(`it unpacks to more than ${MOST.bytes} bytes`);
  for (const { name, packed, size, method, isEncrypted } of entries) {
    if (isEncrypted)
      return {
        ok: false,
        why: 'unsupported',
        say: 'unsupported: a ZIP archive with a password; send it without',
      };
    if (method !== 0 && method !== 8)
      return { ok: false, why: 'unsupported', say: `unsupported: a ZIP archive packed by method ${method}` };
    if (size > MOST.file) return tooLarge(`“${short(name)}” has ${size} bytes; ${MOST.file} at the most`);
    if (size > 1024 * 1024 && size > packed * MOST.ratio)
      return tooLarge(`“${short(name)}” is ${MOST.ratio} times as large as it is packed`);
  }
  return undefined;
}

function tooLarge(say: string): Extract<ZipReading, { ok: false }> {
  return { ok: false, why: 'too-large', say: `a ZIP archive too large to be read: ${say}` };
}

function short(name: string): string {
  return name.replace(/\s+/g, ' ').slice(0, 100);
}

function directory(bytes: Uint8Array, view: DataView): readonly Entry[] | 'too-many' | undefined {
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > MOST.files) return 'too-many';
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (at + LENGTH.entry > view.byteLength || view.getUint32(at, true) !== SIGNATURE.entry) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: nameOf(bytes.subarray(at + LENGTH.entry, at + LENGTH.entry + name)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at += LENGTH.entry + name + extra + comment;
  }
  return entries;
}

/** The end of the directory stands last, but for a comment. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - LENGTH.end;
  for (let at = last; at >= Math.max(0, last - LENGTH.comment); at--) {
    if (view.getUint32(at, true) === SIGNATURE.end) return at;
  }
  return undefined;
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Old archivers write names in a code page of their system: a name is for people alone.
    return new TextDecoder('latin1').decode(bytes);
  }
}

/** The bytes of a file; undefined where they are not as many as the directory says. */
function unpacked(entry: Entry, bytes: Uint8Array, view: DataView): Uint8Array | undefined {
  const { at, packed, size, method } = entry;
  if (at + LENGTH.local > view.byteLength || view.getUint32(at, true) !== SIGNATURE.local) return undefined;
  const start = at + LENGTH.local + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(start, start + packed);
  if (content.byteLength !== packed) return undefined;
  if (method === 0) return packed === size ? content : undefined;
  return inflated(content, size);
}

function inflated(content: Uint8Array, size: number): Uint8Array | undefined {
  const out = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.byteLength > size) throw new RangeError('more comes of it than the directory says');
    out.set(chunk, length);
    length += chunk.byteLength;
  });
  try {
    for (let at = 0; at < content.byteLength; at += STEP)
      inflate.push(content.subarray(at, at + STEP), at + STEP >= content.byteLength);
  } catch {
    // Damaged, or larger than it says: either way not what the directory promises.
    return undefined;
  }
  return length === size ? out : undefined;
}
