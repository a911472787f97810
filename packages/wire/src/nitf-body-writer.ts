import type { BodyNames } from './body-writer.ts';
import { bodyParts } from './body-writer.ts';
import { pixels } from './ninjs-written.ts';
import type { WireItem, WireMedia } from './wire-item.ts';
import type { XmlMade, XmlPart } from './xml-writer.ts';
import { element, textElement } from './xml-writer.ts';

/** NITF 3.6, enriched text and block content: one kind of emphasis, and raised or lowered signs only in numbers. */
const NITF_NAMES: BodyNames = {
  setApart(type, inner) {
    if (type === 'strong' || type === 'em') return element('em', {}, inner);
    return type === 'sup' || type === 'sub' ? shifted(type, inner) : inner;
  },
  plain: 'lang',
  subhead: { 2: 'hl2', 3: 'hl2' },
  quote: (said, attribution) =>
    element(
      'bq',
      {},
      element('block', {}, said),
      attribution === undefined ? undefined : element('credit', {}, attribution),
    ),
  facts: (title, inner) =>
    element('block', { class: 'facts' }, title === undefined ? undefined : element('hl2', {}, title), inner),
  preformatted: (inlines) => inlines.map((inline) => (inline.type === 'break' ? '\n' : inline.text)),
};

/** Raised and lowered signs hold nothing but text: emphasis goes around them, and one is enough. */
function shifted(type: 'sup' | 'sub', inner: XmlPart): XmlPart {
  if (typeof inner === 'string') return element('num', {}, element(type, {}, inner));
  if (inner === undefined || !('name' in inner) || inner.name === 'num') return inner;
  return element(inner.name, {}, shifted(type, inner.children[0]));
}

/** The content of an item's body, its media behind its text. */
export function nitfBody({ body, media = [] }: WireItem): XmlMade {
  return element('body.content', {}, bodyParts(body, NITF_NAMES), media.map(mediaOf));
}

const TYPES: Readonly<Record<WireMedia['kind'], string>> = {
  picture: 'image',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
  other: 'other',
};

function mediaOf({ kind, href, id, caption, credit, mediaType, width, height }: WireMedia): XmlMade {
  const reference = {
    source: href,
    name: id,
    'mime-type': mediaType,
    height: pixels(height),
    width: pixels(width),
  };
  return element(
    'media',
    { 'media-type': TYPES[kind] },
    element('media-reference', reference),
    textElement('media-caption', caption),
    textElement('media-producer', credit),
  );
}
