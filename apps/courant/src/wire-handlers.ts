import { WIRE_ROUTES } from '@courant/api';
import type { Id, Instant } from '@courant/base';
import { instant, isFault, isId } from '@courant/base';
import { takeItem } from '@courant/desk';
import type { WireListRow, WirePlace } from '@courant/store';
import {
  quarantined,
  retryQuarantined,
  SEARCH_TOO_BROAD,
  wireGroup,
  wireList,
  wirePresetBy,
  wireRow,
} from '@courant/store';
import type { Handler, Reply } from './api-call.ts';
import { languagesOf } from './languages.ts';
import { versionsOf } from './wire-versions.ts';

const BAD_CURSOR: Reply = {
  refused: 'bad-request',
  say: 'The cursor is not one of ours: take “next” of the page before as it is.',
};

/** A page of the live list. */
export const listWire: Handler = async ({ house, query }) => {
  const { q, preset, cursor, language, limit, grouped, ...asked } = WIRE_ROUTES.listWire.query.parse(query);
  const after = cursor === undefined ? undefined : placeAt(cursor);
  if (cursor !== undefined && !after) return BAD_CURSOR;
  const languages = await languagesOf(house, language);
  const listing = house.database.transaction(async (tx): Promise<Reply> => {
    const saved = preset === undefined ? undefined : await wirePresetBy(tx, preset);
    if (preset !== undefined && !saved)
      return { refused: 'not-found', say: `There is no preset “${preset}”.` };
    const narrowing = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const rows = await wireList(tx, {
      ...narrowing,
      ...(q === undefined ? {} : { words: q }),
      ...(saved ? { preset: saved.id } : {}),
      ...(after ? { after } : {}),
      languages,
      isGrouped: grouped === 'true',
      most: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next = rows.length > page.length && last ? { next: cursorAfter(last) } : {};
    return { status: 200, json: { items: page.map(rowMessage), ...next } };
  });
  return listing.catch((thrown: unknown) => {
    if (!isFault(thrown, SEARCH_TOO_BROAD)) throw thrown;
    return { refused: thrown.code, say: `${thrown.message} ${thrown.hint ?? ''}` };
  });
};

/** An item with all its versions. */
export const readWireItem: Handler = async ({ house, parameters }) => {
  const chain = parameters.chain ?? '';
  return house.database.transaction(async (tx): Promise<Reply> => {
    const row = isId(chain) ? await wireRow(tx, chain) : undefined;
    if (!row) return NO_ITEM(chain);
    const alike = (await wireGroup(tx, row.id)).filter(({ id }) => id !== row.id);
    const versions = await versionsOf(tx, row.id);
    return { status: 200, json: { row: rowMessage(row), versions, alike: alike.map(rowMessage) } };
  });
};

/** Everything that tells the same as an item. */
export const listWireGroup: Handler = async ({ house, parameters }) => {
  const chain = parameters.chain ?? '';
  const rows = isId(chain) ? await house.database.transaction((tx) => wireGroup(tx, chain)) : [];
  return rows.length === 0 ? NO_ITEM(chain) : { status: 200, json: { items: rows.map(rowMessage) } };
};

/** Makes a story of an item. */
export const takeWireItem: Handler = async ({ house, actor, parameters, body }) => {
  const { language } = WIRE_ROUTES.takeWireItem.body.parse(body);
  const chain = parameters.chain ?? '';
  const row = isId(chain) ? await house.database.transaction((tx) => wireRow(tx, chain)) : undefined;
  if (!row) return NO_ITEM(chain);
  if (row.state === 'killed') {
    return { refused: 'wire-killed', say: `${row.supplier} has withdrawn it: no story is made of it.` };
  }
  const desk = await house.desk();
  const filed = await desk.archive.within((books) => books.wire.byId(row.latest));
  if (!filed) return NO_ITEM(chain);
  const [spoken = 'en'] = await languagesOf(house, language);
  const taken = await takeItem(desk, { actor, filed, language: spoken });
  return taken.ok ? { status: 200, json: taken.value } : { refused: taken.why, say: taken.say };
};

/** What was set apart. */
export const listQuarantine: Handler = async ({ house, query }) => {
  const { channel, limit, cursor } = WIRE_ROUTES.listQuarantine.query.parse(query);
  const place = cursor === undefined ? undefined : placeAt(cursor);
  if (cursor !== undefined && !place) return BAD_CURSOR;
  return house.database.transaction(async (tx): Promise<Reply> => {
    const rows = await quarantined(tx, {
      ...(channel === undefined ? {} : { channel }),
      ...(place ? { after: { received: place.newest, id: place.id } } : {}),
      most: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next =
      rows.length > page.length && last ? { next: cursorAfter({ newest: last.received, id: last.id }) } : {};
    return { status: 200, json: { receipts: page.map(withoutNulls), ...next } };
  });
};

/** Reads again what was set apart. */
export const retryQuarantine: Handler = async ({ house, parameters }) => {
  const { receipt = '' } = parameters;
  if (receipt !== 'all' && !isId(receipt))
    return { refused: 'not-found', say: `“${receipt}” is no receipt: give its id, or “all”.` };
  const receipts = await house.database.transaction((tx) => retryQuarantined(tx, receipt));
  if (receipts === 0 && receipt !== 'all')
    return { refused: 'not-found', say: `Nothing that was set apart has the id ${receipt}.` };
  return { status: 200, json: { receipts } };
};

function NO_ITEM(chain: string): Reply {
  return { refused: 'not-found', say: `There is no wire item ${chain}.` };
}

/** A row as the API says it: what its summary shows stands beside the rest. */
export function rowMessage({ summary, ...row }: WireListRow) {
  return { ...withoutNulls(row), ...summary };
}

function withoutNulls(row: object) {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

function cursorAfter({ newest, id }: WirePlace): string {
  return Buffer.from(JSON.stringify([newest, id])).toString('base64url');
}

function placeAt(cursor: string): { readonly newest: Instant; readonly id: Id } | undefined {
  const found = /^\["([0-9TZ:.-]{24})","([0-9a-f-]{36})"\]$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  );
  const [, newest = '', id = ''] = found ?? [];
  return isId(id) && !Number.isNaN(Date.parse(newest))
    ? { newest: instant(new Date(newest)), id }
    : undefined;
}
