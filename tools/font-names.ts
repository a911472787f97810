/** A name, and what it is called instead; no longer than it is. */
export type NewName = readonly [old: string, made: string];

/** Who holds the rights, which stays as it is. */
const COPYRIGHT = 0;

const HEADER = 12;
const TABLE_RECORD = 16;
const NAME_HEADER = 6;
const NAME_RECORD = 12;

/**
 * The same font under other names (OpenType 1.9, "name": UTF-16 of the Windows platform, which is all that the cutter
 * keeps). Copyright is left alone. Checksums are those of before. Throws where a new name is too long for its place.
 */
export function renamed(font: Uint8Array, names: readonly NewName[]): Buffer {
  const made = Buffer.from(font);
  const [before, after] = [viewOf(font), viewOf(made)];
  const table = nameTable(before);
  const texts = table + before.getUint16(table + 4);
  for (let i = 0; i < before.getUint16(table + 2); i += 1) {
    const record = table + NAME_HEADER + i * NAME_RECORD;
    if (before.getUint16(record + 6) === COPYRIGHT) continue;
    const length = before.getUint16(record + 8);
    const start = texts + before.getUint16(record + 10);
    const text = called(textAt(before, start, length), names);
    if (text.length * 2 > length) throw new Error(`“${text}” is too long a name.`);
    for (let at = 0; at < text.length; at += 1) after.setUint16(start + at * 2, text.charCodeAt(at));
    after.setUint16(record + 8, text.length * 2);
  }
  return made;
}

/** The names of a font by their numbers. */
export function namesOf(font: Uint8Array): ReadonlyMap<number, string> {
  const view = viewOf(font);
  const table = nameTable(view);
  const texts = table + view.getUint16(table + 4);
  const names = new Map<number, string>();
  for (let i = 0; i < view.getUint16(table + 2); i += 1) {
    const record = table + NAME_HEADER + i * NAME_RECORD;
    const text = textAt(view, texts + view.getUint16(record + 10), view.getUint16(record + 8));
    names.set(view.getUint16(record + 6), text);
  }
  return names;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function nameTable(view: DataView): number {
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const record = HEADER + i * TABLE_RECORD;
    if (view.getUint32(record) === 0x6e616d65) return view.getUint32(record + 8);
  }
  throw new Error('The font has no names.');
}

function textAt(view: DataView, start: number, length: number): string {
  return Array.from({ length: length / 2 }, (_, i) =>
    String.fromCharCode(view.getUint16(start + i * 2)),
  ).join('');
}

function called(text: string, names: readonly NewName[]): string {
  return names.reduce((now, [old, made]) => now.replaceAll(old, made), text);
}
