import type { Body } from '@courant/story';
import { present, said } from './fields.ts';
import { bodyFromHtml, bodyFromText } from './html-body.ts';
import { htmlOf } from './html-of-xml.ts';
import { formalName } from './newsml-1-management.ts';
import { nitfContent } from './nitf.ts';
import type { WireMedia, WireWarning } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, below, elementsOf, rawText, textOf } from './xml.ts';

/** What a component holds: its text, what stands above it, and its pictures and sounds. */
export interface NewsMl1Content {
  readonly body?: Body;
  readonly headline?: string;
  readonly standfirst?: string;
  readonly media: readonly WireMedia[];
  readonly warnings: readonly WireWarning[];
}

type From = { readonly item: string; readonly version: string };

interface Piece {
  readonly role: string;
  readonly item: XmlElement;
  readonly component: XmlElement;
}

/** Roles of what is no copy of its own, by what becomes of it. */
const ABOVE = {
  headline: /^(headline|title)$/i,
  standfirst: /^(subheadline|lead|abstract|summary|deck)$/i,
} as const;
const NO_COPY =
  /^(stylesheet|contact|logo|photo|picture|image|caption|video|audio|sound|graphic|headline|title|subheadline|lead|abstract|summary|deck)$/i;

/** Reads what a component and those in it hold. The text is the one with the role of a body, else any that is copy. */
export function newsMl1Content(component: XmlElement, from: From): NewsMl1Content {
  const pieces = piecesOf(component, '');
  const texts = pieces.filter(({ item }) => isText(item));
  const body =
    texts.find(({ role, item }) => /^(body|main|maintext|text)$/i.test(role) && hasWords(item)) ??
    texts.find(({ role, item }) => !NO_COPY.test(role) && hasWords(item));
  const above = (roles: RegExp) => texts.find(({ role, item }) => roles.test(role) && hasWords(item));
  const words = (piece: Piece | undefined) => said(piece && textOf(at(piece.item, 'DataContent')));
  const read = body === undefined ? NOTHING : dataContent(body.item, from);
  return {
    ...read,
    ...present({
      headline: words(above(ABOVE.headline)) ?? read.headline,
      standfirst: words(above(ABOVE.standfirst)) ?? read.standfirst,
    }),
    media: [...mediaOf(pieces), ...read.media],
  };
}

const NOTHING: NewsMl1Content = { media: [], warnings: [] };

/** Content items with the role of the innermost component that has one. */
function piecesOf(component: XmlElement, above: string): readonly Piece[] {
  const role = formalName(at(component, 'Role')) ?? above;
  return [
    ...elementsOf(component, 'ContentItem').map((item) => ({ role, item, component })),
    ...elementsOf(component, 'NewsComponent').flatMap((one) => piecesOf(one, role)),
  ];
}

function mimeOf(item: XmlElement): string | undefined {
  return formalName(at(item, 'MimeType'))?.toLowerCase();
}

function isText(item: XmlElement): boolean {
  return at(item, 'DataContent') !== undefined && !/css|^(image|audio|video)\//.test(mimeOf(item) ?? '');
}

function hasWords(item: XmlElement): boolean {
  const data = at(item, 'DataContent');
  return data !== undefined && /\S/.test(rawText(data));
}

/** NITF whole or in part, a page, paragraphs, or all this written out as text: the content says which. */
function dataContent(item: XmlElement, from: From): NewsMl1Content {
  const data = at(item, 'DataContent');
  if (!data) return NOTHING;
  const [root] = elementsOf(data);
  if (root?.name === 'nitf' || root?.name === 'body.content') {
    const nitf = root.name === 'nitf' ? root : data;
    const head = at(root, 'body', 'body.head');
    const headline = said(textOf(at(head, 'hedline', 'hl1'))) ?? said(textOf(at(root, 'head', 'title')));
    return {
      ...nitfContent(nitf, from),
      ...present({ headline, standfirst: said(textOf(at(head, 'abstract'))) }),
    };
  }
  if (root) return bodyFromHtml(htmlOf((at(root, 'body') ?? data).children), { from });
  const text = rawText(data);
  return /<(p|div|br|h[1-6]|ul|table)\b/i.test(text)
    ? bodyFromHtml(text, { from })
    : bodyFromText(text, { from });
}

const KINDS: readonly (readonly [RegExp, WireMedia['kind']])[] = [
  [/video|movie/, 'video'],
  [/audio|sound|mp3|mpeg3/, 'audio'],
  [/graphic|infograph/, 'graphic'],
  [/image|photo|picture|logo|jpe?g|png|gif/, 'picture'],
];

/** One medium a component, by its largest rendition; what has no address is none. */
function mediaOf(pieces: readonly Piece[]): readonly WireMedia[] {
  const components = new Map<XmlElement, Piece[]>();
  for (const piece of pieces.filter(({ item }) => said(item.attrs.Href) !== undefined)) {
    components.set(piece.component, [...(components.get(piece.component) ?? []), piece]);
  }
  return [...components.values()].flatMap((renditions) => {
    const kinds = new Map<WireMedia['kind'], Piece>();
    for (const piece of renditions.toSorted((a, b) => widthOf(a) - widthOf(b)))
      kinds.set(kindOf(piece), piece);
    // A still beside a film is the film's poster; other files (PDF) stand each for itself.
    const others = renditions.filter((piece) => kindOf(piece) === 'other');
    const [main] = [...kinds].filter(([kind]) => kind !== 'other').toSorted(([a], [b]) => rank(a) - rank(b));
    return [...(main ? [main[1]] : []), ...others].map(mediumOf);
  });
}

function rank(kind: WireMedia['kind']): number {
  return ['video', 'audio', 'graphic', 'picture', 'other'].indexOf(kind);
}

function kindOf({ role, item }: Piece): WireMedia['kind'] {
  const format = formalName(at(item, 'Format')) ?? '';
  const type = formalName(at(item, 'MediaType')) ?? '';
  for (const words of [mimeOf(item) ?? '', `${type} ${format}`.toLowerCase(), role.toLowerCase()]) {
    const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
    if (kind) return kind;
    // A document is none of them, whatever stands around it.
    if (/^(application|text)\//.test(words)) return 'other';
  }
  return 'other';
}

function characteristic(item: XmlElement, ...names: readonly string[]): string | undefined {
  const properties = below(at(item, 'Characteristics'), 'Property');
  return said(properties.find(({ attrs }) => names.includes(attrs.FormalName ?? ''))?.attrs.Value);
}

function widthOf({ item }: Piece): number {
  return Number(characteristic(item, 'PixelWidth', 'Width')) || 0;
}

function mediumOf(piece: Piece): WireMedia {
  const { item, component } = piece;
  const lines = at(component, 'NewsLines');
  return {
    kind: kindOf(piece),
    ...present({
      href: said(item.attrs.Href),
      headline: characteristic(item, 'Title'),
      caption: at(component, 'Role') === undefined ? undefined : said(textOf(at(lines, 'HeadLine'))),
      credit: said(textOf(at(lines, 'CreditLine'))) ?? said(textOf(at(lines, 'ByLine'))),
      mediaType: mimeOf(item),
      width: widthOf(piece) || undefined,
      height: Number(characteristic(item, 'PixelHeight', 'Height')) || undefined,
    }),
  };
}
