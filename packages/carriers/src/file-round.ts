import { createHash } from 'node:crypto';
import type { Instant, Json } from '@courant/base';
import { Fault, isFault, millis } from '@courant/base';
import type { FileRule } from '@courant/wire';
import { STOPPED, TOO_LARGE, TOO_MANY } from './faults.ts';
import { handOver } from './hand-over.ts';
import type { Memory, RefusedParcel, Visit, VisitOrder } from './ports.ts';

/** A file where a supplier leaves copy. */
export interface FoundFile {
  readonly name: string;
  readonly size: number;
  /** When it was last written, in whatever words the place has for it; '' where it has none. */
  readonly written: string;
}

/** A place with files in it. */
export interface FilePlace {
  /** The files, not what is in folders beside them. */
  list(): Promise<readonly FoundFile[]>;
  /** The bytes of a file. Throws Fault `too-large` beyond the most. */
  read(file: FoundFile, mostBytes: number): Promise<Uint8Array>;
  /** Puts a file into the folder of this name beside it, under a name that is free there. */
  move(file: FoundFile, folder: 'done' | 'refused'): Promise<void>;
  remove(file: FoundFile): Promise<void>;
}

/** What a round takes, and how. */
export type FileOrder = FileRule & { readonly mostBytes: number };

/** Files and bytes brought by one visit at the most; more are fetched at once by another. */
const MOST_FILES = 500;
const MOST_BYTES = 64 * 1024 * 1024;
/** Files that can be remembered: a folder in which more are left is one that nobody clears. */
const MOST_REMEMBERED = 20_000;
/** Between two notes of what is known already. */
const NOTE_EVERY = 50;

/** Names under which programs write what is not whole yet, or keep things of their own. */
const UNFINISHED = /^[.~]|[.](?:tmp|temp|part|partial|filepart|crdownload|swp|writing)$|~$/i;

/**
 * Brings what is new in a place: files that fit by name, stand still, and were not brought before, the eldest first.
 * Each is put away as the rule says once it is kept. Memory: `known`, stamps of files that stay where they are;
 * `waiting`, stamps of files that may still be written, and since when they are so.
 */
export async function fileRound(
  place: FilePlace,
  rule: FileOrder,
  { order, at }: { readonly order: VisitOrder; readonly at: Instant },
): Promise<Visit> {
  const round = new Round(place, rule, { order, at });
  return round.run();
}

class Round {
  readonly #place: FilePlace;
  readonly #rule: FileOrder;
  readonly #order: VisitOrder;
  readonly #now: number;
  readonly #known: Map<string, Json>;
  readonly #refused: RefusedParcel[] = [];
  #waiting: Readonly<Record<string, Json>> = {};
  #brought = 0;
  #bytes = 0;

  constructor(place: FilePlace, rule: FileOrder, { order, at }: { order: VisitOrder; at: Instant }) {
    this.#place = place;
    this.#rule = rule;
    this.#order = order;
    this.#now = millis(at);
    this.#known = new Map(Object.entries(recordIn(order.memory.known)));
  }

