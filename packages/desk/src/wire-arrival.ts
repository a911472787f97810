import type { Id, Instant, Json } from '@courant/base';
import { canonicalJson } from '@courant/base';
import { plainText } from '@courant/story';
import type { WireItem } from '@courant/wire';
import type { NearPrint } from './wire-near-print.ts';
import type { Route, TrailEntry, WeighedWords } from './wire-ports.ts';

/** One version of an item that came in, with everything that can be said of it without a look at the file. */
export interface Arrival {
  readonly id: Id;
  readonly item: WireItem;
  readonly supplier: string;
  readonly contentHash: string;
  /** SHA-256 of the payload, and its place in it. */
  readonly payload: string;
  readonly part: number;
  readonly received: Instant;
  readonly channel?: string;
  /** Its item was withdrawn by a version that is deleted. */
  readonly isAfterKill?: boolean;
  readonly words: WeighedWords;
  /** By which items that tell the same are found; absent where it says too little. */
  readonly print?: NearPrint;
  readonly judged: Judgement;
}

/** What rules and presets say of an item. */
export interface Judgement {
  readonly routes: readonly Route[];
  readonly trail: readonly TrailEntry[];
  readonly presets: readonly Id[];
  /** Desks to be told at once. */
  readonly notify?: readonly string[];
  /** A person must look before it is used. */
  readonly isHeld?: boolean;
  /** What is to be done once it is filed. */
  readonly todo?: Json;
}

/** Nothing said. */
export const NO_JUDGEMENT: Judgement = { routes: [], trail: [], presets: [] };

/**
 * What makes two sendings of one version the same: the words, the status and what is to happen, not the envelope and
 * not the format. Gives text to be hashed.
 */
export function contentOf(item: WireItem): string {
  const { headline = '', slug = '', standfirst = '', byline = '', edNote = '' } = item;
  const { status = '', signal = '', embargo = '', kind = '' } = item;
  const body = item.body ? plainText(item.body) : '';
  const { starts = '', ends = '', place = '', status: planned = '' } = item.event ?? {};
  const members = (item.members ?? []).map(({ id, version = '' }) => `${id} ${version}`);
  const content: Json = [
    ...[headline, slug, standfirst, byline, status, signal, edNote, embargo, kind, body],
    ...[starts, ends, place, planned],
    members,
  ];
  return canonicalJson(content);
}
