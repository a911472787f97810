import { present } from './fields.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { idText, isObject, list, roleText, text } from './ninjs-object.ts';
import type { WireItem, WireLink, WireMedia, WireMember } from './wire-item.ts';

const KINDS: Readonly<Record<string, WireMedia['kind']>> = {
  picture: 'picture',
  image: 'picture',
  photo: 'picture',
  video: 'video',
  audio: 'audio',
  graphic: 'graphic',
};

/** What an item is where it is no text. */
export function kindOf(item: NinjsObject): WireItem['kind'] {
  const type = text(item.type)?.toLowerCase() ?? '';
  if (type === 'composite') return 'package';
  const kind = KINDS[type];
  return kind === 'other' ? undefined : kind;
}

/** Pictures, films and sounds: the item's own renditions, and those of the items associated with it. */
export function mediaOf(item: NinjsObject): readonly WireMedia[] {
  const own = renditionsOf(item).length > 0 ? [mediumOf(item)] : [];
  return [...own, ...associationsOf(item).filter(isMedium).map(mediumOf)];
}

/** Other items an item belongs with, where they are no media; of a package, those our own writer calls links. */
export function linksOf(item: NinjsObject): readonly WireLink[] {
  return othersOf(item)
    .filter((one) => kindOf(item) !== 'package' || isNamedLink(one))
    .flatMap((one): readonly WireLink[] => {
      const href = idText(one.uri) ?? text(one.guid);
      return href === undefined ? [] : [{ href, ...present({ rel: text(one.rel), title: headlineOf(one) }) }];
    });
}

/** The items that make up a package. */
export function membersOf(item: NinjsObject): readonly WireMember[] {
  if (kindOf(item) !== 'package') return [];
  return othersOf(item)
    .filter((one) => !isNamedLink(one))
    .flatMap((one): readonly WireMember[] => {
      const id = idText(one.uri) ?? text(one.guid);
      const { rel, version } = one;
      const fields = { version: text(version), role: text(rel), headline: headlineOf(one) };
      return id === undefined ? [] : [{ id, ...present(fields) }];
    });
}

function othersOf(item: NinjsObject): readonly NinjsObject[] {
  return associationsOf(item).filter((one) => !isMedium(one));
}

function isNamedLink({ name }: NinjsObject): boolean {
  return /^link\d*$/.test(text(name) ?? '');
}

function headlineOf(item: NinjsObject): string | undefined {
  return text(item.headline) ?? roleText(item.headlines, 'main');
}

/** In 1.x an object by name, later a list; some senders of 1.x send a list too. */
function associationsOf(item: NinjsObject): readonly NinjsObject[] {
  const { associations } = item;
  if (!isObject(associations)) return list(associations);
  return Object.entries(associations).flatMap(([name, one]) => (isObject(one) ? [{ ...one, name }] : []));
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
  const href = text(widest?.href);
  // Our own writer repeats the address where a medium has no id.
  const id = idText(item.uri) ?? text(item.guid) ?? text(item.id);
  const kind =
    KINDS[text(item.type)?.toLowerCase() ?? ''] ?? KINDS[mediaType?.split('/')[0] ?? ''] ?? 'other';
  return {
    kind,
    ...present({
      href,
      id: id === href ? undefined : id,
      headline: headlineOf(item),
      caption:
        text(item.description_text) ??
        text(item.body_text) ??
        roleText(item.descriptions, 'summary', 'caption'),
      credit:
        text(item.byline) ??
        text(item.by) ??
        text(item.creditline) ??
        text(item.copyrightholder) ??
        text(item.copyrightHolder),
      mediaType,
      width: Number(widest?.width) || undefined,
      height: Number(widest?.height) || undefined,
    }),
  };
}
