/**
 * Values by their keys, of which those that were not asked for during a whole age are let go. An age ends when somebody
 * says so, or with so many values.
 */
export class Kept<K, V> {
  readonly #most: number;
  #now = new Map<K, V>();
  #before = new Map<K, V>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Begins another age. */
  age(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** The value of a key, made where there is none. */
  of(key: K, make: () => V): V {
    if (!this.#now.has(key)) {
      if (this.#now.size >= this.#most) this.age();
      this.#now.set(key, this.#before.get(key) ?? make());
    }
    // There is one: it was set.
    return this.#now.get(key) as V;
  }
}
