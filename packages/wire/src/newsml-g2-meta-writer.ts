import type { Subject } from '@courant/story';
import { readableDateline } from './dateline-line.ts';
import { ownMedia } from './newsml-g2-content-writer.ts';
import { codeAttrs, languageTag, qcode } from './newsml-g2-written.ts';
import type { Author, Entity, WireItem } from './wire-item.ts';
import type { XmlMade, XmlPart } from './xml-writer.ts';
import { element, textElement } from './xml-writer.ts';

/** What an item says of its content: by whom, where, about what, in which words. */
export function contentMeta(item: WireItem): XmlMade {
  const { urgency, dateline, authors = [], genres = [], keywords = [], subjects = [] } = item;
  return element(
    'contentMeta',
    {},
    urgency === undefined ? undefined : element('urgency', {}, String(urgency)),
    dateline && element('located', {}, textElement('name', dateline.place)),
    authors.map(creator),
    languageTag(item.language) && element('language', { tag: languageTag(item.language) }),
    genres.map((genre) => element('genre', {}, textElement('name', genre))),
    keywords.map((keyword) => textElement('keyword', keyword)),
    subjects.map(subject),
    entities(item),
    words(item),
  );
}

function words(item: WireItem): XmlPart {
  const { slug, headline, kicker, dateline, byline, source, standfirst } = item;
  const own = ownMedia(item);
  return [
    textElement('slugline', slug),
    textElement('headline', headline),
    textElement('headline', kicker, { role: 'hlrole:kicker' }),
    textElement('dateline', dateline && readableDateline(dateline)),
    textElement('by', byline),
    textElement('creditline', source ?? own?.credit),
    textElement('description', standfirst, { role: 'drol:summary' }),
    textElement('description', own?.caption, { role: 'drol:caption' }),
  ];
}

function creator({ name, role, uri }: Author): XmlMade {
  return element('creator', { role: qcode(role), ...codeAttrs(uri) }, textElement('name', name));
}

function subject({ code, name }: Subject): XmlMade {
  return element('subject', { type: 'cpnat:abstract', ...codeAttrs(code) }, textElement('name', name));
}

function entities({ people = [], organisations = [], places = [] }: WireItem): XmlPart {
  const typed =
    (type: string) =>
    ({ name, code }: Entity) =>
      element('subject', { type, ...codeAttrs(code) }, textElement('name', name));
  return [
    people.map(typed('cpnat:person')),
    organisations.map(typed('cpnat:organisation')),
    places.map(typed('cpnat:geoArea')),
  ];
}
