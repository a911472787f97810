import type { Route } from './route.ts';
import {
  QuarantineMessage,
  QuarantineQuery,
  RetriedMessage,
  TakeMessage,
  TakenMessage,
  WireChainMessage,
  WirePageMessage,
  WireQuery,
} from './wire.ts';

/** The operations of the wire desk, by name. */
export const WIRE_ROUTES = {
  listWire: {
    operation: 'listWire',
    method: 'get',
    path: '/api/v1/wire',
    summary:
      'The live list: agency copy, newest first, an item with all its versions in one row, what tells the same too',
    capability: 'view',
    query: WireQuery,
    answer: { status: 200, schema: WirePageMessage, says: 'A page of the list' },
    refusals: ['bad-request', 'not-found', 'search-too-broad'],
  },
  readWireItem: {
    operation: 'readWireItem',
    method: 'get',
    path: '/api/v1/wire/{chain}',
    summary: 'An item with all its versions and what changed between them',
    capability: 'view',
    answer: { status: 200, schema: WireChainMessage, says: 'The item' },
    refusals: ['not-found'],
  },
  listWireGroup: {
    operation: 'listWireGroup',
    method: 'get',
    path: '/api/v1/wire/{chain}/group',
    summary: 'All items that tell the same as one, itself among them, newest first',
    capability: 'view',
    answer: { status: 200, schema: WirePageMessage, says: 'The group' },
    refusals: ['not-found'],
  },
  takeWireItem: {
    operation: 'takeWireItem',
    method: 'post',
    path: '/api/v1/wire/{chain}/story',
    summary: 'Make a story of an item, or bring the one made of it up to its latest version',
    capability: 'write',
    body: TakeMessage,
    answer: { status: 200, schema: TakenMessage, says: 'The story' },
    refusals: ['bad-request', 'not-found', 'wire-killed', 'wire-gone'],
  },
  listQuarantine: {
    operation: 'listQuarantine',
    method: 'get',
    path: '/api/v1/wire-quarantine',
    summary: 'What arrived and could not be read or filed, oldest first, with the reason',
    capability: 'wire',
    query: QuarantineQuery,
    answer: { status: 200, schema: QuarantineMessage, says: 'Receipts set apart' },
    refusals: ['bad-request'],
  },
  retryQuarantine: {
    operation: 'retryQuarantine',
    method: 'post',
    path: '/api/v1/wire-quarantine/{receipt}/retry',
    summary: 'Read again what was set apart: one receipt by its id, or `all`',
    capability: 'wire',
    answer: { status: 200, schema: RetriedMessage, says: 'They wait to be read' },
    refusals: ['not-found'],
  },
} as const satisfies Readonly<Record<string, Route>>;
