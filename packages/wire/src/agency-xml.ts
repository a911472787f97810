import { readNtbEvents } from './ntb-event.ts';
import type { ReadOptions } from './read-options.ts';
import { readRitzau } from './ritzau.ts';
import { readSolita } from './solita.ts';
import type { Reading } from './wire-item.ts';
import type { XmlElement } from './xml.ts';

type Read = (root: XmlElement, options: ReadOptions) => Reading | undefined;

/** Formats of XML that senders made for themselves, by the local name of the root; a later one is one more row. */
const ROOTS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['RBNews', readRitzau],
  ['release', readSolita],
  ['document', readNtbEvents],
  ['result', readNtbEvents],
]);

/** Reads XML in a sender's own format; undefined where it is none we know: others use such names too. */
export function readAgencyXml(root: XmlElement, options: ReadOptions): Reading | undefined {
  return ROOTS.get(root.name)?.(root, options);
}
