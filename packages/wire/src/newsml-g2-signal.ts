import type { Instant } from '@courant/base';
import { said } from './fields.ts';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';
import type { PubStatus, WireSignal } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf, textOf } from './xml.ts';

/** What an item says of itself and of the version before it. */
export interface G2Signals {
  readonly signal?: WireSignal;
  /** Codes that no table of ours knows; they count as an update. */
  readonly unknown: readonly string[];
  /** Codes that say how an item travels or what it is made of, and nothing of its version. */
  readonly silent: readonly string[];
}

const SIGNALS: Readonly<Record<string, WireSignal>> = {
  'sig:update': 'update',
  'sig:correction': 'correction',
  'sig:kill': 'kill',
  'sig:advisory': 'advisory',
  // Reuters.
  'edStat:U': 'update',
  'edStat:C': 'correction',
  'edStat:D': 'kill',
  'var:itemMod': 'update',
  'var:binMod': 'update',
  // TT and AP.
  'tt_sig:replace': 'update',
  'update:append-major-content': 'update',
  // STT takes an event out of its calendar so, with a status of usable.
  'sttinstruct:remove': 'kill',
};
/** Codes and whole schemes that say nothing of the version before. */
const SILENT =
  /^(edStat:N|(nm)?sig:(atomic|routing)|apsig:consumerready|var:new|(pmt|prodId|sic|N2|db):.*)$/i;
/** Of several the gravest holds. */
const GRAVEST: readonly WireSignal[] = ['kill', 'correction', 'update', 'advisory'];

/** Reads every signal, of the IPTC's scheme and of the agencies' own (NewsML-G2, itemMeta/signal and edStatus). */
export function signalsOf(meta: XmlElement | undefined): G2Signals {
  const codes = [...elementsOf(meta, 'signal'), ...elementsOf(meta, 'edStatus')].flatMap(
    ({ attrs }) => said(attrs.qcode) ?? said(attrs.uri) ?? [],
  );
  const known = codes.filter((code) => Object.hasOwn(SIGNALS, code));
  const silent = codes.filter((code) => SILENT.test(code));
  const unknown = codes.filter((code) => !known.includes(code) && !silent.includes(code));
  const named = known.flatMap((code) => SIGNALS[code] ?? []);
  const signals = unknown.length > 0 ? [...named, 'update' as const] : named;
  const signal = GRAVEST.find((one) => signals.includes(one));
  return { ...(signal === undefined ? {} : { signal }), unknown, silent };
}

function statusWord(meta: XmlElement | undefined): string | undefined {
  const { qcode, uri } = at(meta, 'pubStatus')?.attrs ?? {};
  return said((said(qcode) ?? said(uri))?.replace(/^.*[:/]/, ''))?.toLowerCase();
}

/** A publishing status that says something and none of the three words. */
export function unknownStatusOf(meta: XmlElement | undefined): string | undefined {
  return pubStatusOf(meta) === undefined ? statusWord(meta) : undefined;
}

/** The publishing status; a scheme of the agency's own for the same three words counts too. */
export function pubStatusOf(meta: XmlElement | undefined): PubStatus | undefined {
  const code = statusWord(meta);
  if (code === 'canceled' || code === 'cancelled') return 'canceled';
  return code === 'usable' || code === 'withheld' ? code : undefined;
}

/**
 * The embargo as sent, also where it is over by now. An empty element is one that a person must lift (NewsML-G2
 * guidelines, itemMeta/embargoed), and so is a date we cannot read.
 */
export function embargoOf(
  meta: XmlElement | undefined,
  options: ReadOptions,
): Instant | 'indefinite' | undefined {
  const embargoed = at(meta, 'embargoed');
  return embargoed && (momentOf(textOf(embargoed), options) ?? 'indefinite');
}
