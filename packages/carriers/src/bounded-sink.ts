import { Writable } from 'node:stream';
import { Fault } from '@courant/base';
import { TOO_LARGE } from './faults.ts';

/** Collects what is written to it. Fails with Fault `too-large` beyond the most bytes. */
export class BoundedSink extends Writable {
  readonly #most: number;
  readonly #place: string;
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  constructor(most: number, place: string) {
    super();
    this.#most = most;
    this.#place = place;
  }

  get bytes(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (thrown?: Error) => void): void {
    this.#length += chunk.byteLength;
    if (this.#length > this.#most) {
      const hint = 'If it is meant, raise “mostBytes” of the channel.';
      done(new Fault(TOO_LARGE, `${this.#place} sends more than ${this.#most} bytes.`, { hint }));
      return;
    }
    this.#chunks.push(chunk);
    done();
  }
}
