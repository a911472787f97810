import type { Body } from '@courant/story';
import { present, said } from './fields.ts';
import { bodyFromHtml, bodyFromText } from './html-body.ts';
import { htmlOf } from './html-of-xml.ts';
import { remoteMedia } from './newsml-g2-media.ts';
import { nitfContent } from './nitf.ts';
import type { WireMedia, WireWarning } from './wire-item.ts';
import type { XmlElement, XmlNode } from './xml.ts';
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
  const inline = sets
    .flatMap((set) => elementsOf(set, 'inlineXML'))
    .find((xml) => elementsOf(xml).length > 0);
  const data = sets.flatMap((set) => elementsOf(set, 'inlineData')).find((one) => rawText(one).trim() !== '');
  const read = inline ? xmlContent(inline, from) : data ? dataContent(data, from) : NOTHING;
  return { ...read, media: [...remoteMedia(item), ...read.media] };
}

const NOTHING: G2Content = { media: [], warnings: [] };

function xmlContent(inline: XmlElement, from: From): G2Content {
  const [root] = elementsOf(inline);
  if (!root) return NOTHING;
  const language = present({ language: said(root.attrs['xml:lang']) ?? said(root.attrs.lang) });
  if (root.name === 'nitf') {
    const head = at(root, 'body', 'body.head');
    const inside = {
      headline: said(textOf(at(head, 'hedline', 'hl1'))) ?? said(textOf(at(root, 'head', 'title'))),
      standfirst: said(textOf(at(head, 'abstract'))),
    };
    return { ...nitfContent(root, from), ...present(inside), ...language };
  }
  return { ...htmlContent(root, from), ...language };
}

function htmlContent(root: XmlElement, from: From): G2Content {
  const body = at(root, 'body') ?? root;
  const headline = said(textOf(at(root, 'head', 'title'))) ?? said(textOf(below(body, 'h1')[0]));
  const figures = below(body, 'figure').flatMap(figureMedia);
  const read = bodyFromHtml(htmlOf(copyOf(body.children)), { from });
  return { ...read, media: [...figures, ...read.media], ...present({ headline }) };
}

/** Parts of an agency's page that repeat the item's own fields: dpa's head and notebook, TT's vignette, figures. */
const FURNITURE: ReadonlySet<string> = new Set(['header', 'h1', 'figure']);
const FURNITURE_CLASS = /^(dat|notepad|np-nonpublic)$/;

/** The copy of a page without what repeats the headline, the subjects and the pictures. */
function copyOf(nodes: readonly XmlNode[]): readonly XmlNode[] {
  return nodes.flatMap((node): readonly XmlNode[] => {
    if (typeof node === 'string') return [node];
    if (FURNITURE.has(node.name) || FURNITURE_CLASS.test(node.attrs.class ?? '')) return [];
    return [{ ...node, children: copyOf(node.children) }];
  });
}

function figureMedia(figure: XmlElement): readonly WireMedia[] {
  const [image] = below(figure, 'img');
  const href = said(image?.attrs.src);
  if (href === undefined || !/^https?:\/\//i.test(href)) return [];
  const caption = said(textOf(below(figure, 'figcaption')[0])) ?? said(image?.attrs.alt);
  const credit = below(figure, 'div', 'span', 'cite').find(({ attrs }) =>
    /byline|credit/i.test(attrs.class ?? ''),
  );
  return [{ kind: 'picture', href, ...present({ caption, credit: said(textOf(credit)) }) }];
}

function dataContent(data: XmlElement, from: From): G2Content {
  const text = rawText(data);
  return /<(p|div|br)\b/i.test(text) ? bodyFromHtml(text, { from }) : bodyFromText(text, { from });
}
