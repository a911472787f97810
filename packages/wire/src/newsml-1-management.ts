import { present, said, urgencyOf } from './fields.ts';
import { momentOf } from './moment.ts';
import type { ReadOptions } from './read-options.ts';
import type { PubStatus, WireLink, WireSignal, WireWarning } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, textOf } from './xml.ts';

/** What an element names: its FormalName, or the text that some write in its place (TASS: `<Urgency>2</Urgency>`). */
export function formalName(element: XmlElement | undefined): string | undefined {
  return said(element?.attrs.FormalName) ?? said(textOf(element));
}

/** The id of a NewsItem without its revision, and the revision. */
export function newsMl1Identity(item: XmlElement) {
  const identifier = at(item, 'Identification', 'NewsIdentifier');
  const revision = at(identifier, 'RevisionId');
  const version = said(textOf(revision));
  const whole = said(textOf(at(identifier, 'PublicIdentifier'))) ?? madeUrn(identifier);
  // The URN ends in the revision and the letter of its update attribute (NewsML 1.2, 5.2.2).
  const suffix = new RegExp(`:${escapedWords(version ?? '')}[A-Z]?$`);
  return { id: version === undefined ? whole : whole?.replace(suffix, ''), version };
}

function escapedWords(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function madeUrn(identifier: XmlElement | undefined): string | undefined {
  const [provider, day, id] = ['ProviderId', 'DateId', 'NewsItemId'].map((name) =>
    said(textOf(at(identifier, name))),
  );
  return id === undefined ? undefined : ['urn:newsml', provider, day, id].filter(Boolean).join(':');
}

/** What the management of a NewsItem says: times, status, embargo, instructions, urgency. */
export function newsMl1Management(item: XmlElement, options: ReadOptions) {
  const management = at(item, 'NewsManagement');
  const moment = (name: string) => momentOf(textOf(at(management, name)), options);
  const status = statusOf(management);
  return present({
    versionCreated:
      moment('ThisRevisionCreated') ??
      momentOf(textOf(at(item, 'Identification', 'NewsIdentifier', 'DateId')), options),
    firstCreated: moment('FirstCreated'),
    urgency: urgencyOf(formalName(at(management, 'Urgency'))),
    status,
    signal: status === 'canceled' ? ('kill' as const) : signalOf(item),
    embargo: embargoOf(management, options),
    expires: expiresOf(management, options),
    links: linksOf(management),
  });
}

function statusWord(management: XmlElement | undefined): string | undefined {
  return formalName(at(management, 'Status'))?.toLowerCase();
}

/** An embargoed item may be used, later. */
function statusOf(management: XmlElement | undefined): PubStatus | undefined {
  const status = statusWord(management);
  if (status === 'canceled' || status === 'cancelled' || status === 'killed') return 'canceled';
  if (status === 'withheld') return 'withheld';
  return status === 'usable' || status === 'embargoed' ? 'usable' : undefined;
}

/** A status that says something and none of the words of the standard. */
export function unknownStatusIn(item: XmlElement): readonly WireWarning[] {
  const management = at(item, 'NewsManagement');
  const word = statusWord(management);
  if (word === undefined || statusOf(management) !== undefined) return [];
  return [{ code: 'unknown-status', say: `Its status is none we know: ${word.slice(0, 60)}` }];
}

const INSTRUCTIONS: Readonly<Record<string, WireSignal>> = {
  update: 'update',
  replace: 'update',
  addition: 'update',
  correction: 'correction',
  rectify: 'correction',
  rectification: 'correction',
  kill: 'kill',
  delete: 'kill',
  rescind: 'kill',
  cancel: 'kill',
  advisory: 'advisory',
};
const GRAVEST: readonly WireSignal[] = ['kill', 'correction', 'update', 'advisory'];

/** Instructions first; without one, a revision that names the one before it, or that carries an Update. */
function signalOf(item: XmlElement): WireSignal | undefined {
  const named = elementsOf(at(item, 'NewsManagement'), 'Instruction').flatMap((one) => {
    const word = formalName(one)?.toLowerCase() ?? '';
    return Object.hasOwn(INSTRUCTIONS, word) ? (INSTRUCTIONS[word] ?? []) : [];
  });
  const { PreviousRevision, Update } =
    at(item, 'Identification', 'NewsIdentifier', 'RevisionId')?.attrs ?? {};
  const isLater =
    /[1-9]/.test(PreviousRevision ?? '') || /^[UA]$/.test(Update ?? '') || at(item, 'Update') !== undefined;
  return GRAVEST.find((signal) => named.includes(signal)) ?? (isLater ? 'update' : undefined);
}

/** The changes of status an item announces: what it will be, and when. */
function changesOf(management: XmlElement | undefined, options: ReadOptions) {
  return elementsOf(management, 'StatusWillChange').map((change) => ({
    to: formalName(at(change, 'FutureStatus'))?.toLowerCase(),
    at: momentOf(textOf(at(change, 'DateAndTime')), options),
  }));
}

/** Held until the change to "usable" that it announces; where it announces none we can read, until a person lifts it. */
function embargoOf(management: XmlElement | undefined, options: ReadOptions) {
  const release = changesOf(management, options).find(({ to }) => to === 'usable');
  if (statusWord(management) !== 'embargoed') return release?.at;
  return release?.at ?? ('indefinite' as const);
}

function expiresOf(management: XmlElement | undefined, options: ReadOptions) {
  return changesOf(management, options).find(({ to }) => /^(cancell?ed|withheld)$/.test(to ?? ''))?.at;
}

function linksOf(management: XmlElement | undefined): readonly WireLink[] {
  return elementsOf(management, 'AssociatedWith', 'DerivedFrom').flatMap((link): readonly WireLink[] => {
    const href = said(link.attrs.NewsItem);
    return href === undefined ? [] : [{ href, rel: link.name === 'DerivedFrom' ? 'derivedFrom' : 'seeAlso' }];
  });
}

/** Who sent an item: its provider, else the envelope's sender, else the provider of its id. */
export function newsMl1Supplier(item: XmlElement, root: XmlElement): string | undefined {
  const party = (parent: XmlElement | undefined) => formalName(at(parent, 'Party'));
  const [administrative] = below(item, 'AdministrativeMetadata');
  return (
    party(at(administrative, 'Provider')) ??
    party(at(root, 'NewsEnvelope', 'SentFrom')) ??
    said(textOf(at(item, 'Identification', 'NewsIdentifier', 'ProviderId')))
  );
}
