import { squeeze } from '@courant/base';
import type { Voices } from './article-page-head.ts';
import { nameWords } from './article-page-marks.ts';
import type { PageElement, PageTree } from './article-page-tree.ts';
import { mergedMedia } from './export-media.ts';
import { present } from './fields.ts';
import type { WireMedia } from './wire-item.ts';

/** Pictures of a page at the most, and lines above a story in which its lead picture may stand. */
const MOST = { pictures: 100, above: 30 } as const;
/** Where pages keep the address of a picture until a script asks for it. */
const SOURCES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-image',
  'src',
  'data-srcset',
  'srcset',
] as const;
const CREDIT = /(?:^|[ -])(?:credits?|copyright|photographer|photo-?credit|source|quelle|rights)(?=$|[ -])/;
/** A credit at the end of a caption: "… (Photo: Ada Lens)", "… © Example Pictures". */
const CREDIT_TAIL =
  /[\s(|/-]*(?:\b(?:Photos?|Foto(?:s|grafie|grafía)?|Bild(?:er)?|Image|Imagen|Picture|Credits?|Source|Quelle|Crédits?(?: photo)?)\s*[:：|]|©|\(c\))\s*([^|()]{2,80}?)\)?\.?\s*$/i;

/** Where a story stands on its page. */
interface Place {
  readonly page: PageTree;
  readonly root: PageElement;
  /** The line at which the story begins. */
  readonly from: number;
}

/** The picture that a page names as the one of its story, outside what readers see. */
export function leadOf({ linked, meta }: Voices): readonly WireMedia[] {
  return [...(linked?.pictures ?? []), ...meta.pictures].slice(0, 1);
}

/**
 * Pictures at the head of a story and in it, with what is said below them; where none stands at its head, the one the
 * page names first. Nothing is fetched.
 */
export function picturesOf(
  { page, root, from }: Place,
  { base, said }: { readonly base: string | undefined; readonly said: readonly WireMedia[] },
): readonly WireMedia[] {
  const [above, inside]: [WireMedia[], WireMedia[]] = [[], []];
  for (const element of page.elements) {
    const isNear = element.to >= from - MOST.above && element.from <= root.to;
    if (element.name !== 'img' || !isNear || above.length + inside.length >= MOST.pictures) continue;
    const figure = figureOf(element);
    const isAbove = element.from <= from;
    // Above and outside a figure stand signets, portraits of writers and advertisements.
    const picture =
      isAbove && !figure ? undefined : pictureOf(element, figure && captionOf(page, figure), base);
    if (picture) (isAbove ? above : inside).push(picture);
  }
  return mergedMedia([...above.slice(0, 3), ...(above.length === 0 ? said : []), ...inside]);
}

function figureOf(image: PageElement): PageElement | undefined {
  for (let above = image.parent; above; above = above.parent) if (above.name === 'figure') return above;
  return undefined;
}

function pictureOf(
  image: PageElement,
  said: Caption | undefined,
  base: string | undefined,
): WireMedia | undefined {
  const { attributes } = image;
  const source = SOURCES.map((name) => attributes.get(name)).find(
    (one) => one && !/^data:|blank|spacer|pixel/i.test(one),
  );
  const [first = ''] = source?.split(/\s*,\s+|\s+/) ?? [];
  if (first === '') return undefined;
  const href =
    URL.parse(first, base)?.href ?? (first.startsWith('/') && !first.startsWith('//') ? first : undefined);
  if (href === undefined || !/^(?:https?:\/\/|\/)/i.test(href)) return undefined;
  const [width, height] = ['width', 'height'].map((name) => Number(attributes.get(name) ?? Number.NaN));
  // Signs and pixels are smaller than any picture of a story.
  if (width !== undefined && width < 100 && height !== undefined && height < 100) return undefined;
  return {
    kind: 'picture',
    href,
    ...present({ caption: said?.caption, alt: attributes.get('alt'), credit: said?.credit }),
  };
}

interface Caption {
  readonly caption?: string;
  readonly credit?: string;
}

function captionOf(page: PageTree, figure: PageElement): Caption {
  const text = squeeze(
    page.lines
      .slice(figure.from, figure.to)
      .map((line) => line.text)
      .join(' '),
  ).slice(0, 2_000);
  if (text === '') return {};
  const marked = creditBelow(figure);
  const tail = CREDIT_TAIL.exec(text);
  const credit = marked ?? tail?.[1]?.trim();
  const caption =
    marked !== undefined
      ? squeeze(text.replace(marked, ' '))
      : tail
        ? text.slice(0, tail.index).trim()
        : text;
  return present({ caption, credit });
}

function creditBelow(element: PageElement): string | undefined {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const found = CREDIT.test(nameWords(child)) ? squeeze(allWords(child)) : creditBelow(child);
    if (found && found.length <= 120) return found;
  }
  return undefined;
}

function allWords(element: PageElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : allWords(child))).join('');
}
