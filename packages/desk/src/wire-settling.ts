import type { Desk } from './ports.ts';
import type { ListedVersion } from './wire-order-ports.ts';
import type { LoadedOrders } from './wire-orders.ts';
import { lookedAt } from './wire-trial.ts';

/** Items looked at in one step. */
const STEP = 1_000;

/**
 * Settles anew who belongs to presets whose filter was changed, newest items first, a step at a time, so that filing
 * goes on meanwhile: what arrives is settled by filing itself. Begun again where it is broken off.
 */
export class PresetSettling {
  readonly #desk: Desk;
  #version: number | undefined;
  #after: Pick<ListedVersion, 'newest' | 'chain'> | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Does the next step; gives whether there is another. */
  async step(orders: LoadedOrders): Promise<boolean> {
    const presets = orders.presets.filter(({ id }) => orders.stale.includes(id));
    if (presets.length === 0) return false;
    if (this.#version !== orders.version) this.#after = undefined;
    this.#version = orders.version;
    return this.#desk.archive.within(async (books) => {
      const after = this.#after === undefined ? {} : { after: this.#after };
      const part = await books.orders.listed({ ...after, most: STEP });
      const members = part.flatMap((one) => {
        const { chain, newest } = one;
        const looked = lookedAt(one);
        return presets.flatMap(({ id, means }) => (means(looked) ? [{ preset: id, chain, newest }] : []));
      });
      if (members.length > 0) await books.orders.addMembers(members);
      const last = part.at(-1);
      if (last && part.length === STEP) {
        this.#after = { newest: last.newest, chain: last.chain };
        return true;
      }
      await books.orders.settled(presets.map(({ id }) => id));
      this.#version = undefined;
      return false;
    });
  }
}
