import { present } from './fields.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, list, roleText, text } from './ninjs-object.ts';
import type { WireLink, WireMedia } from './wire-item.ts';

const KINDS: Readonly<Record<string, WireMedia['kind']>> = {
  picture: 'picture',
  image: 'picture',
  photo: 'picture',
  video: 'video',
  audio: 'audio',
  graphic: 'graphic',
};

/** Pictures, films and sounds: the item's own renditions, and those of the items associated with it. */
export function mediaOf(item: NinjsObject): readonly WireMedia[] {
  const own = renditionsOf(item).length > 0 ? [mediumOf(item)] : [];
  return [...own, ...associationsOf(item).filter(isMedium).map(mediumOf)];
}

/** Other items an item belongs with, where they are no media. */
export function linksOf(item: NinjsObject): readonly WireLink[] {
  return associationsOf(item)
    .filter((one) => !isMedium(one))
    .flatMap((one): readonly WireLink[] => {
      const href = text(one.uri) ?? text(one.guid);
      const title = text(one.headline) ?? roleText(one.headlines, 'main');
      return href === undefined ? [] : [{ href, ...present({ rel: text(one.rel), title }) }];
    });
}

/** In 1.x an object by name, later a list; some senders of 1.x send a list too. */
function associationsOf(item: NinjsObject): readonly NinjsObject[] {
  const { associations } = item;
  return isObject(associations) ? Object.values(associations).filter(isObject) : list(associations);
}

function renditionsOf(item: NinjsObject): readonly NinjsObject[] {
  const { renditions } = item;
  return isObject(renditions) ? Object.values(renditions).filter(isObject) : list(renditions);
}

function isMedium(item: NinjsObject): boolean {
  return KINDS[text(item.type)?.toLowerCase() ?? ''] !== undefined || renditionsOf(item).length > 0;
}

/** The widest rendition stands for the medium. */
function mediumOf(item: NinjsObject): WireMedia {
  const width = (one: NinjsObject) => Number(one.width) || 0;
  const [widest] = renditionsOf(item).toSorted((a, b) => width(b) - width(a));
  const mediaType =
    text(widest?.contentType) ?? text(widest?.contenttype) ?? text(widest?.mimetype) ?? text(item.mimetype);
  const kind =
    KINDS[text(item.type)?.toLowerCase() ?? ''] ?? KINDS[mediaType?.split('/')[0] ?? ''] ?? 'other';
  return {
    kind,
    ...present({
      href: text(widest?.href),
      id: text(item.uri) ?? text(item.guid) ?? text(item.id),
      headline: text(item.headline) ?? roleText(item.headlines, 'main'),
      caption:
        text(item.description_text) ??
        text(item.body_text) ??
        roleText(item.descriptions, 'summary', 'caption'),
      credit:
        text(item.byline) ??
        text(item.creditline) ??
        text(item.copyrightholder) ??
        text(item.copyrightHolder),
      mediaType,
      width: Number(widest?.width) || undefined,
      height: Number(widest?.height) || undefined,
    }),
  };
}