  async run(): Promise<Visit> {
    const all = await this.#place.list();
    this.#forget(all);
    const ready = this.#ready(all);
    let taken = 0;
    for (const file of ready) {
      if (this.#order.signal.aborted)
        throw this.#order.signal.reason ?? new Fault(STOPPED, 'The visit was ended.');
      if (taken >= MOST_FILES || this.#bytes >= MOST_BYTES) break;
      taken++;
      await this.#take(file);
      if (taken % NOTE_EVERY === 0) await this.#order.remember?.(this.#memory());
    }
    return {
      brought: this.#brought,
      memory: this.#memory(),
      ...(this.#refused.length > 0 ? { refused: this.#refused } : {}),
      ...(taken < ready.length ? { more: true } : {}),
    };
  }

  /** What is not there any more need not be known. */
  #forget(all: readonly FoundFile[]): void {
    const there = new Set(all.map(({ name }) => name));
    for (const name of this.#known.keys()) if (!there.has(name)) this.#known.delete(name);
  }

  #ready(all: readonly FoundFile[]): readonly FoundFile[] {
    const meant = all.filter(({ name }) => !UNFINISHED.test(name) && fits(name, this.#rule.names));
    const fresh = meant.filter((file) => this.#known.get(file.name) !== stampOf(file));
    if (fresh.length + this.#known.size > MOST_REMEMBERED && this.#rule.after === 'leave') {
      throw new Fault(TOO_MANY, `More than ${MOST_REMEMBERED} files lie in the folder.`, {
        hint: 'Have them moved or deleted once they are kept (“after”), or have the folder cleared.',
      });
    }
    const before = recordIn(this.#order.memory.waiting);
    const waiting: Record<string, Json> = {};
    const ready = fresh.filter((file) => {
      const since = this.#stillSince(file, before[file.name]);
      if (this.#now - since >= this.#rule.settle * 1000) return true;
      waiting[file.name] = [stampOf(file), since];
      return false;
    });
    this.#waiting = waiting;
    return ready.toSorted(byAge);
  }

  /** Since when a file has been as it is, as far as we have seen. */
  #stillSince(file: FoundFile, before: Json | undefined): number {
    if (!Array.isArray(before)) return this.#now;
    const [stamp, since] = before;
    return stamp === stampOf(file) && typeof since === 'number' ? since : this.#now;
  }

  async #take(file: FoundFile): Promise<void> {
    const { name, written } = file;
    const bytes = await this.#place.read(file, this.#rule.mostBytes).catch((thrown: unknown) => {
      if (isFault(thrown, TOO_LARGE)) return undefined;
      throw thrown;
    });
    if (bytes === undefined) return this.#refuse(file);
    const headers: Record<string, string> = written === '' ? {} : { 'last-modified': written };
    await handOver({ bytes, name, headers }, this.#order.receive);
    this.#brought++;
    this.#bytes += bytes.byteLength;
    await this.#putAway(file, 'done');
  }

  async #refuse(file: FoundFile): Promise<void> {
    const { name, size } = file;
    const where = this.#rule.after === 'move' ? 'It was put into “refused” there' : 'It was left where it is';
    const say = `“${name}” has ${size} bytes, more than ${this.#rule.mostBytes}. ${where}, and not kept here.`;
    this.#refused.push({ name, say });
    // Nobody has kept it: it is never deleted.
    if (this.#rule.after === 'move') await this.#place.move(file, 'refused');
    else this.#known.set(name, stampOf(file));
  }

  async #putAway(file: FoundFile, folder: 'done'): Promise<void> {
    switch (this.#rule.after) {
      case 'move':
        return this.#place.move(file, folder);
      case 'delete':
        return this.#place.remove(file);
      case 'leave':
        this.#known.set(file.name, stampOf(file));
    }
  }

  #memory(): Memory {
    const known = Object.fromEntries(this.#known);
    return {
      ...(Object.keys(known).length > 0 ? { known } : {}),
      ...(Object.keys(this.#waiting).length > 0 ? { waiting: this.#waiting } : {}),
    };
  }
}

function byAge(one: FoundFile, other: FoundFile): number {
  if (one.written !== other.written) return one.written < other.written ? -1 : 1;
  return one.name < other.name ? -1 : 1;
}

function stampOf({ size, written }: FoundFile): string {
  return `${size} ${written}`;
}

/** Whether a name fits one of some patterns with `*` and `?`. */
function fits(name: string, patterns: readonly string[] | undefined): boolean {
  return patterns === undefined || patterns.some((pattern) => matcherOf(pattern).test(name));
}

function matcherOf(pattern: string): RegExp {
  const parts = pattern.replace(/\*+/g, '*').split(/([*?])/);
  const source = parts.map((part) => (part === '*' ? '[^]*?' : part === '?' ? '[^]' : RegExp.escape(part)));
  return new RegExp(`^${source.join('')}$`, 'iu');
}

function recordIn(value: Json | undefined): Readonly<Record<string, Json>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, Json>>) : {};
}

/** A name that is free beside another of the same: told apart by when it was put away. */
export function freeName(name: string, at: Instant): string {
  const mark = createHash('sha256').update(`${at} ${name}`).digest('hex').slice(0, 6);
  return `${at.replace(/\D/g, '').slice(0, 14)}-${mark}-${name}`;
}
