import type { Body } from '@courant/story';
import { present, said } from './fields.ts';
import { bodyFromHtml, bodyFromText } from './html-body.ts';
import { htmlOf } from './html-of-xml.ts';
import { nitfContent } from './nitf.ts';
import type { WireMedia, WireWarning } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, rawText, textOf } from './xml.ts';

/** What the content set of an item holds. */
export interface G2Content {
  readonly body?: Body;
  /** From the document inside, where the item itself says none. */
  readonly headline?: string;
  readonly standfirst?: string;
  readonly language?: string;
  readonly media: readonly WireMedia[];
  readonly warnings: readonly WireWarning[];
}

type From = { readonly item: string; readonly version: string };

/** Reads the content set. What a body is, its root says: media types are wrong too often to decide by. */
export function contentOf(item: XmlElement, from: From): G2Content {
  const sets = elementsOf(item, 'contentSet');
  const remote = sets
    .flatMap((set) => elementsOf(set, 'remoteContent'))
    .map((content) => mediaOf(content, item));
  const inline = sets
    .flatMap((set) => elementsOf(set, 'inlineXML'))
    .find((xml) => elementsOf(xml).length > 0);
  const data = sets.flatMap((set) => elementsOf(set, 'inlineData')).find((one) => rawText(one).trim() !== '');
  const read = inline ? xmlContent(inline, from) : data ? dataContent(data, from) : NOTHING;
  return { ...read, media: [...remote, ...read.media] };
}

const NOTHING: G2Content = { media: [], warnings: [] };

function xmlContent(inline: XmlElement, from: From): G2Content {
  const [root] = elementsOf(inline);
  if (!root) return NOTHING;
  const language = present({ language: said(root.attrs['xml:lang']) ?? said(root.attrs.lang) });
  if (root.name === 'nitf') {
    const head = at(root, 'body', 'body.head');
    const inside = {
      headline: textOf(at(head, 'hedline', 'hl1')) ?? textOf(at(root, 'head', 'title')),
      standfirst: said(textOf(at(head, 'abstract'))),
    };
    return { ...nitfContent(root, from), ...present(inside), ...language };
  }
  const body = at(root, 'body') ?? root;
  const read = bodyFromHtml(htmlOf(body.children), { from });
  return { ...read, ...present({ headline: said(textOf(at(root, 'head', 'title'))) }), ...language };
}

function dataContent(data: XmlElement, from: From): G2Content {
  const text = rawText(data);
  return /<(p|div|br)\b/i.test(text) ? bodyFromHtml(text, { from }) : bodyFromText(text, { from });
}

function mediaOf(content: XmlElement, item: XmlElement): WireMedia {
  const { attrs } = content;
  const mediaType = said(attrs.contenttype);
  const size = (name: string) => Number.parseInt(attrs[name] ?? '', 10) || undefined;
  const about = at(item, 'contentMeta');
  const captions = below(about, 'description').filter(({ attrs: own }) => /caption/i.test(own.role ?? ''));
  return {
    kind: kindOf(mediaType, at(item, 'itemMeta', 'itemClass')?.attrs.qcode),
    ...present({
      href: said(attrs.href),
      id: said(attrs.residref) ?? said(attrs.id),
      headline: said(textOf(at(about, 'headline'))),
      caption: said(textOf(captions[0])),
      credit: said(textOf(at(about, 'creditline'))),
      mediaType,
      width: size('width'),
      height: size('height'),
    }),
  };
}

function kindOf(mediaType: string | undefined, itemClass: string | undefined): WireMedia['kind'] {
  if (mediaType?.startsWith('image/') || itemClass === 'ninat:picture') return 'picture';
  if (mediaType?.startsWith('video/') || itemClass === 'ninat:video') return 'video';
  if (mediaType?.startsWith('audio/') || itemClass === 'ninat:audio') return 'audio';
  return itemClass === 'ninat:graphic' ? 'graphic' : 'other';
}
