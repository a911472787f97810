import { CAMERA_WORDS, PLACEHOLDERS } from './photo-said.data.ts';
import type { PhotoWords } from './photo-words.ts';

/** Signs of one line, and lines of one list, that are kept: the longest captions have some thousands. */
const MOST = { line: 200_000, list: 500 } as const;

/** A line that says something: trimmed, zeros out; undefined for what programs and cameras fill a place with. */
export function said(text: string | undefined): string | undefined {
  const plain = text?.slice(0, MOST.line).replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
  return plain && !PLACEHOLDERS.test(plain) && !CAMERA_WORDS.test(plain) ? plain : undefined;
}

/** The lines of a list that say something, each once. */
export function saidAll(lines: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(lines.slice(0, MOST.list).flatMap((line) => said(line) ?? []))];
}

/** Fields that have a value: no blank line, no empty list. */
export function saidFields<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  // What has no value fell away, which is what the type says.
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Fields by a table that tells under which key of a layer each is said. */
export function fieldsBy<F extends keyof PhotoWords>(
  table: Readonly<Record<string, F>>,
  read: (key: string) => PhotoWords[F] | undefined,
): Pick<PhotoWords, F> {
  const fields: PhotoWords = Object.fromEntries(
    Object.entries(table).map(([key, field]) => [field, read(key)]),
  );
  return saidFields(fields);
}

/** An urgency of 1 to 8; undefined for 0 and 9, which the standard keeps for itself, and for anything else. */
export function urgencyIn(text: string | undefined): number | undefined {
  const urgency = Number(text?.trim() || Number.NaN);
  return Number.isInteger(urgency) && urgency >= 1 && urgency <= 8 ? urgency : undefined;
}

/** An orientation as Exif counts, 1 to 8. */
export function orientationIn(value: number | undefined): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8 ? value : undefined;
}
