import { Fault } from '@courant/base';
import type { Node } from 'prosemirror-model';
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Body } from './body.ts';
import { bodySchema } from './body-schema.ts';
import { wholeBody } from './document.ts';
import { DRAFT_UNREADABLE } from './faults.ts';
import { matched } from './match.ts';
import { longestRise } from './rise.ts';

/** Levels of elements that a body may have: no story has ten, and reading goes by calls. */
const MOST_LEVELS = 200;

/**
 * The body that a shared fragment holds, in the shape ProseMirror's binding gives it. Throws Fault
 * `draft-unreadable` where elements nest deeper than any story: what was typed stays in the updates.
 */
export function readFragment(fragment: Y.XmlFragment): Body {
  if (isTooDeep(fragment)) {
    throw new Fault(DRAFT_UNREADABLE, `The body of this draft nests more than ${MOST_LEVELS} levels deep.`, {
      hint: 'Bring the draft back to a moment before its last change.',
    });
  }
  return wholeBody(yXmlFragmentToProsemirrorJSON(fragment));
}

/** Walks with a list of its own, not by calls: what is too deep must not break the walk. */
function isTooDeep(fragment: Y.XmlFragment): boolean {
  const open: { readonly inside: Y.XmlFragment; readonly level: number }[] = [{ inside: fragment, level: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { inside, level } = next;
    if (level > MOST_LEVELS) return true;
    for (const child of inside.toArray()) {
      if (child instanceof Y.XmlElement) open.push({ inside: child, level: level + 1 });
    }
  }
  return false;
}

/**
 * Makes a shared fragment read as a body. Blocks that stay (by id, else by the same words) keep their place in the
 * fragment, so that what others type in them at the same time stays; the rest is taken out and put in.
 */
export function writeFragment(doc: Y.Doc, fragment: Y.XmlFragment, body: Body): void {
  const wanted = bodySchema.nodeFromJSON(wholeBody(body));
  if (wanted.eq(bodySchema.nodeFromJSON(readFragment(fragment)))) return;
  const nodes = wanted.children;
  const elements = fragment.toArray();
  const staying = stayingElements(elements, nodes);
  const kept = new Set(staying.values());
  for (let i = elements.length - 1; i >= 0; i--) {
    if (!kept.has(i)) fragment.delete(i, 1);
  }
  for (const [i, node] of nodes.entries()) {
    const element = elements[staying.get(i) ?? -1];
    const isStaying = element instanceof Y.XmlElement;
    const place = isStaying ? element : new Y.XmlElement(node.type.name);
    if (!isStaying) fragment.insert(i, [place]);
    updateYFragment(doc, place, node, { mapping: new Map(), isOMark: new Map() });
  }
}

type Child = ReturnType<Y.XmlFragment['toArray']>[number];

/** For the index of each node that has its element already, the index of that element; both rise together. */
function stayingElements(children: readonly Child[], nodes: readonly Node[]): ReadonlyMap<number, number> {
  const elements = children.map((child) => (child instanceof Y.XmlElement ? child : undefined));
  const byId = {
    before: elements.map((element) => element && `${element.nodeName} ${element.getAttribute('id')}`),
    after: nodes.map((node) => `${node.type.name} ${node.attrs.id}`),
  };
  const byWords = {
    before: elements.map((element) => element && worded(element.nodeName, wordsOf(element))),
    after: nodes.map((node) => worded(node.type.name, node.textContent)),
  };
  const matches = matched([byId, byWords]);
  return new Map(longestRise(matches).map((i) => [i, matches[i] ?? -1]));
}

/** What has no words is not known by them. */
function worded(type: string, words: string): string | undefined {
  return words === '' ? undefined : `${type} ${words}`;
}

function wordsOf(element: Y.XmlElement): string {
  return element
    .toArray()
    .map((inner) => {
      if (inner instanceof Y.XmlElement) return wordsOf(inner);
      return inner instanceof Y.XmlText ? textOf(inner) : '';
    })
    .join('');
}

function textOf(text: Y.XmlText): string {
  const parts: readonly { readonly insert?: unknown }[] = text.toDelta();
  return parts.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
