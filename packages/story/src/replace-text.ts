import type * as Y from 'yjs';

/** Makes a shared text read as another, touching only what lies between their common beginning and end. */
export function replaceText(text: Y.Text, wanted: string): void {
  const current = text.toString();
  if (current === wanted) return;
  const start = commonStart(current, wanted);
  const end = commonEnd(current.slice(start), wanted.slice(start));
  const removed = current.length - start - end;
  if (removed > 0) text.delete(start, removed);
  const added = wanted.slice(start, wanted.length - end);
  if (added !== '') text.insert(start, added);
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  // Never between the halves of a surrogate pair: each half alone would be no text.
  return n > 0 && isHighSurrogate(a.charCodeAt(n - 1)) ? n - 1 : n;
}

function commonEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n > 0 && isLowSurrogate(a.charCodeAt(a.length - n)) ? n - 1 : n;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
