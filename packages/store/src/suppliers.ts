import type { Supplier, Suppliers } from '@courant/desk';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import type { SupplierRow } from './wire-tables.ts';

/** Who sends copy, in one transaction. */
export function suppliersIn(tx: Tx): Suppliers {
  return {
    all: () => all(tx),
    async byKey(key) {
      const row = tx.selectFrom('supplier').selectAll().where('key', '=', key).forUpdate();
      const found = await row.executeTakeFirst();
      return found && supplierOf(found);
    },
    async save({ key, name = null, timeZone = null, keepDays = null }) {
      const said = { name, time_zone: timeZone, keep_days: keepDays };
      await tx
        .insertInto('supplier')
        .values({ key, ...said })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(said))
        .execute();
    },
  };
}

/** From one supplier of the index to the next: the list is as long as there are suppliers, not as there is copy. */
async function all(tx: Tx): Promise<readonly Supplier[]> {
  const { rows } = await sql<SupplierRow>`
    with recursive sending (key) as (
      (select supplier from wire_chain order by supplier limit 1)
      union all
      select (select c.supplier from wire_chain c where c.supplier > s.key order by c.supplier limit 1)
      from sending s where s.key is not null
    )
    select key, s.name, s.time_zone, s.keep_days
    from (select key from sending where key is not null union select key from supplier) known
    left join supplier s using (key) order by key`.execute(tx);
  return rows.map(supplierOf);
}

function supplierOf({ key, name, time_zone: timeZone, keep_days: keepDays }: SupplierRow): Supplier {
  return {
    key,
    ...(name === null ? {} : { name }),
    ...(timeZone === null ? {} : { timeZone }),
    ...(keepDays === null ? {} : { keepDays }),
  };
}
