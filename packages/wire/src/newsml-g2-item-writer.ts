import type { Instant } from '@courant/base';
import { contentSet, isRemote, isShown } from './newsml-g2-content-writer.ts';
import { contentMeta } from './newsml-g2-meta-writer.ts';
import { itemClass, languageTag, qcode, versionNumber } from './newsml-g2-written.ts';
import { pubStatusOf } from './ninjs-written.ts';
import { isUri } from './uri.ts';
import type { WireItem, WireMember } from './wire-item.ts';
import type { XmlAttrs, XmlMade, XmlPart } from './xml-writer.ts';
import { element, textElement } from './xml-writer.ts';

const CATALOG = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml';
/** The alias under which the kicker's role stands: the IPTC has none for it. */
const ROLES = element('scheme', { alias: 'hlrole', uri: 'urn:x-wire:headline-role:' });

/** Where in a message an item stands. */
export interface G2Place {
  readonly sent: Instant;
  /** Ids of elements hold for a whole message: those of an item begin with its number. */
  readonly number: number;
}

/** An item as a newsItem, a package as a packageItem. */
export function g2Item(item: WireItem, { sent, number }: G2Place): XmlMade {
  const { rights, language } = item;
  const isPackage = item.kind === 'package';
  return element(
    isPackage ? 'packageItem' : 'newsItem',
    {
      standard: 'NewsML-G2',
      standardversion: '2.35',
      conformance: 'power',
      guid: item.id,
      version: versionNumber(item.version),
      'xml:lang': languageTag(language),
    },
    element('catalogRef', { href: CATALOG }),
    item.kicker === undefined ? undefined : element('catalog', {}, ROLES),
    rights === undefined ? undefined : element('rightsInfo', {}, textElement('usageTerms', rights)),
    itemMeta(item, sent),
    contentMeta(item),
    isPackage ? groupSet(item.members ?? [], `item${number}-group`) : contentSet(item),
  );
}

function itemMeta(item: WireItem, sent: Instant): XmlMade {
  const { supplier, firstCreated, expires, edNote } = item;
  const status = pubStatusOf(item);
  const signal = item.signal === 'update' || item.signal === 'correction' ? item.signal : undefined;
  return element(
    'itemMeta',
    {},
    element('itemClass', { qcode: itemClass(item) }),
    element('provider', {}, textElement('name', supplier)),
    element('versionCreated', {}, item.versionCreated ?? sent),
    textElement('firstCreated', firstCreated),
    embargoed(item),
    status && element('pubStatus', { qcode: `stat:${status}` }),
    // A reader of XML folds line breaks: each line of a note is a note.
    edNote?.split('\n').map((line) => textElement('edNote', line)),
    signal && element('signal', { qcode: `sig:${signal}` }),
    textElement('expires', expires),
    item.links?.map(({ href, rel, title }) => link({ ...address(href), rel: qcode(rel) }, title)),
    linkedMedia(item),
  );
}

/** An empty element is an embargo that a person must lift (NewsML-G2 guidelines, itemMeta/embargoed). */
function embargoed({ embargo }: WireItem): XmlPart {
  if (embargo === undefined) return undefined;
  return element('embargoed', {}, embargo === 'indefinite' ? undefined : embargo);
}

function link(attrs: XmlAttrs, title: string | undefined): XmlMade {
  return element('link', attrs, textElement('title', title));
}

/** An address where it is one; else the id of a resource. */
function address(target: string): XmlAttrs {
  return isUri(target) ? { href: target } : { residref: target };
}

/** Media that are neither the item's own content nor a picture in its text: the item leads to them. */
function linkedMedia(item: WireItem): XmlPart {
  const others = (item.media ?? []).filter((media) => !isRemote(media, item) && !isShown(media, item));
  return others.map(({ href, id, headline, caption, mediaType }) => {
    const target = href ?? id;
    const attrs = { rel: 'irel:seeAlso', contenttype: mediaType };
    return target === undefined ? undefined : link({ ...attrs, ...address(target) }, headline ?? caption);
  });
}

/** The members of a package: one group, and one in it for each role that members have. */
function groupSet(members: readonly WireMember[], id: string): XmlMade {
  const roles = [...new Set(members.flatMap(({ role }) => qcode(role) ?? []))];
  const plain = members.filter(({ role }) => qcode(role) === undefined);
  const groups = roles.map((role, i) =>
    element(
      'group',
      { id: `${id}${i + 1}`, role },
      members.filter((member) => member.role === role).map(itemRef),
    ),
  );
  return element(
    'groupSet',
    { root: `${id}0` },
    element(
      'group',
      { id: `${id}0`, role: 'group:main' },
      roles.map((_, i) => element('groupRef', { idref: `${id}${i + 1}` })),
      plain.map(itemRef),
    ),
    groups,
  );
}

function itemRef({ id, version, headline }: WireMember): XmlMade {
  return element(
    'itemRef',
    { residref: id, version: versionNumber(version) },
    textElement('title', headline),
  );
}
