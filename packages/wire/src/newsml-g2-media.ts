import { present, said } from './fields.ts';
import type { WireMedia } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, textOf } from './xml.ts';

/** Media whose item is one picture, film or sound in several renditions; the best of them stands for it. */
export function remoteMedia(item: XmlElement): readonly WireMedia[] {
  const contents = elementsOf(item, 'contentSet').flatMap((set) => elementsOf(set, 'remoteContent'));
  const kinds = new Map<WireMedia['kind'], XmlElement>();
  for (const content of contents) {
    const kind = kindOf(content, item);
    const best = kinds.get(kind);
    if (!best || weight(content) > weight(best)) kinds.set(kind, content);
  }
  return [...kinds].map(([kind, content]) => mediumOf(kind, content, item));
}

/** The widest rendition, of equal ones the largest; one with a mark on it only where there is no other. */
function weight({ attrs }: XmlElement): number {
  const isMarked = /watermark|thumbnail/i.test(`${attrs.rendition} ${attrs.href} ${attrs.residref}`);
  const pixels = number(attrs.width) ?? 0;
  return (isMarked ? 0 : 1e9) + pixels * 1e4 + Math.min((number(attrs.size) ?? 0) / 1e6, 9_999);
}

function number(text: string | undefined): number | undefined {
  return Number.parseInt(text ?? '', 10) || undefined;
}

function mediumOf(kind: WireMedia['kind'], { attrs }: XmlElement, item: XmlElement): WireMedia {
  const about = at(item, 'contentMeta');
  const captions = below(about, 'description').filter(({ attrs: own }) => /caption/i.test(own.role ?? ''));
  return {
    kind,
    ...present({
      href: said(attrs.href),
      id: said(attrs.residref) ?? said(attrs.id),
      headline: said(textOf(at(about, 'headline'))),
      caption: said(textOf(captions[0])),
      credit: said(textOf(at(about, 'creditline'))),
      mediaType: said(attrs.contenttype),
      width: number(attrs.width),
      height: number(attrs.height),
    }),
  };
}

const KINDS: ReadonlyMap<string, WireMedia['kind']> = new Map([
  ['image', 'picture'],
  ['picture', 'picture'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['graphic', 'graphic'],
]);

/** By its media type; where that is absent or general, by the class of the item. */
function kindOf({ attrs }: XmlElement, item: XmlElement): WireMedia['kind'] {
  const { qcode, uri } = at(item, 'itemMeta', 'itemClass')?.attrs ?? {};
  const itemClass = (qcode ?? uri ?? '').replace(/^.*[:/]/, '');
  return KINDS.get(attrs.contenttype?.split('/')[0] ?? '') ?? KINDS.get(itemClass) ?? 'other';
}
