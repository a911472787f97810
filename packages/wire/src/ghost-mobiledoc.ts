import { cardHtml } from './ghost-card.ts';
import type { EditorHtml } from './ghost-lexical.ts';
import { escaped } from './html-escape.ts';
import { readJson } from './loose-json.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, text } from './ninjs-object.ts';

/** What sections of a body point to by number. */
interface Shelf {
  readonly markups: readonly unknown[];
  readonly atoms: readonly unknown[];
  readonly cards: readonly unknown[];
  readonly unknown: Set<string>;
}

/** Reads a body as Ghost's editor had it until 2023 (mobiledoc 0.3); undefined where it is no such body. */
export function htmlOfMobiledoc(mobiledoc: string | undefined): EditorHtml | undefined {
  const json = mobiledoc === undefined ? undefined : readJson(mobiledoc);
  if (!json?.ok || !isObject(json.value) || !Array.isArray(json.value.sections)) return undefined;
  const { markups, atoms, cards, sections } = json.value;
  const shelf: Shelf = {
    markups: array(markups),
    atoms: array(atoms),
    cards: array(cards),
    unknown: new Set(),
  };
  const html = sections.map((section: unknown) => sectionHtml(array(section), shelf)).join('');
  return { html, unknown: [...shelf.unknown] };
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** 1 is a line of markup, 2 a picture, 3 a list, 10 a card. */
function sectionHtml([kind, first, second]: readonly unknown[], shelf: Shelf): string {
  switch (kind) {
    case 1:
      return wrapped(named(first, 'p'), lineHtml(array(second), shelf));
    case 2:
      return `<figure><img src="${escaped(text(first) ?? '')}"></figure>`;
    case 3: {
      const entries = array(second).map((markers) => wrapped('li', lineHtml(array(markers), shelf)));
      return wrapped(named(first, 'ul'), entries.join(''));
    }
    case 10:
      return card(array(shelf.cards[Number(first)]), shelf);
    default:
      shelf.unknown.add(`section ${String(kind).slice(0, 20)}`);
      return '';
  }
}

function card([name, payload]: readonly unknown[], { unknown }: Shelf): string {
  const kind = text(name) ?? '';
  const html = isObject(payload) ? cardHtml(kind, payload as NinjsObject) : '';
  if (html === undefined) unknown.add(kind);
  return html ?? '';
}

function named(tag: unknown, other: string): string {
  const name = text(tag)?.toLowerCase() ?? '';
  if (name === 'aside' || name === 'pull-quote') return 'blockquote';
  return /^(?:p|h[1-6]|blockquote|ul|ol)$/.test(name) ? name : other;
}

function wrapped(name: string, html: string): string {
  return `<${name}>${html}</${name}>`;
}

/** A marker is [0 text or 1 atom, markups it opens, how many it closes, its text or the number of its atom]. */
function lineHtml(markers: readonly unknown[], { markups, atoms }: Shelf): string {
  const open: string[] = [];
  return markers
    .map((marker) => {
      const [kind, opens, closes, value] = array(marker);
      const begun = array(opens).map((number) => {
        const [tag, attributes] = array(markups[Number(number)]);
        return openTag(text(tag) ?? 'span', array(attributes), open);
      });
      const words = kind === 1 ? atomText(array(atoms[Number(value)])) : escaped(String(value ?? ''));
      const ended = Array.from(
        { length: Math.min(Number(closes) || 0, open.length) },
        () => `</${open.pop()}>`,
      );
      return begun.join('') + words + ended.join('');
    })
    .join('');
}

/** Attributes are a list of names and values in turn; of links alone they say something. */
function openTag(tag: string, attributes: readonly unknown[], open: string[]): string {
  const name = /^[a-z][a-z0-9]{0,9}$/i.test(tag) ? tag.toLowerCase() : 'span';
  open.push(name);
  const at = attributes.indexOf('href');
  return at < 0 ? `<${name}>` : `<${name} href="${escaped(text(attributes[at + 1]) ?? '')}">`;
}

function atomText([name, value]: readonly unknown[]): string {
  return name === 'soft-return' ? '<br>' : escaped(text(value) ?? '');
}
