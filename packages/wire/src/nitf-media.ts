import { present, said } from './fields.ts';
import type { WireMedia } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, textOf } from './xml.ts';

const KINDS: ReadonlyMap<string, WireMedia['kind']> = new Map([
  ['image', 'picture'],
  ['photo', 'picture'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['graphic', 'graphic'],
]);

/** The pictures and films that an NITF document refers to. */
export function nitfMedia(root: XmlElement): readonly WireMedia[] {
  return below(root, 'media').flatMap((media): readonly WireMedia[] => {
    const references = elementsOf(media, 'media-reference');
    const main = references.find(({ attrs }) => said(attrs.source) !== undefined) ?? references[0];
    if (!main) return [];
    const size = (name: string) => Number(main.attrs[name]) || undefined;
    return [
      {
        kind: KINDS.get(media.attrs['media-type']?.toLowerCase() ?? '') ?? 'other',
        ...present({
          href: said(main.attrs.source),
          id: said(main.attrs.id) ?? said(main.attrs.name),
          caption: textOf(at(media, 'media-caption')),
          credit: textOf(at(media, 'media-producer')) ?? said(main.attrs['source-credit']),
          mediaType: said(main.attrs['mime-type']),
          width: size('width'),
          height: size('height'),
        }),
      },
    ];
  });
}
