import { Fault } from '@courant/base';
import { FACE_UNFIT } from './faults.ts';

/** The TrueType file of a face with no glyphs but these, which keep their numbers. */
export type Subset = (face: Uint8Array, glyphs: Iterable<number>) => Uint8Array;

/** HarfBuzz's C functions, of which harfbuzzjs has no form in JavaScript; pointers are numbers. */
interface Subsetter {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
  readonly malloc: (size: number) => number;
  readonly free: (pointer: number) => void;
  readonly hb_blob_create: (
    data: number,
    size: number,
    mode: number,
    user: number,
    destroy: number,
  ) => number;
  readonly hb_blob_destroy: (blob: number) => void;
  readonly hb_blob_get_data: (blob: number, size: number) => number;
  readonly hb_blob_get_length: (blob: number) => number;
  readonly hb_face_create: (blob: number, index: number) => number;
  readonly hb_face_destroy: (face: number) => void;
  readonly hb_face_reference_blob: (face: number) => number;
  readonly hb_set_add: (set: number, value: number) => void;
  readonly hb_subset_input_create_or_fail: () => number;
  readonly hb_subset_input_destroy: (input: number) => void;
  readonly hb_subset_input_glyph_set: (input: number) => number;
  readonly hb_subset_input_set: (input: number, which: number) => number;
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void;
  readonly hb_subset_input_pin_all_axes_to_default: (input: number, face: number) => number;
  readonly hb_subset_or_fail: (face: number, input: number) => number;
}

/** hb_subset_flags_t: no hinting, glyphs keep their numbers, .notdef keeps its outline, no glyph by substitution. */
const FLAGS = 0x1 | 0x2 | 0x40 | 0x200;
const READ_ONLY = 1;
const DROPPED_TABLES = 3;
/** Tables that a PDF has no use for: it names glyphs by number and places them itself. */
const DROPPED = [
  'GSUB',
  'GPOS',
  'GDEF',
  'kern',
  'name',
  'cmap',
  'post',
  'OS/2',
  'STAT',
  'DSIG',
  'gasp',
  'meta',
];

/** Opens the subsetter from the bytes of `harfbuzz-subset.wasm`, which comes with harfbuzzjs. */
export async function openSubset(wasm: BufferSource): Promise<Subset> {
  const { instance } = await WebAssembly.instantiate(wasm, {});
  const subsetter = asSubsetter(instance.exports);
  subsetter._initialize();
  return (face, glyphs) => subset(subsetter, face, glyphs);
}

function asSubsetter(exports: WebAssembly.Exports): Subsetter {
  if (!('hb_subset_or_fail' in exports && 'hb_subset_input_pin_all_axes_to_default' in exports))
    throw new Fault(FACE_UNFIT, 'This is no subsetter of HarfBuzz.', {
      hint: 'Hand in harfbuzz-subset.wasm of harfbuzzjs 1.6 or later.',
    });
  return exports as unknown as Subsetter;
}

function subset(hb: Subsetter, bytes: Uint8Array, glyphs: Iterable<number>): Uint8Array {
  const data = hb.malloc(bytes.length);
  // The memory is looked at anew after every call: it grows, and an old view of it is empty then.
  new Uint8Array(hb.memory.buffer).set(bytes, data);
  const blob = hb.hb_blob_create(data, bytes.length, READ_ONLY, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  try {
    return subsetFace(hb, face, { input, glyphs });
  } finally {
    hb.hb_subset_input_destroy(input);
    hb.hb_face_destroy(face);
    hb.hb_blob_destroy(blob);
    hb.free(data);
  }
}

function subsetFace(
  hb: Subsetter,
  face: number,
  { input, glyphs }: { readonly input: number; readonly glyphs: Iterable<number> },
): Uint8Array {
  const kept = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(kept, glyph);
  const dropped = hb.hb_subset_input_set(input, DROPPED_TABLES);
  for (const tag of DROPPED) hb.hb_set_add(dropped, tagNumber(tag));
  hb.hb_subset_input_set_flags(input, FLAGS);
  // A PDF knows no variable faces: it takes the form in which the text was shaped.
  hb.hb_subset_input_pin_all_axes_to_default(input, face);
  const made = hb.hb_subset_or_fail(face, input);
  if (made === 0)
    throw new Fault(FACE_UNFIT, 'A face could not be cut down to the glyphs that are used.', {
      hint: 'Hand in the bytes of a whole TrueType file (.ttf).',
    });
  const blob = hb.hb_face_reference_blob(made);
  const from = hb.hb_blob_get_data(blob, 0);
  const cut = new Uint8Array(hb.memory.buffer).slice(from, from + hb.hb_blob_get_length(blob));
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(made);
  return cut;
}

function tagNumber(tag: string): number {
  return [...tag].reduce((sum, sign) => sum * 256 + sign.charCodeAt(0), 0);
}
