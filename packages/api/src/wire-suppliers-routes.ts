import type { Route } from './route.ts';
import { SupplierMessage, SupplierOrderMessage, SuppliersMessage } from './wire-suppliers.ts';

/** The operations on suppliers, by name. */
export const WIRE_SUPPLIERS_ROUTES = {
  listSuppliers: {
    operation: 'listSuppliers',
    method: 'get',
    path: '/api/v1/wire-suppliers',
    summary: 'Who sends copy, and how long it is kept',
    capability: 'wire',
    answer: {
      status: 200,
      schema: SuppliersMessage,
      says: 'The suppliers, those that sent copy and those that are set',
    },
    refusals: [],
  },
  setSupplier: {
    operation: 'setSupplier',
    method: 'put',
    path: '/api/v1/wire-suppliers/{supplier}',
    summary: 'Say how a supplier is called, in which zone its times are, and how many days its copy is kept',
    capability: 'settings',
    body: SupplierOrderMessage,
    answer: { status: 200, schema: SupplierMessage, says: 'The supplier as it is now' },
    refusals: ['bad-request', 'supplier-settings'],
  },
} as const satisfies Readonly<Record<string, Route>>;
