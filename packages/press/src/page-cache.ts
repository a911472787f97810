import type { Instant } from '@courant/base';
import type { LogEntry } from '@courant/edition';
import type { Tag } from './tags.ts';
import { touched } from './tags.ts';

/** A page as made from one snapshot of the database. */
export interface Page {
  readonly status: 200 | 301 | 302 | 404 | 410;
  readonly mediaType: string;
  readonly body: Uint8Array;
  /** What HTTP says beside it: where its updates are told (RFC 8288). */
  readonly link?: string;
  /** When it last changed, where its content has a time of its own. */
  readonly modified?: Instant;
  /** Where a redirect leads. */
  readonly location?: string;
  /** What it was made of. */
  readonly tags: readonly Tag[];
  /** Number of the last log entry the snapshot held. */
  readonly seq: number;
  /** Pages of addresses anybody can make up are not kept. */
  readonly keep: boolean;
}

/** How a cache makes pages and how much it holds. */
export interface PageCacheOptions {
  readonly render: (address: string) => Promise<Page>;
  /** Bytes of page bodies at the most. */
  readonly limit: number;
  /** Position of the log the cache starts from: it is empty, so nothing in it is older. */
  readonly position: number;
  /** Told what each entry touched once the pages of that are gone; `'all'` when every page is. */
  readonly onTouched?: (tags: ReadonlySet<Tag> | 'all') => void;
}

/** Entries remembered for pages that were being made while they came in. */
const MEMORY = 1_000;
/** How often a page is made anew because an entry overtook it, before the reader gets what there is. */
const TRIES = 5;

/**
 * The pages of one process, kept true by the log. A page is stored only if no entry that came in since its snapshot
 * touches its tags; an entry evicts exactly the pages whose tags it touches.
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #pages = new Map<string, Page>();
  readonly #addressesByTag = new Map<Tag, Set<string>>();
  readonly #making = new Map<string, Promise<Page>>();
  readonly #recent: { readonly seq: number; readonly tags: ReadonlySet<Tag> }[] = [];
  #position: number;
  #generation = 0;
  #bytes = 0;

  constructor(options: PageCacheOptions) {
    this.#options = options;
    this.#position = options.position;
  }

  /** Number of the last entry taken in. */
  get position(): number {
    return this.#position;
  }

  /** How many pages, and how many bytes of them, are held. */
  get size(): { readonly pages: number; readonly bytes: number } {
    return { pages: this.#pages.size, bytes: this.#bytes };
  }

  /** The page of an address if it is held. */
  held(address: string): Page | undefined {
    return this.#pages.get(address);
  }

  /** The page of an address, made if need be; several who ask at once wait for one making. */
  async page(address: string): Promise<Page> {
    const held = this.#pages.get(address);
    if (held) return held;
    const under = this.#making.get(address);
    if (under) return under;
    const making = this.#make(address).finally(() => this.#making.delete(address));
    this.#making.set(address, making);
    return making;
  }

  async #make(address: string): Promise<Page> {
    for (let tries = 1; ; tries++) {
      const generation = this.#generation;
      const page = await this.#options.render(address);
      const isTrue = generation === this.#generation && !this.#isOvertaken(page);
      if (isTrue && page.keep) this.#store(address, page);
      if (isTrue || tries === TRIES) return page;
    }
  }

  /** Forgets every page, and those being made: the log they followed is no more. */
  clear(position: number): void {
    this.#generation++;
    this.#pages.clear();
    this.#addressesByTag.clear();
    this.#recent.length = 0;
    this.#bytes = 0;
    this.#position = position;
    this.#options.onTouched?.('all');
  }

  /** Whether an entry that came in after the page's snapshot touches what it was made of. */
  #isOvertaken(page: Page): boolean {
    if (page.seq >= this.#position) return false;
    const oldest = this.#recent[0]?.seq ?? this.#position + 1;
    if (page.seq + 1 < oldest) return true;
    return this.#recent.some((entry) => entry.seq > page.seq && page.tags.some((tag) => entry.tags.has(tag)));
  }

  #store(address: string, page: Page): void {
    if (page.body.byteLength > this.#options.limit) return;
    this.#pages.set(address, page);
    this.#bytes += page.body.byteLength;
    for (const tag of page.tags) {
      const addresses = this.#addressesByTag.get(tag);
      if (addresses) addresses.add(address);
      else this.#addressesByTag.set(tag, new Set([address]));
    }
    // The oldest go first: a Map keeps the order in which pages were made.
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#options.limit || oldest === address) break;
      this.#drop(oldest);
    }
  }

  #drop(address: string): void {
    const page = this.#pages.get(address);
    if (!page) return;
    this.#pages.delete(address);
    this.#bytes -= page.body.byteLength;
    for (const tag of page.tags) {
      const addresses = this.#addressesByTag.get(tag);
      addresses?.delete(address);
      if (addresses?.size === 0) this.#addressesByTag.delete(tag);
    }
  }

  /** Takes in an entry of the log; gives the addresses it evicted. Entries come in order, each once. */
  takeIn(entry: LogEntry): readonly string[] {
    if (entry.seq <= this.#position) return [];
    const tags = touched(entry);
    const evicted = new Set<string>();
    for (const tag of tags) for (const address of this.#addressesByTag.get(tag) ?? []) evicted.add(address);
    for (const address of evicted) this.#drop(address);
    this.#position = entry.seq;
    this.#recent.push({ seq: entry.seq, tags });
    if (this.#recent.length > MEMORY) this.#recent.shift();
    this.#options.onTouched?.(tags);
    return [...evicted];
  }
}
