import { blockText } from '@courant/story';
import { advised } from './advisory.ts';
import { openingByline } from './byline.ts';
import { datelineOf } from './dateline.ts';
import { present, said, urgencyOf } from './fields.ts';
import type { G2Content } from './newsml-g2-content.ts';
import { contentOf } from './newsml-g2-content.ts';
import {
  authorsOf,
  managementOf,
  nameOf,
  rightsOf,
  unknownWords,
  unmappedOf,
  withoutVersion,
} from './newsml-g2-management.ts';
import { pubStatusOf } from './newsml-g2-signal.ts';
import { aboutOf } from './newsml-g2-subject.ts';
import type { ReadOptions } from './read-options.ts';
import type { WireItem, WireKind, WireWarning } from './wire-item.ts';
import type { XmlElement } from './xml.ts';
import { at, elementsOf, textOf } from './xml.ts';

/** Reads one news item of NewsML-G2, 2.0 to 2.35, of either conformance; what other items share with it is read alike. */
export function readNewsItem(element: XmlElement, options: ReadOptions): WireItem {
  const id = said(element.attrs.guid) ?? '';
  const version = said(element.attrs.version);
  const about = at(element, 'contentMeta');
  const by = said(textOf(at(about, 'by')))?.replace(/^by\s+/i, '');
  const whole = contentOf(element, { item: id, version: version ?? '' });
  const opening = openingByline(whole.body, by);
  const content = { ...whole, ...opening };
  const item: WireItem = {
    format: 'newsml-g2',
    id: id === '' ? `g2:${textOf(at(about, 'headline')) ?? ''}` : withoutVersion(id, version),
    ...present({
      kind: kindOf(element),
      version,
      language: said(at(about, 'language')?.attrs.tag) ?? said(element.attrs['xml:lang']) ?? content.language,
      ...managementOf(element, options),
      ...words(about, content),
      byline: by ?? opening?.byline,
      authors: authorsOf(about),
      urgency: urgencyOf(textOf(at(about, 'urgency'))),
      status: pubStatusOf(at(element, 'itemMeta')),
      rights: rightsOf(element),
      ...aboutOf(about),
      media: content.media,
    }),
    ...(content.body ? { body: content.body } : {}),
    warnings: [...(id === '' ? [NO_ID] : []), ...unknownWords(element), ...content.warnings],
    unmapped: unmappedOf(element),
  };
  const { warnings, ...advice } = advised(item, options);
  return { ...item, ...advice, warnings: [...item.warnings, ...warnings] };
}

const NO_ID: WireWarning = { code: 'no-id', say: 'The item has no guid.' };

const KINDS: ReadonlyMap<string, WireKind> = new Map([
  ['ninat:picture', 'picture'],
  ['ninat:graphic', 'graphic'],
  ['ninat:video', 'video'],
  ['ninat:audio', 'audio'],
]);

function kindOf(element: XmlElement): WireKind | undefined {
  return KINDS.get(at(element, 'itemMeta', 'itemClass')?.attrs.qcode ?? '');
}

function words(about: XmlElement | undefined, content: G2Content) {
  const headlines = elementsOf(about, 'headline');
  const main =
    headlines.find(({ attrs }) => attrs.role === undefined || /main|title|headline/i.test(attrs.role)) ??
    headlines[0];
  const kicker = headlines.find((one) => one !== main && /overline|kicker|roof/i.test(one.attrs.role ?? ''));
  const slug = said(textOf(at(about, 'slugline')));
  return {
    headline: said(textOf(main)) ?? content.headline,
    kicker: said(textOf(kicker)),
    slug,
    standfirst: standfirstOf(about, content),
    dateline: datelineIn(about, content),
  };
}

function standfirstOf(about: XmlElement | undefined, content: G2Content): string | undefined {
  const descriptions = elementsOf(about, 'description');
  const summary = descriptions.find(({ attrs }) => /summary|abstract|lead/i.test(attrs.role ?? ''));
  return (
    said(textOf(summary)) ??
    said(textOf(descriptions.find(({ attrs }) => attrs.role === undefined))) ??
    content.standfirst
  );
}

/** Time stamps, and a place in a city of no name, stand where some agencies have no dateline. */
const NO_PLACE = /^\d{4}-\d\d-\d\d|^[A-Z]+ \d{1,2}, \d{4}$/;

function datelineIn(about: XmlElement | undefined, content: G2Content) {
  const first = content.body?.content.find((block) => block.type === 'paragraph');
  const inText = datelineOf(first ? blockText(first) : '')?.dateline;
  const line = said(textOf(at(about, 'dateline')));
  const written =
    line === undefined || NO_PLACE.test(line)
      ? undefined
      : (datelineOf(`${line.replace(/[\s–—-]+$/, '')} - `)?.dateline ?? {
          place: line.replace(/[\s–—-]+$/, ''),
        });
  const located = elementsOf(about, 'located')
    .map((place) => nameOf(place))
    .find((name) => name !== undefined);
  return inText ?? written ?? (located === undefined ? undefined : { place: located });
}
