import type { Json } from '@courant/base';

/** Text without what no database and no page can hold: NUL, and halves of surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** A value as JSON has it, with every text in it storable; what JSON cannot say is not there. */
export function wellFormed(value: unknown): Json {
  const json = JSON.stringify(value);
  if (json === undefined) return null;
  // What `JSON.parse` gives is Json by its nature.
  return JSON.parse(json, (_, inner) => (typeof inner === 'string' ? storable(inner) : inner)) as Json;
}
