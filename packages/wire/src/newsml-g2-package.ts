import { present, said, unique } from './fields.ts';
import { readNewsItem } from './newsml-g2-item.ts';
import { nameOf, withoutVersion } from './newsml-g2-management.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem, WireMember } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf, textOf } from './xml.ts';

/** Members of one package at the most; the largest we met has twelve. */
const MOST_MEMBERS = 10_000;

/** Reads a packageItem: what it says of itself, and the items that its groups name, in their order. */
export function readPackageItem(element: XmlElement, options: ReadOptions): WireItem {
  const item = readNewsItem(element, options);
  const sets = elementsOf(element, 'groupSet');
  const members = unique(sets.flatMap(membersOf), ({ id, role }) => `${role} ${id}`);
  const headline = said(textOf(at(element, 'itemMeta', 'title')));
  return {
    ...item,
    kind: 'package',
    ...present({ headline: item.headline ?? headline, members }),
    unmapped: { ...item.unmapped, ...present({ concepts: conceptsOf(sets) }) },
  };
}

/** Groups in groups that are gone into; every real package has two or three. */
const DEEPEST = 100;

interface Walk {
  readonly groups: ReadonlyMap<string, XmlElement>;
  readonly seen: Set<XmlElement>;
}

/** The items of a set of groups in their order, from its root on; a group that leads back to itself is gone through once. */
function membersOf(set: XmlElement): readonly WireMember[] {
  const groups = elementsOf(set, 'group');
  const byId = new Map(groups.map((group) => [group.attrs.id ?? '', group]));
  const root = byId.get(set.attrs.root ?? '') ?? groups[0];
  if (root === undefined) return [];
  const walk = { groups: byId, seen: new Set([root]) };
  // What stands in the root is the package itself: its role says nothing of an item.
  return membersIn({ ...root, attrs: {} }, walk, 0).slice(0, MOST_MEMBERS);
}

function membersIn(group: XmlElement, walk: Walk, depth: number): readonly WireMember[] {
  const role = said(group.attrs.role);
  return elementsOf(group, 'groupRef', 'itemRef').flatMap((child) => {
    if (child.name === 'itemRef') return memberOf(child, role);
    const inner = walk.groups.get(child.attrs.idref ?? '');
    if (inner === undefined || walk.seen.has(inner) || depth >= DEEPEST) return [];
    walk.seen.add(inner);
    return membersIn(inner, walk, depth + 1);
  });
}

function memberOf(ref: XmlElement, role: string | undefined): readonly WireMember[] {
  const version = said(ref.attrs.version);
  const id = said(ref.attrs.residref) ?? said(ref.attrs.guidref) ?? said(ref.attrs.href);
  if (id === undefined) return [];
  const headline = said(textOf(at(ref, 'headline'))) ?? said(textOf(at(ref, 'title')));
  return [{ id: withoutVersion(id, version), ...present({ version, role, headline }) }];
}

/** Concepts that groups name beside items (NewsML-G2 from 2.9 on): no item of the wire. */
function conceptsOf(sets: readonly XmlElement[]): readonly string[] {
  const groups = sets.flatMap((set) => elementsOf(set, 'group'));
  return groups
    .flatMap((group) => elementsOf(group, 'conceptRef'))
    .flatMap((ref) => nameOf(ref) ?? said(ref.attrs.idref) ?? []);
}
