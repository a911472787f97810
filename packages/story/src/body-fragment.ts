import type { Node } from 'prosemirror-model';
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from 'y-prosemirror';
import * as Y from 'yjs';
import type { Body } from './body.ts';
import { bodySchema } from './body-schema.ts';
import { wholeBody } from './document.ts';
import { longestRise } from './rise.ts';

/** The body that a shared fragment holds, in the shape ProseMirror's binding gives it. */
export function readFragment(fragment: Y.XmlFragment): Body {
  return wholeBody(yXmlFragmentToProsemirrorJSON(fragment));
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
function stayingElements(elements: readonly Child[], nodes: readonly Node[]): ReadonlyMap<number, number> {
  const matches = nodes.map((): number | undefined => undefined);
  const taken = new Set<number>();
  for (const keys of KEYS) {
    const free = new Map<string, number>();
    for (const [i, element] of elements.entries()) {
      const key = element instanceof Y.XmlElement && !taken.has(i) ? keys.ofElement(element) : undefined;
      if (key !== undefined && !free.has(key)) free.set(key, i);
    }
    for (const [i, node] of nodes.entries()) {
      const key = keys.ofNode(node);
      const found = matches[i] === undefined ? free.get(key) : undefined;
      if (found === undefined) continue;
      matches[i] = found;
      taken.add(found);
      free.delete(key);
    }
  }
  return new Map(longestRise(matches).map((i) => [i, matches[i] ?? -1]));
}

/** By what an element is known as a node's: first its id, then its words. */
const KEYS: readonly {
  ofElement(element: Y.XmlElement): string | undefined;
  ofNode(node: Node): string;
}[] = [
  {
    ofElement: (element) => `${element.nodeName} ${element.getAttribute('id')}`,
    ofNode: (node) => `${node.type.name} ${node.attrs.id}`,
  },
  {
    ofElement: (element) => {
      const words = wordsOf(element);
      return words === '' ? undefined : `${element.nodeName} ${words}`;
    },
    ofNode: (node) => `${node.type.name} ${node.textContent}`,
  },
];

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
