import type { Instant } from '@courant/base';
import { readPageText } from './page-text.ts';
import type { Reading } from './wire-item.ts';

/** How a payload came. */
export interface ReadOptions {
  readonly received: Instant;
  readonly supplier?: string;
  /** IANA zone in which times without one are read; UTC where absent. */
  readonly timeZone?: string;
}

/** Reads a payload, whatever it is named. */
export function readWire(bytes: Uint8Array, options: ReadOptions): Reading {
  const text = new TextDecoder().decode(bytes);
  const start = text.trimStart().slice(0, 1);
  if (start === '{' || start === '[' || start === '<') {
    return { ok: false, why: 'unsupported', say: 'unsupported: only flat page text is read' };
  }
  return readPageText(text, options);
}
