import type { Result } from '@courant/base';
import { done, refused } from '@courant/base';
import type { Actor } from './actor.ts';
import { allowed } from './order.ts';
import type { Desk } from './ports.ts';
import type { Supplier } from './supplier-ports.ts';
import { isZone } from './wire-hours.ts';

/** What is to be said of a supplier from now on; what is null is not said any more, what is absent stays. */
export interface SupplierOrder {
  readonly actor: Actor;
  readonly key: string;
  readonly name?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly keepDays?: number | null | undefined;
}

const LONGEST_KEY = 300;
const MOST_DAYS = 36_500;

/** Says something of a supplier: how it is called, in which zone its times are, how many days its copy is kept. */
export async function setSupplier(
  desk: Desk,
  order: SupplierOrder,
): Promise<Result<Supplier, 'not-allowed' | 'supplier-settings'>> {
  const right = allowed(order.actor, 'settings');
  if (!right.ok) return right;
  const fault = faultOf(order);
  if (fault !== undefined) return refused('supplier-settings', fault);
  const { actor, key, ...said } = order;
  return desk.archive.within(async (books) => {
    const known = { ...(await books.suppliers.byKey(key)), key };
    const supplier = withoutNulls({ ...known, ...defined(said) });
    await books.suppliers.save(supplier);
    const { keepDays, timeZone } = supplier;
    const detail = {
      supplier: key,
      keepDays: keepDays ?? 'for good',
      timeZone: timeZone ?? 'as the copy says',
    };
    const at = desk.clock.now();
    await books.record.audit({ at, actor: actor.name, act: 'set-supplier', outcome: 'done', detail });
    return done(supplier);
  });
}

function faultOf({ key, timeZone, keepDays }: SupplierOrder): string | undefined {
  if (key.trim() !== key || key === '' || key.length > LONGEST_KEY)
    return `A supplier is called as its copy or its channel calls it, in ${LONGEST_KEY} characters at the most.`;
  if (typeof timeZone === 'string' && !isZone(timeZone))
    return `“${timeZone}” is no time zone: give the IANA name of one, such as Europe/London.`;
  if (typeof keepDays !== 'number') return undefined;
  const isDays = Number.isInteger(keepDays) && keepDays >= 1 && keepDays <= MOST_DAYS;
  return isDays ? undefined : `Copy is kept 1 to ${MOST_DAYS} whole days, or for good.`;
}

function defined<T extends object>(said: T): Partial<T> {
  // What is taken out was optional.
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function withoutNulls(said: { readonly key: string; readonly [name: string]: unknown }): Supplier {
  // The fields are those of an order: where they are no nulls they are a supplier's.
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== null),
  ) as unknown as Supplier;
}
