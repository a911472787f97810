import { Fault } from '@courant/base';
import type { Face } from './face.ts';
import { FACE_UNFIT } from './faults.ts';

/** What a PDF says of a face beside its glyphs; lengths are thousandths of an em. */
export interface FontTables {
  /** PostScript name. */
  readonly name: string;
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capitals: number;
  readonly weight: number;
  /** Degrees, negative where letters lean to the right. */
  readonly slant: number;
  /** How far a glyph moves the pen. */
  advance(glyph: number): number;
}

/** Reads the tables of a TrueType file (OpenType 1.9). Throws the fault `face-unfit` for anything else. */
export function fontTables({ id, bytes }: Pick<Face, 'id' | 'bytes'>): FontTables {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return read(view, id);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault(FACE_UNFIT, `The face ${id} cannot be read.`, {
      hint: 'Hand in the bytes of a whole TrueType file (.ttf).',
      cause,
    });
  }
}

function read(view: DataView, id: string): FontTables {
  const at = directory(view);
  const table = (tag: string): number => {
    const offset = at.get(tag);
    if (offset === undefined)
      throw new Fault(FACE_UNFIT, `The face ${id} has no table ${tag}.`, {
        hint: 'Hand in a face with TrueType outlines (.ttf): PostScript outlines (.otf) and packed files are not drawn.',
      });
    return offset;
  };
  table('glyf');
  const [head, hhea, hmtx, os2] = [table('head'), table('hhea'), table('hmtx'), table('OS/2')];
  const thousandths = (units: number) => (units * 1000) / view.getUint16(head + 18);
  const signed = (offset: number) => Math.round(thousandths(view.getInt16(offset)));
  const measured = view.getUint16(hhea + 34);
  // The height of capitals came with version 2 of the table.
  const capitals = view.getUint16(os2) >= 2 ? signed(os2 + 88) : 700;
  return {
    name: postScriptName(view, at.get('name')) ?? id.replace(/^.*\/|\.ttf$/g, ''),
    box: [signed(head + 36), signed(head + 38), signed(head + 40), signed(head + 42)],
    ...{ ascent: signed(hhea + 4), descent: signed(hhea + 6), capitals },
    weight: view.getUint16(os2 + 4),
    slant: at.has('post') ? view.getInt32(table('post') + 4) / 65_536 : 0,
    advance: (glyph) => thousandths(view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1))),
  };
}

function directory(view: DataView): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + i * 16;
    const tag = [0, 1, 2, 3].map((k) => String.fromCharCode(view.getUint8(entry + k))).join('');
    tables.set(tag, view.getUint32(entry + 8));
  }
  return tables;
}

/** Name number 6 of the Windows platform, which is in UTF-16. */
function postScriptName(view: DataView, table: number | undefined): string | undefined {
  if (table === undefined) return undefined;
  const strings = table + view.getUint16(table + 4);
  for (let i = 0; i < view.getUint16(table + 2); i++) {
    const record = table + 6 + i * 12;
    if (view.getUint16(record) !== 3 || view.getUint16(record + 6) !== 6) continue;
    const from = strings + view.getUint16(record + 10);
    let found = '';
    for (let k = 0; k < view.getUint16(record + 8); k += 2)
      found += String.fromCharCode(view.getUint16(from + k));
    return found;
  }
  return undefined;
}
