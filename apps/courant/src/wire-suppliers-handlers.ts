import { WIRE_SUPPLIERS_ROUTES } from '@courant/api';
import { setSupplier } from '@courant/desk';
import { refusal } from './api-act.ts';
import type { Handler } from './api-call.ts';

/** Every supplier, and how long its copy is kept. */
export const listSuppliers: Handler = async ({ house }) => {
  const desk = await house.desk();
  return { status: 200, json: { suppliers: await desk.archive.within(({ suppliers }) => suppliers.all()) } };
};

/** Says all there is to say of a supplier. */
export const putSupplier: Handler = async ({ house, actor, parameters, body }) => {
  const { name, timeZone, keepDays } = WIRE_SUPPLIERS_ROUTES.setSupplier.body.parse(body);
  const said = { name: name ?? null, timeZone: timeZone ?? null, keepDays: keepDays ?? null };
  const set = await setSupplier(await house.desk(), { actor, key: parameters.supplier ?? '', ...said });
  return set.ok ? { status: 200, json: set.value } : refusal(set);
};
